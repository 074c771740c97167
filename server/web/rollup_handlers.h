/* rollup_handlers: what routes.c names of roll-ups, beside handlers.h. */
#ifndef WEB_ROLLUP_HANDLERS_H
#define WEB_ROLLUP_HANDLERS_H

#include "visit.h"

handler rollup_excuse_post, rollup_order_post, rollup_merge_post; /* rollup_act.c */
handler rollup_classify_post, rollup_highlight_post, rollup_pick_post, rollup_point_merge;
handler rollup_sort_show; /* rollup_sort.c */

#endif
