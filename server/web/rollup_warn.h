/* rollup_warn: what a manager should know before closing, and the topics offered to classify by. */
#ifndef WEB_ROLLUP_WARN_H
#define WEB_ROLLUP_WARN_H

#include "views/rollup.h"
#include "visit.h"

void rollup_warn(struct visit *v, struct rollup_view *view);
void rollup_offer(struct visit *v, struct rollup_view *view);

#endif
