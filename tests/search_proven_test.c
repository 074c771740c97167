/* What came of using a point weighs a little where it is looked for. */
#include "house.h"

static const char *first_title(struct house *h, const char *q)
{
	struct answer a = house_get(h, "li", arena_format(h->arena, "/api/search?q=%s", q));
	assert_int_equal(a.status, 200);
	return json_get_text(json_at(json_get(a.json, "hits"), 0), "title");
}

static void use(struct house *h, int point, const char *said)
{
	struct answer a =
		house_ask(h, "li", POST, arena_format(h->arena, "/api/points/%d/uses", point),
			"application/json", said, NULL);
	assert_int_equal(a.status, 201);
}

static const char before_opening[] = "%E5%BC%80%E6%A0%87%E5%89%8D", phone[] = "%E7%94%B5%E8%AF%9D";

static void what_proved_to_work_comes_before_what_reads_alike(void **state)
{
	(void)state;
	struct house *h = house_new();
	house_put(h, "wang", "/api/reflections/2026-W47",
		"# 经验\n## 开标前打一个电话，甲\n问清楚参数。\n"
		"## 开标前打一个电话，乙\n问清楚参数。\n## 开标前打一个电话，丙\n问清楚参数。\n");
	assert_string_equal(first_title(h, before_opening), "开标前打一个电话，丙");
	use(h, 1, "{\"effect\":\"failed\",\"text\":\"没有人接\",\"conditions\":\"节假日\"}");
	assert_string_equal(first_title(h, before_opening), "开标前打一个电话，丙");
	use(h, 2, "{\"effect\":\"worked\",\"text\":\"照着做了\"}");
	assert_string_equal(first_title(h, before_opening), "开标前打一个电话，乙");
	assert_string_equal(first_title(h, phone), "开标前打一个电话，乙");
	house_free(h);
}

static void it_does_not_come_before_what_says_more_of_it(void **state)
{
	(void)state;
	struct house *h = house_new();
	house_put(h, "wang", "/api/reflections/2026-W47",
		"# 经验\n## 周三去了一趟仓库\n顺便打了电话。\n"
		"## 电话里先说谁介绍的\n打电话之前想好第一句。\n");
	use(h, 1, "{\"effect\":\"worked\",\"text\":\"照着做了\"}");
	assert_string_equal(first_title(h, phone), "电话里先说谁介绍的");
	house_free(h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(what_proved_to_work_comes_before_what_reads_alike),
		TEST(it_does_not_come_before_what_says_more_of_it),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
