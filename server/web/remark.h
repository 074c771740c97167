/* remark: gathers what is said under a point, for its page and the API. */
#ifndef WEB_REMARK_H
#define WEB_REMARK_H

#include "rules/remark.h"
#include "views/remark.h"
#include "visit.h"

/* NULL where the viewer may not know: it is part of the point's page. */
struct remark_view *remark_gather(struct visit *v, const struct point *p);

/* answer.c: what takes the place of a card on /answers: what was said, or the card with its faults.
 */
enum outcome answer_given_part(struct visit *v, struct point_id point, struct remark_id id);
enum outcome answer_refused_part(
	struct visit *v, struct point_id point, const struct remark_text *said);

#endif
