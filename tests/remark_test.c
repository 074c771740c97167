/* Every point gets an answer: what is said under a point, who may say it, who sees it, and its
 * clock. */
#include "house.h"

#include "store/answer.h"

static const char entry[] = "# 经验\n## 报价前先问清采购流程 #报价\n先问三件事。\n# 教训\n## "
			    "样品寄出后没有约回访\n没有约。\n署名: 匿名\n";

static struct house *written(void)
{
	struct house *h = house_new();
	assert_int_equal(house_put(h, "wang", "/api/reflections/2026-W47", entry).status, 201);
	return h;
}

static struct answer ask(
	struct house *h, const char *who, enum method method, const char *target, const char *json)
{
	return house_ask(h, who, method, target, json ? "application/json" : NULL, json, NULL);
}

static struct answer say(
	struct house *h, const char *who, int point, const char *kind, int64_t to, const char *text)
{
	return ask(h, who, POST, arena_format(h->arena, "/api/points/%d/remarks", point),
		arena_format(h->arena, "{\"kind\":\"%s\",\"to\":%ld,\"text\":\"%s\"}", kind,
			(long)to, text));
}

static int64_t id_of(struct answer a)
{
	return json_get_number(a.json, "id", 0);
}

static size_t seen(struct house *h, const char *who, int point)
{
	struct answer a =
		house_get(h, who, arena_format(h->arena, "/api/points/%d/remarks", point));
	return a.status == 200 ? json_count(json_get(a.json, "items")) : 99;
}

static void each_says_what_is_theirs_to_say(void **state)
{
	(void)state;
	struct house *h = written();
	static const struct {
		const char *who, *kind;
		int status;
	} rows[] = {
		{ "li", "why", 201 },
		{ "li", "comment", 201 },
		{ "li", "advice", 403 },
		{ "li", "answer", 403 },
		{ "lin", "advice", 201 },
		{ "lin", "why", 201 },
		{ "wang", "why", 403 },
		{ "wang", "advice", 403 },
		{ "wang", "comment", 201 },
		{ "qian", "comment", 404 },
		{ "gao", "comment", 404 },
		{ "han", "advice", 404 },
		{ "li", "shout", 422 },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		int status = say(h, rows[i].who, 1, rows[i].kind, 0, "为什么这样做").status;
		if (status != rows[i].status)
			fail_msg("row %zu: %d", i, status);
	}
	assert_int_equal(say(h, "li", 1, "comment", 0, " 　").status, 422);
	house_free(h);
}

static void a_chain_of_whys_is_five_deep(void **state)
{
	(void)state;
	struct house *h = written();
	int64_t last = 0;
	for (int i = 0; i < 5; i++) {
		struct answer why = say(h, "li", 1, "why", last, "为什么");
		assert_int_equal(why.status, 201);
		struct answer answer = say(h, "wang", 1, "answer", id_of(why), "因为");
		assert_int_equal(answer.status, 201);
		last = id_of(answer);
	}
	assert_int_equal(say(h, "li", 1, "why", last, "还为什么").status, 422);
	assert_int_equal(say(h, "wang", 1, "answer", last, "答自己").status, 422);
	assert_int_equal(say(h, "li", 2, "why", last, "别的点").status, 422);
	house_free(h);
}

static void a_remark_stays_in_the_team_until_it_is_let_rise(void **state)
{
	(void)state;
	struct house *h = written();
	int64_t id = id_of(say(h, "lin", 1, "comment", 0, "机密点评"));
	house_do(h, "lin", "/api/units/e1/rollup/close?week=2026-W47");
	assert_int_equal(seen(h, "li", 1), 1);
	assert_int_equal(seen(h, "gao", 1), 0);
	assert_null(strstr(house_get(h, "gao", "/points/1").body, "机密点评"));
	const char *rise = arena_format(h->arena, "/api/remarks/%ld/rise", (long)id);
	assert_int_equal(ask(h, "li", PUT, rise, NULL).status, 403);
	assert_int_equal(ask(h, "gao", PUT, rise, NULL).status, 404);
	/* It takes both: the author alone is not enough, and the manager is asked. */
	assert_int_equal(ask(h, "wang", PUT, rise, NULL).status, 200);
	assert_int_equal(seen(h, "gao", 1), 0);
	assert_non_null(strstr(house_get(h, "lin", "/points/1").body, "我也同意上报"));
	assert_non_null(strstr(house_get(h, "lin", "/inbox").body, "同意这条随点上报"));
	assert_int_equal(ask(h, "lin", PUT, rise, NULL).status, 200);
	assert_int_equal(seen(h, "gao", 1), 1);
	assert_int_equal(ask(h, "lin", DELETE, rise, NULL).status, 200);
	assert_int_equal(seen(h, "gao", 1), 0);
	assert_int_equal(ask(h, "wang", DELETE, rise, NULL).status, 200);
	assert_int_equal(ask(h, "lin", PUT, rise, NULL).status, 200); /* nor the manager alone */
	assert_int_equal(seen(h, "gao", 1), 0);
	assert_int_equal(say(h, "gao", 1, "advice", 0, "上面的建议").status, 201);
	assert_int_equal(seen(h, "wang", 1), 2);
	house_free(h);
}

static void whoever_signed_with_nothing_stays_nobody_where_they_explain(void **state)
{
	(void)state;
	struct house *h = written();
	int64_t why = id_of(say(h, "li", 2, "why", 0, "为什么没有约"));
	int64_t id = id_of(say(h, "wang", 2, "answer", why, "忘了"));
	house_do(h, "lin", "/api/units/e1/rollup/close?week=2026-W47");
	const char *rise = arena_format(h->arena, "/api/remarks/%ld/rise", (long)id);
	ask(h, "lin", PUT, rise, NULL);
	ask(h, "wang", PUT, rise, NULL);
	struct answer above = house_get(h, "gao", "/api/points/2/remarks");
	assert_int_equal(json_count(json_get(above.json, "items")), 1);
	assert_null(strstr(above.body, "王磊"));
	/* The why stays in the team: its answer stands alone, and is not lost. */
	assert_non_null(strstr(house_get(h, "gao", "/points/2").body, "忘了"));
	assert_null(strstr(house_get(h, "gao", "/points/2").body, "王磊"));
	assert_non_null(strstr(house_get(h, "li", "/api/points/2/remarks").body, "王磊"));
	house_free(h);
}

static void words_are_changed_for_ten_minutes_and_then_struck(void **state)
{
	(void)state;
	struct house *h = written();
	int64_t id = id_of(say(h, "li", 1, "comment", 0, "写错了"));
	const char *one = arena_format(h->arena, "/api/remarks/%ld", (long)id);
	assert_int_equal(ask(h, "li", PUT, one, "{\"text\":\"写对了\"}").status, 200);
	assert_int_equal(ask(h, "lin", PUT, one, "{\"text\":\"x\"}").status, 403);
	clock_freeze(HOUSE_NOW + 601);
	assert_int_equal(ask(h, "li", PUT, one, "{\"text\":\"晚了\"}").status, 409);
	assert_int_equal(ask(h, "lin", DELETE, one, NULL).status, 403);
	assert_int_equal(ask(h, "li", DELETE, one, NULL).status, 200);
	struct answer a = house_get(h, "wang", "/points/1");
	assert_null(strstr(a.body, "写对了"));
	clock_freeze(HOUSE_NOW);
	house_free(h);
}

static struct answer_lines waiting(struct house *h, const char *login)
{
	db_begin(h->worker->db, h->arena);
	const struct who *who = who_login_any(h->worker->db, login);
	struct answer_lines all = answer_waiting(h->worker->db, who, 100);
	assert_int_equal(answer_waiting_count(h->worker->db, who), all.count);
	db_end(h->worker->db);
	return all;
}

static void a_point_waits_for_the_direct_manager_and_nobody_else(void **state)
{
	(void)state;
	struct house *h = written();
	house_put(h, "lin", "/api/reflections/2026-W47", "# 经验\n## 经理自己写的\n也写。\n");
	assert_int_equal(waiting(h, "lin").count, 2);
	assert_int_equal(waiting(h, "lin").items[0].due_at, HOUSE_NOW + 2 * 86400);
	assert_int_equal(waiting(h, "gao").count, 0);
	assert_int_equal(waiting(h, "li").count, 0);
	assert_non_null(strstr(house_get(h, "lin", "/").body, "/answers"));
	say(h, "li", 1, "comment", 0, "同事说的不算");
	assert_int_equal(waiting(h, "lin").count, 2);
	say(h, "lin", 1, "comment", 0, "看了");
	assert_int_equal(waiting(h, "lin").count, 1);
	clock_freeze(HOUSE_NOW + 5 * 86400);
	house_do(h, "lin", "/api/units/e1/rollup/close?week=2026-W47");
	struct answer_lines above = waiting(h, "gao");
	assert_int_equal(above.count, 1); /* the manager's own, once it has risen */
	assert_int_equal(above.items[0].point.n, 3);
	assert_int_equal(above.items[0].due_at, HOUSE_NOW + 7 * 86400); /* not before it rose */
	say(h, "gao", 3, "comment", 0, "看了");
	assert_int_equal(waiting(h, "gao").count, 0);
	clock_freeze(HOUSE_NOW);
	house_free(h);
}

static void the_author_sees_who_read_it_and_what_was_said(void **state)
{
	(void)state;
	struct house *h = written();
	assert_null(strstr(house_get(h, "wang", "/points/1").body, "林经理"));
	house_get(h, "lin", "/points/1");
	house_get(h, "lin", "/points/1");
	assert_non_null(strstr(house_get(h, "wang", "/points/1").body, "林经理"));
	assert_null(strstr(house_get(h, "li", "/points/1").body, "林经理"));
	say(h, "lin", 1, "advice", 0, "下次带上总工");
	assert_non_null(strstr(house_get(h, "wang", "/").body, "下次带上总工"));
	house_get(h, "wang", "/points/1");
	assert_null(strstr(house_get(h, "wang", "/").body, "下次带上总工"));
	house_free(h);
}

static void an_answer_is_given_with_one_tap_where_it_waits(void **state)
{
	(void)state;
	struct house *h = written();
	struct answer page = house_get(h, "lin", "/answers");
	assert_non_null(strstr(page.body, "报价前先问清采购流程"));
	struct answer a = house_post(
		h, "lin", "/points/1/remarks", "kind=comment&text=%E7%9C%8B%E4%BA%86&back=answers");
	assert_int_equal(a.status, 303);
	assert_string_equal(a.location, "/answers?said=answered");
	assert_null(strstr(house_get(h, "lin", "/answers").body, "报价前先问清采购流程"));
	struct answer bad = house_post(h, "lin", "/points/1/remarks",
		"kind=advice&text=%E5%85%88%E9%97%AE&until=tomorrow&whom=x");
	assert_int_equal(bad.status, 422);
	assert_non_null(strstr(bad.body, "先问")); /* nothing that was typed is lost */
	assert_non_null(strstr(bad.body, "value=\"tomorrow\""));
	house_free(h);
}

static void units_are_told_how_soon_they_answer(void **state)
{
	(void)state;
	struct house *h = written();
	clock_freeze(HOUSE_NOW + 6 * 3600);
	say(h, "lin", 1, "comment", 0, "看了");
	clock_freeze(HOUSE_NOW + 3 * 86400); /* the other one is late */
	db_begin(h->worker->db, h->arena);
	struct db *db = h->worker->db;
	struct answer_figures f = answer_figures(db, who_login_any(db, "lin"),
		house_unit_in(db, "hq"), HOUSE_NOW - 86400, HOUSE_NOW + 3 * 86400);
	db_end(h->worker->db);
	assert_int_equal(f.points, 2);
	assert_int_equal(f.due, 2);
	assert_int_equal(f.in_time, 1);
	assert_int_equal(f.median, 6 * 3600);
	assert_non_null(strstr(house_get(h, "lin", "/answers/units").body, "50%"));
	assert_null(strstr(house_get(h, "gao", "/answers/units").body, "50%")); /* not risen yet */
	house_do(h, "lin", "/api/units/e1/rollup/close?week=2026-W47");
	struct answer page = house_get(h, "gao", "/answers/units");
	assert_non_null(strstr(page.body, "50%"));
	assert_null(strstr(page.body, "王磊"));
	assert_int_equal(house_get(h, "wang", "/answers/units").status, 403);
	clock_freeze(HOUSE_NOW);
	house_free(h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(each_says_what_is_theirs_to_say),
		TEST(a_chain_of_whys_is_five_deep),
		TEST(a_remark_stays_in_the_team_until_it_is_let_rise),
		TEST(whoever_signed_with_nothing_stays_nobody_where_they_explain),
		TEST(words_are_changed_for_ten_minutes_and_then_struck),
		TEST(a_point_waits_for_the_direct_manager_and_nobody_else),
		TEST(the_author_sees_who_read_it_and_what_was_said),
		TEST(an_answer_is_given_with_one_tap_where_it_waits),
		TEST(units_are_told_how_soon_they_answer),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
