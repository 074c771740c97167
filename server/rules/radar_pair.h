/*
 * radar_pair: which points of one branch's week tell the same, to be merged. All that are shown are
 * held against each other, and against what the radar put into a group with them (radar.h) wherever
 * in the week it lies: the cost is that of what is shown, squared, and bounded.
 */
#ifndef RULES_RADAR_PAIR_H
#define RULES_RADAR_PAIR_H

#include "base/ids.h"
#include "work.h"

struct radar_pair { /* `point` could come under `lead` */
	struct point_id point, lead;
	double likeness;
};
struct radar_pairs {
	struct radar_pair *items;
	size_t count, room;
};

/* shown: in their order of importance, of a viewer who sees the whole week. One pair a point at the
 * most, with the likest; of two that are shown the upper one leads. */
struct radar_pairs radar_pairs_of(struct work *w, const struct point_id *shown, size_t n,
	struct unit_id branch, struct week week);

#endif
