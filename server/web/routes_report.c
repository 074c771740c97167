/* Addresses: daily reports. */
#include "handlers.h"
#include "routes_tables.h"

/* clang-format off */
static const struct route routes[] = {
	/* method path                             needs          face  handler             help */
	{ GET,  "/reports",                        NEED_PERSON,   PAGE, report_list_show,    "Daily reports of my team; until=2026-11-24" },
	{ GET,  "/reports/write",                  NEED_PERSON,   PAGE, report_form_show,    "Write one; day=2026-11-24" },
	{ POST, "/reports/write",                  NEED_PERSON,   PAGE, report_form_post,    "Hand it in" },
	{ GET,  "/reports/#",                      NEED_PERSON,   PAGE, report_show,         "One daily report; version=" },
	{ POST, "/units/:/reports",                NEED_PERSON,   PAGE, report_choose_post,  "Daily, on field days, or not at all" },

	{ GET,  "/api/reports",                    NEED_PERSON,   JSON, report_api_list,     "Daily reports that I may see, newest first; cursor=, limit=" },
	{ GET,  "/api/reports/:",                  NEED_PERSON,   JSON, report_api_get,      "Mine of a day (2026-11-24), or one by its number; as Markdown with Accept: text/markdown" },
	{ PUT,  "/api/reports/:",                  NEED_PERSON,   JSON, report_api_put,      "Hand in mine of a day" },
};
/* clang-format on */

const struct route_table routes_report = ROUTE_TABLE(routes);
