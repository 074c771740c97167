/* The contract of the API (DESIGN §6, §8), where no test of one subject holds it. */
#include "house.h"

static const char one_point[] = "# 经验\n## 报价前先问清采购流程\n先问三件事。\n";

static void a_week_is_taken_from_when_it_began_until_eight_weeks_later(void **state)
{
	(void)state;
	static const struct {
		const char *week, *front;
		int status;
	} rows[] = {
		{ "2026-W48", "", 422 },
		{ "2026-W47", "", 201 },
		{ "2026-W39", "", 201 },
		{ "2026-W38", "", 422 },
		{ "2026-W48", "---\nweek: 2026-W48\n---\n", 422 },
		{ "2026-W38", "---\nweek: 2026-W38\n---\n", 422 },
		{ "2026-W46", "---\nweek: 2026-W46\n---\n", 201 },
		{ "2026-W54", "", 404 },
	};
	struct house *h = house_new();
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct answer a = house_put(h, "wang",
			arena_format(h->arena, "/api/reflections/%s", rows[i].week),
			arena_format(h->arena, "%s%s", rows[i].front, one_point));
		if (a.status != rows[i].status)
			fail_msg("row %zu: %d\n%s", i, a.status, a.body);
		const struct json *fault = json_at(json_get(a.json, "errors"), 0);
		if (a.status == 422 && json_get_number(fault, "line", 0) < 1)
			fail_msg("row %zu: the fault has no line\n%s", i, a.body);
	}
	house_free(h);
}

/* What a team hands up late lies in a later week of its branch. Once that one is closed, the words
 * stay. */
static void a_week_whose_points_lie_in_a_closed_week_above_is_not_opened_again(void **state)
{
	(void)state;
	struct house *h = house_new();
	house_put(h, "wang", "/api/reflections/2026-W46", one_point);
	static const struct {
		const char *who, *what;
		int status;
	} rows[] = {
		{ "gao", "/api/units/east/rollup/close?week=2026-W46", 200 },
		{ "lin", "/api/units/e1/rollup/close?week=2026-W46", 200 }, /* lands in W47 */
		{ "gao", "/api/units/east/rollup/reopen?week=2026-W46", 200 },
		{ "gao", "/api/units/east/rollup/close?week=2026-W47", 200 },
		{ "lin", "/api/units/e1/rollup/reopen?week=2026-W46", 409 },
		{ "gao", "/api/units/east/rollup/reopen?week=2026-W47", 200 },
		{ "lin", "/api/units/e1/rollup/reopen?week=2026-W46", 200 },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (house_do(h, rows[i].who, rows[i].what).status != rows[i].status)
			fail_msg("row %zu: %s as %s", i, rows[i].what, rows[i].who);
	house_free(h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_week_is_taken_from_when_it_began_until_eight_weeks_later),
		TEST(a_week_whose_points_lie_in_a_closed_week_above_is_not_opened_again),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
