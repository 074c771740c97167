/*
 * answer: the clock of every point. Its author's direct manager owes an answer until due_at: the
 * team's manager or deputy; for a manager's own point, the branch's once the point has risen.
 */
#ifndef STORE_ANSWER_H
#define STORE_ANSWER_H

#include "doors/txn.h"
#include "point.h"

struct answer_clock {
	int64_t due_at, answered_at; /* answered_at 0: not yet */
	const char *answered_by;     /* a name; NULL: not yet */
};
/* Of a point that the viewer sees. */
struct answer_clock answer_of_any(struct db *db, struct point_id point);

/* Points that wait for the viewer's answer, the one due first first. */
struct answer_lines {
	struct answer_line {
		struct point_id point;
		int64_t due_at;
	} * items;
	size_t count, room;
};
struct answer_lines answer_waiting(struct db *db, const struct who *who, int64_t limit);
int64_t answer_waiting_count(struct db *db, const struct who *who);
/* Does this point's answer lie with the viewer? Whether or not it was given. */
bool answer_is_owed_by(struct db *db, const struct who *who, struct point_id point);

void answer_start(struct txn *t, struct point_id point, int64_t due_at);        /* again: nothing */
void answer_place(struct txn *t, struct point_id point, struct unit_id branch); /* 0: of none */
/* The managers' own points of a team's week, which have just risen: nobody could answer before. */
void answer_restart(struct txn *t, struct unit_id team, struct week week, int64_t due_at);
void answer_give(struct txn *t, struct point_id point, struct person_id by, int64_t now);

/* Of the points handed in since a moment in a unit and all below it, those that the viewer sees:
 * counted from the ledger. */
struct answer_figures {
	int64_t points;  /* handed in, and not withdrawn */
	int64_t due;     /* of these, answered or past their time */
	int64_t in_time; /* of the due ones */
	int64_t median;  /* seconds from handing in to the answer; -1: none was answered */
};
struct answer_figures answer_figures(
	struct db *db, const struct who *who, struct unit_id unit, int64_t since, int64_t now);

#endif
