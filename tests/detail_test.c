/* Rules of detail that cross subjects: people who move, numbers that stay, tasks that count. */
#include "rollup_kit.h"

static const char *point_at(struct house *h, int64_t id)
{
	return arena_format(h->arena, "/api/points/%ld", (long)id);
}

static int64_t id_of(struct answer a, size_t i)
{
	return json_get_number(json_at(json_get(a.json, "points"), i), "id", 0);
}

struct sight_row {
	const char *login;
	int status;
};

static void check_sight(struct house *h, int64_t point, const struct sight_row *rows, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		int status = house_get(h, rows[i].login, point_at(h, point)).status;
		if (status != rows[i].status)
			fail_msg("%s at point %ld: %d", rows[i].login, (long)point, status);
	}
}

static void a_person_who_moves_leaves_what_was_written_and_writes_for_the_new_team(void **state)
{
	(void)state;
	struct house *h = house_new();
	static const char text[] = "# 经验\n## 先问三件事\n";
	int64_t before = id_of(house_put(h, "wang", "/api/reflections/2026-W46", text), 0);
	assert_int_equal(house_post(h, "root",
				 arena_format(h->arena, "/admin/people/%ld",
					 (long)house_person(h, "wang")->id.n),
				 "name=王大磊&unit=5&role=rep")
				 .status,
		303);
	struct answer a = house_put(h, "wang", "/api/reflections/2026-W47", text);
	assert_int_equal(a.status, 201);
	static const struct sight_row old[] = { { "wang", 200 }, { "li", 200 }, { "lin", 200 },
		{ "qian", 404 }, { "gao", 404 } };
	check_sight(h, before, old, sizeof old / sizeof *old);
	static const struct sight_row fresh[] = { { "wang", 200 }, { "qian", 200 }, { "li", 404 },
		{ "lin", 404 }, { "gao", 404 } };
	check_sight(h, id_of(a, 0), fresh, sizeof fresh / sizeof *fresh);
	/* Changed afterwards, it stays where it was. */
	a = house_put(h, "wang", "/api/reflections/2026-W46", "# 经验\n## 先问四件事\n");
	assert_int_equal(a.status, 200);
	assert_int_equal(id_of(a, 0), before);
	check_sight(h, before, old, sizeof old / sizeof *old);
	house_free(h);
}

static void a_point_keeps_its_number_by_its_headline_then_by_its_place(void **state)
{
	(void)state;
	struct house *h = house_new();
	static const struct {
		const char *text;
		int64_t ids[3];
	} rows[] = {
		{ "# 经验\n## 甲\n## 乙\n# 教训\n## 丙\n", { 1, 2, 3 } },
		{ "# 教训\n## 丙\n# 经验\n## 乙\n## 甲\n", { 2, 1, 3 } }, /* kinds in their order */
		{ "# 经验\n## 乙\n## 丁\n# 教训\n## 戊\n",
			{ 2, 1, 3 } }, /* 丁 stands where 甲 did */
		{ "# 经验\n## 乙\n# 教训\n## 戊\n", { 2, 3, 0 } },
		{ "# 经验\n## 乙\n## 丁\n# 教训\n## 戊\n",
			{ 2, 4, 3 } },              /* 1 is never used again */
		{ "# 教训\n## 乙\n", { 3, 0, 0 } }, /* the kind counts */
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct answer a = house_put(h, "wang", "/api/reflections/2026-W47", rows[i].text);
		for (size_t k = 0; k < 3; k++)
			if (id_of(a, k) != rows[i].ids[k])
				fail_msg("row %zu: %s", i, a.body);
	}
	assert_int_equal(house_get(h, "li", point_at(h, 1)).status, 404); /* withdrawn */
	kit_counts_hold(h);
	house_free(h);
}

static const char *state_of(struct house *h, const char *login)
{
	const struct json *roster = json_get(kit_rollup(h, "lin", "e1").json, "roster");
	for (size_t i = 0; i < json_count(roster); i++)
		if (json_get_number(json_at(roster, i), "id", 0) == house_person(h, login)->id.n)
			return json_get_text(json_at(roster, i), "state");
	return "nobody";
}

static void an_after_task_reflection_satisfies_its_week_where_the_team_says_so(void **state)
{
	(void)state;
	struct house *h = house_new();
	struct answer a = house_ask(h, "wang", POST, "/api/reflections", "text/markdown",
		"---\ntask: 新品上市\n---\n# 经验\n## 先试驾\n", NULL);
	assert_int_equal(a.status, 201);
	assert_string_equal(state_of(h, "wang"), "missing");
	static const char *const rows[][2] = { { "&task_counts=1", "submitted" },
		{ "", "missing" } };
	for (size_t i = 0; i < 2; i++) {
		const char *form =
			arena_format(h->arena, "code=e1&name=华东一队&parent=2%s", rows[i][0]);
		assert_int_equal(house_post(h, "root", "/admin/units/4", form).status, 303);
		assert_string_equal(state_of(h, "wang"), rows[i][1]);
	}
	assert_string_equal(state_of(h, "li"), "missing");
	house_free(h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_person_who_moves_leaves_what_was_written_and_writes_for_the_new_team),
		TEST(a_point_keeps_its_number_by_its_headline_then_by_its_place),
		TEST(an_after_task_reflection_satisfies_its_week_where_the_team_says_so),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
