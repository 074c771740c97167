/* workbench_gather: what stands on the left of the workbench. For web/workbench.c. */
#ifndef WEB_WORKBENCH_GATHER_H
#define WEB_WORKBENCH_GATHER_H

#include "views/workbench.h"
#include "visit.h"

/* In the order of the roll-up. */
void workbench_gather_topics(
	struct visit *v, const struct rollup_view *r, struct workbench_view *view);
/* Which of them is shown; "": the first that waits. false: there is no such topic. */
bool workbench_choose(struct visit *v, const char *scope, struct workbench_view *view);
/* Its points by importance; cited: the numbers in the text beside. */
void workbench_gather_items(struct visit *v, struct rollup_view *r, struct workbench_view *view,
	const struct longs *cited);

#endif
