/* Addresses: what was used and what came of it; where one's points went. */
#include "routes_tables.h"
#include "use_handlers.h"

/* clang-format off */
static const struct route routes[] = {
	/* method path                             needs          face  handler             help */
	{ GET,  "/points/#/uses",                  NEED_PERSON,   PAGE, use_list_show,       "Who used a point, and what came of it" },
	{ POST, "/points/#/uses",                  NEED_PERSON,   PAGE, use_post,            "I used this" },
	{ GET,  "/stories/#/uses",                 NEED_PERSON,   PAGE, use_list_show,       "Who used a story, and what came of it" },
	{ POST, "/stories/#/uses",                 NEED_PERSON,   PAGE, use_post,            "I used this" },
	{ GET,  "/topics/#/uses",                  NEED_PERSON,   PAGE, use_list_show,       "Who used a topic's page, and what came of it" },
	{ POST, "/topics/#/uses",                  NEED_PERSON,   PAGE, use_post,            "I used this" },
	{ GET,  "/uses/#/edit",                    NEED_PERSON,   PAGE, use_edit_show,       "Change one's own entry" },
	{ POST, "/uses/#/edit",                    NEED_PERSON,   PAGE, use_edit_post,       "Change it" },
	{ POST, "/uses/#/withdraw",                NEED_PERSON,   PAGE, use_withdraw_post,   "Withdraw it" },
	{ POST, "/points/#/sign",                  NEED_PERSON,   PAGE, point_sign_post,     "My name above the team, or not, on a point of mine" },
	{ GET,  "/trail",                          NEED_PERSON,   PAGE, trail_show,          "Where my points went" },

	{ GET,  "/api/points/#/uses",              NEED_PERSON,   JSON, use_list_show,       "Who used a point, and what came of it; cursor=, limit=" },
	{ POST, "/api/points/#/uses",              NEED_PERSON,   JSON, use_post,            "I used this" },
	{ GET,  "/api/stories/#/uses",             NEED_PERSON,   JSON, use_list_show,       "Who used a story; cursor=, limit=" },
	{ POST, "/api/stories/#/uses",             NEED_PERSON,   JSON, use_post,            "I used this" },
	{ GET,  "/api/topics/#/uses",              NEED_PERSON,   JSON, use_list_show,       "Who used a topic's page; cursor=, limit=" },
	{ POST, "/api/topics/#/uses",              NEED_PERSON,   JSON, use_post,            "I used this" },
	{ GET,  "/api/uses/#",                     NEED_PERSON,   JSON, use_show,            "One entry" },
	{ PUT,  "/api/uses/#",                     NEED_PERSON,   JSON, use_edit_post,       "Change one's own entry" },
	{ DELETE, "/api/uses/#",                   NEED_PERSON,   JSON, use_withdraw_post,   "Withdraw it" },
	{ PUT,  "/api/points/#/sign",              NEED_PERSON,   JSON, point_sign_post,     "My name above the team, or not, on a point of mine" },
	{ GET,  "/api/trail",                      NEED_PERSON,   JSON, trail_show,          "Where my points went, what happened last first; cursor=, limit=" },
};
/* clang-format on */

const struct route_table routes_use = ROUTE_TABLE(routes);
