#include "test.h"

#include "base/fold.h"
#include "base/list.h"
#include "base/out.h"
#include "base/query.h"
#include "base/snippet.h"
#include "base/text.h"
#include "views/html_marked.h"
#include "views/html_snippet.h"

static const char *headline(struct test *t, const char *text, const char *typed)
{
	struct query q = query_parse(t->arena, typed);
	struct terms terms = query_terms(t->arena, &q);
	return html_snippet_whole(t->arena, text, &terms).html;
}

static const char *window(struct test *t, const char *text, const char *typed)
{
	struct query q = query_parse(t->arena, typed);
	struct terms terms = query_terms(t->arena, &q);
	return html_snippet(t->arena, text, &terms).html;
}

static void what_was_asked_for_is_marked(void **state)
{
	struct test *t = *state;
	static const struct {
		const char *text, *typed, *html;
	} rows[] = {
		{ "今天回访了客户", "访", "今天回<mark>访</mark>了客户" },
		{ "先寫Ａ３報告", "A3报告", "先寫<mark>Ａ３報告</mark>" },
		{ "回访客户", "回访 访客", "<mark>回访</mark>客户" },
		{ "回访客户", "回访 回访客户", "<mark>回访客户</mark>" },
		{ "回访客户", "回访 客户", "<mark>回访</mark><mark>客户</mark>" },
		{ "General agents", "gen", "<mark>Gen</mark>eral agents" },
		{ "general gen", "\"gen\"", "general <mark>gen</mark>" },
		{ "agent", "gen", "agent" },
		{ "价格 -样品", "-样品 价格", "<mark>价格</mark> -样品" },
		{ "Cafe\xCC\x81 x", "café", "<mark>Cafe\xCC\x81</mark> x" },
		{ "重㎏级", "kg", "重<mark>㎏</mark>级" },
		{ "㍿", "株式", "㍿" },
		{ "👨‍👩‍👧好👍🏽👍", "👍 👨",
			"👨‍👩‍👧好👍🏽<mark>👍</mark>" },
		{ "🇨🇳🇨", "🇨", "🇨🇳<mark>🇨</mark>" },
		{ "<b>\"&'</b>", "b",
			"&lt;<mark>b</mark>&gt;&quot;&amp;&#39;&lt;/<mark>b</mark>&gt;" },
		{ "回\xE5\x9B访", "访", "回\uFFFD\uFFFD<mark>访</mark>" },
		{ " A3\n\n报告  b ", "\"a3\n报告\"", "<mark>A3 报告</mark> b " },
		{ "A3\n报告", "\"a3 报告\"", "A3 报告" },
		{ "什麼", "", "什麼" },
		{ "", "价格", "" },
		{ "ﾏｰｶﾞｯｽ", "ガ", "ﾏｰ<mark>ｶﾞ</mark>ｯｽ" },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const char *got = headline(t, rows[i].text, rows[i].typed);
		if (strcmp(got, rows[i].html))
			fail_msg("%s in %s: %s", rows[i].typed, rows[i].text, got);
	}
}

/* Twelve characters, no clause in it. */
#define TWELVE "今天上午我们去了那家公司"

static void a_window_begins_where_a_thought_begins(void **state)
{
	struct test *t = *state;
	const char *long_text =
		TWELVE TWELVE "。" TWELVE TWELVE TWELVE "！" TWELVE
			      "，他说价格太贵，" TWELVE TWELVE TWELVE "。" TWELVE TWELVE "。";
	assert_string_equal(window(t, long_text, "价格"),
		"…" TWELVE "，他说<mark>价格</mark>太贵，" TWELVE TWELVE TWELVE "。…");
	assert_string_equal(window(t, "一二三。四五六", "五"), "一二三。四<mark>五</mark>六");
	const char *no_clause =
		TWELVE TWELVE TWELVE TWELVE TWELVE "价格" TWELVE TWELVE TWELVE TWELVE TWELVE TWELVE;
	const char *got = window(t, no_clause, "价格");
	assert_true(text_starts(got, "…"));
	assert_non_null(strstr(got, "司<mark>价格</mark>今"));
	assert_in_range(text_runes(got), 50, 60 + 2 + 13);
}

static void a_window_shows_most_of_the_words(void **state)
{
	struct test *t = *state;
	struct out o = out_new(t->arena);
	for (int i = 0; i < 40; i++)
		out_text(&o, "价格要先谈，" TWELVE "。");
	out_text(&o, "交期和价格一起谈。");
	const char *got = window(t, o.data, "价格 交期");
	assert_non_null(strstr(got, "<mark>交期</mark>和<mark>价格</mark>一起谈。"));
}

static void nothing_is_cut_in_two(void **state)
{
	struct test *t = *state;
	static const char *const pieces[] = { "价格", "報價", "gen-itgc", "General", "Cafe\xCC\x81",
		"👍🏽", "👨‍👩‍👧", "🇨🇳", "。", "，", "\n", " ", "㍿", "ｶﾞ", "\xFF",
		"\xE5\x9B", "<b>", "&amp;", "\"", "\t", "𠮷", "\xE2\x80\x8B", "1,000", "A3", "……",
		"（", "）" };
	static const char *const asked[] = { "价格", "价", "gen", "general", "cafe", "a3 价格",
		"👍 。", "\"报价。\"", "株 ガ 1", "𠮷 报价 b", "\"\n\"", "\"价格 报价\"" };
	srand(3);
	for (int round = 0; round < 4000; round++) {
		struct out o = out_new(t->arena);
		for (int n = rand() % 120; n; n--)
			out_text(&o, pieces[rand() % (int)(sizeof pieces / sizeof *pieces)]);
		const char *text = out_string(&o), *typed = asked[rand() % 12];
		struct query q = query_parse(t->arena, typed);
		struct terms terms = query_terms(t->arena, &q);
		struct snippet s = snippet_best(t->arena, text, &terms, 20);
		size_t len = strlen(text), at = s.window.at;
		assert_true(s.window.at + s.window.len <= len);
		LIST_EACH (const struct span, m, &s.marks) {
			assert_true(m->at >= at && m->len);
			at = m->at + m->len;
			bool equal = false;
			const char *marked =
				snippet_term(t->arena, arena_copy(t->arena, text + m->at, m->len));
			LIST_EACH (const struct term, term, &terms)
				equal = equal || strcmp(marked, term->folded) == 0;
			if (!equal)
				fail_msg("%s marked for %s", marked, typed);
		}
		assert_true(at <= s.window.at + s.window.len);
		/* What was cut folds as the parts fold together: no character lost its accent. */
		size_t cuts[] = { s.window.at, s.window.at + s.window.len };
		for (int i = 0; i < 2; i++) {
			const char *both = arena_format(t->arena, "%s%s",
				fold_text(t->arena, arena_copy(t->arena, text, cuts[i])),
				fold_text(t->arena, text + cuts[i]));
			assert_string_equal(both, fold_text(t->arena, text));
		}
		assert_true(text_valid(html_snippet(t->arena, text, &terms).html,
			strlen(html_snippet(t->arena, text, &terms).html), NULL));
		if (round % 100 == 0)
			arena_reset(t->arena);
	}
}

static void words_are_marked_in_what_is_html_already(void **state)
{
	struct test *t = *state;
	static const struct {
		const char *html, *typed, *marked;
	} rows[] = {
		{ "<p>约<b>回</b>访，回访</p>", "回访", "<p>约<b>回</b>访，<mark>回访</mark></p>" },
		{ "<p>a &lt;b&gt; &amp; c</p>", "b", "<p>a &lt;<mark>b</mark>&gt; &amp; c</p>" },
		{ "<p>a &lt;b&gt;</p>", "\"<b\"", "<p>a <mark>&lt;b</mark>&gt;</p>" },
		{ "<p>amp &amp;amp;</p>", "amp", "<p><mark>amp</mark> &amp;<mark>amp</mark>;</p>" },
		{ "<a href=\"/points/7\">point</a>", "points", "<a href=\"/points/7\">point</a>" },
		{ "<p>Ａ３報告</p>", "a3报告", "<p><mark>Ａ３報告</mark></p>" },
		{ "x<br", "br", "x<br" },
		{ "回访", "", "回访" },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct query q = query_parse(t->arena, rows[i].typed);
		struct terms terms = query_terms(t->arena, &q);
		const char *got = html_marked(t->arena, (struct safe){ rows[i].html }, &terms).html;
		if (strcmp(got, rows[i].marked))
			fail_msg("%s in %s: %s", rows[i].typed, rows[i].html, got);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(what_was_asked_for_is_marked),
		TEST(a_window_begins_where_a_thought_begins),
		TEST(a_window_shows_most_of_the_words),
		TEST(nothing_is_cut_in_two),
		TEST(words_are_marked_in_what_is_html_already),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
