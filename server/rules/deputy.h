/*
 * deputy: who stands in for a unit's manager: may do in that unit what the manager may, until
 * dismissed. Named by the unit's managers (not by deputies) or an administrator.
 */
#ifndef RULES_DEPUTY_H
#define RULES_DEPUTY_H

#include "store/deputy.h"
#include "store/person.h"
#include "work.h"

/* May the viewer name deputies here? */
bool deputy_may_name(struct work *w, struct unit_id unit);
/* Whom a manager may name: the active people of the unit, of those below it and of the one above,
 * but for the manager. An administrator may name anybody by sign-in name. */
struct persons deputy_candidates(struct work *w, struct unit_id unit);

/* NOT_FOUND unless deputy_may_name. INVALID: nobody who may be named is called so. */
enum outcome deputy_name(struct work *w, struct unit_id unit, const char *login);
enum outcome deputy_dismiss(struct work *w, struct unit_id unit, struct person_id person);

#endif
