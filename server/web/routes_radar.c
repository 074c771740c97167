/* Addresses: what was told before, and what recurs. */
#include "handlers.h"
#include "radar_beside.h"
#include "routes_tables.h"

/* clang-format off */
static const struct route routes[] = {
	/* method path                             needs          face  handler             help */
	{ GET,  "/radar",                          NEED_PERSON,   PAGE, radar_show,          "Experiences and lessons that several teams told, or one again" },
	{ GET,  "/points/#/similar",               NEED_PERSON,   PAGE, radar_similar_show,  "Points that tell the same as this one" },
	{ POST, "/write/similar",                  NEED_PERSON,   PAGE, radar_write_post,    "Who told the same as what is being written; place=" },

	{ POST, "/api/similar",                    NEED_PERSON,   JSON, radar_api_post,      "Points like a text, and topics it may be about; nothing is kept" },
	{ GET,  "/api/radar",                      NEED_PERSON,   JSON, radar_show,          "What recurs, the newest first; cursor=, limit=" },
	{ GET,  "/api/points/#/similar",           NEED_PERSON,   JSON, radar_similar_show,  "Points like this one, likest first, and topics it may be about" },
};
/* clang-format on */

const struct route_table routes_radar = ROUTE_TABLE(routes);
