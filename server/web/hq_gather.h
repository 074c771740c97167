/* hq_gather: what lies on the desk of the headquarters, part by part. */
#ifndef WEB_HQ_GATHER_H
#define WEB_HQ_GATHER_H

#include "hq.h"

bool hq_gather_is_in(const struct hq_view *view, enum piece_kind kind, int64_t noun);
struct hq_point *hq_gather_point(
	struct visit *v, struct hq_view *view, struct hq_points *list, const struct point *p);

void hq_gather_clock(struct visit *v, struct week week, struct hq_view *view);
/* After what goes out is known, which is marked. */
void hq_gather_week(struct visit *v, struct week week, struct hq_view *view);

#endif
