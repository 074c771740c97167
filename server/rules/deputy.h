/*
 * deputy: who stands in for a unit's manager: may do in that unit what the manager may, until
 * dismissed, or to the end of a last day that was named. Named by the unit's managers (not by
 * deputies) or an administrator.
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

/* NOT_FOUND unless deputy_may_name. INVALID with faults at login (nobody who may be named is called
 * so) and until: the last day, 2026-11-27; blank: until dismissed. */
enum outcome deputy_name(struct work *w, struct unit_id unit, const char *login, const char *until);
/* Those whose time is over stand in no more. For the server's jobs. */
void deputy_end(struct work *w);
enum outcome deputy_dismiss(struct work *w, struct unit_id unit, struct person_id person);

#endif
