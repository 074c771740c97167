/*
 * sign: whether one's name stands beside one's points above the team, or "a member of" it. A new
 * point says it itself (rules/point_text.h) or takes its author's default; afterwards it may be
 * changed both ways, also for what has risen: wherever the point is shown from then on, the name is
 * there or is not. What left the house before (mail, printed bulletins) is not called back.
 */
#ifndef RULES_SIGN_H
#define RULES_SIGN_H

#include "work.h"

/* For new points and uses. all: for those of before too. */
enum outcome sign_default(struct work *w, bool anonymous, bool all);
/* One point of one's own. CONFLICT while its reflection may still be changed: its text says it. */
enum outcome sign_point(struct work *w, struct point_id id, bool anonymous);

#endif
