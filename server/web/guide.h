/* guide: a topic's guide made ready for one reader. For web/guide*.c and topic_page.c. */
#ifndef WEB_GUIDE_H
#define WEB_GUIDE_H

#include "views/guide.h"
#include "visit.h"

/* Never NULL; without a guide there may be none, or none for the viewer. */
const struct guide_view *guide_gather(struct visit *v, const struct topic *t);
/* What the address names: an accepted topic; NULL: not there. */
const struct topic *guide_topic(struct visit *v);
/* The points of a version, without those of `before`'s as fresh. */
struct guide_points guide_points_of(
	struct visit *v, struct guide_id id, int64_t number, int64_t before);

#endif
