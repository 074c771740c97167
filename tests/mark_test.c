/* Marks in what was found, over random texts of everything that people and their phones type: each
 * mark, folded, is a part of the query; nothing is cut in two; what the query names is marked in
 * whichever script it was written. */
#include "test.h"

#include "base/arena.h"
#include "base/dice.h"
#include "base/fold.h"
#include "base/list.h"
#include "base/out.h"
#include "base/query.h"
#include "base/text.h"
#include "views/html_snippet.h"

/* Traditional beside simplified; marks, line breaks, emoji of several characters, Han beyond the
 * BMP, accents apart from their letters, bytes that are no text. */
static const char *const pieces[][2] = { { "客户", "客戶" }, { "报价", "報價" }, { "价格", "價格" },
	{ "回访", "回訪" }, { "车", "車" }, { "A3报告", "Ａ３報告" }, { "gen-itgc", "Gen-ITGC" },
	{ "café", "cafe\xCC\x81" }, { "𠮷野", "𠮷野" }, { "4S店", "４Ｓ店" }, { "，", "，" },
	{ "。", "。" }, { "\n", "\r\n" }, { " ", "\xE3\x80\x80" }, { "😀", "😀" },
	{ "👨‍👩‍👧", "👨‍👩‍👧" }, { "\xE2\x80\x8B", "\xEF\xB8\x8F" },
	{ "\xFF", "\xE4\xB8" }, { "<b>", "&amp;" }, { "\xCC\x81", "\xCC\x81" } };
enum { PIECES = sizeof pieces / sizeof *pieces, WORDS = 10, ROUNDS = 20000 };

static const char *text_of(struct arena *a, struct dice *d, size_t most)
{
	struct out o = out_new(a);
	for (size_t n = 1 + dice_below(d, most); n > 0; n--)
		out_text(&o, pieces[dice_below(d, PIECES)][dice_below(d, 2)]);
	return arena_string(a, out_string(&o));
}

static bool is_term(struct arena *a, const struct terms *terms, const char *marked)
{
	const char *folded = snippet_term(a, marked);
	LIST_EACH (const struct term, t, terms)
		if (text_same(t->folded, folded))
			return true;
	return false;
}

/* The HTML without its tags is the text as it is escaped without marks; tags come in pairs, and
 * there is none but <mark>. */
static void check_html(struct arena *a, const char *text, const struct terms *terms)
{
	static const struct terms none;
	const char *html = html_snippet_whole(a, text, terms).html;
	const char *plain = html_snippet_whole(a, text, &none).html;
	assert_true(text_valid(html, strlen(html), NULL));
	struct out o = out_new(a);
	bool open = false;
	for (const char *p = html; *p; p++) {
		if (*p != '<') {
			out_char(&o, *p);
			continue;
		}
		const char *tag = open ? "</mark>" : "<mark>";
		assert_true(text_starts(p, tag));
		p += strlen(tag) - 1;
		open = !open;
	}
	assert_false(open);
	if (!text_same(out_string(&o), plain))
		fail_msg("marks change the text: %s\n%s", html, plain);
}

static void each_mark_is_a_part_of_the_query_and_breaks_nothing(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	struct dice d = { 20261201 };
	long marks = 0;
	for (int round = 0; round < ROUNDS; round++, arena_reset(a)) {
		const char *text = text_of(a, &d, 30), *typed = text_of(a, &d, 4);
		struct query q = query_parse(a, typed);
		struct terms terms = query_terms(a, &q);
		struct spans all = snippet_marks(a, text, &terms);
		size_t at = 0;
		LIST_EACH (const struct span, m, &all) {
			const char *marked = arena_copy(a, text + m->at, m->len);
			assert_true(m->len > 0 && m->at >= at);
			at = m->at + m->len;
			if (!is_term(a, &terms, marked))
				fail_msg("%s: marks %s in %s", typed, marked, text);
			marks++;
		}
		check_html(a, text, &terms);
		struct snippet s = snippet_best(a, text, &terms, 12);
		assert_true(s.window.at + s.window.len <= strlen(text));
	}
	assert_true(marks > ROUNDS / 4);
	arena_free(a);
}

static void each_script_finds_the_other(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	struct dice d = { 7 };
	for (int round = 0; round < ROUNDS / 4; round++, arena_reset(a)) {
		size_t word = dice_below(&d, WORDS), way = dice_below(&d, 2);
		const char *text = arena_format(
			a, "%s，%s。%s", text_of(a, &d, 8), pieces[word][!way], text_of(a, &d, 8));
		struct query q = query_parse(a, pieces[word][way]);
		struct terms terms = query_terms(a, &q);
		bool found = false;
		struct spans all = snippet_marks(a, text, &terms);
		LIST_EACH (const struct span, m, &all)
			found |= text_same(fold_text(a, arena_copy(a, text + m->at, m->len)),
				fold_text(a, pieces[word][way]));
		if (!found)
			fail_msg("%s is not marked in %s", pieces[word][way], text);
	}
	arena_free(a);
}

static void marks_of_punctuation_part_words(void **state)
{
	(void)state;
	static const struct {
		const char *typed, *text;
		size_t marks;
	} rows[] = {
		{ "客户回访", "客户，回访", 0 },
		{ "客户回访", "客户\n回访", 0 },
		{ "客户回访", "客户 回访", 0 },
		{ "客户 回访", "客户，回访", 2 },
		{ "客户", "客\n户", 0 },
		{ "客户，回访", "客户，回访。", 2 },
		{ "车", "汽車，车。", 2 },
		{ "itgc", "gen-itgc后", 1 },
		{ "gen", "general", 1 },
		{ "\"gen\"", "general", 0 },
		{ "e", "cafe\xCC\x81", 0 },
	};
	struct arena *a = arena_new();
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct query q = query_parse(a, rows[i].typed);
		struct terms terms = query_terms(a, &q);
		size_t n = snippet_marks(a, rows[i].text, &terms).count;
		if (n != rows[i].marks)
			fail_msg("%s in %s: %zu marks", rows[i].typed, rows[i].text, n);
	}
	arena_free(a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(each_mark_is_a_part_of_the_query_and_breaks_nothing),
		TEST(each_script_finds_the_other),
		TEST(marks_of_punctuation_part_words),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
