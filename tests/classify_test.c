/* Classifying: topics change, words never. */
#include "rollup_kit.h"

static const char *put_topics(struct house *h, int64_t point)
{
	return arena_format(h->arena, "/api/points/%ld/topics", (long)point);
}

static size_t topics_of(struct house *h, const char *login, int64_t point)
{
	struct answer a =
		house_get(h, login, arena_format(h->arena, "/api/points/%ld", (long)point));
	return json_count(json_get(a.json, "topics"));
}

static void a_manager_classifies_and_a_word_stays_as_it_was(void **state)
{
	(void)state;
	struct house *h = house_new();
	int64_t lesson = kit_write(h, "wang", "报价前先问清") + 1;
	struct answer before = house_get(h, "wang", "/api/reflections/1");
	assert_int_equal(kit_json(h, "lin", PUT, put_topics(h, lesson),
				 "{\"topics\":[\"回访\", \"大客户\"]}")
				 .status,
		200);
	assert_int_equal(topics_of(h, "wang", lesson), 2);
	struct answer after = house_get(h, "wang", "/api/reflections/1");
	assert_string_equal(json_get_text(json_at(json_get(after.json, "points"), 1), "headline"),
		json_get_text(json_at(json_get(before.json, "points"), 1), "headline"));
	assert_int_equal(kit_audits(h, "classify"), 1);
	/* It survives a new submission with other tags. */
	house_put(h, "wang", "/api/reflections/2026-W47",
		"# 经验\n## 报价前先问清 #报价\n# 教训\n## 报价前先问清之后没有回访 #样品\n");
	assert_int_equal(topics_of(h, "wang", lesson), 2);
	kit_counts_hold(h);
	house_free(h);
}

static void a_tap_gives_a_topic_and_another_takes_it(void **state)
{
	(void)state;
	struct house *h = house_new();
	int64_t one = kit_write(h, "wang", "报价前先问清");
	const char *target = arena_format(h->arena, "/points/%ld/topics", (long)(one + 1));
	const char *topic =
		arena_format(h->arena, "topic=%ld", (long)kit_topic(h, "lin", "e1", "报价"));
	struct answer a = house_post(h, "lin", target, topic);
	assert_int_equal(a.status, 303);
	assert_non_null(strstr(a.location, "/units/e1?week=2026-W47"));
	assert_int_equal(topics_of(h, "lin", one + 1), 1);
	static const char *const htmx[] = { "HX-Request", "true", NULL };
	a = house_ask(h, "lin", POST, target, "application/x-www-form-urlencoded",
		arena_format(h->arena, "csrf=%s&%s", house_person(h, "lin")->csrf, topic), htmx);
	assert_int_equal(a.status, 200);
	assert_true(text_starts(a.body, "<article"));
	assert_null(strstr(a.body, "aria-pressed=\"true\""));
	assert_int_equal(topics_of(h, "lin", one + 1), 0);
	kit_counts_hold(h);
	house_free(h);
}

static void only_who_manages_it_and_only_while_it_is_open(void **state)
{
	(void)state;
	struct house *h = house_new();
	int64_t one = kit_write(h, "wang", "报价前先问清");
	static const char body[] = "{\"topics\":[\"回访\"]}";
	assert_int_equal(kit_json(h, "wang", PUT, put_topics(h, one), body).status, 403);
	assert_int_equal(kit_json(h, "zhao", PUT, put_topics(h, one), body).status, 404);
	assert_int_equal(kit_json(h, "gao", PUT, put_topics(h, one), body).status, 404);
	assert_int_equal(
		kit_json(h, "lin", PUT, put_topics(h, one), "{\"topics\":[999]}").status, 422);
	assert_int_equal(kit_json(h, "lin", PUT, put_topics(h, one), "{\"topics\":").status, 422);
	assert_int_equal(kit_json(h, "lin", PUT, put_topics(h, one), "{}").status, 422);
	kit_close(h, "lin", "e1");
	assert_int_equal(kit_json(h, "lin", PUT, put_topics(h, one), body).status, 409);
	assert_int_equal(kit_json(h, "gao", PUT, put_topics(h, one), body).status, 200);
	kit_close(h, "gao", "east");
	assert_int_equal(kit_json(h, "gao", PUT, put_topics(h, one), body).status, 409);
	assert_int_equal(kit_json(h, "han", PUT, put_topics(h, one), body).status, 403);
	kit_counts_hold(h);
	house_free(h);
}

static void a_team_without_a_manager_is_classified_by_its_branch(void **state)
{
	(void)state;
	struct house *h = house_new();
	int64_t one = kit_write(h, "sun", "报价前先问清");
	assert_int_equal(
		kit_json(h, "chen", PUT, put_topics(h, one), "{\"topics\":[\"回访\"]}").status,
		200);
	assert_int_equal(house_get(h, "chen", "/units/s1").status, 200);
	house_free(h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_manager_classifies_and_a_word_stays_as_it_was),
		TEST(a_tap_gives_a_topic_and_another_takes_it),
		TEST(only_who_manages_it_and_only_while_it_is_open),
		TEST(a_team_without_a_manager_is_classified_by_its_branch),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
