/* Guides are found, used, and go along with their topics. */
#include "guide_kit.h"

#include "store/search_fill.h"

static int64_t found(struct scene *s, const char *who, const char *query)
{
	struct answer a =
		house_get(s->h, who, arena_format(s->h->arena, "/api/search?q=%s", query));
	assert_int_equal(a.status, 200);
	return json_get_number(a.json, "total", -1);
}

/* 独门秘诀 */
static const char word[] = "%E7%8B%AC%E9%97%A8%E7%A7%98%E8%AF%80";

static void everybody_finds_it_once_it_is_given_out(void **state)
{
	(void)state;
	struct scene s = scene_new();
	put(&s, "tian", "这一步的独门秘诀", false, NULL);
	assert_int_equal(found(&s, "sun", word), 0);
	assert_int_equal(found(&s, "tian", word), 0); /* what is being written is not found */
	deed(&s, "tian", "publish");
	assert_int_equal(found(&s, "sun", word), 1);
	struct answer a = house_get(
		s.h, "sun", arena_format(s.h->arena, "/api/search?q=%s&kind=guide", word));
	const struct json *hit = json_at(json_get(a.json, "hits"), 0);
	assert_string_equal(json_get_text(hit, "type"), "guide");
	assert_int_equal(json_get_number(hit, "id", 0), s.topic);
	assert_string_equal(json_get_text(hit, "title"), "报价");
	a = house_get(s.h, "sun", arena_format(s.h->arena, "/search?q=%s", word));
	assert_non_null(strstr(a.body, arena_format(s.h->arena, "/topics/%d#guide", s.topic)));
	assert_int_equal(house_differences(s.h, search_differences_any), 0);
	/* It goes along with its topic; withdrawn, nobody finds it. */
	struct scene other = { .h = s.h,
		.topic = (int)add_topic(s.h, "step", "商务", "Deal", NULL).n };
	house_post(s.h, "tian", arena_format(s.h->arena, "/topics/%d/merge", s.topic),
		arena_format(s.h->arena, "into=%d", other.topic));
	a = house_get(s.h, "sun", arena_format(s.h->arena, "/api/search?q=%s", word));
	hit = json_at(json_get(a.json, "hits"), 0);
	assert_int_equal(json_get_number(hit, "id", 0), other.topic);
	assert_int_equal(house_differences(s.h, search_differences_any), 0);
	deed(&other, "tian", "withdraw");
	assert_int_equal(found(&s, "sun", word), 0);
	assert_int_equal(house_differences(s.h, search_differences_any), 0);
	house_free(s.h);
}

static void who_keeps_a_guide_is_told_what_came_of_using_it(void **state)
{
	(void)state;
	struct scene s = scene_new();
	put(&s, "tian", "先问", true, NULL);
	struct answer a = house_ask(s.h, "sun", POST,
		arena_format(s.h->arena, "/api/topics/%d/uses", s.topic), "application/json",
		"{\"effect\":\"failed\",\"text\":\"照着问了，对方不耐烦\",\"conditions\":"
		"\"正在装车\"}",
		NULL);
	assert_int_equal(a.status, 201);
	assert_non_null(strstr(house_get(s.h, "tian", "/inbox").body, "孙浩"));
	assert_non_null(strstr(page(&s, "wang", "").body, "正在装车"));
	assert_non_null(strstr(page(&s, "wang", "").body, "1 次没有效果"));
	house_free(s.h);
}

static void it_goes_along_when_topics_are_merged_and_no_word_is_lost(void **state)
{
	(void)state;
	struct scene s = scene_new();
	int into = (int)add_topic(s.h, "step", "商务", "Deal", NULL).n;
	put(&s, "tian", arena_format(s.h->arena, "报价的话 [[%ld]]", (long)s.point), true, NULL);
	struct scene other = { .h = s.h, .topic = into };
	put(&other, "han", "商务的话", true, NULL);
	assert_int_equal(
		house_post(s.h, "tian", arena_format(s.h->arena, "/topics/%d/merge", s.topic),
			arena_format(s.h->arena, "into=%d", into))
			.status,
		303);
	struct answer a = get(&other, "tian");
	assert_string_equal(json_get_text(a.json, "body_md"), "商务的话"); /* as it was given out */
	assert_non_null(strstr(json_get_text(a.json, "draft_md"), "报价的话"));
	assert_non_null(strstr(json_get_text(a.json, "draft_md"), "商务的话"));
	/* A topic without one gets it as it is. */
	int third = (int)add_topic(s.h, "step", "谈判", "Talks", NULL).n;
	house_post(s.h, "tian", arena_format(s.h->arena, "/topics/%d/merge", into),
		arena_format(s.h->arena, "into=%d", third));
	other.topic = third;
	assert_int_equal(get(&other, "sun").status, 200);
	house_free(s.h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(everybody_finds_it_once_it_is_given_out),
		TEST(who_keeps_a_guide_is_told_what_came_of_using_it),
		TEST(it_goes_along_when_topics_are_merged_and_no_word_is_lost),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
