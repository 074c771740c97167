/*
 * evidence: what the uses of a point, a story or a topic's page come to, kept in the table of this
 * name (schema/derived.sql) by the transaction that changes a use; and the order by effect that
 * follows from it for points, in the table `proven` (proven.h reads it).
 *
 * The score is the lower end of Wilson's interval (base/wilson.h) over the people who used it: each
 * counts once, with the mean of what came of it for them. Nobody lifts a thing by using it often,
 * and nobody is ranked: a score belongs to a thing, and no page or file shows it beside a person.
 *
 * All of a thing's uses are seen by whoever sees the thing (use.h), so these figures are the same
 * for all of them.
 */
#ifndef STORE_EVIDENCE_H
#define STORE_EVIDENCE_H

#include "use.h"

struct evidence {
	int64_t of_effect[EFFECTS]; /* uses */
	int64_t people, teams, branches;
	int64_t score; /* millionths; 0 also where it was never used */
};

static inline int64_t evidence_uses(const struct evidence *e)
{
	return e->of_effect[EFFECT_WORKED] + e->of_effect[EFFECT_PARTLY] +
	       e->of_effect[EFFECT_FAILED];
}

/* Of something that the viewer sees: the caller has asked. */
struct evidence evidence_of_any(struct db *db, struct use_subject s);

/* Counts its uses anew. */
void evidence_put(struct txn *t, struct use_subject s);
/* The point's reach, topics or state changed: it stands elsewhere in lists by effect. */
void evidence_place(struct txn *t, struct point_id point);
/* What stands under one topic stands under another: they are merged. */
void evidence_move_topic(struct txn *t, struct topic_id from, struct topic_id to);
void evidence_rebuild(struct txn *t);

/* Rows that a recount would change: 0. */
int64_t evidence_differences_any(struct db *db);

#endif
