/* Addresses: units, their roll-ups, and what is distilled from them. */
#include "handlers.h"
#include "hq.h"
#include "routes_tables.h"

/* clang-format off */
static const struct route routes[] = {
	/* method path                             needs          face  handler             help */
	{ GET,  "/units/:",                        NEED_PERSON,   PAGE, rollup_show,         "A unit's roll-up of a week" },
	{ POST, "/units/:/close",                  NEED_PERSON,   PAGE, rollup_close_post,   "Close the week" },
	{ POST, "/units/:/reopen",                 NEED_PERSON,   PAGE, rollup_reopen_post,  "Open it again" },
	{ POST, "/units/:/excuse",                 NEED_PERSON,   PAGE, rollup_excuse_post,  "Excuse somebody, or take it back" },
	{ POST, "/units/:/order",                  NEED_PERSON,   PAGE, rollup_order_post,   "Order points or topics by importance" },
	{ POST, "/units/:/merge",                  NEED_PERSON,   PAGE, rollup_merge_post,   "Merge the ticked points" },
	{ POST, "/units/:/synthesis",              NEED_PERSON,   PAGE, synthesis_post,      "Save what a week says on one topic" },
	{ GET,  "/hq",                             NEED_PERSON,   PAGE, hq_show,             "Desk of the headquarters: a week's clock, topics, what goes out" },
	{ POST, "/hq",                             NEED_PERSON,   PAGE, hq_post,             "Choose what goes out, order it, write its opening words" },
	{ GET,  "/units/:/workbench",              NEED_PERSON,   PAGE, workbench_show,      "Where a week is distilled, topic by topic" },
	{ POST, "/units/:/workbench",              NEED_PERSON,   PAGE, workbench_post,      "Order, merge, flag or leave a point there" },
	{ GET,  "/syntheses/#/versions/#",         NEED_PERSON,   PAGE, synthesis_version_show, "What changed in that version" },
	{ POST, "/syntheses/#/versions/#/restore", NEED_PERSON,   PAGE, synthesis_version_restore, "Make that version the newest" },
	{ GET,  "/syntheses/#",                    NEED_PERSON,   PAGE, synthesis_show,      "What a week says on one topic" },
	{ GET,  "/points/#/sort",                  NEED_PERSON,   PAGE, rollup_sort_show,    "All that a manager may do to a point" },
	{ POST, "/points/#/topics",                NEED_PERSON,   PAGE, rollup_classify_post, "Classify a point" },
	{ POST, "/points/#/merge",                 NEED_PERSON,   PAGE, rollup_point_merge,  "Merge it under another, or take it out" },
	{ POST, "/points/#/highlight",             NEED_PERSON,   PAGE, rollup_highlight_post, "Flag it as worth a case" },
	{ POST, "/points/#/pick",                  NEED_PERSON,   PAGE, rollup_pick_post,    "Choose it for headquarters" },

	{ GET,  "/api/units",                      NEED_PERSON,   JSON, unit_list,           "The tree of units" },
	{ GET,  "/api/units/:/rollup",             NEED_PERSON,   JSON, rollup_show,         "A unit's roll-up of a week" },
	{ POST, "/api/units/:/rollup/close",       NEED_PERSON,   JSON, rollup_close_post,   "Close the week" },
	{ POST, "/api/units/:/rollup/reopen",      NEED_PERSON,   JSON, rollup_reopen_post,  "Open it again" },
	{ PUT,  "/api/units/:/rollup/order",       NEED_PERSON,   JSON, rollup_api_order,    "Order topics, points of a topic, or what was chosen" },
	{ PUT,  "/api/units/:/rollup/excuses/#",   NEED_PERSON,   JSON, rollup_api_excuse,   "Excuse a person, with a reason" },
	{ DELETE, "/api/units/:/rollup/excuses/#", NEED_PERSON,   JSON, rollup_api_excuse,   "Take the excuse back" },
	{ POST, "/api/units/:/rollup/leave",       NEED_PERSON,   JSON, rollup_api_leave_many, "Leave several points with one reason" },
	{ PUT,  "/api/units/:/rollup/syntheses/#", NEED_PERSON,   JSON, rollup_api_synthesis, "Save what a week says on one topic" },
	{ GET,  "/api/hq",                         NEED_PERSON,   JSON, hq_show,             "Desk of the headquarters; week=" },
	{ GET,  "/api/syntheses/#",                NEED_PERSON,   JSON, synthesis_show,      "What a week says on one topic" },
	{ GET,  "/api/syntheses/#/versions",       NEED_PERSON,   JSON, synthesis_version_list, "Its versions, newest first" },
	{ GET,  "/api/syntheses/#/versions/#",     NEED_PERSON,   JSON, synthesis_version_show, "The words of one version" },
	{ POST, "/api/syntheses/#/versions/#/restore", NEED_PERSON, JSON, synthesis_version_restore, "Make that version the newest" },
	{ PUT,  "/api/points/#/topics",            NEED_PERSON,   JSON, rollup_api_classify, "Classify a point" },
	{ POST, "/api/points/#/merge",             NEED_PERSON,   JSON, rollup_api_merge,    "Merge points under this one" },
	{ POST, "/api/points/#/unmerge",           NEED_PERSON,   JSON, rollup_api_unmerge,  "Take it out of its merger" },
	{ PUT,  "/api/points/#/highlight",         NEED_PERSON,   JSON, rollup_api_highlight, "Flag it as worth a case" },
	{ DELETE, "/api/points/#/highlight",       NEED_PERSON,   JSON, rollup_api_highlight, "Take the flag away" },
	{ PUT,  "/api/points/#/leave",             NEED_PERSON,   JSON, rollup_api_leave,    "Leave it out of the week's texts, with a reason" },
	{ DELETE, "/api/points/#/leave",           NEED_PERSON,   JSON, rollup_api_leave,    "Take that reason back" },
	{ PUT,  "/api/points/#/pick",              NEED_PERSON,   JSON, rollup_api_pick,     "Choose it for headquarters" },
	{ DELETE, "/api/points/#/pick",            NEED_PERSON,   JSON, rollup_api_pick,     "Choose it no more" },
};
/* clang-format on */

const struct route_table routes_rollup = ROUTE_TABLE(routes);
