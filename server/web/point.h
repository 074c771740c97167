/* point: a point's page, shown again with what was typed under it. */
#ifndef WEB_POINT_H
#define WEB_POINT_H

#include "rules/remark.h"
#include "visit.h"

/* said NULL: nothing was typed. The faults are the visit's. */
enum outcome point_show_with(struct visit *v, struct point_id id, const struct remark_text *said);

#endif
