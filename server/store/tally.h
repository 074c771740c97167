/*
 * tally: how many points per unit, week, topic, part and kind (schema/derived.sql).
 *
 * A writer that changes where a point counts (its reach, weeks, topics, kind) takes it out before
 * and gives it back after, in the same transaction; so the table always equals a recount of the
 * view `placement`. What stands under which topic (pin.h) comes and goes with it.
 */
#ifndef STORE_TALLY_H
#define STORE_TALLY_H

#include "base/kind.h"
#include "base/list.h"
#include "doors/txn.h"

void tally_take(struct txn *t, struct point_id point);
void tally_give(struct txn *t, struct point_id point);
void tally_rebuild(struct txn *t);
int64_t tally_differences_any(struct db *db);

enum { TALLY_TOTAL = 0, TALLY_UNCLASSIFIED = -1 }; /* topic numbers that are no topic */

struct tally_row {
	struct topic_id topic; /* or one of the two above */
	struct unit_id part;
	int64_t of_kind[2];
};
struct tally_rows {
	struct tally_row *items;
	size_t count, room;
};
/* Every figure of one roll-up, by topic, then part. For those who see all of it: the caller has
 * checked. */
struct tally_rows tally_of_any(struct db *db, struct unit_id unit, struct week week);
/* Topics that were much used in this unit lately (this week and eight before), the most used first.
 */
struct longs tally_frequent_any(struct db *db, struct unit_id unit, struct week week, int64_t most);
/* Figures of a unit over weeks, its parts together, by topic, then week: of what stands in its
 * roll-ups. For those who see all of it. */
struct tally_week {
	struct topic_id topic;
	struct week week;
	int64_t of_kind[2];
};
struct tally_weeks {
	struct tally_week *items;
	size_t count, room;
};
struct tally_weeks tally_weeks_any(
	struct db *db, struct unit_id unit, struct week from, struct week to);
void tally_totals_any(struct db *db, struct unit_id unit, struct week week, int64_t of_kind[2]);

#endif
