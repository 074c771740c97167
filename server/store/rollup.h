/*
 * rollup: one unit's roll-up of one week: open or closed, since when, by whom; who stands how to
 * it; and the state of the units below. The points come from store/rollup_line.
 */
#ifndef STORE_ROLLUP_H
#define STORE_ROLLUP_H

#include "doors/txn.h"
#include "unit.h"
#include "who.h"

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

/* How a person stands to a unit, asked once a request. */
struct standing {
	bool manages, manages_parent, manages_hq;
	bool manages_below; /* one of its teams */
	bool sees_hq;       /* all that reached the headquarters */
	bool sees_all;      /* whatever lies in this unit's roll-ups */
};
struct standing rollup_standing(struct db *db, const struct who *who, const struct unit *unit);

/* The units below, each with its state in this week: those that stand there now (and are in use, or
 * did something that week), and those whose points lie here though they have moved away since. One
 * that rose elsewhere that week is not among them. */
struct rollup_part {
	struct unit_id unit;
	const char *code, *name;
	bool active, closed;
};
struct rollup_parts {
	struct rollup_part *items;
	size_t count, room;
};
struct rollup_parts rollup_parts(struct db *db, const struct unit *unit, struct week week);

/* Has something of this roll-up gone into one above that is closed by now? */
bool rollup_is_sealed_any(struct db *db, const struct unit *unit, struct week week);

struct rollup_id rollup_ensure(struct txn *t, struct unit_id unit, struct week week);
void rollup_set_closed(
	struct txn *t, struct rollup_id id, bool closed, struct person_id by, int64_t at);

#endif
