/* Searches that are kept, words looked for in vain, and words marked where one goes from there. */
#include "house.h"

#include "base/uri.h"
#include "rules/sweep.h"

static const char week47[] = "# 教训\n## 样品寄出后没有约回访\n约好了周五。\n";

static struct answer find(struct house *h, const char *login, const char *path, const char *typed)
{
	struct out o = out_new(h->arena);
	out_text(&o, path);
	uri_encode(&o, typed);
	return house_get(h, login, out_string(&o));
}

static bool listed(struct house *h, const char *typed, int64_t times)
{
	const char *body = house_get(h, "tian", "/search/misses").body;
	const char *at = strstr(body, arena_format(h->arena, ">%s</a>", typed));
	return at && strstr(at, arena_format(h->arena, "<span>%ld 次</span>", (long)times));
}

static void what_nothing_has_is_noted_without_who_looked(void **state)
{
	(void)state;
	struct house *h = house_new();
	house_put(h, "wang", "/api/reflections/2026-W47", week47);
	static const struct {
		const char *path, *typed;
		int64_t times;
	} rows[] = {
		{ "/search?q=", "样品跟踪表", 1 },
		{ "/search?q=", "樣品跟蹤表", 2 }, /* the same, folded */
		{ "/api/search?q=", "培训", 1 },
		{ "/search?q=", "回访", 0 },            /* found */
		{ "/search?q=", "huifang", 0 },         /* what was meant is known */
		{ "/search?q=", "车", 0 },              /* too short to mean much */
		{ "/search?q=", "培训 -回访", 0 },      /* kept away */
		{ "/search?kind=story&q=", "约好", 0 }, /* the filter is at fault */
		{ "/search?q=", "#回访专题", 0 },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		assert_int_equal(find(h, "li", rows[i].path, rows[i].typed).status, 200);
		if (listed(h, rows[i].typed, rows[i].times) != (rows[i].times > 0))
			fail_msg("%s%s", rows[i].path, rows[i].typed);
	}
	const char *const typing[] = { "HX-Request", "true", NULL };
	house_ask(h, "li", GET, "/search?q=abcdefgh", NULL, NULL, typing);
	const char *body = house_get(h, "tian", "/search/misses").body;
	assert_null(strstr(body, "abcdefgh"));
	assert_null(strstr(body, "李娜"));
	assert_int_equal(house_post(h, "tian", "/search/misses/1/settle", "").status, 303);
	assert_null(strstr(house_get(h, "tian", "/search/misses").body, "樣品跟蹤表"));
	struct work later = { .arena = h->arena,
		.writer = h->app.install.writer,
		.who = who_operator(),
		.now = clock_now() + 91 * 86400 };
	sweep_over(&later);
	assert_null(strstr(house_get(h, "tian", "/search/misses").body, "培训"));
	house_free(h);
}

static void a_search_is_kept_for_its_owner(void **state)
{
	(void)state;
	struct house *h = house_new();
	house_put(h, "wang", "/api/reflections/2026-W47", week47);
	const char *form = "q=%E5%9B%9E%E8%AE%BF&kind=lesson";
	for (int i = 0; i < 2; i++) { /* twice is once */
		struct answer a = house_post(h, "li", "/search/saved", form);
		assert_int_equal(a.status, 303);
		assert_string_equal(a.location, "/search?q=%E5%9B%9E%E8%AE%BF&kind=lesson");
	}
	static const char chip[] = "href=\"/search?q=%E5%9B%9E%E8%AE%BF&amp;kind=lesson\">回访 · "
				   "教训</a>";
	const char *body = house_get(h, "li", "/search").body, *at = strstr(body, chip);
	assert_non_null(at);
	assert_null(strstr(at + 1, chip));
	assert_null(strstr(house_get(h, "wang", "/search").body, chip));
	assert_non_null(strstr(house_get(h, "li", "/search?q=%E5%9B%9E%E8%AE%BF&kind=lesson").body,
		"/saved/forget"));
	assert_null(
		strstr(house_get(h, "li", "/search?q=%E5%9B%9E%E8%AE%BF").body, "/saved/forget"));
	assert_int_equal(house_post(h, "li", "/search/saved/forget", form).status, 303);
	assert_null(strstr(house_get(h, "li", "/search").body, chip));
	for (int i = 0; i < 31; i++)
		assert_int_equal(
			house_post(h, "li", "/search/saved", arena_format(h->arena, "q=w%d", i))
				.status,
			i < 30 ? 303 : 422);
	house_free(h);
}

static void words_stay_marked_on_the_page_one_opens(void **state)
{
	(void)state;
	struct house *h = house_new();
	house_put(h, "wang", "/api/reflections/2026-W47", week47);
	const char *body = find(h, "li", "/search?q=", "约好 回访").body;
	const char *at = strstr(body, "href=\"/points/1?mark=");
	assert_non_null(at);
	at += strlen("href=\"");
	body = house_get(h, "li", arena_copy(h->arena, at, strcspn(at, "\""))).body;
	assert_non_null(strstr(body, "没有约<mark>回访</mark></h1>"));
	assert_non_null(strstr(body, "<p><mark>约好</mark>了周五。"));
	house_free(h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(what_nothing_has_is_noted_without_who_looked),
		TEST(a_search_is_kept_for_its_owner),
		TEST(words_stay_marked_on_the_page_one_opens),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
