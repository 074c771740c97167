/*
 * sight: the tables `sight` (who sees what) and `steward` (who manages what), derived from people,
 * roles, deputies and the tree. Whatever changes one of those calls sight_refresh() in the same
 * transaction.
 */
#ifndef STORE_SIGHT_H
#define STORE_SIGHT_H

#include "doors/txn.h"
#include "who.h"

void sight_refresh(struct txn *t);
int64_t sight_differences_any(struct db *db); /* rows that a recount would change: 0 */

/* The units of which a person sees more than the own points: a team, a branch, the headquarters. */
struct sight {
	struct unit_id unit, parent;
	enum unit_kind kind;
};
struct sights {
	struct sight *items;
	size_t count, room;
};
struct sights sight_of(struct db *db, const struct who *who);
/* Everything that reached the headquarters? */
bool sight_at_hq(struct db *db, const struct who *who);
bool sight_has(const struct sights *rows, struct unit_id unit);

/* May old weeks of the team lie in another branch than its own? Whatever is done to a unit is
 * logged, so a unit that only was added never moved. */
bool sight_may_have_moved_any(struct db *db, struct unit_id team);

#endif
