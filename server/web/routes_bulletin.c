/* Addresses: what is issued to everybody, and who signed for it. */
#include "bulletin_handlers.h"
#include "destination_handlers.h"
#include "routes_tables.h"

/* clang-format off */
static const struct route routes[] = {
	/* method path                             needs          face  handler             help */
	{ GET,  "/bulletins",                      NEED_PERSON,   PAGE, bulletin_list_show,  "Bulletins, newest first" },
	{ POST, "/bulletins",                      NEED_PERSON,   PAGE, bulletin_start_post, "Begin the next one" },
	{ GET,  "/bulletins/#",                    NEED_PERSON,   PAGE, bulletin_show,       "One bulletin; edition=" },
	{ GET,  "/bulletins/#/edit",               NEED_PERSON,   PAGE, bulletin_edit_show,  "Put it together" },
	{ POST, "/bulletins/#/edit",               NEED_PERSON,   PAGE, bulletin_edit_post,  "Save it, order it, add, take out" },
	{ POST, "/bulletins/#/publish",            NEED_PERSON,   PAGE, bulletin_publish_post, "Publish it, or its correction" },
	{ POST, "/bulletins/#/correct",            NEED_PERSON,   PAGE, bulletin_correct_post, "Begin a correction" },
	{ POST, "/bulletins/#/discard",            NEED_PERSON,   PAGE, bulletin_discard_post, "Throw the draft away" },
	{ POST, "/bulletins/#/sign",               NEED_PERSON,   PAGE, bulletin_sign_post,  "Sign for it" },
	{ GET,  "/bulletins/#/receipts",           NEED_PERSON,   PAGE, bulletin_receipt_show, "Who opened it and signed for it" },
	{ GET,  "/admin/destinations",             HQ | ADMIN,    PAGE, destination_list_show, "Groups and programs that bulletins are sent to" },
	{ POST, "/admin/destinations",             HQ | ADMIN,    PAGE, destination_save_post, "Add one" },
	{ GET,  "/admin/destinations/new",         HQ | ADMIN,    PAGE, destination_new_show, "The form for one more" },
	{ GET,  "/admin/destinations/#",           HQ | ADMIN,    PAGE, destination_show,    "One of them: how it does" },
	{ POST, "/admin/destinations/#",           HQ | ADMIN,    PAGE, destination_save_post, "Change it; address and secret stay where left empty" },
	{ POST, "/admin/destinations/#/test",      HQ | ADMIN,    PAGE, destination_try_post, "Send a test message" },
	{ POST, "/admin/destinations/#/retry",     HQ | ADMIN,    PAGE, destination_again_post, "Send now what did not arrive" },
	{ POST, "/admin/destinations/#/pause",     HQ | ADMIN,    PAGE, destination_pause_post, "Send it nothing more" },
	{ POST, "/admin/destinations/#/resume",    HQ | ADMIN,    PAGE, destination_resume_post, "Send to it again" },
	{ POST, "/admin/destinations/#/delete",    HQ | ADMIN,    PAGE, destination_delete_post, "Forget it" },

	{ GET,  "/api/destinations",               HQ | ADMIN,    JSON, destination_list_show, "Groups and programs that bulletins are sent to, and how they do" },
	{ GET,  "/api/bulletins",                  NEED_PERSON,   JSON, bulletin_list_show,  "Bulletins, newest first" },
	{ POST, "/api/bulletins",                  NEED_PERSON,   JSON, bulletin_api_start,  "Begin the next one" },
	{ GET,  "/api/bulletins/#",                NEED_PERSON,   JSON, bulletin_show,       "One bulletin; edition=, draft=" },
	{ PUT,  "/api/bulletins/#",                NEED_PERSON,   JSON, bulletin_api_put,    "Change what is being written" },
	{ DELETE, "/api/bulletins/#",              NEED_PERSON,   JSON, bulletin_api_discard, "Throw the draft or the correction away" },
	{ POST, "/api/bulletins/#/publish",        NEED_PERSON,   JSON, bulletin_api_publish, "Publish it, or its correction" },
	{ POST, "/api/bulletins/#/correct",        NEED_PERSON,   JSON, bulletin_api_correct, "Begin a correction" },
	{ POST, "/api/bulletins/#/sign",           NEED_PERSON,   JSON, bulletin_sign_post,  "Sign for it" },
	{ GET,  "/api/bulletins/#/receipts",       NEED_PERSON,   JSON, bulletin_receipt_show, "Who opened it and signed for it" },
};
/* clang-format on */

const struct route_table routes_bulletin = ROUTE_TABLE(routes);
