/* Topics: who knows of them, and how the tree is tended. */
#include "house.h"

#include "store/tally.h"
#include "store/topic_list.h"

static struct topic_id add_topic(
	struct house *h, const char *kind, const char *zh, const char *en, const char *alias)
{
	struct arena *a = arena_new();
	TXN(t, h->app.install.writer, a);
	const struct topic topic = {
		.kind = kind, .state = "accepted", .name_zh = zh, .name_en = en
	};
	struct topic_id id = topic_add(&t, &topic, (struct person_id){ 0 }, HOUSE_NOW);
	assert_true(topic_add_word(&t, id, zh) && topic_add_word(&t, id, en));
	if (alias)
		assert_true(topic_add_word(&t, id, alias));
	assert_true(txn_commit(&t));
	arena_defer(h->arena, (void (*)(void *))arena_free, a);
	return id;
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
		TEST(what_is_typed_finds_topics_by_their_words),
		TEST(a_proposal_is_suggested_to_those_who_see_a_carrier),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
