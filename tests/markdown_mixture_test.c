/* What holds for any mixture of marks, words and punctuation that a person may type. */
#include "test.h"

#include "base/out.h"
#include "base/text.h"
#include "doors/markdown.h"

static uint64_t seed = 20261123;

static unsigned below(unsigned n)
{
	seed ^= seed << 13;
	seed ^= seed >> 7;
	seed ^= seed << 17;
	return (unsigned)(seed >> 33) % n;
}

/* Link targets hold no Han, so that all Han of the source is to be seen. */
static const char *const pieces[] = { "回访", "客户", "价", "𠮷", "后", "先听后讲", "A3", "2", "x",
	"。", "，", "（", "）", "“", "”", "、", "……", "！", " (", ")", "%", "\"", "'", ":", "*",
	"*", "**", "**", "**", "***", "****", "_", "__", "~~", "~~", "~", "`", "``", "\n", "\n",
	"\n\n", " ", " ", "　", "- ", "* ", "\n- ", "\n1. ", "\n> ", "\n- [ ] ", "\n- [x] ", "\n# ",
	"\n### ", "\n***\n", "\n```\n", "\n~~~\n", "\n    ", "\n\t", "[", "]", "![", "](/x)",
	"](https://e.cn/y_z \"t\")", "](客户)", "](javascript:a)", "[[12]]", "[[7]]", "[ ]", "<",
	">", "<b>", "</b>", "<script>", "<!--", "-->", "<?", "<![CDATA[", "\n<div>",
	"<https://e.cn>", "https://e.cn/a_b", "www.e.cn", "http://", "\\", "\\*", "&amp;", "&",
	"&#1;", "&#xE000;", "&lt;", "|", "\n---\n", "\n===\n", "]: ", "😀" };

static const char *mixture(struct arena *a)
{
	struct out o = out_new(a);
	for (unsigned n = 1 + below(40); n > 0; n--)
		out_text(&o, pieces[below(sizeof pieces / sizeof *pieces)]);
	return out_string(&o);
}

/* The Han of s in order; with tags, what stands in tags is skipped. */
static const char *han_of(struct arena *a, const char *s, bool tags)
{
	struct out o = out_new(a);
	bool in_tag = false;
	for (const char *end = s + strlen(s); s < end;) {
		int rune = text_rune(&s, end);
		if (tags && (rune == '<' || rune == '>'))
			in_tag = rune == '<';
		else if (!in_tag && rune_is_han(rune))
			out_rune(&o, (unsigned)rune);
	}
	return out_string(&o);
}

static const char *const known[] = { "p", "br", "hr", "input", "h3", "h4", "h5", "h6", "ul", "ol",
	"li", "blockquote", "pre", "code", "em", "strong", "del", "a", "span", "label" };

static int tag_number(const char *name, size_t len)
{
	for (int i = 0; i < (int)(sizeof known / sizeof *known); i++)
		if (strlen(known[i]) == len && memcmp(known[i], name, len) == 0)
			return i;
	return -1;
}

/* What is wrong with the tags of html; NULL if each is known, closed in order, and no link or box
 * stands in another. */
static const char *tag_fault(const char *html)
{
	int open[512], depth = 0, links = 0;
	for (const char *p = html; (p = strchr(p, '<')); p++) {
		bool end = p[1] == '/';
		const char *name = p + 1 + end;
		size_t len = strcspn(name, " >");
		int tag = tag_number(name, len);
		if (tag < 0)
			return "a tag that is not ours";
		if (tag >= 1 && tag <= 3) /* br, hr, input */
			continue;
		if (tag == 17)
			links += end ? -1 : 1;
		if (links > 1)
			return "a link in a link";
		if (!end && depth == 512)
			return "too deep";
		if (!end)
			open[depth++] = tag;
		else if (depth == 0 || open[--depth] != tag)
			return "closed out of order";
	}
	return depth ? "not closed" : NULL;
}

static void mixtures_lose_no_word_and_let_nothing_through(void **state)
{
	struct test *t = *state;
	for (int i = 0; i < 20000; i++) {
		const char *md = mixture(t->arena);
		const char *html = markdown_html(t->arena, md, NULL).html;
		const char *plain = markdown_plain(t->arena, md);
		const char *fault = tag_fault(html);
		if (fault)
			fail_msg("%s:\n%s\ngave\n%s", fault, md, html);
		const char *han = han_of(t->arena, md, false);
		if (strcmp(han, han_of(t->arena, html, true)) != 0)
			fail_msg("words lost:\n%s\ngave\n%s", md, html);
		if (strcmp(han, han_of(t->arena, plain, false)) != 0)
			fail_msg("words lost:\n%s\ngave plain\n%s", md, plain);
		size_t len = strlen(html);
		if (!text_valid(html, len, NULL) || text_forbidden_at(html, len) < len)
			fail_msg("a character that may not be:\n%s\ngave\n%s", md, html);
		if (strstr(html, "href=\"javascript") || strstr(html, "<script"))
			fail_msg("let through:\n%s\ngave\n%s", md, html);
		arena_reset(t->arena);
	}
}

/* The promise of the emphasis rule, over every punctuation: what is bold stays bold wherever it
 * ends or begins, and so does its neighbour. */
static void any_punctuation_may_end_or_begin_what_is_bold(void **state)
{
	struct test *t = *state;
	static const char *const marks[] = { "。", "，", "、", "；", "：", "？", "！", "…", "—",
		"“", "”", "‘", "’", "（", "）", "《", "》", "「", "」", "【", "】", "〔", "·", "～",
		"￥", ".", ",", "!", "?", "%", "(", ")", "\"", "'", "/", "+", "=", "-", "$", "@",
		"#", ";", "^", "{", "|" };
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
		const char *m = marks[i];
		const char *md = arena_format(
			t->arena, "甲**乙%s**丙**%s丁**戊*己%s*庚*%s辛*壬", m, m, m, m);
		const char *plain =
			arena_format(t->arena, "甲乙%s丙%s丁戊己%s庚%s辛壬", m, m, m, m);
		if (strcmp(markdown_plain(t->arena, md), plain) != 0)
			fail_msg("%s gave %s", md, markdown_html(t->arena, md, NULL).html);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(mixtures_lose_no_word_and_let_nothing_through),
		TEST(any_punctuation_may_end_or_begin_what_is_bold),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
