/*
 * lift: the one way in which a point changes where it counts, who sees it, or what search finds of
 * it. Each function takes it out of the tally, changes it, puts it back, and brings search and
 * radar after it, in the caller's transaction.
 */
#ifndef RULES_LIFT_H
#define RULES_LIFT_H

#include "doors/txn.h"
#include "store/point.h"

void lift_new(struct txn *t, struct point_id id, const struct topic_id *topics,
	size_t n); /* just added */
void lift_point(struct txn *t,
	const struct point *p); /* p's reach, branch, weeks and `withdrawn` become true */
void lift_topics(struct txn *t, struct point_id id, const struct topic_id *topics, size_t n);
void lift_away(struct txn *t, struct point_id id, int64_t now); /* withdrawn */
void lift_words(struct txn *t, struct point_id id); /* its words changed: only search cares */

#endif
