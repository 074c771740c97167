/* The process as a picture: what is known at each step, what hangs on it, and what is new to whom.
 */
#include "topic_kit.h"

static const char experience[] = "# 经验\n## 报价前先问清 #报价\n先问三件事。\n";

static const char *map_of(struct house *h, const char *login)
{
	struct answer a = house_get(h, login, "/topics");
	assert_int_equal(a.status, 200);
	return a.body;
}

static void what_came_since_one_looked_is_new_and_before_that_this_month(void **state)
{
	(void)state;
	struct house *h = house_new();
	add_topic(h, "step", "报价", "Quoting", NULL);
	add_topic(h, "step", "回访", "Follow-up", NULL);
	assert_null(strstr(map_of(h, "li"), "新增"));
	point_at(h, "wang", experience, 0);
	assert_non_null(strstr(map_of(h, "li"), "本月新增 1"));
	assert_null(strstr(map_of(h, "qian"), "新增")); /* of another team: nothing to them */
	house_get(h, "li", "/topics/1");
	assert_null(strstr(map_of(h, "li"), "新增"));
	assert_non_null(strstr(map_of(h, "lin"), "本月新增 1")); /* who has not looked */
	assert_int_equal(house_put(h, "wang", "/api/reflections/2026-W46", experience).status, 201);
	assert_non_null(strstr(map_of(h, "li"), "上次看后新增 1"));
	house_get(h, "li", "/topics/1");
	assert_null(strstr(map_of(h, "li"), "新增"));
	/* A guide that was given out since. */
	clock_freeze(HOUSE_NOW + 60);
	assert_int_equal(house_ask(h, "tian", PUT, "/api/topics/1/guide", "application/json",
				 "{\"body_md\":\"先问\",\"publish\":true}", NULL)
				 .status,
		201);
	assert_non_null(strstr(map_of(h, "li"), "指南有更新"));
	house_get(h, "li", "/topics/1");
	house_free(h);
}

static void difficulties_and_abilities_hang_on_their_step(void **state)
{
	(void)state;
	struct house *h = house_new();
	add_topic(h, "step", "报价", "Quoting", NULL);
	static const char *const fields[] = {
		"kind=difficulty&name_zh=%E5%AB%8C%E8%B4%B5&parent=1", /* 嫌贵 */
		"kind=ability&name_zh=%E7%AE%97%E8%B4%A6&parent=1",    /* 算账 */
		"kind=difficulty&name_zh=%E5%88%AB%E5%A4%84",          /* 别处 */
	};
	for (size_t i = 0; i < 3; i++)
		assert_int_equal(house_post(h, "tian", "/topics/new", fields[i]).status, 303);
	const char *map = map_of(h, "wang"), *svg = strstr(map, "<svg class=\"process wide\"");
	assert_non_null(svg);
	const char *end = strstr(svg, "</svg>");
	assert_non_null(end);
	svg = arena_copy(h->arena, svg, (size_t)(end - svg));
	assert_non_null(strstr(svg, "class=\"leaf difficulty\" href=\"/topics/2\""));
	assert_non_null(strstr(svg, "class=\"leaf\" href=\"/topics/3\""));
	assert_null(strstr(svg, "/topics/4")); /* it hangs nowhere, and stands in its list */
	assert_non_null(strstr(map, "href=\"/topics/4\""));
	assert_null(strstr(map, " style=")); /* the policy forbids it */
	assert_non_null(strstr(map, "<svg class=\"process tall\""));
	house_free(h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(what_came_since_one_looked_is_new_and_before_that_this_month),
		TEST(difficulties_and_abilities_hang_on_their_step),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
