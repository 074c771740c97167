/* Addresses: one's desk, writing, and what one wrote. */
#include "handlers.h"
#include "routes_tables.h"

/* clang-format off */
static const struct route routes[] = {
	/* method path                             needs          face  handler             help */
	{ GET,  "/",                               NEED_PERSON,   PAGE, desk_show,           "What waits for me" },
	{ GET,  "/write",                          NEED_PERSON,   PAGE, write_show,          "Write this week's reflection" },
	{ POST, "/write",                          NEED_PERSON,   PAGE, write_submit,        "Hand it in" },
	{ GET,  "/write/task",                     NEED_PERSON,   PAGE, write_task_show,     "Write a reflection after a task" },
	{ POST, "/write/preview",                  NEED_PERSON,   PAGE, write_preview,       "See it as the others will" },
	{ POST, "/write/edit",                     NEED_PERSON,   PAGE, write_edit,          "Go on writing" },
	{ POST, "/write/take",                     NEED_PERSON,   PAGE, write_take_post,     "Make an entry of what a daily report says" },
	{ POST, "/write/discard",                  NEED_PERSON,   PAGE, write_discard,       "Throw the draft away" },
	{ GET,  "/write/paste",                    NEED_PERSON,   PAGE, write_paste_show,    "Paste a whole text from a chat" },
	{ POST, "/write/paste",                    NEED_PERSON,   PAGE, write_paste_take,    "Split it into points" },
	{ GET,  "/write/file",                     NEED_PERSON,   PAGE, write_file_show,     "Write it as one Markdown text" },
	{ POST, "/write/file",                     NEED_PERSON,   PAGE, write_file_submit,   "Hand in the Markdown text" },
	{ POST, "/drafts/*",                       NEED_PERSON,   PAGE, draft_take,          "Save a draft while one types" },
	{ GET,  "/reflections",                    NEED_PERSON,   PAGE, reflection_list,     "My reflections" },
	{ GET,  "/reflections/#",                  NEED_PERSON,   PAGE, reflection_show,     "One reflection" },
	{ GET,  "/reflections/#/versions/#",       NEED_PERSON,   PAGE, reflection_version_show, "An earlier version, and what changed" },
	{ POST, "/reflections/#/versions/#/restore", NEED_PERSON, PAGE, reflection_restore,  "Go on writing from it" },
	{ POST, "/reflections/#/withdraw",         NEED_PERSON,   PAGE, reflection_withdraw_post, "Withdraw it" },
	{ POST, "/points/#/withdraw",              NEED_PERSON,   PAGE, reflection_withdraw_point_post, "Withdraw one point" },

	{ PUT,  "/api/reflections/:",              NEED_PERSON,   JSON, reflection_put,      "Hand in a week (2026-W47) or change an after-task reflection (its number)" },
	{ POST, "/api/reflections",                NEED_PERSON,   JSON, reflection_post,     "Hand in an after-task reflection" },
	{ GET,  "/api/reflections/#",              NEED_PERSON,   JSON, reflection_show,     "One reflection; as Markdown with Accept: text/markdown" },
};
/* clang-format on */

const struct route_table routes_write = ROUTE_TABLE(routes);
