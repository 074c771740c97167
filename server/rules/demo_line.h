/* demo_line: what is said under the sample's points: who, when, in which words. For demo_event.c.
 */
#ifndef RULES_DEMO_LINE_H
#define RULES_DEMO_LINE_H

#include "demo_plan.h"

/*
 * Fills p->lines from p->entries. Most points are answered within two working days, in some teams
 * more often than in others; of each manager's points two older ones and three to six of this week
 * still wait. Moments may lie after now: those do not happen. Throws dice of its own, so that what
 * is written does not depend on what is said.
 */
void demo_line_all(struct demo_plan *p);

#endif
