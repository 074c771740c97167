/* person: adding and changing people. */
#ifndef RULES_PERSON_H
#define RULES_PERSON_H

#include "store/person.h"
#include "work.h"

/* The unit, the roles and the words must fit each other; all faults at once. The password is hashed
 * here (90 ms). must_change: the first sign-in asks for another one. CONFLICT: the login is taken.
 */
enum outcome person_create(
	struct work *w, const struct person *p, const char *password, struct person_id *id);

/* On an empty tree: makes the headquarters with this code. */
enum outcome person_first_unit(struct work *w, const char *code, const char *name);

#endif
