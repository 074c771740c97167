/* The tree of units, and who stands in for a manager. */
#include "house.h"

#include "rules/sweep.h"
#include "store/deputy.h"
#include "store/tally.h"

static const char week47[] = "# 经验\n## 报价前先问清采购流程\n先问三件事。\n";
static const char close_e1[] = "/api/units/e1/rollup/close?week=2026-W47";
static const char reopen_e1[] = "/api/units/e1/rollup/reopen?week=2026-W47";

static void a_deputy_may_close_while_deputy_and_not_after(void **state)
{
	(void)state;
	struct house *h = house_new();
	house_put(h, "wang", "/api/reflections/2026-W47", week47);
	assert_int_equal(house_do(h, "li", close_e1).status, 403);
	assert_int_equal(house_post(h, "lin", "/units/e1/deputies", "login=li").status, 303);
	assert_int_equal(house_do(h, "li", close_e1).status, 200);
	assert_int_equal(house_do(h, "li", reopen_e1).status, 200);
	/* A deputy names no deputies. */
	assert_int_equal(house_post(h, "li", "/units/e1/deputies", "login=wang").status, 404);
	const char *dismiss =
		arena_format(h->arena, "person=%ld", (long)house_person(h, "li")->id.n);
	assert_int_equal(house_post(h, "lin", "/units/e1/deputies/dismiss", dismiss).status, 303);
	assert_int_equal(house_do(h, "li", close_e1).status, 403);
	assert_int_equal(house_differences(h, sight_differences_any), 0);
	house_free(h);
}

/* While the manager is away, to the end of a day: what waits for an answer waits for the deputy,
 * and no longer afterwards. */
static void a_deputy_stands_in_for_some_days(void **state)
{
	(void)state;
	struct house *h = house_new();
	house_put(h, "wang", "/api/reflections/2026-W47", week47);
	static const char *const bad[] = { "login=li&until=2026-11-31", "login=li&until=soon",
		"login=li&until=2026-11-17" };
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		struct answer a = house_post(h, "lin", "/units/e1/deputies", bad[i]);
		assert_int_equal(a.status, 422);
		assert_non_null(strstr(a.body, bad[i] + strlen("login=li&until=")));
	}
	assert_int_equal(
		house_post(h, "lin", "/units/e1/deputies", "login=li&until=2026-11-19").status,
		303);
	assert_non_null(strstr(house_get(h, "lin", "/units/e1/deputies").body, "11月19日"));
	assert_non_null(strstr(house_get(h, "li", "/answers").body, "报价前先问清采购流程"));
	struct work w = { .arena = h->arena,
		.writer = h->app.install.writer,
		.who = who_operator(),
		.zone = zone_find("Asia/Shanghai") };
	static const struct {
		int day, hour;
		bool stands;
	} rows[] = { { 19, 23, true }, { 20, 0, false } };
	for (size_t i = 0; i < 2; i++) {
		w.now = zone_moment(w.zone, 2026, 11, rows[i].day, rows[i].hour, 30);
		sweep_over(&w);
		const char *page = house_get(h, "li", "/answers").body;
		assert_int_equal(strstr(page, "报价前先问清采购流程") != NULL, rows[i].stands);
	}
	assert_non_null(strstr(house_get(h, "lin", "/answers").body, "报价前先问清采购流程"));
	assert_int_equal(house_differences(h, sight_differences_any), 0);
	house_free(h);
}

static void a_deactivated_deputy_is_none_any_more(void **state)
{
	(void)state;
	struct house *h = house_new();
	assert_int_equal(house_post(h, "root", "/units/e1/deputies", "login=qian").status, 303);
	assert_int_equal(house_do(h, "qian", close_e1).status, 200);
	const char *page =
		arena_format(h->arena, "/admin/people/%ld", (long)house_person(h, "qian")->id.n);
	house_post(h, "root", arena_format(h->arena, "%s/deactivate", page), "");
	house_post(h, "root", arena_format(h->arena, "%s/reactivate", page), "");
	struct answer a = house_get(h, "root", "/units/e1/deputies");
	assert_null(strstr(a.body, "钱多</b>"));
	house_free(h);
}

static void a_manager_names_only_people_nearby(void **state)
{
	(void)state;
	struct house *h = house_new();
	assert_int_equal(house_post(h, "lin", "/units/e1/deputies", "login=sun").status, 422);
	assert_int_equal(house_post(h, "lin", "/units/e1/deputies", "login=nobody").status, 422);
	assert_int_equal(house_post(h, "lin", "/units/e1/deputies", "login=gao").status, 303);
	assert_int_equal(house_post(h, "lin", "/units/e2/deputies", "login=qian").status, 404);
	/* s1 has no manager: its branch's names the deputy. */
	assert_int_equal(house_post(h, "chen", "/units/s1/deputies", "login=sun").status, 303);
	house_free(h);
}

static const char *unit_page(struct house *h, const char *code, const char *action)
{
	struct answer a = house_get(h, "root", "/api/units");
	const struct json *items = json_get(a.json, "items");
	for (size_t i = 0; i < json_count(items); i++)
		if (text_same(json_get_text(json_at(items, i), "code"), code))
			return arena_format(h->arena, "/admin/units/%d%s",
				(int)json_get_number(json_at(items, i), "id", 0), action);
	fail_msg("no unit %s", code);
	return NULL;
}

static void a_team_that_moves_leaves_what_rose_where_it_was(void **state)
{
	(void)state;
	struct house *h = house_new();
	struct answer a = house_put(h, "wang", "/api/reflections/2026-W46", week47);
	const char *old = arena_format(h->arena, "/api/points/%d",
		(int)json_get_number(json_at(json_get(a.json, "points"), 0), "id", 0));
	assert_int_equal(
		house_do(h, "lin", "/api/units/e1/rollup/close?week=2026-W46").status, 200);
	a = house_put(h, "wang", "/api/reflections/2026-W47", week47);
	const char *fresh = arena_format(h->arena, "/api/points/%d",
		(int)json_get_number(json_at(json_get(a.json, "points"), 0), "id", 0));
	const char *move = arena_format(h->arena, "code=e1&name=moved&parent=%s",
		strrchr(unit_page(h, "south", ""), '/') + 1);
	assert_int_equal(house_post(h, "root", unit_page(h, "e1", ""), move).status, 303);
	assert_int_equal(house_do(h, "lin", close_e1).status, 200);
	static const struct {
		const char *who;
		int old, fresh;
	} rows[] = { { "gao", 200, 404 }, { "chen", 404, 200 }, { "wang", 200, 200 } };
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		if (house_get(h, rows[i].who, old).status != rows[i].old)
			fail_msg("%s and the old point", rows[i].who);
		if (house_get(h, rows[i].who, fresh).status != rows[i].fresh)
			fail_msg("%s and the new point", rows[i].who);
	}
	assert_int_equal(house_differences(h, tally_differences_any), 0);
	assert_int_equal(house_differences(h, sight_differences_any), 0);
	house_free(h);
}

static void the_tree_takes_only_what_fits(void **state)
{
	(void)state;
	struct house *h = house_new();
	const struct {
		const char *path, *fields;
		int status;
	} rows[] = {
		{ "/admin/units", "code=e3&name=x&parent=2", 303 },
		{ "/admin/units", "code=north&name=x&parent=1", 303 },
		{ "/admin/units", "code=e3&name=x&parent=2", 409 },
		{ "/admin/units", "code=e4&name=x&parent=4", 422 }, /* below a team */
		{ "/admin/units", "code=e4&name=x&parent=77", 422 },
		{ "/admin/units", "code=e+4&name=x&parent=2", 422 },
		{ "/admin/units", "code=..&name=x&parent=2", 422 },
		{ "/admin/units", "code=e5&name=&parent=2", 422 },
		{ unit_page(h, "e1", ""), "code=e2&name=x&parent=2", 409 },
		{ unit_page(h, "e1", ""), "code=e1&name=x&parent=1", 422 },
		{ unit_page(h, "e1", ""), "code=e1&name=x&parent=4", 422 },
		{ unit_page(h, "east", ""), "code=east&name=x&parent=3",
			303 }, /* branches stay below hq */
		{ unit_page(h, "hq", "/close"), "", 409 },
		{ unit_page(h, "east", "/close"), "", 409 },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		int status = house_post(h, "root", rows[i].path, rows[i].fields).status;
		if (status != rows[i].status)
			fail_msg("row %zu: %d, not %d", i, status, rows[i].status);
	}
	house_free(h);
}

static void an_empty_unit_closes_and_opens_again(void **state)
{
	(void)state;
	struct house *h = house_new();
	assert_int_equal(house_post(h, "root", unit_page(h, "s1", "/close"), "").status, 409);
	const char *sun =
		arena_format(h->arena, "/admin/people/%ld", (long)house_person(h, "sun")->id.n);
	assert_int_equal(house_post(h, "root", sun, "name=Sun&unit=4&role=rep").status, 303);
	assert_int_equal(house_post(h, "root", unit_page(h, "s1", "/close"), "").status, 303);
	assert_int_equal(house_post(h, "root", sun, "name=Sun&unit=6&role=rep").status, 422);
	assert_int_equal(house_post(h, "root", "/admin/import",
				 "rows=unit_code,login,name,roles%0As1,neu,N,rep")
				 .status,
		422);
	assert_int_equal(house_post(h, "root", unit_page(h, "s1", "/open"), "").status, 303);
	assert_int_equal(house_post(h, "root", sun, "name=Sun&unit=6&role=rep").status, 303);
	house_free(h);
}

static void the_api_lists_the_tree(void **state)
{
	(void)state;
	struct house *h = house_new();
	struct answer a = house_get(h, "wang", "/api/units");
	const struct json *e1 = NULL, *items = json_get(a.json, "items");
	assert_int_equal(json_count(items), 6);
	for (size_t i = 0; i < 6; i++)
		if (text_same(json_get_text(json_at(items, i), "code"), "e1"))
			e1 = json_at(items, i);
	assert_string_equal(json_get_text(e1, "kind"), "team");
	assert_int_equal(json_get_number(e1, "parent", 0), 2);
	assert_int_equal(json_kind(json_get(json_at(items, 0), "parent")), JSON_NULL_VALUE);
	assert_int_equal(house_get(h, NULL, "/api/units").status, 401);
	assert_non_null(strstr(house_get(h, NULL, "/api/units").type, "application/problem+json"));
	house_free(h);
}

/* "0102", or "2": pages link by code, the API's numbers are ids, and one may look like the other.
 */
static void codes_of_digits_lead_to_their_units(void **state)
{
	(void)state;
	struct house *h = house_new(); /* 1 hq, 2 east, 4 e1 */
	house_post(
		h, "root", unit_page(h, "e1", ""), "code=2&name=华东一队&parent=2&task_counts=1");
	house_post(
		h, "root", unit_page(h, "e2", ""), "code=01&name=华东二队&parent=2&task_counts=1");
	assert_non_null(strstr(house_get(h, "lin", "/units/2").body, "<h1>华东一队"));
	assert_non_null(strstr(house_get(h, "lin", "/units/2/deputies").body, "华东一队"));
	assert_non_null(strstr(house_get(h, "gao", "/units/east").body, "<h1>华东汇总"));
	static const struct {
		const char *target, *unit;
	} rows[] = {
		{ "/api/units/2/rollup", "east" },
		{ "/api/units/east/rollup", "east" },
		{ "/api/units/01/rollup", "01" },
		{ "/api/units/1/rollup", "hq" },
	};
	struct answer tree = house_get(h, "gao", "/api/units");
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct answer a = house_get(h, "gao", rows[i].target);
		const struct json *items = json_get(tree.json, "items"), *u = NULL;
		for (size_t k = 0; k < json_count(items); k++)
			if (json_get_number(json_at(items, k), "id", 0) ==
				json_get_number(a.json, "unit", -1))
				u = json_at(items, k);
		if (a.status != 200 || !text_same(json_get_text(u, "code"), rows[i].unit))
			fail_msg("row %zu: %d\n%s", i, a.status, a.body);
	}
	house_free(h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(codes_of_digits_lead_to_their_units),
		TEST(a_deputy_may_close_while_deputy_and_not_after),
		TEST(a_deputy_stands_in_for_some_days),
		TEST(a_deactivated_deputy_is_none_any_more),
		TEST(a_manager_names_only_people_nearby),
		TEST(a_team_that_moves_leaves_what_rose_where_it_was),
		TEST(the_tree_takes_only_what_fits),
		TEST(an_empty_unit_closes_and_opens_again),
		TEST(the_api_lists_the_tree),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
