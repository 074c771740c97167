#include "routes.h"

#include <string.h>

#include "base/text.h"
#include "handlers.h"

#define NEED_TENDING (TRAINER | HQ | ADMIN) /* the tree of topics: rules/topic.h */
#define MANAGERS     (TEAM_MANAGER | BRANCH_MANAGER | HQ)

/* clang-format off */
static const struct route routes[] = {
	/* method path                             needs          face  handler             help */
	{ GET,  "/healthz",                        NEED_NOTHING,  JSON, health_show,         "Is the service up" },
	{ GET,  "/metrics",                        NEED_NOTHING,  JSON, metrics_show,        "Figures for Prometheus: from this machine, or with an admin's token" },
	{ GET,  "/static/*",                       NEED_NOTHING,  PAGE, static_show,         "Style, script, pictures" },
	{ GET,  "/favicon.ico",                    NEED_NOTHING,  PAGE, static_favicon,      "The icon of the tab" },

	{ GET,  "/sign-in",                        NEED_NOTHING,  PAGE, session_show,        "Sign in" },
	{ POST, "/sign-in",                        NEED_NOTHING,  PAGE, session_start,       "Sign in" },
	{ POST, "/sign-out",                       NEED_PERSON,   PAGE, session_stop,        "Sign out" },

	{ GET,  "/set-up",                         NEED_NOTHING,  PAGE, setup_show,          "Begin with an empty database" },
	{ POST, "/set-up",                         NEED_NOTHING,  PAGE, setup_save,          "Make the headquarters and the first administrator" },

	{ GET,  "/me",                             NEED_PERSON,   PAGE, me_show,             "My settings" },
	{ POST, "/me",                             NEED_PERSON,   PAGE, me_save,             "Language and time zone" },
	{ POST, "/me/coach",                       NEED_PERSON,   PAGE, me_coach,            "Which hints I want while I write" },
	{ POST, "/me/sign-out-everywhere",         NEED_PERSON,   PAGE, me_sign_out_everywhere, "End all my sessions" },
	{ POST, "/me/tokens",                      NEED_PERSON,   PAGE, me_token_add,        "Make an API token" },
	{ POST, "/me/tokens/#/revoke",             NEED_PERSON,   PAGE, me_token_revoke,     "Revoke it" },
	{ GET,  "/me/password",                    NEED_PERSON,   PAGE, password_show,       "My password" },
	{ POST, "/me/password",                    NEED_PERSON,   PAGE, password_save,       "Change it" },

	{ GET,  "/admin",                          ADMIN,         PAGE, admin_show,          "Administration" },
	{ GET,  "/admin/redact",                   ADMIN,         PAGE, redact_show,         "Take a customer's data out of everything" },
	{ POST, "/admin/redact",                   ADMIN,         PAGE, redact_do,           "Count where it stands, and take it out" },
	{ GET,  "/admin/people",                   ADMIN,         PAGE, admin_person_list_show, "People" },
	{ GET,  "/admin/people/new",               ADMIN,         PAGE, admin_person_new_show, "The form for one more" },
	{ POST, "/admin/people",                   ADMIN,         PAGE, admin_person_add,    "Add a person" },
	{ GET,  "/admin/people/#",                 ADMIN,         PAGE, admin_person_show,   "One person" },
	{ POST, "/admin/people/#",                 ADMIN,         PAGE, admin_person_save,   "Change name, email, unit, roles" },
	{ POST, "/admin/people/#/deactivate",      ADMIN,         PAGE, admin_person_deactivate, "Sessions and tokens end" },
	{ POST, "/admin/people/#/reactivate",      ADMIN,         PAGE, admin_person_reactivate, "May sign in again" },
	{ POST, "/admin/people/#/password",        ADMIN,         PAGE, admin_person_password, "A one-time password, shown once" },
	{ POST, "/admin/people/#/sign-out",        ADMIN,         PAGE, admin_person_sign_out, "End all sessions" },
	{ POST, "/admin/people/#/tokens/#/revoke", ADMIN,         PAGE, admin_person_token_revoke, "Revoke an API token" },
	{ GET,  "/admin/units",                    ADMIN,         PAGE, admin_unit_list_show, "The tree" },
	{ GET,  "/admin/units/new",                ADMIN,         PAGE, admin_unit_new_show, "The form for one more" },
	{ POST, "/admin/units",                    ADMIN,         PAGE, admin_unit_add,      "Add a branch or a team" },
	{ GET,  "/admin/units/#",                  ADMIN,         PAGE, admin_unit_show,     "One unit" },
	{ POST, "/admin/units/#",                  ADMIN,         PAGE, admin_unit_save,     "Rename, give another code, move" },
	{ POST, "/admin/units/#/close",            ADMIN,         PAGE, admin_unit_close,    "Close an empty unit" },
	{ POST, "/admin/units/#/open",             ADMIN,         PAGE, admin_unit_open,     "Open it again" },
	{ GET,  "/admin/import",                   ADMIN,         PAGE, admin_import_show,   "Import people and units" },
	{ POST, "/admin/import",                   ADMIN,         PAGE, admin_import_try,    "What a table would change" },
	{ POST, "/admin/import/apply",             ADMIN,         PAGE, admin_import_apply,  "Change it; one-time passwords are shown once" },
	{ POST, "/admin/import/passwords",         ADMIN,         PAGE, admin_import_passwords, "Those passwords as a file" },
	{ GET,  "/admin/audit",                    ADMIN,         PAGE, admin_audit_show,    "Who did what; act=, person=, unit=, cursor=" },
	{ GET,  "/admin/settings",                 ADMIN,         PAGE, admin_setting_show,  "The organisation's settings" },
	{ POST, "/admin/settings",                 ADMIN,         PAGE, admin_setting_save,  "Change them" },

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
	{ GET,  "/points/#",                       NEED_PERSON,   PAGE, point_show,          "One point and its way up" },
	{ POST, "/points/#/remarks",               NEED_PERSON,   PAGE, remark_post,         "Say something under it: comment, why, answer, advice" },
	{ POST, "/remarks/#/edit",                 NEED_PERSON,   PAGE, remark_edit_post,    "Change one's words within ten minutes" },
	{ POST, "/remarks/#/strike",               NEED_PERSON,   PAGE, remark_strike_post,  "Take them back" },
	{ POST, "/remarks/#/rise",                 NEED_PERSON,   PAGE, remark_rise_post,    "Let a remark rise with its point, or keep it in the team" },
	{ GET,  "/answers",                        NEED_PERSON,   PAGE, answer_show,         "Points that wait for my answer" },
	{ GET,  "/answers/units",                  MANAGERS,      PAGE, answer_unit_show,    "How soon units answer" },
	{ GET,  "/asks",                           NEED_PERSON,   PAGE, ask_list_show,       "Help and decisions: for my answer, mine, of my units" },
	{ POST, "/asks/#/answer",                  NEED_PERSON,   PAGE, ask_answer_post,     "Answer an ask" },
	{ POST, "/asks/#/confirm",                 NEED_PERSON,   PAGE, ask_confirm_post,    "It helped" },
	{ POST, "/asks/#/reopen",                  NEED_PERSON,   PAGE, ask_reopen_post,     "It did not help: ask again" },
	{ POST, "/asks/#/close",                   NEED_PERSON,   PAGE, ask_close_post,      "Close it" },
	{ GET,  "/reports",                        NEED_PERSON,   PAGE, report_list_show,    "Daily reports of my team; until=2026-11-24" },
	{ GET,  "/reports/write",                  NEED_PERSON,   PAGE, report_form_show,    "Write one; day=2026-11-24" },
	{ POST, "/reports/write",                  NEED_PERSON,   PAGE, report_form_post,    "Hand it in" },
	{ GET,  "/reports/#",                      NEED_PERSON,   PAGE, report_show,         "One daily report; version=" },
	{ POST, "/units/:/reports",                NEED_PERSON,   PAGE, report_choose_post,  "Daily, on field days, or not at all" },
	{ GET,  "/units/:",                        NEED_PERSON,   PAGE, rollup_show,         "A unit's roll-up of a week" },
	{ POST, "/units/:/close",                  NEED_PERSON,   PAGE, rollup_close_post,   "Close the week" },
	{ POST, "/units/:/reopen",                 NEED_PERSON,   PAGE, rollup_reopen_post,  "Open it again" },
	{ POST, "/units/:/excuse",                 NEED_PERSON,   PAGE, rollup_excuse_post,  "Excuse somebody, or take it back" },
	{ POST, "/units/:/order",                  NEED_PERSON,   PAGE, rollup_order_post,   "Order points or topics by importance" },
	{ POST, "/units/:/merge",                  NEED_PERSON,   PAGE, rollup_merge_post,   "Merge the ticked points" },
	{ POST, "/units/:/synthesis",              NEED_PERSON,   PAGE, synthesis_post,      "Save what a week says on one topic" },
	{ GET,  "/syntheses/#",                    NEED_PERSON,   PAGE, synthesis_show,      "What a week says on one topic" },
	{ GET,  "/points/#/sort",                  NEED_PERSON,   PAGE, rollup_sort_show,    "All that a manager may do to a point" },
	{ POST, "/points/#/topics",                NEED_PERSON,   PAGE, rollup_classify_post, "Classify a point" },
	{ POST, "/points/#/merge",                 NEED_PERSON,   PAGE, rollup_point_merge,  "Merge it under another, or take it out" },
	{ POST, "/points/#/highlight",             NEED_PERSON,   PAGE, rollup_highlight_post, "Flag it as worth a case" },
	{ POST, "/points/#/pick",                  NEED_PERSON,   PAGE, rollup_pick_post,    "Choose it for headquarters" },

	{ GET,  "/topics/suggest",                 NEED_PERSON,   PAGE, topic_suggest_show,  "Topics whose words hold what was typed" },
	{ GET,  "/topics",                         NEED_PERSON,   PAGE, topic_map_show,      "The map of the process, and all topics" },
	{ GET,  "/topics/new",                     NEED_TENDING,  PAGE, topic_new_show,      "Add a topic" },
	{ POST, "/topics/new",                     NEED_TENDING,  PAGE, topic_new_post,      "Add a topic" },
	{ GET,  "/topics/#",                       NEED_PERSON,   PAGE, topic_show,          "One topic: what was lived through and learned there" },
	{ GET,  "/topics/#/edit",                  NEED_PERSON,   PAGE, topic_edit_show,     "Tend a topic, decide on a proposal" },
	{ POST, "/topics/#/edit",                  NEED_PERSON,   PAGE, topic_edit_post,     "Change it, or accept it" },
	{ POST, "/topics/#/merge",                 NEED_PERSON,   PAGE, topic_merge_post,    "Let it go into another" },
	{ POST, "/topics/#/refuse",                NEED_PERSON,   PAGE, topic_refuse_post,   "Refuse a proposal" },
	{ POST, "/topics/#/move",                  NEED_PERSON,   PAGE, topic_move_post,     "Move a step up or down" },

	{ GET,  "/stories",                        NEED_PERSON,   PAGE, story_list_show,     "Case stories" },
	{ GET,  "/stories/new",                    NEED_PERSON,   PAGE, story_new_show,      "Write a story" },
	{ POST, "/stories/new",                    NEED_PERSON,   PAGE, story_new_post,      "Start a draft" },
	{ GET,  "/stories/#",                      NEED_PERSON,   PAGE, story_show,          "One story" },
	{ GET,  "/stories/#/edit",                 NEED_PERSON,   PAGE, story_edit_show,     "Edit a story" },
	{ POST, "/stories/#/edit",                 NEED_PERSON,   PAGE, story_edit_post,     "Save a new version" },
	{ POST, "/stories/#/publish",              NEED_PERSON,   PAGE, story_publish_post,  "Publish it" },
	{ POST, "/stories/#/take-back",            NEED_PERSON,   PAGE, story_publish_post,  "Make it a draft again" },
	{ GET,  "/stories/#/versions",             NEED_PERSON,   PAGE, story_version_show,  "Its versions" },
	{ GET,  "/stories/#/versions/#",           NEED_PERSON,   PAGE, story_version_show,  "What changed in one" },
	{ GET,  "/search",                         NEED_PERSON,   PAGE, search_show,         "Find points, syntheses and stories" },
	{ POST, "/search/saved",                   NEED_PERSON,   PAGE, search_save,         "Keep a search" },
	{ POST, "/search/saved/forget",            NEED_PERSON,   PAGE, search_forget,       "Keep it no longer" },
	{ GET,  "/search/misses",                  TRAINER | HQ,  PAGE, search_miss_show,    "What people looked for in vain" },
	{ POST, "/search/misses/#/settle",         TRAINER | HQ,  PAGE, search_miss_settle,  "It is written about now, or need not be" },

	{ GET,  "/units/:/deputies",               NEED_PERSON,   PAGE, deputy_show,         "Who stands in for the manager" },
	{ POST, "/units/:/deputies",               NEED_PERSON,   PAGE, deputy_add_post,     "Name a deputy" },
	{ POST, "/units/:/deputies/dismiss",       NEED_PERSON,   PAGE, deputy_dismiss_post, "Dismiss one" },

	{ GET,  "/api/openapi.json",               NEED_NOTHING,  JSON, openapi_show,        "This description of the API" },
	{ GET,  "/api/search",                     NEED_PERSON,   JSON, search_show,         "Points, syntheses and stories that hold these words" },
	{ GET,  "/api/me",                         NEED_PERSON,   JSON, me_show,             "Who the token belongs to" },
	{ GET,  "/api/topics",                     NEED_PERSON,   JSON, topic_list_show,     "Topics that the viewer may know of" },
	{ GET,  "/api/stories",                    NEED_PERSON,   JSON, story_list_show,     "Stories, newest first; cursor=, limit=" },
	{ POST, "/api/stories",                    NEED_PERSON,   JSON, story_api_add,       "Start a draft: the story as Markdown" },
	{ GET,  "/api/stories/#",                  NEED_PERSON,   JSON, story_show,          "One story; as Markdown with Accept: text/markdown" },
	{ PUT,  "/api/stories/#",                  NEED_PERSON,   JSON, story_api_put,       "Save a new version" },
	{ POST, "/api/stories/#/publish",          NEED_PERSON,   JSON, story_publish_post,  "Publish it" },
	{ POST, "/api/stories/#/take-back",        NEED_PERSON,   JSON, story_publish_post,  "Make it a draft again" },
	{ GET,  "/api/points",                     NEED_PERSON,   JSON, point_list_show,     "Points, newest first; unit=, week=, kind=, topic=, cursor=, limit=" },
	{ GET,  "/api/points/#",                   NEED_PERSON,   JSON, point_show,          "One point and its way up" },
	{ GET,  "/api/points/#/remarks",           NEED_PERSON,   JSON, remark_list,         "What is said under a point" },
	{ POST, "/api/points/#/remarks",           NEED_PERSON,   JSON, remark_post,         "Say something under it" },
	{ PUT,  "/api/remarks/#",                  NEED_PERSON,   JSON, remark_edit_post,    "Change one's words within ten minutes" },
	{ DELETE, "/api/remarks/#",                NEED_PERSON,   JSON, remark_strike_post,  "Take them back" },
	{ PUT,  "/api/remarks/#/rise",             NEED_PERSON,   JSON, remark_rise_api,     "Let it rise with its point" },
	{ DELETE, "/api/remarks/#/rise",           NEED_PERSON,   JSON, remark_rise_api,     "Keep it in the team" },
	{ GET,  "/api/asks",                       NEED_PERSON,   JSON, ask_list_show,       "Help and decisions: for my answer, mine, of my units" },
	{ GET,  "/api/asks/#",                     NEED_PERSON,   JSON, ask_show,            "One of them, with its path" },
	{ POST, "/api/asks/#/answer",              NEED_PERSON,   JSON, ask_answer_post,     "Answer an ask" },
	{ POST, "/api/asks/#/confirm",             NEED_PERSON,   JSON, ask_confirm_post,    "It helped" },
	{ POST, "/api/asks/#/reopen",              NEED_PERSON,   JSON, ask_reopen_post,     "It did not help: ask again" },
	{ POST, "/api/asks/#/close",               NEED_PERSON,   JSON, ask_close_post,      "Close it" },
	{ GET,  "/api/reports",                    NEED_PERSON,   JSON, report_api_list,     "Daily reports that I may see, newest first; cursor=, limit=" },
	{ GET,  "/api/reports/:",                  NEED_PERSON,   JSON, report_api_get,      "Mine of a day (2026-11-24), or one by its number; as Markdown with Accept: text/markdown" },
	{ PUT,  "/api/reports/:",                  NEED_PERSON,   JSON, report_api_put,      "Hand in mine of a day" },
	{ PUT,  "/api/reflections/:",              NEED_PERSON,   JSON, reflection_put,      "Hand in a week (2026-W47) or change an after-task reflection (its number)" },
	{ POST, "/api/reflections",                NEED_PERSON,   JSON, reflection_post,     "Hand in an after-task reflection" },
	{ GET,  "/api/reflections/#",              NEED_PERSON,   JSON, reflection_show,     "One reflection; as Markdown with Accept: text/markdown" },
	{ GET,  "/api/units",                      NEED_PERSON,   JSON, unit_list,           "The tree of units" },
	{ GET,  "/api/units/:/rollup",             NEED_PERSON,   JSON, rollup_show,         "A unit's roll-up of a week" },
	{ POST, "/api/units/:/rollup/close",       NEED_PERSON,   JSON, rollup_close_post,   "Close the week" },
	{ POST, "/api/units/:/rollup/reopen",      NEED_PERSON,   JSON, rollup_reopen_post,  "Open it again" },
	{ PUT,  "/api/units/:/rollup/order",       NEED_PERSON,   JSON, rollup_api_order,    "Order topics, points of a topic, or what was chosen" },
	{ PUT,  "/api/units/:/rollup/excuses/#",   NEED_PERSON,   JSON, rollup_api_excuse,   "Excuse a person, with a reason" },
	{ DELETE, "/api/units/:/rollup/excuses/#", NEED_PERSON,   JSON, rollup_api_excuse,   "Take the excuse back" },
	{ PUT,  "/api/units/:/rollup/syntheses/#", NEED_PERSON,   JSON, rollup_api_synthesis, "Save what a week says on one topic" },
	{ GET,  "/api/syntheses/#",                NEED_PERSON,   JSON, synthesis_show,      "What a week says on one topic" },
	{ PUT,  "/api/points/#/topics",            NEED_PERSON,   JSON, rollup_api_classify, "Classify a point" },
	{ POST, "/api/points/#/merge",             NEED_PERSON,   JSON, rollup_api_merge,    "Merge points under this one" },
	{ POST, "/api/points/#/unmerge",           NEED_PERSON,   JSON, rollup_api_unmerge,  "Take it out of its merger" },
	{ PUT,  "/api/points/#/highlight",         NEED_PERSON,   JSON, rollup_api_highlight, "Flag it as worth a case" },
	{ DELETE, "/api/points/#/highlight",       NEED_PERSON,   JSON, rollup_api_highlight, "Take the flag away" },
	{ PUT,  "/api/points/#/pick",              NEED_PERSON,   JSON, rollup_api_pick,     "Choose it for headquarters" },
	{ DELETE, "/api/points/#/pick",            NEED_PERSON,   JSON, rollup_api_pick,     "Choose it no more" },
};
/* clang-format on */

const struct route *routes_at(size_t i)
{
	return i < sizeof routes / sizeof *routes ? &routes[i] : NULL;
}

size_t routes_number(const struct route *route)
{
	return (size_t)(route - routes);
}

const char *method_name(enum method m)
{
	static const char *const names[] = { "GET", "POST", "PUT", "DELETE", "OTHER" };
	return names[m];
}

/* Digits only, no leading zero, so that each thing has one address. */
static bool read_number(const char *s, size_t len, int64_t *n)
{
	if (len == 0 || len > 18 || s[0] < '1')
		return false;
	*n = 0;
	for (size_t i = 0; i < len; i++) {
		if (s[i] < '0' || s[i] > '9')
			return false;
		*n = *n * 10 + (s[i] - '0');
	}
	return true;
}

static bool matches(
	const char *pattern, const char *path, struct arena *a, int64_t arg[2], const char **word)
{
	int numbers = 0;
	for (;;) {
		if (*pattern == '*') {
			*word = arena_string(a, path);
			return *path != 0;
		}
		if (*pattern == '#' || *pattern == ':') {
			size_t len = strcspn(path, "/");
			if (*pattern == '#' && !read_number(path, len, &arg[numbers++]))
				return false;
			if (*pattern == ':' && len == 0)
				return false;
			if (*pattern == ':')
				*word = arena_copy(a, path, len);
			pattern++;
			path += len;
			continue;
		}
		if (*pattern != *path)
			return false;
		if (!*pattern)
			return true;
		pattern++;
		path++;
	}
}

const struct route *routes_find(enum method method, const char *path, struct arena *a,
	int64_t arg[2], const char **word, bool *allowed)
{
	*allowed = false;
	for (size_t i = 0; i < sizeof routes / sizeof *routes; i++) {
		if (!matches(routes[i].path, path, a, arg, word))
			continue;
		if (routes[i].method == method)
			return &routes[i];
		*allowed = true;
	}
	return NULL;
}

const char *routes_allowed(const char *path, struct arena *a)
{
	struct out o = out_new(a);
	for (enum method m = GET; m < METHOD_OTHER; m++) {
		int64_t arg[2];
		const char *word;
		bool other;
		if (!routes_find(m, path, a, arg, &word, &other))
			continue;
		out_format(&o, "%s%s", o.len ? ", " : "", m == GET ? "GET, HEAD" : method_name(m));
	}
	return out_string(&o);
}
