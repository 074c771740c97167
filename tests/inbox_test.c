/* The inbox: one line a matter, told to whom it concerns, and to nobody who may not know. */
#include "house.h"

static const char entry[] = "# 经验\n## 报价前先问清采购流程 #报价\n先问三件事。\n# 教训\n## "
			    "样品寄出后没有约回访\n没有约。\n求助: 希望有一份跟踪表\n";

static struct house *written(void)
{
	struct house *h = house_new();
	assert_int_equal(house_put(h, "wang", "/api/reflections/2026-W47", entry).status, 201);
	return h;
}

static int64_t say(struct house *h, const char *who, const char *kind, const char *text)
{
	struct answer a = house_ask(h, who, POST, "/api/points/1/remarks", "application/json",
		arena_format(h->arena, "{\"kind\":\"%s\",\"text\":\"%s\"}", kind, text), NULL);
	assert_int_equal(a.status, 201);
	return json_get_number(a.json, "id", 0);
}

static int64_t unread(struct house *h, const char *who)
{
	return json_get_number(house_get(h, who, "/api/inbox").json, "unread", -1);
}

/* The newest line: "kind by title times" */
static const char *newest(struct house *h, const char *who)
{
	const struct json *items = json_get(house_get(h, who, "/api/inbox").json, "items");
	const struct json *n = json_at(items, 0);
	if (!n)
		return "nothing";
	const char *by = json_get_text(n, "by");
	return arena_format(h->arena, "%s %s %s %d%s", json_get_text(n, "kind"), by ? by : "-",
		json_get_text(n, "title"), (int)json_get_number(n, "times", 0),
		json_get_bool(n, "unread", false) ? "" : " read");
}

static void what_happens_often_is_one_line_and_unread_again(void **state)
{
	(void)state;
	struct house *h = written();
	assert_int_equal(unread(h, "wang"), 0);
	say(h, "li", "comment", "一");
	say(h, "li", "comment", "二");
	assert_string_equal(newest(h, "wang"), "remarked 李娜 报价前先问清采购流程 2");
	assert_int_equal(unread(h, "wang"), 1);
	say(h, "lin", "advice", "先打电话");
	assert_string_equal(newest(h, "wang"), "answered 林经理 报价前先问清采购流程 1");
	say(h, "li", "why", "为什么");
	assert_string_equal(newest(h, "wang"), "asked_why 李娜 报价前先问清采购流程 1");
	assert_int_equal(unread(h, "wang"), 3);
	assert_int_equal(house_get(h, "wang", "/points/1").status, 200);
	assert_int_equal(unread(h, "wang"), 0);
	say(h, "li", "comment", "三");
	assert_string_equal(newest(h, "wang"), "remarked 李娜 报价前先问清采购流程 1");
	assert_int_equal(unread(h, "wang"), 1);
	assert_int_equal(unread(h, "li"), 0); /* never one's own deeds */
	house_free(h);
}

static void an_ask_tells_who_owes_and_who_asked(void **state)
{
	(void)state;
	struct house *h = written();
	assert_string_equal(newest(h, "lin"), "asked 王磊 希望有一份跟踪表 1");
	assert_int_equal(house_get(h, "lin", "/asks").status, 200);
	assert_int_equal(unread(h, "lin"), 0);
	house_post(h, "lin", "/asks/1/answer", "text=x");
	assert_string_equal(newest(h, "wang"), "ask_answered 林经理 希望有一份跟踪表 1");
	house_post(h, "wang", "/asks/1/reopen", "text=x");
	assert_string_equal(newest(h, "lin"), "ask_again 王磊 希望有一份跟踪表 1");
	house_post(h, "lin", "/asks/1/answer", "text=y");
	house_post(h, "wang", "/asks/1/confirm", "");
	assert_string_equal(newest(h, "lin"), "helped 王磊 希望有一份跟踪表 1");
	house_free(h);
}

static void a_line_leads_to_its_subject_and_is_read_then(void **state)
{
	(void)state;
	struct house *h = written();
	say(h, "li", "comment", "一");
	const struct json *n =
		json_at(json_get(house_get(h, "wang", "/api/inbox").json, "items"), 0);
	const char *target = arena_format(h->arena, "/inbox/%d", (int)json_get_number(n, "id", 0));
	assert_string_equal(house_get(h, "li", target).location, "/inbox"); /* not theirs */
	assert_int_equal(unread(h, "wang"), 1);
	assert_string_equal(house_get(h, "wang", target).location, "/points/1#remarks");
	assert_int_equal(unread(h, "wang"), 0);
	assert_string_equal(newest(h, "wang"), "remarked 李娜 报价前先问清采购流程 1 read");
	house_free(h);
}

static void what_came_after_one_looked_stays_unread(void **state)
{
	(void)state;
	struct house *h = written();
	say(h, "li", "comment", "一");
	const struct json *n =
		json_at(json_get(house_get(h, "wang", "/api/inbox").json, "items"), 0);
	int64_t id = json_get_number(n, "id", 0);
	say(h, "li", "why", "为什么");
	house_ask(h, "wang", POST, "/api/inbox/read", "application/json",
		arena_format(h->arena, "{\"until\":%d}", (int)id), NULL);
	assert_int_equal(unread(h, "wang"), 1);
	house_post(h, "wang", "/inbox/read", arena_format(h->arena, "until=%d", (int)id + 1));
	assert_int_equal(unread(h, "wang"), 0);
	house_free(h);
}

static void what_is_struck_is_not_told_any_more(void **state)
{
	(void)state;
	struct house *h = written();
	int64_t first = say(h, "li", "comment", "一"), second = say(h, "li", "comment", "二");
	house_ask(h, "li", DELETE, arena_format(h->arena, "/api/remarks/%d", (int)second), NULL,
		NULL, NULL);
	assert_string_equal(newest(h, "wang"), "remarked 李娜 报价前先问清采购流程 1");
	assert_null(strstr(house_get(h, "wang", "/inbox").body, "二"));
	house_ask(h, "li", DELETE, arena_format(h->arena, "/api/remarks/%d", (int)first), NULL,
		NULL, NULL);
	assert_int_equal(unread(h, "wang"), 0);
	assert_string_equal(newest(h, "wang"), "nothing");
	house_free(h);
}

static void what_one_may_not_see_any_more_is_in_no_line_and_no_count(void **state)
{
	(void)state;
	struct house *h = written();
	assert_int_equal(unread(h, "lin"), 1);
	house_post(h, "wang", "/points/2/withdraw", "");
	assert_int_equal(unread(h, "lin"), 0);
	assert_string_equal(newest(h, "lin"), "nothing");
	assert_null(strstr(house_get(h, "lin", "/inbox").body, "跟踪表"));
	house_free(h);
}

static void a_list_goes_on_from_page_to_page(void **state)
{
	(void)state;
	struct house *h = house_new();
	struct out md = out_new(h->arena);
	out_text(&md, "# 教训\n");
	for (int i = 0; i < 3; i++)
		out_format(&md, "## 第%d条\n说。\n求助: 甲%d\n求助: 乙%d\n", i, i, i);
	house_put(h, "wang", "/api/reflections/2026-W47", out_string(&md));
	assert_int_equal(unread(h, "lin"), 6);
	house_get(h, "lin", "/points/2"); /* two of them are read */
	const char *cursor = NULL;
	size_t total = 0;
	for (int pages = 0; pages == 0 || cursor; pages++) {
		struct answer a = house_get(h, "lin",
			arena_format(h->arena, "/api/inbox?limit=1%s%s", cursor ? "&cursor=" : "",
				cursor ? cursor : ""));
		total += json_count(json_get(a.json, "items"));
		cursor = json_get_text(a.json, "next");
		assert_true(pages < 9);
	}
	assert_int_equal(total, 6);
	house_free(h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(what_happens_often_is_one_line_and_unread_again),
		TEST(an_ask_tells_who_owes_and_who_asked),
		TEST(a_line_leads_to_its_subject_and_is_read_then),
		TEST(what_came_after_one_looked_stays_unread),
		TEST(what_is_struck_is_not_told_any_more),
		TEST(what_one_may_not_see_any_more_is_in_no_line_and_no_count),
		TEST(a_list_goes_on_from_page_to_page),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
