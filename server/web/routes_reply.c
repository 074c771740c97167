/* Addresses: answers for all. */
#include "reply_handlers.h"
#include "routes_tables.h"

/* clang-format off */
static const struct route routes[] = {
	/* method path                             needs          face  handler             help */
	{ GET,  "/answers-for-all",                NEED_PERSON,   PAGE, reply_list_show,     "Answers for all, newest first" },
	{ GET,  "/answers-for-all/#",              NEED_PERSON,   PAGE, reply_show,          "One of them" },
	{ GET,  "/answers-for-all/#/edit",         NEED_PERSON,   PAGE, reply_edit_show,     "Change it" },
	{ POST, "/answers-for-all/#/edit",         NEED_PERSON,   PAGE, reply_edit_post,     "Save a new version" },
	{ POST, "/answers-for-all/#/withdraw",     NEED_PERSON,   PAGE, reply_withdraw_post, "Take it from everybody's eyes" },
	{ POST, "/answers-for-all/#/publish",      NEED_PERSON,   PAGE, reply_publish_post,  "Show it again" },
	{ GET,  "/asks/#/for-all",                 NEED_PERSON,   PAGE, reply_new_show,      "Make an answer for all of an ask" },
	{ POST, "/asks/#/for-all",                 NEED_PERSON,   PAGE, reply_new_post,      "Give it to everybody" },
	{ POST, "/asks/#/name",                    NEED_PERSON,   PAGE, reply_name_post,     "May the asker's name stand above an answer for all? named=1" },

	{ GET,  "/api/answers-for-all",            NEED_PERSON,   JSON, reply_list_show,     "Answers for all, newest first; topic=, cursor=, limit=" },
	{ GET,  "/api/answers-for-all/#",          NEED_PERSON,   JSON, reply_show,          "One of them" },
	{ PUT,  "/api/answers-for-all/#",          NEED_PERSON,   JSON, reply_api_put,       "Save a new version" },
	{ POST, "/api/answers-for-all/#/withdraw", NEED_PERSON,   JSON, reply_withdraw_post, "Take it from everybody's eyes" },
	{ POST, "/api/answers-for-all/#/publish",  NEED_PERSON,   JSON, reply_publish_post,  "Show it again" },
	{ POST, "/api/asks/#/for-all",             NEED_PERSON,   JSON, reply_api_add,       "Make an answer for all of an ask that headquarters answered" },
	{ PUT,  "/api/asks/#/name",                NEED_PERSON,   JSON, reply_name_api,      "The asker's name may stand above an answer for all" },
	{ DELETE, "/api/asks/#/name",              NEED_PERSON,   JSON, reply_name_api,      "It may not" },
};
/* clang-format on */

const struct route_table routes_reply = ROUTE_TABLE(routes);
