/* reflection_points: the points of a submission: rendered, matched with those that are there, put
 * in their place. For reflection.c. */
#ifndef RULES_REFLECTION_POINTS_H
#define RULES_REFLECTION_POINTS_H

#include "doors/txn.h"
#include "reflection.h"

/* As many as there are texts. Before the transaction: while it is open, nobody else writes. */
struct point *reflection_render(struct work *w, const struct point_texts *texts);

/* What is continued keeps its number, what is new comes, what vanished is withdrawn. `without` is
 * continued by none of them. */
void reflection_put_points(struct txn *t, struct work *w, const struct reflection *r,
	const struct point_texts *texts, const struct point *fresh, struct point_id without);

/* Withdraws one, and what it asked for. */
void reflection_take_point(struct txn *t, struct work *w, const struct point *p);

#endif
