/* Points: lists for programs, and the page of one. */
#include "house.h"

#include "store/point_list.h"

static const char two[] = "# 经验\n## 报价前先问清采购流程 #报价\n先问三件事。\n# 教训\n## "
			  "样品寄出后没有约回访\n没约。\n";

static void submit(struct house *h, const char *login, const char *week, const char *text)
{
	struct answer a =
		house_put(h, login, arena_format(h->arena, "/api/reflections/%s", week), text);
	if (a.status != 201)
		fail_msg("%s %s: %d %s", login, week, a.status, a.body);
}

static void close_week(struct house *h, const char *login, const char *unit, const char *week)
{
	assert_int_equal(
		house_do(h, login,
			arena_format(h->arena, "/api/units/%s/rollup/close?week=%s", unit, week))
			.status,
		200);
}

/* Weeks 45 and 46 of e1 rose to the headquarters and to the branch, 47 is open; e2 and s1 wrote
 * too. */
static struct house *house_with_points(void)
{
	struct house *h = house_new();
	submit(h, "wang", "2026-W45", two);
	submit(h, "qian", "2026-W45", two);
	close_week(h, "lin", "e1", "2026-W45");
	close_week(h, "zhao", "e2", "2026-W45");
	close_week(h, "gao", "east", "2026-W45");
	submit(h, "wang", "2026-W46", two);
	submit(h, "li", "2026-W46", two);
	close_week(h, "lin", "e1", "2026-W46");
	submit(h, "wang", "2026-W47", two);
	submit(h, "qian", "2026-W47", two);
	submit(h, "sun", "2026-W47", two);
	return h;
}

static int64_t id_at(const struct answer *a, size_t i)
{
	return json_get_number(json_at(json_get(a->json, "items"), i), "id", 0);
}

static void a_list_holds_what_its_viewer_may_see(void **state)
{
	(void)state;
	struct house *h = house_with_points();
	static const struct {
		const char *login, *query;
		int n;
	} rows[] = {
		{ "wang", "", 8 }, /* three weeks of own, and li's */
		{ "li", "", 8 },
		{ "lin", "", 8 },
		{ "qian", "", 4 },
		{ "sun", "", 2 },
		{ "gao", "", 8 },  /* W45 of both teams, W46 of e1 */
		{ "chen", "", 2 }, /* s1 has no manager: it is chen's */
		{ "tian", "", 4 },
		{ "han", "", 4 },
		{ "root", "", 0 },
		{ "wang", "?week=2026-W46", 4 },
		{ "gao", "?week=2026-W46", 4 },
		{ "gao", "?week=2026-W47", 0 },
		{ "han", "?week=2026-W45", 4 },
		{ "qian", "?week=2026-W46", 0 },
		{ "wang", "?kind=lesson", 4 },
		{ "wang", "?topic=1", 4 },
		{ "han", "?topic=1", 2 },
		{ "gao", "?unit=e1", 6 },
		{ "gao", "?unit=e2", 2 },
		{ "gao", "?unit=s1", 0 },
		{ "gao", "?unit=east", 8 },
		{ "wang", "?unit=east", 8 },
		{ "wang", "?unit=e2", 0 },
		{ "wang", "?unit=south", 0 },
		{ "wang", "?unit=hq", 8 },
		{ "han", "?unit=south", 0 },
		{ "han", "?unit=e2&kind=lesson&week=2026-W45", 1 },
		{ "chen", "?unit=south&topic=%E6%8A%A5%E4%BB%B7", 1 },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct answer a = house_get(
			h, rows[i].login, arena_format(h->arena, "/api/points%s", rows[i].query));
		int n = (int)json_count(json_get(a.json, "items"));
		if (a.status != 200 || n != rows[i].n)
			fail_msg("row %zu: %s %s: %d, %d points", i, rows[i].login, rows[i].query,
				a.status, n);
		for (int k = 1; k < n; k++)
			assert_true(id_at(&a, (size_t)k) < id_at(&a, (size_t)k - 1));
		assert_int_equal(json_kind(json_get(a.json, "next")), JSON_NULL_VALUE);
	}
	house_free(h);
}

static void pages_of_a_list_join_without_gap_or_repetition(void **state)
{
	(void)state;
	struct house *h = house_with_points();
	struct answer whole = house_get(h, "wang", "/api/points");
	const char *next = "";
	size_t seen = 0;
	do {
		struct answer a = house_get(h, "wang",
			arena_format(h->arena, "/api/points?limit=3%s%s", *next ? "&cursor=" : "",
				next));
		size_t n = json_count(json_get(a.json, "items"));
		for (size_t i = 0; i < n; i++)
			assert_int_equal(id_at(&a, i), id_at(&whole, seen++));
		next = json_get_text(a.json, "next");
	} while (next);
	assert_int_equal(seen, 8);
	house_free(h);
}

static void every_fault_of_the_filters_is_told(void **state)
{
	(void)state;
	struct house *h = house_with_points();
	struct answer a = house_get(h, "wang",
		"/api/points?unit=nowhere&week=2026-W99&kind=x&topic=777&cursor=abc&limit=0");
	assert_int_equal(a.status, 422);
	static const char *const fields[] = { "unit", "week", "kind", "topic", "cursor", "limit" };
	const struct json *errors = json_get(a.json, "errors");
	for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
		bool told = false;
		for (size_t k = 0; k < json_count(errors); k++)
			told |= text_same(json_get_text(json_at(errors, k), "field"), fields[i]);
		if (!told)
			fail_msg("%s is not told: %s", fields[i], a.body);
	}
	static const char *const bad[] = { "limit=101", "limit=-1", "limit=1e1", "week=47" };
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		if (house_get(h, "wang", arena_format(h->arena, "/api/points?%s", bad[i])).status !=
			422)
			fail_msg("%s is taken", bad[i]);
	struct answer mine = house_get(h, "wang", "/api/points?limit=3");
	const char *cursor = json_get_text(mine.json, "next");
	assert_int_equal(
		house_get(h, "li", arena_format(h->arena, "/api/points?cursor=%s", cursor)).status,
		422);
	house_free(h);
}

static void a_hidden_author_is_not_told_by_neighbours_or_seconds(void **state)
{
	(void)state;
	struct house *h = house_new();
	submit(h, "wang", "2026-W45", "# 经验\n## 有名的\n# 教训\n## 无名的\n署名: 匿名\n");
	close_week(h, "lin", "e1", "2026-W45");
	close_week(h, "gao", "east", "2026-W45");
	static const char *const far[] = { "gao", "tian", "han" };
	for (size_t i = 0; i < sizeof far / sizeof *far; i++) {
		struct answer a = house_get(h, far[i], "/api/points/2");
		if (json_kind(json_get(a.json, "author")) != JSON_MISSING ||
			json_kind(json_get(a.json, "reflection")) != JSON_MISSING)
			fail_msg("%s: %s", far[i], a.body);
		struct answer named = house_get(h, far[i], "/api/points/1");
		int64_t at = json_get_number(json_at(json_get(a.json, "way"), 0), "at", 0);
		assert_int_not_equal(
			at, json_get_number(json_at(json_get(named.json, "way"), 0), "at", 0));
		const char *page = house_get(h, far[i], "/points/2").body;
		assert_null(strstr(page, "王磊"));
		assert_null(strstr(page, "有名的"));
		assert_null(strstr(house_get(h, far[i], "/points/1").body, "无名的"));
	}
	assert_non_null(strstr(house_get(h, "li", "/points/1").body, "无名的"));
	assert_non_null(strstr(house_get(h, "li", "/points/2").body, "王磊"));
	house_free(h);
}

static void the_page_of_a_point_shows_its_way_and_its_versions(void **state)
{
	(void)state;
	struct house *h = house_new();
	submit(h, "wang", "2026-W47", "# 经验\n## 先问三件事 #新词\n问了谁拍板。\n## 第二点\n");
	assert_int_equal(house_put(h, "wang", "/api/reflections/2026-W47",
				 "# 经验\n## 先问三件事 #新词\n问了谁拍板，比几家。\n## 第二点\n")
				 .status,
		200);
	const char *page = house_get(h, "wang", "/points/1").body;
	assert_non_null(strstr(page, "<ins>，比几家</ins>"));
	assert_non_null(strstr(page, "class=\"chip tap proposed\""));
	assert_non_null(strstr(page, "第二点"));
	assert_non_null(strstr(page, "/points/1/withdraw"));
	assert_null(strstr(page, "/points/1/sort"));
	page = house_get(h, "lin", "/points/1").body;
	assert_non_null(strstr(page, "/points/1/sort"));
	assert_non_null(strstr(page, "/units/e1?week=2026-W47#p1"));
	assert_null(strstr(page, "/points/1/withdraw"));
	struct answer a = house_get(h, "wang", "/api/points/1");
	assert_int_equal(json_count(json_get(a.json, "way")), 1);
	close_week(h, "lin", "e1", "2026-W47");
	a = house_get(h, "wang", "/api/points/1");
	assert_int_equal(json_count(json_get(a.json, "way")), 2);
	assert_string_equal(json_get_text(json_at(json_get(a.json, "way"), 1), "by"), "林经理");
	assert_string_equal(json_get_text(a.json, "reach"), "branch");
	assert_null(strstr(house_get(h, "wang", "/points/1").body, "/points/1/withdraw"));
	house_free(h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_list_holds_what_its_viewer_may_see),
		TEST(pages_of_a_list_join_without_gap_or_repetition),
		TEST(a_hidden_author_is_not_told_by_neighbours_or_seconds),
		TEST(the_page_of_a_point_shows_its_way_and_its_versions),
		TEST(every_fault_of_the_filters_is_told),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
