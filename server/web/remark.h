/* remark: gathers what is said under a point, for its page and the API. */
#ifndef WEB_REMARK_H
#define WEB_REMARK_H

#include "views/remark.h"
#include "visit.h"

/* NULL where the viewer may not know: it is part of the point's page. */
struct remark_view *remark_gather(struct visit *v, const struct point *p);

#endif
