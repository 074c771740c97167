/* What pages and programs are shown of topics. */
#include "topic_kit.h"

#include "store/topic_count.h"

/* What each one sees on the map must equal what GET /api/points lists. */
static void counts_are_those_of_the_points_one_may_see(void **state)
{
	(void)state;
	struct house *h = house_new();
	int64_t topic = add_topic(h, "step", "报价", "Quoting", NULL).n;
	static const char *const weeks[] = { "2026-W45", "2026-W46", "2026-W47" };
	static const char *const writers[] = { "wang", "li", "lin", "qian", "sun" };
	for (size_t w = 0; w < 3; w++)
		for (size_t p = 0; p < 5; p++)
			house_put(h, writers[p],
				arena_format(h->arena, "/api/reflections/%s", weeks[w]),
				p == 1 ? "# 经验\n## 一 #报价\n范围: 本团队\n## 二 #报价\n# "
					 "教训\n## 三 #报价\n"
				       : "# 经验\n## 一 #报价\n# 教训\n## 三 #报价\n");
	house_do(h, "lin", "/api/units/e1/rollup/close?week=2026-W45");
	house_do(h, "lin", "/api/units/e1/rollup/close?week=2026-W46");
	house_do(h, "zhao", "/api/units/e2/rollup/close?week=2026-W45");
	house_do(h, "gao", "/api/units/east/rollup/close?week=2026-W45");
	house_do(h, "chen", "/api/units/s1/rollup/close?week=2026-W45");
	for (const struct house_person *p = h->people; p < h->people + h->count; p++) {
		struct arena *a = arena_new();
		db_begin(h->worker->db, a);
		const struct who *who = who_person_any(h->worker->db, p->id);
		struct topic_counts counts = topic_count_all(h->worker->db, who);
		struct topic_count c = topic_count_of(&counts, (struct topic_id){ topic });
		db_end(h->worker->db);
		struct answer list = house_get(h, p->login,
			arena_format(h->arena, "/api/points?limit=100&topic=%ld", (long)topic));
		const struct json *items = json_get(list.json, "items");
		int64_t of_kind[2] = { 0 };
		for (size_t i = 0; i < json_count(items); i++)
			of_kind[text_same(json_get_text(json_at(items, i), "kind"), "lesson")]++;
		if (c.of_kind[0] != of_kind[0] || c.of_kind[1] != of_kind[1])
			fail_msg("%s: %ld+%ld counted, %ld+%ld seen", p->login, (long)c.of_kind[0],
				(long)c.of_kind[1], (long)of_kind[0], (long)of_kind[1]);
		arena_free(a);
	}
	house_free(h);
}

static void a_page_of_the_playbook_shows_what_its_viewer_may_see(void **state)
{
	(void)state;
	struct house *h = house_new();
	int64_t topic = add_topic(h, "step", "报价", "Quoting", NULL).n;
	point_at(h, "wang", "# 经验\n## 先问三件事 #报价\n# 教训\n## 没约回访 #报价\n", 0);
	const char *target = arena_format(h->arena, "/topics/%ld", (long)topic);
	assert_non_null(strstr(house_get(h, "li", target).body, "先问三件事"));
	assert_non_null(strstr(house_get(h, "li", target).body, "没约回访"));
	assert_null(strstr(house_get(h, "qian", target).body, "先问三件事"));
	struct answer a =
		house_get(h, "li", arena_format(h->arena, "/topics/%ld?kind=lesson", (long)topic));
	assert_non_null(strstr(a.body, "没约回访"));
	assert_null(strstr(a.body, "先问三件事"));
	house_free(h);
}

static void programs_read_the_tree(void **state)
{
	(void)state;
	struct house *h = house_new();
	add_topic(h, "step", "报价", "Quoting", "询价");
	add_topic(h, "ability", "倾听", "Listening", NULL);
	point_at(h, "wang", "# 经验\n## 一条 #换线\n", 0);
	struct answer a = house_get(h, "li", "/api/topics");
	const struct json *items = json_get(a.json, "items");
	assert_int_equal(json_count(items), 3);
	const struct json *first = json_at(items, 0);
	assert_string_equal(json_get_text(first, "kind"), "step");
	assert_string_equal(json_get_text(json_get(first, "names"), "en"), "Quoting");
	assert_string_equal(json_as_text(json_at(json_get(first, "aliases"), 0)), "询价");
	assert_int_equal(json_kind(json_get(first, "parent")), JSON_NULL_VALUE);
	assert_string_equal(json_get_text(json_at(items, 2), "state"), "proposed");
	assert_int_equal(json_count(json_get(house_get(h, "han", "/api/topics").json, "items")), 2);
	a = house_get(h, "li", "/api/topics?limit=2");
	a = house_get(h, "li",
		arena_format(
			h->arena, "/api/topics?limit=2&cursor=%s", json_get_text(a.json, "next")));
	assert_int_equal(json_count(json_get(a.json, "items")), 1);
	house_free(h);
}

static void what_is_typed_finds_topics_by_their_words(void **state)
{
	(void)state;
	struct house *h = house_new();
	add_topic(h, "step", "报价", "Quoting", "询价");
	add_topic(h, "difficulty", "价格 异议", "Price objection", "嫌贵");
	static const struct {
		const char *typed, *first, *tag;
		size_t n;
	} rows[] = {
		{ "%E6%8A%A5", "报价", "报价", 1 },
		{ "%E4%BB%B7", "价格 异议", "嫌贵", 2 },
		{ "%E8%AF%A2%E4%BB%B7", "报价", "报价", 1 },
		{ "QUOT", "报价", "报价", 1 },
		{ "%EF%BC%B1uote", NULL, NULL, 0 },
		{ "price", "价格 异议", "嫌贵", 1 },
		{ "%25", NULL, NULL, 0 },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct answer a = house_get(
			h, "wang", arena_format(h->arena, "/topics/suggest?q=%s", rows[i].typed));
		const struct json *items = json_get(a.json, "items");
		if (a.status != 200 || json_count(items) != rows[i].n)
			fail_msg("row %zu: %d %s", i, a.status, a.body);
		if (!rows[i].n)
			continue;
		assert_string_equal(json_get_text(json_at(items, 0), "name"), rows[i].first);
		assert_string_equal(json_get_text(json_at(items, 0), "tag"), rows[i].tag);
	}
	house_free(h);
}

static void a_proposal_is_suggested_to_those_who_see_a_carrier(void **state)
{
	(void)state;
	struct house *h = house_new();
	assert_int_equal(
		house_put(h, "wang", "/api/reflections/2026-W47", "# 经验\n## 一条 #换线\n").status,
		201);
	static const char *const see[] = { "wang", "li", "lin" };
	static const char *const blind[] = { "qian", "gao", "tian", "han", "root" };
	const char *target = "/topics/suggest?q=%E6%8D%A2";
	for (size_t i = 0; i < sizeof see / sizeof *see; i++)
		if (json_count(json_get(house_get(h, see[i], target).json, "items")) != 1)
			fail_msg("%s is not offered it", see[i]);
	for (size_t i = 0; i < sizeof blind / sizeof *blind; i++)
		if (json_count(json_get(house_get(h, blind[i], target).json, "items")) != 0)
			fail_msg("%s is offered it", blind[i]);
	house_free(h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(counts_are_those_of_the_points_one_may_see),
		TEST(a_page_of_the_playbook_shows_what_its_viewer_may_see),
		TEST(programs_read_the_tree),
		TEST(what_is_typed_finds_topics_by_their_words),
		TEST(a_proposal_is_suggested_to_those_who_see_a_carrier),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
