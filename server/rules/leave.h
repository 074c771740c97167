/*
 * leave: points of a branch's open week that no text shall take up, with the reason why. What
 * becomes of each point of a week, and what a reason counts for beside a merger or a citation, is
 * told in store/handled.h.
 */
#ifndef RULES_LEAVE_H
#define RULES_LEAVE_H

#include "store/point.h"
#include "work.h"

#define LEAVE_RUNES 200

/*
 * All of them, or none. Those that are merged or cited are passed over: they need no reason.
 * INVALID: no reason, one that is too long, no points. CONFLICT: as branch_point.h, or every one of
 * them is merged or cited already.
 */
enum outcome leave_points(
	struct work *w, const struct point_id *points, size_t n, const char *reason);
enum outcome leave_undo(struct work *w, struct point_id id);

#endif
