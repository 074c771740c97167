/* Search: what is saved is found, in the words people type. */
#include "house.h"

#include "base/uri.h"
#include "rules/search.h"
#include "store/search_fill.h"

static const char week47[] = "# 经验\n## 报价前先问清采购流程 #报价\n先问三件事：谁拍板？用 A3报告 "
			     "讲清楚。\n# 教训\n## 样品寄出后没有约回访\n**先听后讲。**效果 "
			     "<b>不好</b>，客户嫌價格高。\n";

static int64_t total(struct house *h, const char *login, const char *query)
{
	struct out o = out_new(h->arena);
	out_text(&o, "/api/search?");
	for (const char *p = query; *p; p++)
		if ((unsigned char)*p > ' ' && (unsigned char)*p < 0x7F && !strchr("\"#+%", *p))
			out_char(&o, *p);
		else
			out_format(&o, "%%%02X", (unsigned char)*p);
	struct answer a = house_get(h, login, out_string(&o));
	if (a.status != 200)
		fail_msg("%s: %d %s", query, a.status, a.body);
	return json_get_number(a.json, "total", -1);
}

static void what_is_handed_in_is_found(void **state)
{
	(void)state;
	struct house *h = house_new();
	house_put(h, "wang", "/api/reflections/2026-W47", week47);
	static const struct {
		const char *q;
		int64_t hits;
	} rows[] = {
		{ "q=采购", 1 },
		{ "q=购流", 1 },
		{ "q=样", 1 },
		{ "q=a3", 1 },
		{ "q=A3报告", 1 },
		{ "q=Ａ３報告", 1 },
		{ "q=价格", 1 },
		{ "q=客户 回访", 1 },
		{ "q=客户 采购", 0 },
		{ "q=客户 OR 采购", 2 },
		{ "q=先 -采购", 1 },
		{ "q=\"先听后讲\"", 1 },
		{ "q=\"先讲后听\"", 0 },
		{ "q=讲。效果", 1 },
		{ "q=报价", 1 },
		{ "q=#报价", 1 },
		{ "q=#没有这个", 0 },
		{ "q=@王磊", 2 },
		{ "q=@li", 0 },
		{ "q=kind:lesson", 1 },
		{ "q=unit:华东", 2 },
		{ "q=unit:华南", 0 },
		{ "q=week:2026-W40..W47", 2 },
		{ "q=week:2026-W46", 0 },
		{ "kind=lesson", 1 },
		{ "kind=story", 0 },
		{ "topic=报价", 1 },
		{ "topic=1", 1 },
		{ "topic=99", 0 },
		{ "unit=e1", 2 },
		{ "unit=east&q=先", 2 },
		{ "unit=hq", 2 },
		{ "unit=e2", 0 },
		{ "from=2026-W47&to=2026-W47", 2 },
		{ "from=2026-W48", 0 },
		{ "to=2026-W46", 0 },
		{ "q=", 0 },
		{ "q=\"", 0 },
		{ "q=strong", 0 },
		{ "q=b", 1 },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (total(h, "li", rows[i].q) != rows[i].hits)
			fail_msg("%s: %ld hits", rows[i].q, (long)total(h, "li", rows[i].q));
	house_free(h);
}

static void what_changes_is_found_as_it_is_now(void **state)
{
	(void)state;
	struct house *h = house_new();
	house_put(h, "wang", "/api/reflections/2026-W47", week47);
	house_put(h, "wang", "/api/reflections/2026-W47",
		"# 教训\n## 样品寄出后没有约回访\n这次约好了周五。\n");
	assert_int_equal(total(h, "li", "q=采购"), 0);
	assert_int_equal(total(h, "li", "q=价格"), 0);
	assert_int_equal(total(h, "li", "q=周五"), 1);
	assert_int_equal(total(h, "li", "q=回访"), 1);
	assert_int_equal(house_differences(h, search_differences_any), 0);
	house_free(h);
}

static void a_bad_question_is_told_what_is_wrong(void **state)
{
	(void)state;
	struct house *h = house_new();
	static const struct {
		const char *query, *field;
	} rows[] = {
		{ "kind=opinion", "kind" },
		{ "unit=mars", "unit" },
		{ "from=yesterday", "from" },
		{ "from=2026-W47&to=2026-W40", "to" },
		{ "limit=0", "limit" },
		{ "limit=101", "limit" },
		{ "limit=x", "limit" },
		{ "cursor=abc", "cursor" },
		{ "sort=worst", "sort" },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct answer a = house_get(
			h, "li", arena_format(h->arena, "/api/search?q=x&%s", rows[i].query));
		const char *field = json_get_text(json_at(json_get(a.json, "errors"), 0), "field");
		if (a.status != 422 || !text_same(field, rows[i].field))
			fail_msg("%s: %d %s", rows[i].query, a.status, a.body);
	}
	house_free(h);
}

static void pages_follow_each_other_without_gap_or_repetition(void **state)
{
	(void)state;
	struct house *h = house_new();
	for (int i = 0; i < 7; i++) {
		struct out o = out_new(h->arena);
		out_text(&o, "# 经验\n");
		for (int j = 0; j < 3; j++)
			out_format(&o, "## 回访第%d次%d\n%s\n", i, j, i % 2 ? "回访回访" : "客户");
		assert_true(house_put(h, "wang",
				    arena_format(h->arena, "/api/reflections/2026-W%d", 47 - i),
				    out_string(&o))
				    .status < 300);
	}
	static const char *const sorts[] = { "new", "best" };
	for (int s = 0; s < 2; s++) {
		bool seen[64] = { false };
		int count = 0;
		const char *cursor = "";
		while (cursor) {
			struct answer a = house_get(h, "li",
				arena_format(h->arena,
					"/api/"
					"search?q=%%E5%%9B%%9E%%E8%%AE%%BF&sort=%s&limit=4%s%s",
					sorts[s], *cursor ? "&cursor=" : "", cursor));
			assert_int_equal(a.status, 200);
			assert_int_equal(json_get_number(a.json, "total", 0), 21);
			const struct json *hits = json_get(a.json, "hits");
			for (size_t i = 0; i < json_count(hits); i++, count++) {
				int64_t id = json_get_number(json_at(hits, i), "id", 0);
				assert_false(seen[id]);
				seen[id] = true;
			}
			cursor = json_get_text(a.json, "next");
		}
		assert_int_equal(count, 21);
	}
	house_free(h);
}

static const char hui_fang[] =
	"q=%E5%AE%A2%E6%88%B7%E4%B8%8D%E6%8E%A5%E5%9B%9E%E8%AE%BF%E6%80%8E%E4%B9%"
	"88%E5%8A%9E"; /* 客户不接回访怎么办 */

static void a_sentence_finds_what_has_some_of_its_words(void **state)
{
	(void)state;
	struct house *h = house_new();
	house_put(h, "wang", "/api/reflections/2026-W47", week47);
	house_put(
		h, "wang", "/api/reflections/2026-W46", "# 经验\n## 早会改到周五\n大家都来了。\n");
	struct answer a = house_get(h, "li", arena_format(h->arena, "/api/search?%s", hui_fang));
	assert_int_equal(json_get_number(a.json, "total", -1), 0);
	assert_true(json_get_bool(a.json, "any_of_the_words", false));
	const struct json *first = json_at(json_get(a.json, "hits"), 0);
	assert_string_equal(json_get_text(first, "title"), "样品寄出后没有约回访");
	assert_int_equal(json_count(json_get(a.json, "hits")), 1);
	/* Who asks for just this gets just this. */
	a = house_get(h, "li", "/api/search?q=%22%E5%AE%A2%E6%88%B7%E5%9B%9E%E8%AE%BF%22");
	assert_int_equal(json_count(json_get(a.json, "hits")), 0);
	house_free(h);
}

static void what_was_meant_is_guessed(void **state)
{
	(void)state;
	struct house *h = house_new();
	house_put(h, "wang", "/api/reflections/2026-W47", week47);
	house_put(h, "li", "/api/reflections/2026-W47",
		"# 经验\n## 每周五下午集中回访 #回访\n用 Workshop 的形式，把客户名单过一遍。\n");
	static const struct {
		const char *typed, *meant;
	} rows[] = {
		{ "huifang", "回访" },
		{ "HuiFang", "回访" },
		{ "hui fang", "回访" },
		{ "huifan", "回访" },
		{ "kehumingdan", "客户名单" },
		{ "hf", "回访" },
		{ "caigou 先", "采购 先" },
		{ "caigou kind:experience", "采购 kind:experience" },
		{ "caigou kind:lesson", NULL }, /* it has none */
		{ "回防", "回访" },
		{ "回坊 客户", "回访 客户" },
		{ "采构留程", "采购流程" },
		{ "集众回访", "集中回访" },
		{ "客户民单", "客户名单" },
		{ "客户名名单", "客户名单" },
		{ "户客名单", "客户名单" },
		{ "worksohp", "workshop" },
		{ "wrokshop 名单", "workshop 名单" },
		{ "客户嫌價格搞", "客户嫌价格高" },
		{ "香蕉", NULL },
		{ "zzz", NULL },
		{ "-huifang", NULL },
		{ "回访", NULL },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct out o = out_new(h->arena);
		out_text(&o, "/api/search?q=");
		uri_encode(&o, rows[i].typed);
		struct answer a = house_get(h, "li", out_string(&o));
		const struct json *first = json_at(json_get(a.json, "did_you_mean"), 0);
		const char *q = first ? json_get_text(first, "q") : NULL;
		if (!!q != !!rows[i].meant || (q && !text_same(q, rows[i].meant)))
			fail_msg("%s: %s", rows[i].typed, q ? q : "nothing");
		assert_true(!first || json_get_number(first, "total", 0) > 0);
	}
	struct answer a = house_get(h, "li", "/search?q=huifang");
	assert_non_null(strstr(a.body, "href=\"/search?q=%E5%9B%9E%E8%AE%BF\""));
	house_free(h);
}

static void the_page_offers_what_narrows_and_what_widens(void **state)
{
	(void)state;
	struct house *h = house_new();
	assert_non_null(strstr(house_get(h, "li", "/search").body, "class=\"empty\""));
	house_put(h, "wang", "/api/reflections/2026-W47", week47);
	static const struct {
		const char *query, *holds, *lacks;
	} rows[] = {
		{ "q=%E5%85%88", "?q=%E5%85%88&amp;kind=lesson", "cursor=" },
		{ "q=%E5%85%88", "?q=%E5%85%88&amp;topic=1", NULL },
		{ "q=%E5%85%88&unit=e1", "href=\"/search?q=%E5%85%88\" aria-current", NULL },
		{ "q=%E5%85%88+kind%3Alesson", "href=\"/search?q=%E5%85%88\" aria-current", NULL },
		{ "q=%E5%85%88&from=nonsense", "role=\"alert\"", "class=\"hits\"><li" },
		{ "q=%E5%AE%A2%E6%88%B7+%E9%87%87%E8%B4%AD", "?q=%E9%87%87%E8%B4%AD\"", NULL },
		{ "q=%3Cscript%3E", "value=\"&lt;script&gt;\"", "<script>" },
		{ "q=%E5%9B%9E%E8%AE%BF", "<mark>回访</mark>", NULL },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct answer a =
			house_get(h, "li", arena_format(h->arena, "/search?%s", rows[i].query));
		if (a.status != 200 || !strstr(a.body, rows[i].holds) ||
			(rows[i].lacks && strstr(a.body, rows[i].lacks)))
			fail_msg("%s: %d\n%s", rows[i].query, a.status, a.body);
	}
	house_free(h);
}

static void an_index_made_anew_is_the_same(void **state)
{
	(void)state;
	struct house *h = house_new();
	house_put(h, "wang", "/api/reflections/2026-W47", week47);
	assert_true(search_make_anew(h->app.install.writer, h->arena));
	assert_int_equal(total(h, "li", "q=回访"), 1);
	/* Left half done, as by a crash: what opens the database may go on. */
	app_worker_stop(h->worker);
	install_close(&h->app.install);
	const char *why = "";
	assert_true(install_open(&h->app.install, h->app.db_path, h->arena, &why));
	h->worker = app_worker_start(&h->app, 0);
	for (bool more = true; more;)
		assert_true(search_fill(h->app.install.writer, 100, &more));
	assert_int_equal(total(h, "li", "q=回访"), 1);
	assert_int_equal(house_differences(h, search_differences_any), 0);
	house_free(h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(what_is_handed_in_is_found),
		TEST(what_changes_is_found_as_it_is_now),
		TEST(a_bad_question_is_told_what_is_wrong),
		TEST(a_sentence_finds_what_has_some_of_its_words),
		TEST(what_was_meant_is_guessed),
		TEST(the_page_offers_what_narrows_and_what_widens),
		TEST(an_index_made_anew_is_the_same),
		TEST(pages_follow_each_other_without_gap_or_repetition),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
