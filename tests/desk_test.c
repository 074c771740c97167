/* What waits for each on the first page. */
#include "house.h"

static bool holds(struct answer a, const char *words)
{
	return strstr(a.body, words) != NULL;
}

static const char week47[] =
	"# 经验\n## 报价前先问清采购流程\n# 教训\n## 样品寄出后没有约回访 #回访\n";

static void a_rep_sees_this_week_late_weeks_and_where_points_are(void **state)
{
	(void)state;
	struct house *h = house_new();
	struct answer a = house_get(h, "wang", "/");
	assert_true(holds(a, "这周的总结还没写"));
	assert_true(holds(a, "/write?week=2026-W46"));
	house_put(h, "wang", "/api/reflections/2026-W46", week47);
	house_put(h, "wang", "/api/reflections/2026-W47", week47);
	a = house_get(h, "wang", "/");
	assert_true(holds(a, "这周的总结已经交了"));
	assert_false(holds(a, "/write?week=2026-W46"));
	assert_true(holds(a, "我的点走到了哪里"));
	house_do(h, "lin", "/api/units/e1/rollup/close?week=2026-W47");
	assert_true(holds(house_get(h, "wang", "/"), "这周的总结已经汇总"));
	house_free(h);
}

static void a_manager_sees_weeks_to_close_who_is_missing_and_nothing_of_others(void **state)
{
	(void)state;
	struct house *h = house_new();
	house_put(h, "wang", "/api/reflections/2026-W46", week47);
	house_put(h, "wang", "/api/reflections/2026-W47", week47);
	struct answer a = house_get(h, "lin", "/");
	assert_true(holds(a, "/units/e1?week=2026-W46"));
	assert_true(
		holds(a, "还没交：李娜") || holds(a, "李娜、林经理") || holds(a, "林经理、李娜"));
	assert_true(holds(a, "1 个点还没有归类"));
	assert_true(holds(a, "1 个新专题提议"));
	static const char *const others[] = { "gao", "zhao", "qian", "chen", "han", "tian", "root",
		"li" };
	for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
		struct answer b = house_get(h, others[i], "/");
		bool own_team = text_same(others[i], "li");
		if (b.status != 200 || holds(b, "个点还没有归类") ||
			(!own_team && holds(b, "李娜")) || holds(b, "新专题提议"))
			fail_msg("%s sees more than is theirs", others[i]);
	}
	assert_true(holds(house_get(h, "gao", "/"), "还没有汇总：华东一队、华东二队"));
	house_do(h, "lin", "/api/units/e1/rollup/close?week=2026-W46");
	a = house_get(h, "gao", "/");
	assert_true(holds(a, "还没有汇总：华东二队"));
	assert_true(holds(a, "/units/east?week=2026-W46"));
	house_free(h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_rep_sees_this_week_late_weeks_and_where_points_are),
		TEST(a_manager_sees_weeks_to_close_who_is_missing_and_nothing_of_others),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
