/* demo_act: does what demo_plan planned, each thing at its moment and by the person who does it. */
#ifndef RULES_DEMO_ACT_H
#define RULES_DEMO_ACT_H

#include "demo_plan.h"

enum outcome demo_act_found(struct work *w, struct demo_plan *p); /* units, people, topics */
enum outcome demo_act_weeks(struct work *w, struct demo_plan *p);
/* Instead of planning and doing the weeks one by one: many, for load. */
enum outcome demo_act_bulk(struct work *w, struct demo_plan *p);

#endif
