/* Roll-ups: who sees what of them, closing, reopening, figures, tables. */
#include "rollup_kit.h"

static void a_team_sees_its_points_and_its_names(void **state)
{
	(void)state;
	struct house *h = house_new();
	kit_write(h, "wang", "报价前先问清采购流程");
	struct answer a = kit_rollup(h, "li", "e1");
	assert_int_equal(kit_total(a.json, "experience"), 1);
	assert_int_equal(kit_total(a.json, "lesson"), 1);
	assert_int_equal(json_count(json_get(a.json, "points")), 2);
	assert_int_equal(json_count(json_get(a.json, "roster")), 3);
	assert_int_equal(json_get_number(json_get(a.json, "attendance"), "missing", -1), 2);
	assert_string_equal(json_get_text(json_at(json_get(a.json, "topics"), 0), "name"), "报价");
	a = house_get(h, "lin", "/units/e1");
	assert_non_null(strstr(a.body, "2026年第47周"));
	assert_non_null(strstr(a.body, "11月16日 – 11月22日"));
	/* unclassified first */
	assert_true(strstr(a.body, "还没归类") < strstr(a.body, ">报价</a>"));
	house_free(h);
}

/* What a row's viewer finds in a roll-up: how many points, names on the roster, and whether the
 * four numbers. */
struct seen {
	const char *login, *unit;
	int status, points, names;
	bool numbers;
};

static void check_seen(struct house *h, const char *when, const struct seen *rows, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		const struct seen *r = &rows[i];
		struct answer a = kit_rollup(h, r->login, r->unit);
		if (a.status != r->status)
			fail_msg("%s, %s at %s: status %d", when, r->login, r->unit, a.status);
		if (r->status != 200)
			continue;
		int points = (int)json_count(json_get(a.json, "points"));
		int sum = (int)(kit_total(a.json, "experience") + kit_total(a.json, "lesson"));
		if (points != r->points || sum != r->points)
			fail_msg("%s, %s at %s: %d points, %d counted", when, r->login, r->unit,
				points, sum);
		int names = (int)json_count(json_get(a.json, "roster"));
		if (names != r->names)
			fail_msg("%s, %s at %s: %d names", when, r->login, r->unit, names);
		if ((json_get(a.json, "attendance") != NULL) != r->numbers)
			fail_msg("%s, %s at %s: numbers of the roster", when, r->login, r->unit);
	}
}

static void each_level_sees_what_has_risen_to_it(void **state)
{
	(void)state;
	struct house *h = house_new();
	kit_write(h, "wang", "报价前先问清");
	kit_write(h, "qian", "样品先约回访");
	static const struct seen open[] = {
		{ "wang", "e1", 200, 2, 3, true },
		{ "wang", "east", 200, 0, 0, false },
		{ "wang", "hq", 200, 0, 0, false },
		{ "wang", "e2", 404, 0, 0, false },
		{ "wang", "south", 404, 0, 0, false },
		{ "gao", "e1", 200, 0, 0, false },
		{ "gao", "east", 200, 0, 0, false },
		{ "han", "e1", 200, 0, 0, false },
		{ "han", "east", 200, 0, 0, false },
		{ "chen", "e1", 404, 0, 0, false },
		{ "root", "e1", 404, 0, 0, false },
		{ "root", "hq", 200, 0, 0, false },
	};
	check_seen(h, "all open", open, sizeof open / sizeof *open);
	kit_close(h, "lin", "e1");
	static const struct seen team[] = {
		{ "wang", "east", 200, 2, 0, false },
		{ "qian", "east", 200, 0, 0, false },
		{ "gao", "e1", 200, 2, 0, true },
		{ "gao", "e2", 200, 0, 0, false },
		{ "gao", "east", 200, 2, 0, false },
		{ "han", "e1", 200, 0, 0, false },
		{ "han", "east", 200, 0, 0, false },
		{ "tian", "e1", 200, 0, 0, false },
	};
	check_seen(h, "e1 closed", team, sizeof team / sizeof *team);
	kit_close(h, "gao", "east"); /* over e2, which is open */
	static const struct seen branch[] = {
		{ "han", "e1", 200, 2, 0, true },
		{ "han", "east", 200, 2, 0, false },
		{ "han", "hq", 200, 2, 0, false },
		{ "tian", "hq", 200, 2, 0, false },
		{ "wang", "hq", 200, 2, 0, false },
		{ "qian", "hq", 200, 0, 0, false },
		{ "chen", "hq", 200, 0, 0, false },
		{ "gao", "hq", 200, 2, 0, false },
	};
	check_seen(h, "east closed", branch, sizeof branch / sizeof *branch);
	kit_counts_hold(h);
	house_free(h);
}

static void what_closes_late_lands_in_the_first_open_week(void **state)
{
	(void)state;
	struct house *h = house_new();
	kit_write(h, "qian", "样品先约回访");
	kit_close(h, "gao", "east");
	kit_close(h, "zhao", "e2");
	assert_int_equal(json_count(json_get(kit_rollup(h, "gao", "east").json, "points")), 0);
	clock_freeze(HOUSE_NOW + 7 * 86400);
	struct answer a = house_get(h, "gao", "/api/units/east/rollup?week=2026-W48");
	assert_int_equal(json_count(json_get(a.json, "points")), 2);
	/* The branch has closed that week: the team's stays closed. */
	assert_int_equal(house_do(h, "zhao", "/api/units/e2/rollup/reopen" WEEK).status, 409);
	kit_counts_hold(h);
	house_free(h);
}

static void reopening_brings_back_until_the_level_above_closes(void **state)
{
	(void)state;
	struct house *h = house_new();
	int64_t id = kit_write(h, "wang", "报价前先问清");
	const char *point = arena_format(h->arena, "/api/points/%ld", (long)id);
	kit_close(h, "lin", "e1");
	assert_int_equal(house_get(h, "gao", point).status, 200);
	assert_int_equal(house_do(h, "lin", "/api/units/e1/rollup/reopen" WEEK).status, 200);
	assert_int_equal(house_get(h, "gao", point).status, 404);
	assert_int_equal(house_do(h, "lin", "/api/units/e1/rollup/reopen" WEEK).status, 200);
	kit_close(h, "lin", "e1");
	kit_close(h, "lin", "e1");
	assert_int_equal(kit_audits(h, "close"), 2);
	assert_int_equal(kit_audits(h, "reopen"), 1);
	kit_close(h, "gao", "east");
	assert_int_equal(house_do(h, "lin", "/api/units/e1/rollup/reopen" WEEK).status, 409);
	kit_close(h, "han", "hq");
	assert_int_equal(house_do(h, "gao", "/api/units/east/rollup/reopen" WEEK).status, 409);
	assert_int_equal(house_do(h, "han", "/api/units/hq/rollup/reopen" WEEK).status, 200);
	assert_int_equal(house_do(h, "gao", "/api/units/east/rollup/reopen" WEEK).status, 200);
	assert_int_equal(house_get(h, "han", point).status, 404);
	kit_counts_hold(h);
	house_free(h);
}

static void weeks_past_are_zeros_and_weeks_to_come_are_not_there(void **state)
{
	(void)state;
	struct house *h = house_new();
	struct answer a = house_get(h, "wang", "/api/units/e1/rollup?week=2020-W01");
	assert_int_equal(a.status, 200);
	assert_int_equal(kit_total(a.json, "experience"), 0);
	assert_int_equal(house_get(h, "wang", "/api/units/e1/rollup?week=2026-W48").status, 404);
	assert_int_equal(
		house_do(h, "lin", "/api/units/e1/rollup/close?week=2026-W48").status, 404);
	assert_int_equal(house_get(h, "wang", "/api/units/e1/rollup?week=47").status, 422);
	assert_int_equal(house_get(h, "wang", "/units/none").status, 404);
	house_free(h);
}

static void headquarters_counts_by_branch_topic_and_kind_against_the_week_before(void **state)
{
	(void)state;
	struct house *h = house_new();
	kit_write(h, "wang", "报价前先问清");
	kit_write(h, "li", "报价后当天打电话");
	kit_close(h, "lin", "e1");
	kit_close(h, "gao", "east");
	struct answer a = house_get(h, "han", "/units/hq" WEEK);
	assert_int_equal(a.status, 200);
	assert_non_null(strstr(a.body, "class=\"matrix\""));
	assert_non_null(strstr(a.body, "class=\"heat5\""));
	assert_non_null(strstr(a.body, "<small>+2</small>"));
	assert_null(strstr(house_get(h, "wang", "/units/hq" WEEK).body, "class=\"matrix\""));
	struct answer of_topic = house_get(h, "han",
		arena_format(h->arena, "/api/units/hq/rollup" WEEK "&topic=%ld",
			(long)kit_topic(h, "han", "hq", "报价")));
	assert_int_equal(json_count(json_get(of_topic.json, "points")), 2);
	assert_int_equal(kit_total(of_topic.json, "lesson"), 2);
	house_free(h);
}

static void headquarters_chooses_orders_and_comments(void **state)
{
	(void)state;
	struct house *h = house_new();
	int64_t one = kit_write(h, "wang", "报价前先问清"), two = one + 1;
	const char *pick = arena_format(h->arena, "/api/points/%ld/pick", (long)one);
	kit_close(h, "lin", "e1");
	assert_int_equal(kit_json(h, "han", PUT, pick, "{}").status, 404);
	kit_close(h, "gao", "east");
	assert_int_equal(kit_json(h, "han", PUT, pick, "{\"comment\": \"先问再报\"}").status, 200);
	assert_int_equal(kit_json(h, "han", PUT,
				 arena_format(h->arena, "/api/points/%ld/pick", (long)two), "{}")
				 .status,
		200);
	assert_int_equal(
		kit_json(h, "han", PUT, "/api/units/hq/rollup/order" WEEK,
			arena_format(h->arena, "{\"picks\": [%ld, %ld]}", (long)two, (long)one))
			.status,
		200);
	const struct json *picks = json_get(kit_rollup(h, "tian", "hq").json, "picks");
	assert_int_equal(json_get_number(json_at(picks, 0), "id", 0), two);
	assert_string_equal(json_get_text(json_at(picks, 1), "comment"), "先问再报");
	/* what is not there any more is not chosen out of it: the author still sees the point */
	house_do(h, "gao", "/api/units/east/rollup/reopen" WEEK);
	assert_int_equal(json_count(json_get(kit_rollup(h, "wang", "hq").json, "picks")), 0);
	kit_close(h, "gao", "east");
	assert_int_equal(json_count(json_get(kit_rollup(h, "wang", "hq").json, "picks")), 2);
	kit_close(h, "han", "hq");
	assert_int_equal(kit_json(h, "han", DELETE, pick, NULL).status, 409);
	house_free(h);
}

static void topics_and_points_stand_in_the_order_given(void **state)
{
	(void)state;
	struct house *h = house_new();
	int64_t one = kit_write(h, "wang", "报价前先问清"),
		two = kit_write(h, "li", "报价后当天打电话");
	kit_json(h, "lin", PUT, arena_format(h->arena, "/api/points/%ld/topics", (long)(one + 1)),
		"{\"topics\":[\"回访\"]}");
	kit_close(h, "lin", "e1");
	int64_t price = kit_topic(h, "gao", "east", "报价"),
		visit = kit_topic(h, "gao", "east", "回访");
	assert_int_equal(house_post(h, "gao", "/units/east/order",
				 arena_format(h->arena, "week=2026-W47&scope=%ld&up=%ld",
					 (long)price, (long)two))
				 .status,
		303);
	assert_int_equal(kit_json(h, "gao", PUT, "/api/units/east/rollup/order" WEEK,
				 arena_format(h->arena, "{\"topics\": [%ld, %ld]}", (long)visit,
					 (long)price))
				 .status,
		200);
	const char *page = house_get(h, "gao", "/units/east" WEEK).body;
	const char *of_visit = strstr(page, arena_format(h->arena, "id=\"t%ld\"", (long)visit));
	const char *of_price = strstr(page, arena_format(h->arena, "id=\"t%ld\"", (long)price));
	assert_true(of_visit && of_visit < of_price);
	assert_true(strstr(of_price, "报价后当天打电话") < strstr(of_price, "报价前先问清"));
	/* dragging sends the whole list */
	house_post(h, "gao", "/units/east/order",
		arena_format(h->arena, "week=2026-W47&scope=%ld&order=%ld,%ld", (long)price,
			(long)one, (long)two));
	of_price = strstr(house_get(h, "gao", "/units/east" WEEK).body,
		arena_format(h->arena, "id=\"t%ld\"", (long)price));
	assert_true(strstr(of_price, "报价前先问清") < strstr(of_price, "报价后当天打电话"));
	house_free(h);
}

static void every_page_is_a_table_that_runs_no_formula(void **state)
{
	(void)state;
	struct house *h = house_new();
	kit_write(h, "wang", "=cmd|calc");
	kit_close(h, "lin", "e1");
	kit_close(h, "gao", "east");
	static const char *const rows[][2] = { { "wang", "e1" }, { "gao", "east" },
		{ "han", "hq" } };
	for (size_t i = 0; i < 3; i++) {
		struct answer a = house_get(h, rows[i][0],
			arena_format(h->arena, "/units/%s" WEEK "&format=csv", rows[i][1]));
		if (a.status != 200 || !text_starts(a.type, "text/csv"))
			fail_msg("%s: %d %s", rows[i][1], a.status, a.type);
		if (!text_starts(a.body, "\xef\xbb\xbf") || !strstr(a.body, "'=cmd|calc"))
			fail_msg("%s: %s", rows[i][1], a.body);
		if (!strstr(a.body, "先问三件事。") || !strstr(a.body, "标题"))
			fail_msg("%s lacks words: %s", rows[i][1], a.body);
		/* and on paper: what is for hands only is marked so */
		a = house_get(h, rows[i][0], arena_format(h->arena, "/units/%s" WEEK, rows[i][1]));
		if (!strstr(a.body, "data-print"))
			fail_msg("%s cannot be printed", rows[i][1]);
	}
	assert_int_equal(house_get(h, "qian", "/units/e1" WEEK "&format=csv").status, 404);
	house_free(h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_team_sees_its_points_and_its_names),
		TEST(each_level_sees_what_has_risen_to_it),
		TEST(what_closes_late_lands_in_the_first_open_week),
		TEST(reopening_brings_back_until_the_level_above_closes),
		TEST(weeks_past_are_zeros_and_weeks_to_come_are_not_there),
		TEST(headquarters_counts_by_branch_topic_and_kind_against_the_week_before),
		TEST(headquarters_chooses_orders_and_comments),
		TEST(topics_and_points_stand_in_the_order_given),
		TEST(every_page_is_a_table_that_runs_no_formula),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
