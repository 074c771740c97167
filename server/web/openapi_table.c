/* What each route of the API takes and answers. */
#include "openapi.h"

#define MARKDOWN "text/markdown"
#define PAGED    "cursor limit"

/* clang-format off */
static const struct operation operations[] = {
	{ GET,    "/healthz",                        NULL, NULL, "health", "200" },
	{ GET,    "/metrics",                        NULL, NULL, "text/plain", "200 404" },
	{ GET,    "/api/openapi.json",               NULL, NULL, "anything", "200" },
	{ GET,    "/api/search",                     "q kind topic unit from to sort " PAGED, NULL, "found", "200 422" },
	{ GET,    "/api/me",                         NULL, NULL, "me", "200" },
	{ GET,    "/api/points",                     "unit week kind topic " PAGED, NULL, "points", "200 422" },
	{ GET,    "/api/points/#",                   NULL, NULL, "point", "200 404" },
	{ GET,    "/api/points/#/remarks",           NULL, NULL, "remarks", "200 404" },
	{ POST,   "/api/points/#/remarks",           NULL, "remark_text", "remark", "201 403 404 415 422" },
	{ PUT,    "/api/remarks/#",                  NULL, "remark_text", "remark", "200 403 404 409 415 422" },
	{ DELETE, "/api/remarks/#",                  NULL, NULL, "remark", "200 403 404" },
	{ PUT,    "/api/remarks/#/rise",             NULL, NULL, "remark", "200 403 404" },
	{ DELETE, "/api/remarks/#/rise",             NULL, NULL, "remark", "200 403 404" },
	{ GET,    "/api/asks",                       NULL, NULL, "asks", "200" },
	{ GET,    "/api/asks/#",                     NULL, NULL, "ask", "200 404" },
	{ POST,   "/api/asks/#/answer",              NULL, "words", "ask", "200 403 404 409 415 422" },
	{ POST,   "/api/asks/#/confirm",             NULL, NULL, "ask", "200 403 404 409" },
	{ POST,   "/api/asks/#/reopen",              NULL, "words", "ask", "200 403 404 409 415 422" },
	{ POST,   "/api/asks/#/close",               NULL, NULL, "ask", "200 403 404 409" },
	{ GET,    "/api/inbox",                      PAGED, NULL, "inbox", "200 422" },
	{ POST,   "/api/inbox/read",                 NULL, "inbox_marks", "inbox_unread", "200 415 422" },
	{ GET,    "/api/reports",                    PAGED, NULL, "reports", "200 422" },
	{ GET,    "/api/reports/:",                  NULL, NULL, "report", "200 404" },
	{ PUT,    "/api/reports/:",                  NULL, MARKDOWN, "report", "200 201 403 404 409 412 413 415 422" },
	{ GET,    "/api/topics",                     PAGED, NULL, "topic_list", "200 422" },
	{ GET,    "/api/stories",                    PAGED, NULL, "stories", "200 422" },
	{ POST,   "/api/stories",                    NULL, MARKDOWN, "story", "201 403 413 415 422" },
	{ GET,    "/api/stories/#",                  NULL, NULL, "story", "200 404" },
	{ PUT,    "/api/stories/#",                  NULL, MARKDOWN, "story", "200 403 404 412 413 415 422" },
	{ POST,   "/api/stories/#/publish",          NULL, NULL, "story_line", "200 403 404" },
	{ POST,   "/api/stories/#/take-back",        NULL, NULL, "story_line", "200 403 404" },
	{ PUT,    "/api/reflections/:",              NULL, MARKDOWN, "reflection", "200 201 403 404 409 412 413 415 422" },
	{ POST,   "/api/reflections",                NULL, MARKDOWN, "reflection", "201 403 409 413 415 422" },
	{ GET,    "/api/reflections/#",              NULL, NULL, "reflection", "200 403 404" },
	{ GET,    "/api/units",                      PAGED, NULL, "units", "200 422" },
	{ GET,    "/api/units/:/rollup",             "week topic part " PAGED, NULL, "rollup", "200 404 422" },
	{ POST,   "/api/units/:/rollup/close",       "week", NULL, "rollup", "200 403 404 409 422" },
	{ POST,   "/api/units/:/rollup/reopen",      "week", NULL, "rollup", "200 403 404 409 422" },
	{ PUT,    "/api/units/:/rollup/order",       "week", "order", "rollup", "200 403 404 409 415 422" },
	{ PUT,    "/api/units/:/rollup/excuses/#",   "week", "reason", "rollup", "200 403 404 409 415 422" },
	{ DELETE, "/api/units/:/rollup/excuses/#",   "week", NULL, "rollup", "200 403 404 409 422" },
	{ PUT,    "/api/units/:/rollup/syntheses/#", "week", "synthesis_text", "synthesis", "200 201 403 404 409 412 415 422" },
	{ GET,    "/api/syntheses/#",                NULL, NULL, "synthesis", "200 404" },
	{ PUT,    "/api/points/#/topics",            NULL, "classification", "point", "200 403 404 409 415 422" },
	{ POST,   "/api/points/#/merge",             NULL, "merger", "point", "200 403 404 409 415 422" },
	{ POST,   "/api/points/#/unmerge",           NULL, NULL, "point", "200 403 404 409 422" },
	{ PUT,    "/api/points/#/highlight",         NULL, "reason", "point", "200 403 404 409 415 422" },
	{ DELETE, "/api/points/#/highlight",         NULL, NULL, "point", "200 403 404 409 422" },
	{ PUT,    "/api/points/#/pick",              NULL, "pick", "point", "200 403 404 409 415 422" },
	{ DELETE, "/api/points/#/pick",              NULL, NULL, "point", "200 403 404 409 422" },
};

static const struct shape shapes[] = {
	{ "anything", "" },
	{ "health", "status:string" },
	{ "me", "id:integer login:string name:string unit:integer roles:[string]" },
	{ "unit", "id:integer code:string name:string kind:string parent:integer?" },
	{ "units", "items:[unit] next:string?" },
	{ "topic", "id:integer name:string state:string" },
	{ "way_step", "step:string unit:integer by:string? at:integer" },
	{ "line", "id:integer kind:string headline:string topics:[topic] unit:integer author:string? week:string? reach:string? merged:[anything]? late:boolean? highlight:string? lead:integer?" },
	{ "points", "items:[line] next:string?" },
	{ "point", "id:integer kind:string headline:string topics:[topic] unit:integer author:string? week:string reflection:integer? body_md:string body_html:string reach:string way:[way_step] merged:[anything]? lead:integer? cited_in:[anything]? stories:[integer]? highlight:string?" },
	{ "remark", "id:integer kind:string to:integer? author:string? text:string? whom:string? until:string? rises:boolean at:integer changed_at:integer? struck:boolean" },
	{ "remarks", "items:[remark] next:string?" },
	{ "remark_text", "kind:string? to:integer? text:string whom:string? until:string?" },
	{ "ask", "id:integer kind:string point:integer? report:integer? author:string? text:string unit:integer state:string due_at:integer steps:[anything]?" },
	{ "asks", "waiting:[ask] own:[ask] units:[ask]" },
	{ "words", "text:string" },
	{ "notice", "id:integer kind:string noun:string noun_id:integer sentence:string title:string text:string? by:string? times:integer at:integer unread:boolean address:string" },
	{ "inbox", "unread:integer items:[notice] next:string?" },
	{ "inbox_marks", "ids:[integer]? until:integer?" },
	{ "inbox_unread", "unread:integer" },
	{ "report", "id:integer day:string author:string unit:integer version:integer gives:[string] fields:anything asks:[ask]? submitted_at:integer changed_at:integer" },
	{ "reports", "items:[report] next:string?" },
	{ "names", "zh:string en:string" },
	{ "topic_line", "id:integer name:string kind:string state:string names:names aliases:[string] about:string? parent:integer? position:integer" },
	{ "topic_list", "items:[topic_line] next:string?" },
	{ "story_line", "id:integer title:string outcome:string? state:string topics:[topic] units:[string] people:[string] version:integer changed_at:integer published_at:integer?" },
	{ "stories", "items:[story_line] next:string?" },
	{ "story", "id:integer title:string outcome:string? state:string topics:[topic] units:[string] people:[string] version:integer changed_at:integer published_at:integer? writers:[string] sources:[integer] body_md:string body_html:string" },
	{ "reflection", "id:integer week:string task:string? state:string late:boolean version:integer points:[line]" },
	{ "totals", "experience:integer lesson:integer" },
	{ "topic_totals", "id:integer name:string experience:integer lesson:integer parts:[anything]?" },
	{ "roster_line", "id:integer? name:string state:string reason:string?" },
	{ "rollup", "unit:integer week:string state:string totals:totals topics:[topic_totals] roster:[roster_line]? attendance:anything? parts:[anything]? picks:[anything]? syntheses:[anything]? points:[line] next:string?" },
	{ "synthesis", "id:integer unit:integer week:string state:string topic:anything version:integer body_md:string body_html:string cites:anything?" },
	{ "hit", "type:string id:integer title:string? snippet:string unit:integer? week:string? topics:[topic] kind:string?" },
	{ "found", "total:integer total_is_exact:boolean any_of_the_words:boolean? did_you_mean:[guess]? hits:[hit] next:string?" },
	{ "guess", "q:string total:integer" },
	{ "order", "topics:[integer]? topic:integer? points:[integer]? picks:[integer]?" },
	{ "reason", "reason:string" },
	{ "pick", "comment:string?" },
	{ "synthesis_text", "body_md:string version:integer?" },
	{ "classification", "topics:[anything]" },
	{ "merger", "points:[integer]" },
	{ "fault", "field:string? line:integer? column:integer? message:string" },
	{ "problem", "type:string title:string status:integer detail:string errors:[fault]?" },
};
/* clang-format on */

const struct operation *openapi_operation(size_t i)
{
	return i < sizeof operations / sizeof *operations ? &operations[i] : NULL;
}

const struct shape *openapi_shape(size_t i)
{
	return i < sizeof shapes / sizeof *shapes ? &shapes[i] : NULL;
}
