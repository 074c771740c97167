/* steward: who manages what (schema/derived.sql): by role, as deputy, and a branch's managers for a
 * team that has none. */
#ifndef STORE_STEWARD_H
#define STORE_STEWARD_H

#include "base/strings.h"
#include "unit.h"
#include "who.h"

/* Names of the managers of a unit, as everybody may know them. */
struct strings steward_names(struct db *db, struct unit_id unit);
/* Does the viewer manage a team or a branch? */
bool steward_meets(struct db *db, const struct who *who);
/* The active units that the viewer manages, the highest first, then by code. */
struct units steward_units(struct db *db, const struct who *who);

/* Whoever manages the unit, by number. */
struct people steward_people_any(struct db *db, struct unit_id unit);

#endif
