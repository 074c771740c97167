/* Addresses: points, what is said under them, answers and asks. */
#include "handlers.h"
#include "routes_tables.h"

#define MANAGERS (TEAM_MANAGER | BRANCH_MANAGER | HQ)

/* clang-format off */
static const struct route routes[] = {
	/* method path                             needs          face  handler             help */
	{ GET,  "/points/#",                       NEED_PERSON,   PAGE, point_show,          "One point and its way up" },
	{ GET,  "/points/#/people",                NEED_PERSON,   PAGE, mention_point_show,  "Whom one can mention there: those who may see it; q=" },
	{ GET,  "/asks/#/people",                  NEED_PERSON,   PAGE, mention_ask_show,    "Whom one can mention in what is said to an ask; q=" },
	{ POST, "/points/#/remarks",               NEED_PERSON,   PAGE, remark_post,         "Say something under it: comment, why, answer, advice" },
	{ POST, "/points/#/read",                  NEED_PERSON,   PAGE, answer_read_post,    "It was opened where it waits for an answer" },
	{ POST, "/coach",                          NEED_PERSON,   PAGE, hint_said_post,      "What the coach says of words that are being typed; text=" },
	{ POST, "/remarks/#/edit",                 NEED_PERSON,   PAGE, remark_edit_post,    "Change one's words within ten minutes" },
	{ POST, "/remarks/#/strike",               NEED_PERSON,   PAGE, remark_strike_post,  "Take them back" },
	{ POST, "/remarks/#/rise",                 NEED_PERSON,   PAGE, remark_rise_post,    "Let a remark rise with its point, or keep it in the team" },
	{ GET,  "/answers",                        NEED_PERSON,   PAGE, answer_show,         "Points that wait for my answer" },
	{ GET,  "/answers/units",                  MANAGERS,      PAGE, answer_unit_show,    "How soon units answer" },
	{ GET,  "/asks",                           NEED_PERSON,   PAGE, ask_list_show,       "Help and decisions: for my answer, mine, of my units" },
	{ GET,  "/asks/#",                         NEED_PERSON,   PAGE, ask_show,            "One of them, with its path" },
	{ POST, "/asks/#/answer",                  NEED_PERSON,   PAGE, ask_answer_post,     "Answer an ask" },
	{ POST, "/asks/#/confirm",                 NEED_PERSON,   PAGE, ask_confirm_post,    "It helped" },
	{ POST, "/asks/#/reopen",                  NEED_PERSON,   PAGE, ask_reopen_post,     "It did not help: ask again" },
	{ POST, "/asks/#/close",                   NEED_PERSON,   PAGE, ask_close_post,      "Close it" },

	{ GET,  "/api/points",                     NEED_PERSON,   JSON, point_list_show,     "Points, newest first, or with order=effect what proved itself; unit=, week=, kind=, topic=, cursor=, limit=" },
	{ GET,  "/api/points/#",                   NEED_PERSON,   JSON, point_show,          "One point and its way up" },
	{ GET,  "/api/points/#/remarks",           NEED_PERSON,   JSON, remark_list,         "What is said under a point" },
	{ POST, "/api/points/#/remarks",           NEED_PERSON,   JSON, remark_post,         "Say something under it" },
	{ PUT,  "/api/remarks/#",                  NEED_PERSON,   JSON, remark_edit_post,    "Change one's words within ten minutes" },
	{ DELETE, "/api/remarks/#",                NEED_PERSON,   JSON, remark_strike_post,  "Take them back" },
	{ PUT,  "/api/remarks/#/rise",             NEED_PERSON,   JSON, remark_rise_api,     "Let it rise with its point" },
	{ DELETE, "/api/remarks/#/rise",           NEED_PERSON,   JSON, remark_rise_api,     "Keep it in the team" },
	{ GET,  "/api/asks",                       NEED_PERSON,   JSON, ask_list_show,       "Help and decisions: for my answer, mine, of my units; own=, units=: older ones than that id" },
	{ GET,  "/api/asks/#",                     NEED_PERSON,   JSON, ask_show,            "One of them, with its path" },
	{ POST, "/api/asks/#/answer",              NEED_PERSON,   JSON, ask_answer_post,     "Answer an ask" },
	{ POST, "/api/asks/#/confirm",             NEED_PERSON,   JSON, ask_confirm_post,    "It helped" },
	{ POST, "/api/asks/#/reopen",              NEED_PERSON,   JSON, ask_reopen_post,     "It did not help: ask again" },
	{ POST, "/api/asks/#/close",               NEED_PERSON,   JSON, ask_close_post,      "Close it" },
};
/* clang-format on */

const struct route_table routes_talk = ROUTE_TABLE(routes);
