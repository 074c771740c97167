/* What the administration shows, and what it does not. */
#include "house.h"

#include "rules/change.h"
#include "store/audit.h"

static const char week47[] = "# 经验\n## 只有本队知道的秘密 #价格秘密\n先问三件事。\n";

static void the_log_tells_who_did_what_in_sentences(void **state)
{
	(void)state;
	struct house *h = house_new();
	house_put(h, "wang", "/api/reflections/2026-W47", week47);
	house_do(h, "lin", "/api/units/e1/rollup/close?week=2026-W47");
	house_do(h, "lin", "/api/units/e1/rollup/reopen?week=2026-W47");
	house_post(h, "root", "/admin/people/2", "name=王大磊&unit=5&role=rep");
	house_post(h, "root", "/admin/units/5", "code=e2&name=新二队&parent=2&task_counts=1");
	house_post(h, "root", "/admin/settings", "team_least=4");
	struct answer a = house_get(h, "root", "/admin/audit");
	assert_int_equal(a.status, 200);
	static const char *const shown[] = { "林经理</a> 汇总了华东一队 2026-W47",
		"林经理</a> 重新打开了华东一队 2026-W47", "管理员</a> 修改了王大磊的资料",
		"<del>王磊</del> → <ins>王大磊</ins>", "<del>华东一队</del> → <ins>华东二队</ins>",
		"修改了单位新二队", "<del>否</del> → <ins>是</ins>",
		"团队至少几人: <del>5</del> → <ins>4</ins>", NULL };
	for (const char *const *s = shown; *s; s++)
		if (!strstr(a.body, *s))
			fail_msg("not in the log: %s\n%s", *s, a.body);
	house_post(h, "root", "/me", "language=en&zone=");
	a = house_get(h, "root", "/admin/audit");
	assert_non_null(strstr(a.body, "closed 2026-W47 of 华东一队"));
	house_free(h);
}

static void the_log_can_be_narrowed(void **state)
{
	(void)state;
	struct house *h = house_new();
	house_do(h, "lin", "/api/units/e1/rollup/close?week=2026-W47");
	house_do(h, "zhao", "/api/units/e2/rollup/close?week=2026-W47");
	house_do(h, "chen", "/api/units/s1/rollup/close?week=2026-W47");
	house_post(h, "root", "/admin/people/2/sign-out", "");
	static const struct {
		const char *query;
		int lines;
	} rows[] = {
		{ "", 4 },
		{ "?act=rollup/close", 3 },
		{ "?act=person/sign_out_everywhere", 1 },
		{ "?person=lin", 1 },
		{ "?unit=2", 3 }, /* east and its teams: wang is at home there */
		{ "?unit=3", 1 },
		{ "?unit=1", 4 },
		{ "?act=rollup/close&unit=2", 2 },
		{ "?person=nobody", 0 },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct answer a = house_get(
			h, "root", arena_format(h->arena, "/admin/audit%s", rows[i].query));
		int lines = 0;
		for (const char *p = a.body; (p = strstr(p, "<li><p>")); p++)
			lines++;
		if (a.status != 200 || lines != rows[i].lines)
			fail_msg("%s: %d lines, not %d", rows[i].query, lines, rows[i].lines);
	}
	house_free(h);
}

static void the_log_pages_without_losing_a_line(void **state)
{
	(void)state;
	struct house *h = house_new();
	for (int i = 0; i < 120; i++)
		house_post(h, "root", "/admin/settings", i % 2 ? "team_least=4" : "team_least=3");
	int lines = 0, pages = 0;
	for (const char *path = "/admin/audit?act=setting/change"; path; pages++) {
		struct answer a = house_get(h, "root", path);
		for (const char *p = a.body; (p = strstr(p, "<li><p>")); p++)
			lines++;
		const char *next = strstr(a.body, "cursor=");
		path = next ? arena_format(h->arena, "/admin/audit?act=setting/change&%s",
				      arena_copy(h->arena, next, strcspn(next, "\"")))
			    : NULL;
	}
	assert_int_equal(lines, 120);
	assert_int_equal(pages, 3);
	house_free(h);
}

static void an_administrator_sees_nothing_that_people_wrote(void **state)
{
	(void)state;
	struct house *h = house_new();
	house_put(h, "wang", "/api/reflections/2026-W47", week47);
	house_do(h, "lin", "/api/units/e1/rollup/close?week=2026-W47");
	{
		/* What other rules write about a point may quote it. */
		TXN(t, h->app.install.writer, h->arena);
		const struct who *lin = who_login_any(t.db, "lin");
		audit_add(
			&t, lin, HOUSE_NOW, "highlight", "point", 1, (struct unit_id){ 4 }, "秘密");
		audit_add(
			&t, lin, HOUSE_NOW, "classify", "point", 1, (struct unit_id){ 4 }, "秘密");
		audit_add(&t, lin, HOUSE_NOW, "publish", "story", 1, (struct unit_id){ 0 }, "秘密");
		audit_add(&t, lin, HOUSE_NOW, "excuse", "person", 2, (struct unit_id){ 4 },
			"2026-W47: 秘密的病");
		audit_add(&t, lin, HOUSE_NOW, "not_in_the_table", "point", 1, (struct unit_id){ 4 },
			"秘密");
		assert_true(txn_commit(&t));
	}
	static const char *const pages[] = { "/admin", "/admin/audit", "/admin/people",
		"/admin/people/2", "/admin/units", "/admin/units/4", "/admin/settings",
		"/admin/import" };
	for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
		struct answer a = house_get(h, "root", pages[i]);
		assert_int_equal(a.status, 200);
		if (strstr(a.body, "秘密"))
			fail_msg("%s shows it:\n%s", pages[i], a.body);
	}
	assert_non_null(
		strstr(house_get(h, "root", "/admin/audit").body, "准了王磊 2026-W47 的假"));
	house_free(h);
}

static void people_are_found_by_name_and_unit(void **state)
{
	(void)state;
	struct house *h = house_new();
	house_post(h, "root", "/admin/people/3/deactivate", "");
	static const struct {
		const char *query, *there, *not_there;
	} rows[] = {
		{ "", "王磊", "nobody" },
		{ "?q=%E7%8E%8B", "王磊", "钱多" },
		{ "?q=WAN", "王磊", "钱多" },
		{ "?q=%25", "没有符合条件", "王磊" },
		{ "?q=_", "没有符合条件", "王磊" },
		{ "?unit=2", "王磊", "孙浩" },
		{ "?unit=3", "孙浩", "王磊" },
		{ "", "停用的 1 人", "nobody" },
		{ "?q=%3Cscript%3E", "&lt;script&gt;", "<script>alert" },
		{ "?page=9", "没有符合条件", "王磊" },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct answer a = house_get(
			h, "root", arena_format(h->arena, "/admin/people%s", rows[i].query));
		if (!strstr(a.body, rows[i].there) || strstr(a.body, rows[i].not_there))
			fail_msg("row %zu\n%s", i, a.body);
	}
	house_free(h);
}

static void settings_are_checked_together_and_used(void **state)
{
	(void)state;
	struct house *h = house_new();
	static const struct {
		const char *fields;
		int status;
	} rows[] = {
		{ "team_least=9&team_most=4", 422 },
		{ "session_days=0", 422 },
		{ "session_days=7x", 422 },
		{ "language=fr", 422 },
		{ "zone=../../etc/passwd", 422 },
		{ "organisation=a%0Ab", 422 },
		{ "organisation=%E7%99%BE%E5%B7%9D%E8%B4%B8%E6%98%93&zone=Asia/"
		  "Tokyo&session_days=7&language=en",
			303 },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		int status = house_post(h, "root", "/admin/settings", rows[i].fields).status;
		if (status != rows[i].status)
			fail_msg("row %zu: %d", i, status);
	}
	struct answer a = house_post(h, NULL, "/sign-in", "login=wang&password=one+two+three+four");
	assert_non_null(strstr(a.cookie, "Max-Age=604800"));
	a = house_get(h, NULL, "/sign-in");
	assert_non_null(strstr(a.body, "lang=\"en\""));
	assert_non_null(strstr(a.body, "百川贸易"));
	house_free(h);
}

/* How long an answer may take, and what managers say with a tap, the headquarters decides; the days
 * off and the rest are the administrator's. */
static void headquarters_sets_its_clocks_and_nothing_else(void **state)
{
	(void)state;
	struct house *h = house_new();
	struct answer page = house_get(h, "han", "/admin/settings");
	assert_int_equal(page.status, 200);
	assert_non_null(strstr(page.body, "name=\"answer_days\""));
	assert_non_null(strstr(page.body, "name=\"phrases\""));
	assert_null(strstr(page.body, "name=\"calendar\""));
	assert_null(strstr(page.body, "href=\"/admin/people\""));
	assert_int_equal(
		house_post(h, "han", "/admin/settings", "answer_days=3&phrases=%E6%94%B6%E5%88%B0")
			.status,
		303);
	assert_non_null(strstr(
		house_get(h, "han", "/answers/units").body, "href=\"/admin/settings#answer_days"));
	assert_null(strstr(house_get(h, "gao", "/answers/units").body, "/admin/settings"));
	static const char *const others[] = { "team_least=4", "calendar=2026-10-01",
		"answer_days=4&session_days=1", "private_addresses=1" };
	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		assert_int_equal(house_post(h, "han", "/admin/settings", others[i]).status, 403);
	page = house_get(h, "root", "/admin/settings");
	assert_non_null(strstr(page.body, "name=\"answer_days\" value=\"3\""));
	assert_non_null(strstr(page.body, "收到</textarea>"));
	house_free(h);
}

static void changes_can_be_read_back(void **state)
{
	struct test *t = *state;
	struct changes d = { 0 };
	change_add(t->arena, &d, "name", "a → b\nc", "“d”");
	change_add(t->arena, &d, "email", NULL, "x@example.com");
	change_add(t->arena, &d, "same", "1", "1");
	change_add_bool(t->arena, &d, "on", true, false);
	struct changes back = change_parse(t->arena, change_print(t->arena, &d));
	assert_int_equal(back.count, 3);
	assert_string_equal(back.items[0].name, "name");
	assert_string_equal(back.items[0].from, "a   b c");
	assert_string_equal(back.items[0].to, "“d”");
	assert_string_equal(back.items[1].from, "");
	assert_string_equal(back.items[1].to, "x@example.com");
	assert_string_equal(back.items[2].to, "0");
	assert_null(change_print(t->arena, &(struct changes){ 0 }));
	assert_int_equal(change_parse(t->arena, "rubbish\n: → \nx").count, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_log_tells_who_did_what_in_sentences),
		TEST(the_log_can_be_narrowed),
		TEST(the_log_pages_without_losing_a_line),
		TEST(an_administrator_sees_nothing_that_people_wrote),
		TEST(people_are_found_by_name_and_unit),
		TEST(settings_are_checked_together_and_used),
		TEST(headquarters_sets_its_clocks_and_nothing_else),
		TEST(changes_can_be_read_back),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
