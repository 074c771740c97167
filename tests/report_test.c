/* A daily report: three answers are enough, the team reads it and nobody else, and what it asks for
 * is owed by somebody. */
#include "house.h"

#include "rules/ask.h"
#include "rules/report_text.h"

static const char good[] =
	"---\ngives: [information, 信念]\n---\n# 经过\n去了三家，见到两位采购。\n"
	"# 问题\n没有样品。\n# 下一步\n周五前补寄。\n# 请示\n能否先发样品再签单\n";

static struct answer put(struct house *h, const char *who, const char *day, const char *text)
{
	return house_put(h, who, arena_format(h->arena, "/api/reports/%s", day), text);
}

static const char *state_of(struct house *h, const char *who, const char *target)
{
	struct answer a = house_get(h, who, target);
	return a.status == 200 ? json_get_text(a.json, "state") : "unseen";
}

static void what_is_refused_and_what_is_taken(void **state)
{
	(void)state;
	static const struct {
		const char *name, *text;
		int faults; /* 0: it is taken */
		int line;
	} rows[] = {
		{ "all of it", good, 0, 0 },
		{ "English headings", "# What happened\nx\n## Problem:\ny\n# Next step\nz\n", 0,
			0 },
		{ "traditional ones", "# 經過\nx\n# 問題：\ny\n# 下一步\nz\n", 0, 0 },
		{ "another order", "# 下一步\nz\n# 问题\ny\n# 经过\nx\n", 0, 0 },
		{ "smaller headings are text", "# 经过\n### 上午\nx\n# 问题\ny\n# 下一步\nz\n", 0,
			0 },
		{ "code is text", "# 经过\n```\n# 别的\n```\n# 问题\ny\n# 下一步\nz\n", 0, 0 },
		{ "nothing", "", 3, 1 },
		{ "an empty one that must be there", "# 经过\nx\n# 问题\n\n# 下一步\nz\n", 1, 3 },
		{ "words above the headings", "今天\n# 经过\nx\n# 问题\ny\n# 下一步\nz\n", 1, 1 },
		{ "an unknown heading", "# 经过\nx\n# 心得\ny\n", 1, 3 },
		{ "one twice", "# 经过\nx\n# 经过\ny\n", 1, 3 },
		{ "an unknown key", "---\nweek: 2026-W47\n---\n# 经过\nx\n", 1, 2 },
		{ "an unknown contribution", "---\ngives: [gold]\n---\n# 经过\nx\n", 1, 2 },
		{ "no day", "---\nday: 2026-02-30\n---\n# 经过\nx\n", 1, 2 },
	};
	struct arena *a = arena_new();
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct faults faults = { .arena = a };
		struct report_text r, again;
		bool ok = report_text_parse(a, rows[i].text, strlen(rows[i].text), &r, &faults);
		if (ok != !rows[i].faults || (int)faults.count != rows[i].faults ||
			(faults.count && faults.items[0].line != rows[i].line))
			fail_msg("%s: %zu faults, line %d", rows[i].name, faults.count,
				faults.count ? faults.items[0].line : 0);
		if (!ok)
			continue;
		const char *file = report_text_print(a, &r);
		if (!report_text_parse(a, file, strlen(file), &again, &faults) ||
			!text_same(report_text_print(a, &again), file))
			fail_msg("%s: does not come again", rows[i].name);
	}
	arena_free(a);
}

static void the_team_reads_it_and_nobody_else(void **state)
{
	(void)state;
	struct house *h = house_new();
	assert_int_equal(put(h, "wang", "2026-11-17", good).status, 201);
	static const struct {
		const char *who;
		int status;
	} rows[] = { { "wang", 200 }, { "li", 200 }, { "lin", 200 }, { "zhao", 404 },
		{ "qian", 404 }, { "gao", 404 }, { "chen", 404 }, { "tian", 404 }, { "han", 404 },
		{ "root", 404 } };
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		int api = house_get(h, rows[i].who, "/api/reports/1").status;
		int page = house_get(h, rows[i].who, "/reports/1").status;
		struct answer list = house_get(h, rows[i].who, "/api/reports");
		size_t count = json_count(json_get(list.json, "items"));
		bool shown = strstr(house_get(h, rows[i].who, "/reports").body, "没有样品") != NULL;
		bool sees = rows[i].status == 200;
		if (api != rows[i].status || page != api || count != sees || shown != sees)
			fail_msg("%s: %d %d %zu %d", rows[i].who, api, page, count, shown);
	}
	house_do(h, "lin", "/api/units/e1/rollup/close?week=2026-W47");
	assert_int_equal(house_get(h, "gao", "/api/reports/1").status, 404);
	assert_null(strstr(house_get(h, "lin", "/api/units/e1/rollup?week=2026-W47").body, "样品"));
	house_free(h);
}

static void it_is_changed_and_every_version_stays(void **state)
{
	(void)state;
	struct house *h = house_new();
	struct answer a = put(h, "wang", "2026-11-18", good);
	assert_int_equal(a.status, 201);
	assert_string_equal(a.etag, "\"1\"");
	assert_string_equal(json_get_text(a.json, "day"), "2026-11-18");
	assert_int_equal(json_count(json_get(a.json, "gives")), 2);
	assert_int_equal(put(h, "wang", "2026-11-18", good).status, 200);
	const char *other = "# 经过\n改过\n# 问题\n还是没有样品\n# 下一步\n再等\n";
	static const char *const stale[] = { "If-Match", "\"7\"", NULL };
	struct answer both =
		house_ask(h, "wang", PUT, "/api/reports/2026-11-18", "text/markdown", other, stale);
	assert_int_equal(both.status, 412);
	assert_non_null(strstr(json_get_text(both.json, "theirs"), "没有样品"));
	a = put(h, "wang", "2026-11-18", other);
	assert_int_equal(a.status, 200);
	assert_int_equal(json_get_number(a.json, "version", 0), 2);
	assert_non_null(strstr(house_get(h, "li", "/reports/1?version=1").body, "见到两位采购"));
	assert_int_equal(house_get(h, "li", "/reports/1?version=3").status, 404);
	static const char *const md[] = { "Accept", "text/markdown", NULL };
	struct answer text = house_ask(h, "wang", GET, "/api/reports/2026-11-18", NULL, NULL, md);
	assert_non_null(strstr(text.body, "day: 2026-11-18\n"));
	assert_int_equal(put(h, "wang", "2026-11-18", text.body).status, 200);
	house_free(h);
}

static void days_and_people_that_are_refused(void **state)
{
	(void)state;
	struct house *h = house_new();
	static const struct {
		const char *who, *day, *text;
		int status;
	} rows[] = {
		{ "wang", "2026-11-18", good, 201 },
		{ "wang", "2026-11-04", good, 201 },
		{ "wang", "2026-11-03", good, 422 },
		{ "wang", "2026-11-19", good, 422 },
		{ "wang", "2026-11-31", good, 404 },
		{ "wang", "1", good, 404 },
		{ "wang", "2026-11-17",
			"---\nday: 2026-11-16\n---\n# 经过\nx\n# 问题\ny\n# 下一步\nz\n", 422 },
		{ "wang", "2026-11-17", "# 经过\nx\n", 422 },
		{ "zhao", "2026-11-18", good, 403 },
		{ "gao", "2026-11-18", good, 403 },
		{ "root", "2026-11-18", good, 403 },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		int status = put(h, rows[i].who, rows[i].day, rows[i].text).status;
		if (status != rows[i].status)
			fail_msg("row %zu: %d", i, status);
	}
	house_free(h);
}

static void what_the_superior_should_decide_is_owed_and_climbs(void **state)
{
	(void)state;
	struct house *h = house_new();
	put(h, "wang", "2026-11-18", good);
	struct answer waiting = house_get(h, "lin", "/api/asks");
	assert_int_equal(json_count(json_get(waiting.json, "waiting")), 1);
	assert_non_null(strstr(house_get(h, "lin", "/asks").body, "/reports/1"));
	assert_non_null(strstr(house_get(h, "li", "/reports/1").body, "先发样品再签单"));
	assert_string_equal(state_of(h, "gao", "/api/asks/1"), "unseen");
	struct work w = { .arena = h->arena,
		.writer = h->app.install.writer,
		.who = who_operator(),
		.now = HOUSE_NOW + 3 * 86400,
		.faults = { .arena = h->arena } };
	clock_freeze(w.now);
	assert_int_equal(ask_climb(&w), 1);
	assert_string_equal(state_of(h, "gao", "/api/asks/1"), "open");
	struct answer above = house_get(h, "gao", "/api/asks/1");
	assert_null(json_get(above.json, "report"));
	assert_string_equal(json_get_text(above.json, "author"), "王磊");
	assert_null(strstr(house_get(h, "gao", "/asks").body, "/reports/1"));
	struct answer done = house_ask(h, "gao", POST, "/api/asks/1/answer", "application/json",
		"{\"text\":\"可以先发\"}", NULL);
	assert_int_equal(done.status, 200);
	assert_non_null(strstr(house_get(h, "wang", "/reports/1").body, "可以先发"));
	put(h, "wang", "2026-11-18", "# 经过\nx\n# 问题\ny\n# 下一步\nz\n");
	assert_string_equal(state_of(h, "wang", "/api/asks/1"), "withdrawn");
	house_free(h);
}

static void its_manager_says_when_a_team_writes(void **state)
{
	(void)state;
	struct house *h = house_new();
	assert_null(strstr(house_get(h, "lin", "/reports").body, "李娜"));
	static const struct {
		const char *who, *use;
		int status;
	} rows[] = { { "wang", "off", 403 }, { "gao", "off", 404 }, { "zhao", "off", 404 },
		{ "lin", "sometimes", 404 }, { "lin", "daily", 303 } };
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		int status = house_post(h, rows[i].who, "/units/e1/reports",
			arena_format(h->arena, "use=%s", rows[i].use))
				     .status;
		if (status != rows[i].status)
			fail_msg("row %zu: %d", i, status);
	}
	put(h, "wang", "2026-11-18", good);
	const char *page = house_get(h, "lin", "/reports").body;
	assert_non_null(strstr(page, "李娜")); /* did not write */
	assert_null(strstr(page, "11月17日")); /* yesterday is not held against anybody */
	assert_int_equal(house_post(h, "lin", "/units/e1/reports", "use=off").status, 303);
	assert_int_equal(put(h, "li", "2026-11-18", good).status, 409);
	assert_int_equal(put(h, "wang", "2026-11-18", "# 经过\nx\n# 问题\ny\n# 下一步\nz\n").status,
		200); /* what is there may be mended */
	assert_non_null(strstr(house_get(h, "root", "/admin/audit").body, "日报"));
	house_free(h);
}

static void the_form_keeps_itself_and_loses_nothing(void **state)
{
	(void)state;
	struct house *h = house_new();
	struct answer a = house_post(h, "wang", "/drafts/report/2026-11-18",
		"day=2026-11-18&base_version=0&draft_version=0&course=half+a+sentence");
	assert_int_equal(a.status, 200);
	assert_int_equal(
		house_post(h, "wang", "/drafts/report/2026-11-31", "draft_version=0").status, 404);
	assert_non_null(strstr(house_get(h, "wang", "/reports/write").body, "half a sentence"));
	assert_int_equal(house_get(h, "wang", "/reports/write?day=2026-11-19").status, 404);
	a = house_post(
		h, "wang", "/reports/write", "day=2026-11-18&base_version=0&course=whole&key=core");
	assert_int_equal(a.status, 422);
	assert_non_null(strstr(a.body, "core"));
	a = house_post(h, "wang", "/reports/write",
		"day=2026-11-18&base_version=0&course=%23+whole&problem=none&next=go&gives=belief");
	assert_int_equal(a.status, 303);
	assert_string_equal(a.location, "/reports/1?said=reported");
	assert_non_null(strstr(house_get(h, "li", "/reports/1").body, "# whole"));
	const char *form = house_get(h, "wang", "/reports/write").body;
	assert_null(strstr(form, "half a sentence"));
	assert_non_null(strstr(form, "# whole"));
	a = house_post(h, "wang", "/reports/write",
		"day=2026-11-18&base_version=0&course=other&problem=none&next=go");
	assert_int_equal(a.status, 412);
	assert_non_null(strstr(a.body, "other"));
	assert_non_null(strstr(a.body, "whole"));
	house_free(h);
}

static void the_week_takes_what_its_reports_say(void **state)
{
	(void)state;
	struct house *h = house_new();
	put(h, "wang", "2026-11-17",
		"# 经过\n去了三家。\n# 问题\n客户没有样品可看。\n# 下一步\n补寄。\n"
		"# 对策\n先寄样品再约回访。\n# 效果\n两家约上了。\n");
	put(h, "wang", "2026-11-15", "# 经过\nx\n# 问题\n上周的事情不算\n# 下一步\nz\n");
	put(h, "wang", "2026-11-16", "# 经过\nx\n# 问题\n没有\n# 下一步\nz\n");
	const char *form = house_get(h, "wang", "/write").body;
	assert_non_null(strstr(form, "2026-11-17.lesson"));
	assert_non_null(strstr(form, "2026-11-17.experience"));
	assert_null(strstr(form, "2026-11-15."));
	assert_null(strstr(form, "2026-11-16."));
	assert_null(strstr(house_get(h, "li", "/write").body, "2026-11-17."));
	static const struct {
		const char *who, *fields;
		int status;
	} rows[] = {
		{ "li", "subject=2026-W47&take=2026-11-17.lesson", 404 },
		{ "wang", "subject=2026-W47&take=2026-11-16.lesson", 404 },
		{ "wang", "subject=2026-W47&take=2026-11-17.gold", 404 },
		{ "wang", "subject=2026-W47&p3.headline=mine&take=2026-11-17.lesson", 303 },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		int status = house_post(h, rows[i].who, "/write/take", rows[i].fields).status;
		if (status != rows[i].status)
			fail_msg("row %zu: %d", i, status);
	}
	form = house_get(h, "wang", "/write").body;
	assert_non_null(strstr(form, "name=\"p3.headline\" value=\"mine\""));
	assert_non_null(strstr(form, "name=\"p4.headline\" value=\"客户没有样品可看\""));
	assert_non_null(strstr(form, "### 效果\n两家约上了。"));
	house_free(h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(what_is_refused_and_what_is_taken),
		TEST(the_team_reads_it_and_nobody_else),
		TEST(it_is_changed_and_every_version_stays),
		TEST(days_and_people_that_are_refused),
		TEST(what_the_superior_should_decide_is_owed_and_climbs),
		TEST(its_manager_says_when_a_team_writes),
		TEST(the_week_takes_what_its_reports_say),
		TEST(the_form_keeps_itself_and_loses_nothing),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
