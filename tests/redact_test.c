/* A customer's data taken out of everything. */
#include "topic_kit.h"

#include "rules/search.h"
#include "store/reply.h"
#include "store/search_fill.h"

#include "doors/txn.h"
#include "store/tally.h"

static const char text47[] = "# 经验\n## 张三丰的订单先问流程\n周二见了**张三丰**，电话 "
			     "138-1234。\n# 教训\n## 另一条 #张三丰\n署名: 匿名\n";

static int64_t rows_with(struct house *h, const char *sql_name, const char *text)
{
	struct arena *a = arena_new();
	db_begin(h->worker->db, a);
	int64_t n = -1;
	if (text_same(sql_name, "versions"))
		n = db_long(h->worker->db,
			SQL("SELECT count(*) FROM reflection_version WHERE instr(text, ?1) > 0 "
			    "/*scan*/"),
			V(text));
	else if (text_same(sql_name, "points"))
		n = db_long(h->worker->db,
			SQL("SELECT count(*) FROM point WHERE instr(headline || body_md || "
			    "body_html || excerpt, ?1) > 0 /*scan*/"),
			V(text));
	else if (text_same(sql_name, "point versions"))
		n = db_long(h->worker->db,
			SQL("SELECT count(*) FROM point_version WHERE instr(headline || body_md || "
			    "tags, ?1) > 0 /*scan*/"),
			V(text));
	else if (text_same(sql_name, "words"))
		n = db_long(h->worker->db,
			SQL("SELECT (SELECT count(*) FROM topic_word WHERE instr(word, ?1) > 0) + "
			    "(SELECT count(*) FROM topic "
			    "WHERE instr(name_zh, ?1) > 0) + (SELECT count(*) FROM point_tag WHERE "
			    "instr(word, ?1) > 0) /*scan*/"),
			V(text));
	else if (text_same(sql_name, "log"))
		n = db_long(h->worker->db,
			SQL("SELECT count(*) FROM audit WHERE instr(detail, ?1) > 0 /*scan*/"),
			V(text));
	else if (text_same(sql_name, "redactions"))
		n = db_long(h->worker->db,
			SQL("SELECT count(*) FROM audit WHERE action = ?1 /*scan*/"), V(text));
	db_end(h->worker->db);
	arena_free(a);
	return n;
}

static void it_is_gone_from_all_versions_points_drafts_and_the_search(void **state)
{
	(void)state;
	struct house *h = house_new();
	house_put(h, "wang", "/api/reflections/2026-W47", text47);
	house_put(h, "wang", "/api/reflections/2026-W47", "# 经验\n## 改过了\n不写张三丰名字\n");
	house_put(h, "li", "/api/reflections/2026-W47", text47);
	house_post(h, "wang", "/drafts/2026-W46",
		"draft_version=0&base_version=0&p0.story=%E5%BC%A0%E4%B8%89%E4%B8%B0+%E7%AD%94%E5%"
		"BA%94");
	house_post(h, "lin", "/points/1/remarks",
		"kind=advice&text=%E7%BB%99%E5%BC%A0%E4%B8%89%E4%B8%B0%E7%94%B5%E8%AF%9D");
	struct answer a =
		house_post(h, "root", "/admin/redact", "text=%E5%BC%A0%E4%B8%89%E4%B8%B0");
	assert_int_equal(a.status, 200);
	assert_null(strstr(a.body, "订单"));
	assert_true(rows_with(h, "versions", "张三丰") == 3);
	assert_int_equal(
		json_get_number(
			house_get(h, "lin", "/api/search?q=%E5%BC%A0%E4%B8%89%E4%B8%B0").json,
			"total", -1),
		3); /* by words, and by the topic of that name */
	a = house_post(h, "root", "/admin/redact", "text=%E5%BC%A0%E4%B8%89%E4%B8%B0&sure=1");
	assert_int_equal(a.status, 200);
	static const char *const places[] = { "versions", "points", "point versions", "words",
		"log" };
	for (size_t i = 0; i < sizeof places / sizeof *places; i++)
		if (rows_with(h, places[i], "张三丰") != 0)
			fail_msg("still in %s", places[i]);
	assert_int_equal(rows_with(h, "redactions", "redact"), 1);
	struct answer log = house_get(h, "root", "/admin/audit");
	assert_non_null(strstr(log.body, "从大家写的内容里清除了一段文字"));
	assert_null(strstr(log.body, "张三丰"));
	assert_int_equal(
		json_get_number(
			house_get(h, "lin", "/api/search?q=%E5%BC%A0%E4%B8%89%E4%B8%B0").json,
			"total", -1),
		0);
	struct answer said = house_get(h, "lin", "/api/points/1/remarks");
	assert_non_null(strstr(said.body, "给▇▇电话"));
	struct answer draft = house_get(h, "wang", "/write?week=2026-W46");
	assert_null(strstr(draft.body, "张三丰"));
	assert_non_null(strstr(draft.body, "▇▇ 答应"));
	struct answer page = house_get(h, "li", "/reflections/2");
	assert_non_null(strstr(page.body, "<strong>▇▇</strong>"));
	assert_int_equal(house_differences(h, tally_differences_any), 0);
	house_free(h);
}

static void what_would_break_the_rest_is_refused(void **state)
{
	(void)state;
	struct house *h = house_new();
	house_put(h, "wang", "/api/reflections/2026-W47", text47);
	static const char *const refused[] = { "", "x", "%E7%BB%8F%E9%AA%8C", "2026-W47", "a%0Ab",
		"%E2%96%87%E2%96%87", "%23%23" };
	for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
		struct answer a = house_post(h, "root", "/admin/redact",
			arena_format(h->arena, "text=%s&sure=1", refused[i]));
		if (a.status != 422)
			fail_msg("%s: %d", refused[i], a.status);
	}
	assert_int_equal(house_get(h, "wang", "/api/reflections/1").status, 200);
	assert_int_equal(rows_with(h, "redactions", "redact"), 0);
	house_free(h);
}

/* Where people's words can stand. A new column of text joins one of the two lists: what redact.c
 * looks into, or what holds no words about customers. */
static const char *const looked_into[] = { "bulletin.title", "bulletin.frame_md",
	"bulletin.frame_html", "bulletin.rules_md", "bulletin.rules_html", "bulletin_item.comment",
	"bulletin_edition.title", "bulletin_edition.frame_md", "bulletin_edition.frame_html",
	"bulletin_edition.rules_md", "bulletin_edition.rules_html", "bulletin_edition.note",
	"bulletin_piece.comment", "bulletin_piece.title", "bulletin_piece.title_en",
	"bulletin_piece.body_md", "bulletin_piece.body_html", "reflection_version.text",
	"reflection.task", "point.headline", "point.body_md", "point.body_html", "point.excerpt",
	"point_version.headline", "point_version.body_md", "point_version.tags", "point_tag.word",
	"synthesis.body_md", "synthesis.body_html", "synthesis_version.body_md", "story.title",
	"story.body_md", "story.body_html", "story.units", "story.people", "story_version.text",
	"report.text", "report_version.text", "excuse.reason", "remark.text", "remark.whom",
	"use.text", "use.conditions", "use.customer", "ask.text", "ask_step.text", "task.name",
	"task.review", "meeting.notes", "meeting_line.text", "review.purpose", "review.plan",
	"review.happened", "review.difference", "review.step", "review.result_text",
	"guide.body_md", "guide.body_html", "guide.shown_md", "guide.shown_html",
	"guide_version.body_md", "guide_version.note", "script.text", "script_version.text",
	"telling.whom", "path_item.note", "reply.question", "reply.body_md", "reply.body_html",
	"reply_version.question", "reply_version.body_md", "mention.word", "highlight.reason",
	"leave.reason", "pick.comment", "audit.detail", "topic.name_zh", "topic.name_en",
	"topic.about_zh", "topic.about_en", "topic_word.word", "topic_word.folded", "draft.fields",
	"replay.body", "search_row.headline", "search_row.body", "search_saved.words",
	"search_saved.filters", "search_miss.typed", "search_miss.folded" };
static const char *const no_words[] = { "bulletin.state", "bulletin_piece.author",
	"bulletin_piece.team", "bulletin_piece.branch", "notice.", "outbox.", "destination.",
	"feed.", "job.", "setting.", "coach_off.", "event.deed", "ask_step.deed", "unit.",
	"person.", "session.", "token.", "audit.action", "audit.noun", "replay.key",
	"replay.request_hash", "topic.kind", "topic.state", "reflection.state", "draft.subject",
	"rollup.state", "story.outcome", "story.state", "search_row.filter", "search_row.topics",
	"radar_point.about" };

static bool is_listed(const char *column)
{
	for (size_t i = 0; i < sizeof looked_into / sizeof *looked_into; i++)
		if (text_same(looked_into[i], column))
			return true;
	for (size_t i = 0; i < sizeof no_words / sizeof *no_words; i++)
		if (text_starts(column, no_words[i]))
			return true;
	return false;
}

static void every_column_of_text_is_known(void **state)
{
	(void)state;
	struct house *h = house_new();
	struct arena *a = arena_new();
	db_begin(h->worker->db, a);
	struct q *q = db_ask(h->worker->db, SQL("SELECT m.name || '.' || c.name FROM sqlite_schema "
						"m JOIN pragma_table_info(m.name) c"
						" WHERE m.type = 'table' AND c.type = 'TEXT' AND "
						"m.sql LIKE '%STRICT%' /*scan*/"));
	int columns = 0;
	for (; q_row(q); columns++)
		if (!is_listed(q_text(q, 0)))
			fail_msg("%s: does redact.c look into it?", q_text(q, 0));
	assert_true(columns > 40);
	db_end(h->worker->db);
	arena_free(a);
	house_free(h);
}

static void it_is_gone_from_guides_as_read_and_as_written(void **state)
{
	(void)state;
	struct house *h = house_new();
	add_topic(h, "step", "报价", "Quoting", NULL);
	static const char *const bodies[] = {
		"{\"body_md\":\"像**周厂长**那样问\",\"note\":\"周厂长教的\",\"publish\":true}",
		"{\"body_md\":\"像**周厂长**那样再问\"}"
	};
	for (int i = 0; i < 2; i++)
		assert_int_equal(house_ask(h, "tian", PUT, "/api/topics/1/guide",
					 "application/json", bodies[i], NULL)
					 .status,
			i ? 200 : 201);
	assert_int_equal(
		house_post(h, "root", "/admin/redact", "text=%E5%91%A8%E5%8E%82%E9%95%BF&sure=1")
			.status,
		200);
	static const char *const pages[] = { "/topics/1", "/api/topics/1/guide",
		"/topics/1/guide/versions/1", "/topics/1/guide/edit" };
	for (size_t i = 0; i < sizeof pages / sizeof *pages; i++)
		assert_null(strstr(house_get(h, "tian", pages[i]).body, "周厂长"));
	assert_non_null(
		strstr(house_get(h, "wang", "/topics/1").body, "像<strong>▇▇</strong>那样问"));
	house_free(h);
}

static void it_is_gone_from_what_people_say_to_each_other(void **state)
{
	(void)state;
	struct house *h = house_new();
	static const struct {
		const char *who;
		enum method method;
		const char *target, *type, *body;
	} writes[] = {
		{ "wang", PUT, "/api/reflections/2026-W47", "text/markdown",
			"# 教训\n## 没有约\n没有约。\n求助: 周厂长的返点谁批\n" },
		{ "wang", PUT, "/api/reports/2026-11-18", "text/markdown",
			"# 经过\n见了周厂长。\n# 问题\n周厂长催返点。\n# 下一步\n再去。\n# "
			"请示\n周厂长要的返点给不给\n" },
		{ "lin", POST, "/api/points/1/remarks", "application/json",
			"{\"text\":\"@王磊 周厂长那里我去\"}" },
		{ "lin", POST, "/api/asks/1/answer", "application/json",
			"{\"text\":\"周厂长的我来批\"}" },
	};
	for (size_t i = 0; i < sizeof writes / sizeof *writes; i++) {
		struct answer a = house_ask(h, writes[i].who, writes[i].method, writes[i].target,
			writes[i].type, writes[i].body, NULL);
		if (a.status / 100 != 2)
			fail_msg("%zu: %d %s", i, a.status, a.body);
	}
	{
		TXN(t, h->app.install.writer, h->arena);
		const struct reply r = { .ask = { 1 },
			.question = "周厂长的返点？",
			.body_md = "周厂长的照批。",
			.body_html = "<p>周厂长的照批。</p>",
			.version = 1,
			.changed_at = HOUSE_NOW };
		search_put_reply(&t, reply_put(&t, &r, (struct person_id){ 0 }));
		assert_true(txn_commit(&t));
	}
	static const char *const pages[] = { "/points/1", "/api/points/1/remarks", "/reports",
		"/reports/1", "/api/reports/1", "/asks", "/api/asks/1", "/api/asks/2",
		"/answers-for-all", "/answers-for-all/1", "/api/answers-for-all/1", "/inbox", "/",
		"/api/search?q=%E5%91%A8%E5%8E%82%E9%95%BF" };
	assert_non_null(strstr(house_get(h, "lin", "/answers-for-all/1").body, "周厂长"));
	assert_int_equal(
		house_post(h, "root", "/admin/redact", "text=%E5%91%A8%E5%8E%82%E9%95%BF&sure=1")
			.status,
		200);
	for (size_t i = 0; i < sizeof pages / sizeof *pages; i++)
		for (int k = 0; k < 2; k++) {
			struct answer a = house_get(h, k ? "lin" : "wang", pages[i]);
			if (a.status != 200 ||
				(strstr(a.body, "周厂长") && !strstr(pages[i], "search")))
				fail_msg("%s: %d %s", pages[i], a.status, a.body);
		}
	assert_non_null(strstr(house_get(h, "lin", "/answers-for-all/1").body, "▇▇的照批"));
	assert_non_null(strstr(house_get(h, "lin", "/points/1").body, "@王磊</a> ▇▇那里我去"));
	assert_int_equal(house_differences(h, search_differences_any), 0);
	house_free(h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(it_is_gone_from_all_versions_points_drafts_and_the_search),
		TEST(what_would_break_the_rest_is_refused),
		TEST(it_is_gone_from_guides_as_read_and_as_written),
		TEST(it_is_gone_from_what_people_say_to_each_other),
		TEST(every_column_of_text_is_known),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
