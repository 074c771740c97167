/* rollup: one unit's roll-up of one week: open or closed, since when, by whom. Content comes from
 * store/point. */
#ifndef STORE_ROLLUP_H
#define STORE_ROLLUP_H

#include "doors/txn.h"

struct rollup {
	struct rollup_id id; /* 0: nothing was done to it yet; it is open */
	struct unit_id unit;
	struct week week;
	bool closed;
	struct person_id closed_by;
	const char *closed_by_name; /* NULL: open, or closed from the command line */
	int64_t closed_at;
};

struct rollup rollup_get(struct db *db, struct unit_id unit, struct week week);
/* The first week, from this one on, that is still open in the unit. */
struct week rollup_first_open(struct db *db, struct unit_id unit, struct week from);
struct rollup_id rollup_ensure(struct txn *t, struct unit_id unit, struct week week);
void rollup_set_closed(
	struct txn *t, struct rollup_id id, bool closed, struct person_id by, int64_t at);

#endif
