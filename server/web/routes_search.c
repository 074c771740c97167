/* Addresses: searching, and what was looked for in vain. */
#include "handlers.h"
#include "routes_tables.h"

/* clang-format off */
static const struct route routes[] = {
	/* method path                             needs          face  handler             help */
	{ GET,  "/search",                         NEED_PERSON,   PAGE, search_show,         "Find points, syntheses and stories" },
	{ POST, "/search/saved",                   NEED_PERSON,   PAGE, search_save,         "Keep a search" },
	{ POST, "/search/saved/forget",            NEED_PERSON,   PAGE, search_forget,       "Keep it no longer" },
	{ GET,  "/search/misses",                  TRAINER | HQ,  PAGE, search_miss_show,    "What people looked for in vain" },
	{ POST, "/search/misses/#/settle",         TRAINER | HQ,  PAGE, search_miss_settle,  "It is written about now, or need not be" },

	{ GET,  "/api/search",                     NEED_PERSON,   JSON, search_show,         "Points, syntheses and stories that hold these words" },
};
/* clang-format on */

const struct route_table routes_search = ROUTE_TABLE(routes);
