/* Addresses: meetings, what is gone through there, and tasks. */
#include "meeting_handlers.h"
#include "routes_tables.h"

/* clang-format off */
static const struct route routes[] = {
	/* method path                             needs          face  handler             help */
	{ GET,  "/meetings",                       NEED_PERSON,   PAGE, meeting_list_show,   "Meetings of my units; before=2026-11-24" },
	{ GET,  "/meetings/new",                   NEED_PERSON,   PAGE, meeting_new_show,    "Make one; unit=, task=" },
	{ POST, "/meetings/new",                   NEED_PERSON,   PAGE, meeting_new_post,    "Make it" },
	{ GET,  "/meetings/#",                     NEED_PERSON,   PAGE, meeting_show,        "The record; as=md: its minutes" },
	{ GET,  "/meetings/#/edit",                NEED_PERSON,   PAGE, meeting_edit_show,   "Its day, kind, recorder, notes" },
	{ POST, "/meetings/#/edit",                NEED_PERSON,   PAGE, meeting_edit_post,   "Change them" },
	{ POST, "/meetings/#/drop",                NEED_PERSON,   PAGE, meeting_drop_post,   "Call it off" },
	{ POST, "/meetings/#/people",              NEED_PERSON,   PAGE, meeting_people_post, "Who is there, whose turn it is" },
	{ POST, "/meetings/#/lines",               NEED_PERSON,   PAGE, meeting_line_post,   "An answer to a question" },
	{ POST, "/meetings/#/lines/#",             NEED_PERSON,   PAGE, meeting_line_edit_post, "Change its words" },
	{ POST, "/meetings/#/lines/#/drop",        NEED_PERSON,   PAGE, meeting_line_drop_post, "Take it out" },
	{ POST, "/meetings/#/lines/#/become",      NEED_PERSON,   PAGE, meeting_line_become_post, "A point, an ask, an ability" },
	{ POST, "/meetings/#/results/#",           NEED_PERSON,   PAGE, meeting_result_post, "What became of a next step" },
	{ GET,  "/meetings/#/points/#",            NEED_PERSON,   PAGE, meeting_review_show, "A point gone through in depth" },
	{ POST, "/meetings/#/points/#",            NEED_PERSON,   PAGE, meeting_review_post, "Keep it" },
	{ POST, "/meetings/#/points/#/remarks",    NEED_PERSON,   PAGE, meeting_remark_post, "A why, its answer, an advice" },
	{ GET,  "/tasks",                          NEED_PERSON,   PAGE, task_list_show,      "Tasks of my teams" },
	{ POST, "/tasks",                          NEED_PERSON,   PAGE, task_new_post,       "Open one" },
	{ GET,  "/tasks/#",                        NEED_PERSON,   PAGE, task_show,           "A task and what was written after it" },
	{ POST, "/tasks/#/edit",                   NEED_PERSON,   PAGE, task_edit_post,      "Its days and people" },
	{ POST, "/tasks/#/close",                  NEED_PERSON,   PAGE, task_close_post,     "Close it with a review" },
	{ POST, "/tasks/#/reopen",                 NEED_PERSON,   PAGE, task_reopen_post,    "It goes on" },

	{ GET,  "/api/meetings",                   NEED_PERSON,   JSON, meeting_api_list,    "Meetings that I may see, newest first; unit=, cursor=, limit=" },
	{ POST, "/api/meetings",                   NEED_PERSON,   JSON, meeting_api_add,     "Make one" },
	{ GET,  "/api/meetings/#",                 NEED_PERSON,   JSON, meeting_api_get,     "The record; its minutes with Accept: text/markdown" },
	{ PUT,  "/api/meetings/#",                 NEED_PERSON,   JSON, meeting_api_put,     "Its day, kind, recorder, notes" },
	{ DELETE, "/api/meetings/#",               NEED_PERSON,   JSON, meeting_api_drop,    "Call it off" },
	{ PUT,  "/api/meetings/#/people",          NEED_PERSON,   JSON, meeting_api_people,  "Who is there, whose turn it is" },
	{ POST, "/api/meetings/#/lines",           NEED_PERSON,   JSON, meeting_api_line,    "An answer to a question" },
	{ PUT,  "/api/meetings/#/lines/#",         NEED_PERSON,   JSON, meeting_api_line_put, "Change it" },
	{ DELETE, "/api/meetings/#/lines/#",       NEED_PERSON,   JSON, meeting_api_line_drop, "Take it out" },
	{ POST, "/api/meetings/#/lines/#/become",  NEED_PERSON,   JSON, meeting_api_line_become, "A point, an ask, an ability" },
	{ PUT,  "/api/meetings/#/reviews/#",       NEED_PERSON,   JSON, meeting_api_review,  "Go through a point in depth" },
	{ POST, "/api/meetings/#/reviews/#/remarks", NEED_PERSON, JSON, meeting_api_remark,  "A why, its answer, an advice, as said there" },
	{ PUT,  "/api/reviews/#/result",           NEED_PERSON,   JSON, meeting_api_result,  "What became of a next step" },
	{ GET,  "/api/units/:/rota",               NEED_PERSON,   JSON, meeting_api_rota,    "Whose turn it is to go deep, at a meeting held today" },
	{ GET,  "/api/tasks",                      NEED_PERSON,   JSON, task_api_list,       "Tasks of my teams, newest first; cursor=, limit=" },
	{ POST, "/api/tasks",                      NEED_PERSON,   JSON, task_api_add,        "Open one" },
	{ GET,  "/api/tasks/#",                    NEED_PERSON,   JSON, task_api_get,        "One task and what was written after it" },
	{ PUT,  "/api/tasks/#",                    NEED_PERSON,   JSON, task_api_put,        "Its days and people" },
	{ POST, "/api/tasks/#/close",              NEED_PERSON,   JSON, task_api_close,      "Close it with a review" },
	{ POST, "/api/tasks/#/reopen",             NEED_PERSON,   JSON, task_api_reopen,     "It goes on" },
};
/* clang-format on */

const struct route_table routes_meeting = ROUTE_TABLE(routes);
