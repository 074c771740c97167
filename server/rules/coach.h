/*
 * coach: what would make a point easier for somebody else to use (DESIGN R5: a point is a story,
 * not a slogan). Hints, never faults: a short point is taken as it is.
 *
 * It looks for four things in headline and story: somebody, a time, what was done, and what to do
 * next time. The words it knows are in coach.c.
 */
#ifndef RULES_COACH_H
#define RULES_COACH_H

#include "point_text.h"

#define COACH_SHORT 40 /* characters; below, the story is asked for before anything else */

/* In the viewer's language, the most useful first, at most two; none: it reads as a story. */
struct strings coach_hints(struct arena *a, const struct point_text *p);

#endif
