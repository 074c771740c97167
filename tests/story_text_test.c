#include "test.h"

#include "base/text.h"
#include "doors/markdown.h"
#include "files.h"
#include "rules/story_plain.h"

static const char *fault_list(struct arena *a, const struct faults *f)
{
	struct out o = out_new(a);
	LIST_EACH (const struct fault, one, f)
		out_format(&o, "%d:%d %s\n", one->line, one->column, one->message);
	return out_string(&o);
}

static bool parse(struct arena *a, const char *text, struct story_text *s, const char **faults)
{
	struct faults f = { .arena = a };
	bool ok = story_text_parse(a, text, strlen(text), s, &f);
	*faults = fault_list(a, &f);
	return ok;
}

static void a_whole_story_is_read_and_printed_the_same(void **state)
{
	struct test *t = *state;
	static const char text[] =
		"---\ntitle: \"三次上门: 拿下华东电子\"\ntopics: [报价, \"#大客户\"]\nunits: "
		"[hd1]\n"
		"people: [wangqiang, li-na]\noutcome: mixed\nsources: [123, 456]\n---\n"
		"## 背景\n老客户。\n\n    # 代码\n\n## 经过\n[[123]]\n";
	struct story_text s;
	const char *faults;
	if (!parse(t->arena, text, &s, &faults))
		fail_msg("%s", faults);
	assert_string_equal(s.title, "三次上门: 拿下华东电子");
	assert_string_equal(s.topics.items[1], "#大客户");
	assert_int_equal(s.people.count, 2);
	assert_int_equal(s.sources.items[1].n, 456);
	assert_int_equal(s.outcome, STORY_MIXED);
	assert_string_equal(story_text_print(t->arena, &s), text);
	struct story_parts parts = story_text_parts(t->arena, s.body);
	assert_int_equal(parts.count, 2);
	assert_string_equal(parts.items[1].heading, "经过");
	assert_int_equal(parts.items[1].line, 6);
}

static void short_ways_to_write_are_understood(void **state)
{
	struct test *t = *state;
	struct story_text s;
	const char *faults;
	if (!parse(t->arena,
		    "---\ntitle: 一\ntopics: 报价\nunits:\npeople:\n- a\n- b\noutcome: "
		    "喜忧参半\nsources: 7\n"
		    "---\n\n文字",
		    &s, &faults))
		fail_msg("%s", faults);
	assert_int_equal(s.topics.count, 1);
	assert_int_equal(s.units.count, 0);
	assert_int_equal(s.people.count, 2);
	assert_int_equal(s.outcome, STORY_MIXED);
	assert_int_equal(s.sources.items[0].n, 7);
	assert_string_equal(s.body, "文字");
	assert_true(parse(t->arena, "---\ntitle: 一\noutcome:\n---\n文", &s, &faults));
	assert_int_equal(s.outcome, STORY_UNDECIDED);
}

static void every_fault_of_a_story_is_told_with_its_place(void **state)
{
	struct test *t = *state;
	static const struct {
		const char *text, *faults;
	} rows[] = {
		{ "只有文字\n",
			"1:1 The story has no title: put the lines ---, title: and its words, "
			"--- at the top.\n" },
		{ "---\ntitle: \"\"\nmood: 好\n---\n文\n",
			"2:8 Write the title behind the colon.\n"
			"3:1 “mood” is not known here: title, topics, units, people, outcome and "
			"sources are.\n" },
		{ "---\ntitle: 一\noutcome: 很好\nsources: [12, x, 12, 0, "
		  "99999999999999999999]\n---\n文\n",
			"3:10 Write success, failure or mixed (成功, 失败, 喜忧参半).\n"
			"4:15 Write the numbers of the points only, like [123, 456].\n"
			"4:18 This point is there twice: keep one.\n"
			"4:22 Write the numbers of the points only, like [123, 456].\n"
			"4:25 Write the numbers of the points only, like [123, 456].\n" },
		{ "---\ntitle: [一]\ntopics: [a, '']\n---\n\n",
			"2:1 Only one value may stand here, without [ ] or lines that begin with "
			"-.\n"
			"3:13 Nothing stands here: write a name, or delete it.\n"
			"5:1 The story has no text yet: write it below.\n" },
		{ "---\ntitle: 一\n---\n\n文\n>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>> 深\n",
			"6:33 Too many list or quote marks on one line: 32 is the most.\n" },
		{ "---\ntitle: 一\n---\n文\x01字\n",
			"4:2 An invisible or private character stands here: "
			"delete it and type it anew.\n" },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct story_text s;
		const char *faults;
		bool ok = parse(t->arena, rows[i].text, &s, &faults);
		if (ok || strcmp(faults, rows[i].faults) != 0)
			fail_msg("row %zu (accepted: %d):\n%s", i, ok, faults);
	}
}

static const char *long_story(struct arena *a, bool divided)
{
	struct out o = out_new(a);
	out_text(&o, "---\ntitle: 长\n---\n");
	for (int i = 0; i < 1000; i++)
		out_text(&o, i == 500 && divided
				     ? "## 第二部分\n"
				     : "这一行将近七十个字节，写满一千行就超过六十四千字节。\n");
	return out_string(&o);
}

static void a_long_story_needs_headings(void **state)
{
	struct test *t = *state;
	struct story_text s;
	const char *faults;
	assert_false(parse(t->arena, long_story(t->arena, false), &s, &faults));
	assert_string_equal(
		faults, "4:1 This part is too long: 64 KB is the most. Divide it by a heading.\n");
	assert_true(parse(t->arena, long_story(t->arena, true), &s, &faults));
	assert_int_equal(story_text_parts(t->arena, s.body).count, 2);
}

/* Lines as a reader sees them: blanks at both ends and empty lines do not show. */
static const char *seen(struct arena *a, const char *text)
{
	struct out o = out_new(a);
	while (*text) {
		const char *stop = strchrnul(text, '\n');
		const char *line = text_trim(a, arena_copy(a, text, (size_t)(stop - text)));
		if (*line)
			out_format(&o, "%s\n", line);
		text = *stop ? stop + 1 : stop;
	}
	return out_string(&o);
}

static unsigned long seed;

static unsigned random_below(unsigned n)
{
	seed = seed * 6364136223846793005UL + 1442695040888963407UL;
	return (unsigned)(seed >> 33) % n;
}

static void plain_text_is_shown_as_it_was_typed(void **state)
{
	struct test *t = *state;
	static const char *const piece[] = { "1.", "1)", "12. ", "*", "**", "#", "## ", "-", "- ",
		"+ ", "=", "===", "---", "```", "> ", "|", "|-|", "[", "](x)", "[ ]", "![", "<b>",
		"</div>", "<!--", "&amp;", "&", "\\", "_", "__", "`", " ", "    ", "\t", "　",
		"客户", "a", "。", "“", "”", ":", "!", "(", "\\*", "3" };
	for (int round = 0; round < 20000; round++) {
		seed = (unsigned long)round;
		struct out o = out_new(t->arena);
		for (unsigned n = random_below(25); n > 0; n--)
			out_text(&o, random_below(5) == 0
					     ? "\n"
					     : piece[random_below(sizeof piece / sizeof *piece)]);
		const char *typed = out_string(&o);
		const char *md = story_plain_escape(t->arena, typed);
		const char *shown = markdown_plain(t->arena, md);
		if (strcmp(seen(t->arena, shown), seen(t->arena, typed)) != 0)
			fail_msg("round %d: typed\n%s\nescaped\n%s\nshown\n%s", round, typed, md,
				shown);
		arena_reset(t->arena);
	}
}

static void an_old_document_becomes_a_story(void **state)
{
	struct test *t = *state;
	static const char text[] =
		"\r\n  华东一部年终小结 \r\n1. 回访太少\r\n# 不是标题\r\n    缩进\r\n";
	struct story_text s;
	struct faults faults = { .arena = t->arena };
	assert_true(story_plain_is(text, strlen(text)));
	assert_false(story_plain_is("\n--- \ntitle: x", 14));
	assert_true(story_plain_is("---- 分隔线", 5));
	assert_true(story_plain_read(t->arena, text, strlen(text), &s, &faults));
	assert_string_equal(s.title, "华东一部年终小结");
	assert_string_equal(s.body, "1\\. 回访太少\n\\# 不是标题\n&#32;&#32;&#32;&#32;缩进");
	assert_false(story_plain_read(t->arena, " 　\n", 5, &s, &faults));
	assert_false(story_plain_read(t->arena, "\xFF", 1, &s, &faults));
}

static void a_long_first_line_is_kept_whole(void **state)
{
	struct test *t = *state;
	struct out o = out_new(t->arena);
	for (int i = 0; i < 201; i++)
		out_text(&o, "长");
	out_text(&o, "\n第二行");
	struct story_text s;
	struct faults faults = { .arena = t->arena };
	assert_true(story_plain_read(t->arena, o.data, o.len, &s, &faults));
	assert_int_equal(text_runes(s.title), 200);
	assert_string_equal(s.body, o.data);
}

static void a_collection_is_split_without_losing_a_byte(void **state)
{
	struct test *t = *state;
	static const char text[] =
		"前言\n年终总结篇1\n甲\n见年终总结篇2。\n年终总结篇2 \r\n乙\n别的篇3\n年终总结篇3";
	struct story_document preface;
	struct story_documents d = story_plain_split(t->arena, text, strlen(text), &preface);
	assert_int_equal(d.count, 3);
	assert_int_equal(preface.len, strlen("前言\n"));
	const char *at = text + preface.len;
	LIST_EACH (const struct story_document, one, &d) {
		assert_ptr_equal(one->text, at);
		assert_true(text_starts(one->text, "年终总结篇"));
		at += one->len;
	}
	assert_ptr_equal(at, text + strlen(text));
	assert_int_equal(story_plain_split(t->arena, "总结篇1\n甲", 14, &preface).count, 0);
}

/* The real summaries, where they are at hand: SUMMARIES names the file. */
static void the_real_summaries_become_stories_without_loss(void **state)
{
	struct test *t = *state;
	const char *path = getenv("SUMMARIES");
	size_t len = 0;
	const char *text =
		file_read(t->arena, path ? path : "../shared/corpus/sales-summaries-8.txt", &len);
	if (!text) {
		print_message("skipped: no file of summaries\n");
		return;
	}
	struct story_document preface;
	struct story_documents d = story_plain_split(t->arena, text, len, &preface);
	assert_int_equal(d.count, 8);
	LIST_EACH (const struct story_document, one, &d) {
		struct story_text s, back;
		struct faults faults = { .arena = t->arena };
		if (!story_plain_read(t->arena, one->text, one->len, &s, &faults))
			fail_msg("%s", fault_list(t->arena, &faults));
		const char *typed = seen(t->arena, arena_copy(t->arena, one->text, one->len));
		const char *shown =
			arena_format(t->arena, "%s\n%s", s.title, markdown_plain(t->arena, s.body));
		assert_string_equal(seen(t->arena, shown), typed);
		const char *file = story_text_print(t->arena, &s), *list;
		if (!parse(t->arena, file, &back, &list))
			fail_msg("%s", list);
		assert_string_equal(back.body, s.body);
		assert_string_equal(back.title, s.title);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_whole_story_is_read_and_printed_the_same),
		TEST(short_ways_to_write_are_understood),
		TEST(every_fault_of_a_story_is_told_with_its_place),
		TEST(a_long_story_needs_headings),
		TEST(plain_text_is_shown_as_it_was_typed),
		TEST(an_old_document_becomes_a_story),
		TEST(a_long_first_line_is_kept_whole),
		TEST(a_collection_is_split_without_losing_a_byte),
		TEST(the_real_summaries_become_stories_without_loss),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
