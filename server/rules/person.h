/*
 * person: adding and changing people; for administrators and the owner of the machine. Everything
 * here goes into the audit log in the same transaction. At least one administrator who can sign in
 * always stays (CONFLICT otherwise).
 */
#ifndef RULES_PERSON_H
#define RULES_PERSON_H

#include "store/person.h"
#include "work.h"

struct txn;
struct unit;

/* The unit, the roles and the words must fit each other; all faults at once. The password is hashed
 * here (90 ms). CONFLICT: the login is taken. */
enum outcome person_create(
	struct work *w, const struct person *p, const char *password, struct person_id *id);

/* Name, email, unit and roles become p's. */
enum outcome person_alter(struct work *w, const struct person *p);
/* Sessions and tokens end at once, and the person is nobody's deputy any more; what they wrote
 * stays. */
enum outcome person_deactivate(struct work *w, struct person_id id);
enum outcome person_reactivate(struct work *w, struct person_id id);

/* A one-time password, to be shown once: the next sign-in asks for another. Sessions end. */
enum outcome person_reset_password(struct work *w, struct person_id id, const char **password);
enum outcome person_sign_out(struct work *w, struct person_id id); /* on all devices */

/* The viewer's own language ("zh", "en"; "": as the browser asks) and zone ("": the
 * organisation's). */
enum outcome person_prefer(struct work *w, const char *language, const char *zone);

/* On an empty tree: makes the headquarters with this code. */
enum outcome person_first_unit(struct work *w, const char *code, const char *name);

/* For rules that change people in a transaction of their own. */
void person_check(struct faults *faults, const struct person *p, const struct unit *unit);
/* False, with a fault: after these changes nobody could administer any more. */
bool person_check_admins(struct txn *t, struct faults *faults);
void person_end_access(struct txn *t, struct person_id id, int64_t now); /* sessions, tokens */

#endif
