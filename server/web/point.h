/* point: a point's page, shown again with what was typed under it. */
#ifndef WEB_POINT_H
#define WEB_POINT_H

#include "rules/remark.h"
#include "views/point.h"
#include "visit.h"

/* said NULL: nothing was typed. The faults are the visit's. */
enum outcome point_show_with(struct visit *v, struct point_id id, const struct remark_text *said);

/* Its way up so far. */
struct point_way point_way_of(struct visit *v, const struct point *p);

#endif
