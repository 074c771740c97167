/* deputy: who stands in for the manager of a unit. Call sight_refresh() after a change. */
#ifndef STORE_DEPUTY_H
#define STORE_DEPUTY_H

#include "doors/txn.h"
#include "who.h"

struct deputy {
	struct person_id person;
	struct unit_id unit;
	const char *name, *login, *unit_name;
	int64_t since, until; /* until 0: until dismissed */
};
struct deputies {
	struct deputy *items;
	size_t count, room;
};

struct deputies deputy_of_unit_any(struct db *db, struct unit_id unit);
struct deputies deputy_of_person_any(struct db *db, struct person_id person);
bool deputy_is(struct db *db, struct unit_id unit, struct person_id person);
/* Whose time is over. */
struct deputies deputy_over_any(struct db *db, int64_t now);
/* One who is it already gets the new end. */
void deputy_put(
	struct txn *t, struct unit_id unit, struct person_id person, int64_t now, int64_t until);
void deputy_drop(struct txn *t, struct unit_id unit, struct person_id person);
void deputy_drop_all(struct txn *t, struct person_id person);

#endif
