/* A story typed as one file: it keeps itself apart from the fields, and as long as a story may be.
 */
#include "house.h"

#include "rules/story_text.h"

static struct answer keep(struct house *h, const char *login, const char *what, const char *fields)
{
	return house_ask(h, login, POST, arena_format(h->arena, "/drafts/%s", what),
		"application/x-www-form-urlencoded",
		arena_format(h->arena, "csrf=%s&%s", house_person(h, login)->csrf, fields),
		(const char *const[]){ "Accept", "application/json", NULL });
}

static void a_file_that_is_typed_keeps_itself_too(void **state)
{
	(void)state;
	struct house *h = house_new();
	assert_int_equal(house_post(h, "tian", "/stories/new",
				 "base_version=0&title=Whole&body=zqx&sources=&writers=tian")
				 .status,
		303);
	assert_non_null(strstr(house_get(h, "tian", "/stories/1/edit?file=1").body,
		"data-draft=\"/drafts/story/file/1\""));
	assert_int_equal(
		keep(h, "tian", "story/file/1",
			"draft_version=0&base_version=1&file=---%0Atitle%3A+Later%0A---%0Ayyy%0A")
			.status,
		200);
	struct answer a = house_get(h, "tian", "/stories/1/edit?file=1");
	assert_true(strstr(a.body, "title: Later") && strstr(a.body, "yyy"));
	assert_null(strstr(house_get(h, "tian", "/stories/1/edit").body, "yyy"));
	a = house_post(h, "tian", "/stories/1/edit",
		"base_version=1&file=---%0Atitle%3A+Later%0A---%0Ayyy%0A");
	assert_int_equal(a.status, 303);
	assert_int_equal(
		keep(h, "tian", "story/file/1", "draft_version=0&base_version=2&file=x").status,
		200);
	a = house_post(h, "tian", "/stories/1/edit", "discard=1&file=x");
	assert_string_equal(a.location, "/stories/1/edit?file=1");
	assert_non_null(strstr(house_get(h, "tian", "/stories/1/edit?file=1").body, "yyy"));
	/* two at once: the draft that was shown on the page with both texts goes when one is saved
	 */
	keep(h, "tian", "story/1", "draft_version=0&base_version=1&title=Old&body=qqqq");
	a = house_post(h, "tian", "/stories/1/edit",
		"base_version=1&title=Old&body=qqqq&outcome=&topics=&sources=&units=&people=");
	assert_int_equal(a.status, 412);
	assert_non_null(strstr(a.body, "name=\"kept\" value=\"fields\""));
	a = house_post(h, "tian", "/stories/1/edit",
		"base_version=2&kept=fields&file=---%0Atitle%3A+Both%0A---%0Aboth%0A");
	assert_int_equal(a.status, 303);
	assert_null(strstr(house_get(h, "tian", "/stories/1/edit").body, "qqqq"));
	struct out whole = out_new(h->arena);
	out_text(&whole, "draft_version=0&file=");
	while (whole.len < 2 << 20)
		out_text(&whole, "%E8%AF%B4");
	assert_int_equal(keep(h, "tian", "story/file/new", out_string(&whole)).status, 200);
	while (whole.len < 3 * STORY_MAX_BYTES + 4096)
		out_text(&whole, "%E8%AF%B4");
	a = keep(h, "tian", "story/new", out_string(&whole));
	assert_int_equal(a.status, 422);
	assert_non_null(strstr(a.body, "请马上保存"));
	house_free(h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_file_that_is_typed_keeps_itself_too),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
