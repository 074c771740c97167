/* Merging duplicates under a lead, and flags. */
#include "rollup_kit.h"

static const char *merge(struct house *h, int64_t lead)
{
	return arena_format(h->arena, "/api/points/%ld/merge", (long)lead);
}

static const char *list(struct house *h, int64_t a, int64_t b)
{
	return arena_format(h->arena, "{\"points\":[%ld,%ld]}", (long)a, (long)b);
}

static void merged_points_stand_under_their_lead_and_still_count(void **state)
{
	(void)state;
	struct house *h = house_new();
	int64_t one = kit_write(h, "wang", "报价前先问清"),
		two = kit_write(h, "li", "先弄清谁拍板再报价");
	kit_close(h, "lin", "e1");
	struct answer a = kit_json(h, "gao", POST, merge(h, one), list(h, one, two));
	assert_int_equal(a.status, 200);
	a = kit_rollup(h, "gao", "east");
	assert_int_equal(json_count(json_get(a.json, "points")), 3);
	const struct json *under = json_get(kit_point(json_get(a.json, "points"), one), "merged");
	assert_int_equal(json_get_number(json_at(under, 0), "id", 0), two);
	assert_int_equal(json_get_number(json_at(under, 0), "lead", 0), one);
	assert_int_equal(kit_total(a.json, "experience"), 2);
	assert_int_equal(
		house_get(h, "gao", arena_format(h->arena, "/points/%ld", (long)two)).status, 200);
	a = house_get(h, "gao", arena_format(h->arena, "/api/points/%ld", (long)two));
	assert_int_equal(json_get_number(a.json, "lead", 0), one);
	assert_int_equal(kit_audits(h, "merge"), 1);
	kit_counts_hold(h);
	/* what was under a lead comes along */
	assert_int_equal(
		kit_json(h, "gao", POST, merge(h, one + 1), list(h, one, one + 1)).status, 200);
	under = json_get(kit_point(json_get(kit_rollup(h, "gao", "east").json, "points"), one + 1),
		"merged");
	assert_int_equal(json_count(under), 2);
	assert_int_equal(house_do(h, "gao",
				 arena_format(h->arena, "/api/points/%ld/unmerge", (long)(one + 1)))
				 .status,
		200);
	assert_int_equal(json_count(json_get(kit_rollup(h, "gao", "east").json, "points")), 4);
	assert_int_equal(kit_audits(h, "unmerge"), 1);
	house_free(h);
}

static void what_cannot_be_merged_is_refused(void **state)
{
	(void)state;
	struct house *h = house_new();
	int64_t one = kit_write(h, "wang", "报价前先问清");
	house_put(h, "li", "/api/reflections/2026-W47", "# 经验\n## 只给自己人看\n范围: 本团队\n");
	int64_t ours = one + 2;
	assert_int_equal(
		kit_json(h, "lin", POST, merge(h, one), list(h, one, one + 1)).status, 403);
	kit_close(h, "lin", "e1");
	assert_int_equal(kit_json(h, "gao", POST, merge(h, one), list(h, one, one)).status, 422);
	assert_int_equal(kit_json(h, "gao", POST, merge(h, one), list(h, one, ours)).status, 404);
	assert_int_equal(
		kit_json(h, "gao", POST, merge(h, one), list(h, one, one + 1)).status, 200);
	kit_close(h, "gao", "east");
	assert_int_equal(house_do(h, "gao",
				 arena_format(h->arena, "/api/points/%ld/unmerge", (long)(one + 1)))
				 .status,
		409);
	house_free(h);
}

static void a_team_opened_again_takes_its_points_out_of_mergers(void **state)
{
	(void)state;
	struct house *h = house_new();
	int64_t one = kit_write(h, "wang", "报价前先问清"),
		two = kit_write(h, "qian", "先弄清谁拍板再报价");
	kit_close(h, "lin", "e1");
	kit_close(h, "zhao", "e2");
	assert_int_equal(house_post(h, "gao", "/units/east/merge",
				 arena_format(h->arena, "week=2026-W47&point=%ld&point=%ld",
					 (long)one, (long)two))
				 .status,
		303);
	assert_int_equal(house_do(h, "lin", "/api/units/e1/rollup/reopen" WEEK).status, 200);
	const struct json *points = json_get(kit_rollup(h, "gao", "east").json, "points");
	assert_int_equal(json_count(points), 2);
	assert_null(json_get(kit_point(points, two), "lead"));
	kit_counts_hold(h);
	house_free(h);
}

static void a_lead_that_one_may_not_see_is_not_named(void **state)
{
	(void)state;
	struct house *h = house_new();
	int64_t one = kit_write(h, "wang", "报价前先问清"),
		two = kit_write(h, "qian", "先弄清谁拍板再报价");
	kit_close(h, "lin", "e1");
	kit_close(h, "zhao", "e2");
	kit_json(h, "gao", POST, merge(h, one), list(h, one, two));
	struct answer a = kit_rollup(h, "qian", "east");
	assert_int_equal(json_count(json_get(a.json, "points")), 2);
	assert_null(json_get(kit_point(json_get(a.json, "points"), two), "lead"));
	a = house_get(h, "qian", arena_format(h->arena, "/api/points/%ld", (long)two));
	assert_null(json_get(a.json, "lead"));
	house_free(h);
}

static void a_branch_flags_what_is_worth_a_case(void **state)
{
	(void)state;
	struct house *h = house_new();
	int64_t one = kit_write(h, "wang", "报价前先问清");
	const char *flag = arena_format(h->arena, "/api/points/%ld/highlight", (long)one);
	kit_close(h, "lin", "e1");
	assert_int_equal(kit_json(h, "lin", PUT, flag, "{\"reason\":\"x\"}").status, 403);
	assert_int_equal(kit_json(h, "gao", PUT, flag, "{\"reason\":\" \"}").status, 422);
	assert_int_equal(kit_json(h, "gao", PUT, flag, "{\"reason\":\"先问再报\"}").status, 200);
	const struct json *points = json_get(kit_rollup(h, "gao", "east").json, "points");
	assert_string_equal(json_get_text(kit_point(points, one), "highlight"), "先问再报");
	assert_int_equal(kit_json(h, "gao", DELETE, flag, NULL).status, 200);
	assert_int_equal(kit_audits(h, "highlight"), 1);
	kit_close(h, "gao", "east");
	assert_int_equal(
		house_post(h, "han", arena_format(h->arena, "/points/%ld/highlight", (long)one),
			"reason=y")
			.status,
		303);
	house_free(h);
}

/* The branch closed its week early: what the team closes later lies in a week to come. */
static void in_a_week_that_has_not_begun_nothing_is_merged(void **state)
{
	(void)state;
	struct house *h = house_new();
	int64_t one = kit_write(h, "wang", "报价前先问清");
	kit_close(h, "gao", "east");
	kit_close(h, "lin", "e1");
	struct answer a = kit_json(h, "gao", POST, merge(h, one), list(h, one, one + 1));
	assert_int_equal(a.status, 409);
	assert_non_null(strstr(a.body, "还没有开始"));
	clock_freeze(HOUSE_NOW + 7 * 86400);
	assert_int_equal(
		kit_json(h, "gao", POST, merge(h, one), list(h, one, one + 1)).status, 200);
	house_free(h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(merged_points_stand_under_their_lead_and_still_count),
		TEST(what_cannot_be_merged_is_refused),
		TEST(in_a_week_that_has_not_begun_nothing_is_merged),
		TEST(a_team_opened_again_takes_its_points_out_of_mergers),
		TEST(a_lead_that_one_may_not_see_is_not_named),
		TEST(a_branch_flags_what_is_worth_a_case),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
