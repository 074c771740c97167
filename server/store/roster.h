/*
 * roster: who was asked to write in a team's week, and what came: submitted, late, missing or
 * excused.
 *
 * While the week is open the list is the team's reps of today (who joined before the week ended)
 * and whoever wrote; when it closes, the list is kept.
 */
#ifndef STORE_ROSTER_H
#define STORE_ROSTER_H

#include "doors/txn.h"

enum presence { SUBMITTED, LATE, MISSING, EXCUSED };

struct roster_line {
	struct person_id person;
	const char *name;
	enum presence presence;
	struct reflection_id reflection; /* 0: none */
	const char *reason;              /* of the excuse, or NULL */
};
struct roster {
	struct roster_line *items;
	size_t count, room;
	int64_t of[4]; /* how many of each presence */
};

/* week_end: the moment the week is over. For the team and its manager; the caller has checked. */
struct roster roster_of_any(struct db *db, struct unit_id team, struct week week, int64_t week_end);
void roster_freeze(struct txn *t, struct rollup_id rollup, struct unit_id team, struct week week,
	int64_t week_end);
void roster_keep(struct txn *t, struct rollup_id rollup, struct person_id person); /* one more */
void roster_thaw(struct txn *t, struct rollup_id rollup);
void roster_excuse(struct txn *t, struct person_id person, struct week week, const char *reason,
	struct person_id by, int64_t now);
void roster_unexcuse(struct txn *t, struct person_id person, struct week week);

const char *presence_name(enum presence p); /* "submitted" */

#endif
