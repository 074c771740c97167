/* branch_point: a point of a branch's open week, for those who work on that week. */
#ifndef RULES_BRANCH_POINT_H
#define RULES_BRANCH_POINT_H

#include "store/point.h"
#include "work.h"

/*
 * NOT_FOUND: not for this viewer. FORBIDDEN: they do not manage its branch. CONFLICT, with a fault:
 * it stays in its team, has not risen yet, lies in a week to come, or that week is closed.
 */
enum outcome branch_point_find(
	struct work *w, struct db *db, struct point_id id, const struct point **p);

#endif
