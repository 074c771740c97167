/* rollup_handlers: what routes_rollup.c names, beside handlers.h. */
#ifndef WEB_ROLLUP_HANDLERS_H
#define WEB_ROLLUP_HANDLERS_H

#include "visit.h"

handler rollup_excuse_post, rollup_order_post, rollup_merge_post; /* rollup_act.c */
handler rollup_classify_post, rollup_highlight_post, rollup_pick_post, rollup_point_merge;
handler rollup_sort_show; /* rollup_sort.c */

handler synthesis_show, synthesis_post;                            /* synthesis.c */
handler rollup_api_classify, rollup_api_merge, rollup_api_unmerge; /* rollup_api.c */
handler rollup_api_highlight, rollup_api_pick, rollup_api_order;
handler rollup_api_excuse, rollup_api_synthesis, rollup_api_leave, rollup_api_leave_many;

handler workbench_show, workbench_post;                    /* workbench.c, workbench_act.c */
handler synthesis_version_show, synthesis_version_restore; /* synthesis_version.c */
handler synthesis_version_list;

#endif
