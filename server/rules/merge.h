/*
 * merge: points that say the same, gathered under a lead while the branch's week is open. Each
 * keeps its number, page, reach and place in the totals.
 */
#ifndef RULES_MERGE_H
#define RULES_MERGE_H

#include "store/point.h"
#include "work.h"

/* All of them, the lead among them or not; what was under one of them comes along. CONFLICT: the
 * branch's week is closed, or one of them does not lie in it (team only, not risen yet, another
 * week). */
enum outcome merge_points(
	struct work *w, struct point_id lead, const struct point_id *points, size_t n);
/* One point out of its merger; a lead lets go of all it holds. */
enum outcome merge_undo(struct work *w, struct point_id id);

#endif
