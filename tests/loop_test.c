/* The loop: write, roll up three levels, read. */
#include "house.h"

#include "store/tally.h"

static const char week47[] = "# 经验\n## 报价前先问清采购流程 #报价\n先问三件事。\n# 教训\n## "
			     "样品寄出后没有约回访\n**先听后讲。**效果\n";

static void a_reflection_rises_from_team_to_headquarters(void **state)
{
	(void)state;
	struct house *h = house_new();
	struct answer a = house_put(h, "wang", "/api/reflections/2026-W47", week47);
	assert_int_equal(a.status, 201);
	const char *point = arena_format(h->arena, "/api/points/%d",
		(int)json_get_number(json_at(json_get(a.json, "points"), 0), "id", 0));
	static const struct {
		const char *closes, *unit;
		const char *see[8], *blind[10];
	} rows[] = {
		{ NULL, NULL, { "wang", "li", "lin" },
			{ "gao", "han", "tian", "qian", "zhao", "chen", "sun", "root" } },
		{ "lin", "e1", { "wang", "li", "lin", "gao" },
			{ "han", "tian", "qian", "chen", "sun", "root" } },
		{ "gao", "east", { "wang", "li", "lin", "gao", "han", "tian" },
			{ "qian", "chen", "sun", "root" } },
		{ "han", "hq", { "wang", "li", "lin", "gao", "han", "tian" },
			{ "qian", "chen", "sun", "root" } },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		if (rows[i].closes) {
			a = house_do(h, rows[i].closes,
				arena_format(h->arena, "/api/units/%s/rollup/close?week=2026-W47",
					rows[i].unit));
			assert_int_equal(a.status, 200);
		}
		for (const char *const *who = rows[i].see; *who; who++)
			if (house_get(h, *who, point).status != 200)
				fail_msg("row %zu: %s does not see it", i, *who);
		for (const char *const *who = rows[i].blind; *who; who++)
			if (house_get(h, *who, point).status != 404)
				fail_msg("row %zu: %s sees it", i, *who);
		assert_int_equal(house_differences(h, tally_differences_any), 0);
	}
	house_free(h);
}

static void a_submission_again_keeps_the_numbers_of_its_points(void **state)
{
	(void)state;
	struct house *h = house_new();
	struct answer one = house_put(h, "wang", "/api/reflections/2026-W47", week47);
	struct answer two = house_put(h, "wang", "/api/reflections/2026-W47",
		"# 经验\n## 新的一条\n## 报价前先问清采购流程\n改了故事。\n");
	assert_int_equal(two.status, 200);
	int64_t kept = json_get_number(json_at(json_get(one.json, "points"), 0), "id", 0);
	assert_int_equal(json_get_number(json_at(json_get(two.json, "points"), 1), "id", 0), kept);
	assert_int_equal(json_count(json_get(two.json, "points")), 2);
	assert_int_equal(house_differences(h, tally_differences_any), 0);
	house_free(h);
}

static void a_closed_week_takes_no_change(void **state)
{
	(void)state;
	struct house *h = house_new();
	house_put(h, "wang", "/api/reflections/2026-W47", week47);
	assert_int_equal(
		house_do(h, "lin", "/api/units/e1/rollup/close?week=2026-W47").status, 200);
	assert_int_equal(house_put(h, "wang", "/api/reflections/2026-W47", week47).status, 409);
	struct answer late = house_put(h, "li", "/api/reflections/2026-W47", week47);
	assert_int_equal(late.status, 201);
	assert_true(json_get_bool(late.json, "late", false));
	assert_int_equal(
		house_do(h, "wang", "/api/units/e1/rollup/close?week=2026-W47").status, 403);
	assert_int_equal(
		house_do(h, "qian", "/api/units/e1/rollup/close?week=2026-W47").status, 404);
	house_free(h);
}

static void all_faults_are_told_at_once(void **state)
{
	(void)state;
	struct house *h = house_new();
	struct answer a =
		house_put(h, "wang", "/api/reflections/2026-W47", "# 经验\n## \n## b\n# 天气\n");
	assert_int_equal(a.status, 422);
	assert_true(json_count(json_get(a.json, "errors")) >= 2);
	house_free(h);
}

static void one_signs_in_and_out(void **state)
{
	(void)state;
	struct house *h = house_new();
	assert_string_equal(
		house_get(h, NULL, "/points/1").location, "/sign-in?next=%2Fpoints%2F1");
	assert_int_equal(house_post(h, NULL, "/sign-in", "login=wang&password=wrong").status, 422);
	struct answer in = house_post(
		h, NULL, "/sign-in", "login=wang&password=one+two+three+four&next=/write");
	assert_int_equal(in.status, 303);
	assert_string_equal(in.location, "/write");
	assert_non_null(strstr(in.cookie, "HttpOnly; SameSite=Lax"));
	assert_int_equal(house_get(h, "wang", "/").status, 200);
	assert_int_equal(house_post(h, "wang", "/sign-out", "").status, 303);
	assert_int_equal(house_get(h, "wang", "/").status, 303);
	house_free(h);
}

static void a_hidden_author_is_not_named_by_the_page_of_the_reflection(void **state)
{
	(void)state;
	struct house *h = house_new();
	assert_int_equal(house_put(h, "wang", "/api/reflections/2026-W47",
				 "# 教训\n## 报价报错了\n说不出口。\n署名: 匿名\n")
				 .status,
		201);
	house_do(h, "lin", "/api/units/e1/rollup/close?week=2026-W47");
	static const char *const pages[] = { "/reflections/1", "/api/reflections/1", "/points/1",
		"/api/points/1", "/units/east?week=2026-W47" };
	for (size_t i = 0; i < sizeof pages / sizeof *pages; i++)
		if (strstr(house_get(h, "gao", pages[i]).body, "王磊"))
			fail_msg("%s names the author", pages[i]);
	assert_int_equal(house_get(h, "gao", "/points/1").status, 200);
	house_free(h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_reflection_rises_from_team_to_headquarters),
		TEST(a_submission_again_keeps_the_numbers_of_its_points),
		TEST(a_closed_week_takes_no_change),
		TEST(all_faults_are_told_at_once),
		TEST(one_signs_in_and_out),
		TEST(a_hidden_author_is_not_named_by_the_page_of_the_reflection),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
