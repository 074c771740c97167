/* The coach where no draft is kept, and reading where a point waits: what is said is hinted at,
 * never refused; whoever answered has read. */
#include "house.h"

#include "store/event.h"

static struct house *written(void)
{
	struct house *h = house_new();
	assert_int_equal(house_put(h, "wang", "/api/reflections/2026-W47",
				 "# 教训\n## 没有约回访\n样品寄出后没有约时间。\n## "
				 "报价太早\n没问就报了。\n")
				 .status,
		201);
	return h;
}

static const char *said(struct house *h, const char *who, const char *text)
{
	struct out o = out_new(h->arena);
	uri_encode(&o, text);
	struct answer a =
		house_post(h, who, "/coach", arena_format(h->arena, "text=%s", out_string(&o)));
	assert_int_equal(a.status, 200);
	const struct json *hint = json_at(json_get(a.json, "hints"), 0);
	return hint ? json_get_text(hint, "kind") : "";
}

static void a_slogan_as_an_answer_is_hinted_at(void **state)
{
	(void)state;
	struct house *h = written();
	static const struct {
		const char *text, *kind;
	} rows[] = {
		{ "加强学习", "slogan" },
		{ "要高度重视客户关系，加强管理。", "slogan" },
		{ "周四下午我陪你去何老板那里，先把每天跑的路线记下来。", "" },
		{ "谢谢，写得好", "" },
		{ "打 13912345678 找他", "phone" },
		{ "", "" },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (strcmp(said(h, "lin", rows[i].text), rows[i].kind) != 0)
			fail_msg("%s: %s", rows[i].text, said(h, "lin", rows[i].text));
	house_post(h, "lin", "/me/coach", "off=slogan");
	assert_string_equal(said(h, "lin", "加强学习"), "");
	house_free(h);
}

/* Without scripts it stands under the words while they can be changed, for who said them. */
static void the_hint_stands_under_fresh_words_of_ones_own(void **state)
{
	(void)state;
	struct house *h = written();
	assert_int_equal(house_post(h, "lin", "/points/1/remarks",
				 "kind=comment&text=%E5%8A%A0%E5%BC%BA%E5%AD%A6%E4%B9%A0")
				 .status,
		303);
	assert_non_null(strstr(house_get(h, "lin", "/points/1").body, "coach-box"));
	assert_null(strstr(house_get(h, "wang", "/points/1").body, "coach-box\"><p"));
	clock_freeze(HOUSE_NOW + 11 * 60);
	assert_null(strstr(house_get(h, "lin", "/points/1").body, "coach-box\"><p"));
	house_free(h);
}

static bool is_read_by(struct house *h, int point, const char *name)
{
	struct answer page = house_get(h, "wang", arena_format(h->arena, "/points/%d", point));
	const char *readers = strstr(page.body, "#eye");
	return readers && strstr(readers, name);
}

static void listing_is_not_reading_but_opening_and_answering_are(void **state)
{
	(void)state;
	struct house *h = written();
	assert_non_null(strstr(house_get(h, "lin", "/answers").body, "没有约回访"));
	assert_false(is_read_by(h, 1, "林经理"));
	assert_int_equal(house_post(h, "lin", "/points/1/read", "").status, 303);
	assert_true(is_read_by(h, 1, "林经理"));
	assert_false(is_read_by(h, 2, "林经理"));
	assert_int_equal(house_post(h, "lin", "/points/2/remarks",
				 "kind=comment&back=answers&text=%E7%9F%A5%E9%81%93%E4%BA%86")
				 .status,
		303);
	assert_true(is_read_by(h, 2, "林经理"));
	assert_int_equal(house_post(h, "gao", "/points/1/read", "").status, 404);
	house_post(h, "wang", "/points/1/read", "");
	assert_int_equal(house_differences(h, event_differences_any), 0);
	house_free(h);
}

/* Where a page shows a point whole, opening the page is reading it: its reflection, and its page at
 * a meeting. */
static void a_page_that_shows_it_whole_is_read(void **state)
{
	(void)state;
	struct house *h = written();
	assert_int_equal(house_get(h, "wang", "/reflections/1").status, 200);
	assert_int_equal(house_get(h, "li", "/reflections/1").status, 200);
	assert_true(is_read_by(h, 1, "李娜") && is_read_by(h, 2, "李娜"));
	struct answer a = house_ask(h, "lin", POST, "/api/meetings", "application/json",
		"{\"unit\":4,\"day\":\"2026-11-18\"}", NULL);
	assert_int_equal(a.status, 201);
	assert_int_equal(house_get(h, "lin", "/meetings/1/points/1").status, 200);
	assert_true(is_read_by(h, 1, "林经理"));
	assert_false(is_read_by(h, 2, "林经理"));
	assert_int_equal(house_differences(h, event_differences_any), 0);
	house_free(h);
}

static void a_whole_text_and_a_report_are_hinted_at_while_typed(void **state)
{
	(void)state;
	struct house *h = written();
	struct answer a = house_post(h, "li", "/drafts/file/2026-W47",
		"draft_version=0&text=%23+%E6%95%99%E8%AE%AD%0A%23%23+%E6%B2%A1%E6%9C%89%E7%BA%A6%"
		"0A%E4%BB%A5%E5%90%8E%E8%A6%81%E5%8A%A0%E5%BC%BA%E5%AD%A6%E4%B9%A0%E3%80%82%0A");
	assert_int_equal(a.status, 200);
	assert_true(json_count(json_get(json_get(a.json, "hints"), "file")) > 0);
	assert_non_null(strstr(a.body, "没有约"));
	a = house_post(h, "li", "/drafts/report/2026-11-18",
		"draft_version=0&course=x&next=%E5%8A%A0%E5%BC%BA%E5%AD%A6%E4%B9%A0");
	assert_int_equal(a.status, 200);
	assert_int_equal(json_count(json_get(json_get(a.json, "hints"), "next")), 1);
	house_free(h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_slogan_as_an_answer_is_hinted_at),
		TEST(the_hint_stands_under_fresh_words_of_ones_own),
		TEST(listing_is_not_reading_but_opening_and_answering_are),
		TEST(a_page_that_shows_it_whole_is_read),
		TEST(a_whole_text_and_a_report_are_hinted_at_while_typed),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
