#include "test.h"

#include "base/text.h"
#include "files.h"
#include "rules/lines.h"
#include "rules/reflection_text.h"

/* The rules a case file is read by: the beginning of its name says where it was sent. */
static struct reflection_rules rules_for(const char *name)
{
	struct reflection_rules r = { 0 };
	assert_true(week_parse("2026-W47", &r.now));
	r.has_expected = text_starts(name, "put-");
	r.expected = r.now;
	r.task_only = text_starts(name, "task-");
	r.author_allowed = r.any_week = text_starts(name, "import-");
	return r;
}

static const char *fault_list(struct arena *a, const struct faults *f)
{
	struct out o = out_new(a);
	LIST_EACH (const struct fault, one, f)
		out_format(&o, "%d:%d %s\n", one->line, one->column, one->message);
	return out_string(&o);
}

/* tests/valid/NAME.md is accepted, and printed as NAME.out, or as it stands where there is none. */
static void good_files_are_accepted_and_come_back(void **state)
{
	struct test *t = *state;
	struct strings names = files_in(t->arena, "tests/valid", ".md");
	assert_true(names.count >= 10);
	for (size_t i = 0; i < names.count; i++) {
		const char *name = names.items[i];
		struct reflection_rules rules = rules_for(name);
		size_t len, len_out;
		const char *in = file_read(
			t->arena, arena_format(t->arena, "tests/valid/%s.md", name), &len);
		const char *want = file_read(
			t->arena, arena_format(t->arena, "tests/valid/%s.out", name), &len_out);
		struct faults faults = { .arena = t->arena };
		struct reflection_text r;
		if (!reflection_text_parse(t->arena, in, len, &rules, &r, &faults))
			fail_msg("%s: %s", name, fault_list(t->arena, &faults));
		const char *got = reflection_text_print(t->arena, &r);
		if (strcmp(got, want ? want : in) != 0)
			fail_msg("%s is printed as:\n%s", name, got);
		assert_true(reflection_text_parse(t->arena, got, strlen(got), &rules, &r, &faults));
		assert_string_equal(reflection_text_print(t->arena, &r), got);
	}
}

/* tests/invalid/NAME.md is refused with exactly the lines of NAME.faults. */
static void bad_files_are_refused_with_every_fault_at_its_place(void **state)
{
	struct test *t = *state;
	struct strings names = files_in(t->arena, "tests/invalid", ".md");
	assert_true(names.count >= 20);
	for (size_t i = 0; i < names.count; i++) {
		const char *name = names.items[i];
		struct reflection_rules rules = rules_for(name);
		size_t len, len_want;
		const char *in = file_read(
			t->arena, arena_format(t->arena, "tests/invalid/%s.md", name), &len);
		const char *want = file_read(t->arena,
			arena_format(t->arena, "tests/invalid/%s.faults", name), &len_want);
		struct faults faults = { .arena = t->arena };
		struct reflection_text r;
		bool ok = reflection_text_parse(t->arena, in, len, &rules, &r, &faults);
		const char *got = fault_list(t->arena, &faults);
		if (ok || !want || strcmp(got, want) != 0)
			fail_msg("%s (accepted: %d) has the faults:\n%s", name, ok, got);
	}
}

static unsigned long seed;

static unsigned random_below(unsigned n)
{
	seed = seed * 6364136223846793005UL + 1442695040888963407UL;
	return (unsigned)(seed >> 33) % n;
}

/* Text made of whatever could be misread. */
static const char *random_text(struct arena *a, unsigned pieces, bool one_line)
{
	static const char *const piece[] = { "报价", "# ", "## ", "#", "##", "#经验", "##好",
		"### 目的", "```", "~~~", "````", "- ", "  ", "    ", "\t", "> ", "1. ", "2) ",
		"* ", "求助: ", "请示：", "范围: 本团队", "署名:匿名", "Ask: x", "---", "===", "\\",
		"\\# ", "  \\## x", " #标签", " #b", "，", "。", "、#c", "C#", "A#1", "“先听”",
		"**粗**", "　", "😀", "a", ": ", "\"", "<!--", "`", "\xC2\x85", "\xE2\x80\xA8",
		"week: x", "[[12]]" };
	struct out o = out_new(a);
	for (unsigned n = random_below(pieces + 1); n > 0; n--) {
		if (!one_line && random_below(3) == 0)
			out_char(&o, '\n');
		else
			out_text(&o, piece[random_below(sizeof piece / sizeof *piece)]);
	}
	return out_string(&o);
}

static struct point_text random_point(struct arena *a, enum kind kind)
{
	struct point_text p = { .kind = kind };
	do
		point_text_set_headline(a, &p, random_text(a, 8, true));
	while (!*p.headline || p.tags.count > POINT_MAX_TAGS);
	bool empty_ask;
	do {
		point_text_set_body(a, &p, point_text_escape(a, random_text(a, 30, false)));
		empty_ask = false;
		LIST_EACH (const struct ask_text, ask, &p.asks)
			empty_ask |= !*ask->text;
	} while (empty_ask);
	return p;
}

static void same_point(const struct point_text *a, const struct point_text *b, const char *text)
{
	bool same = a->kind == b->kind && text_same(a->headline, b->headline) &&
		    text_same(a->body, b->body) && a->tags.count == b->tags.count &&
		    a->asks.count == b->asks.count && a->team_only == b->team_only &&
		    a->anonymous == b->anonymous;
	for (size_t i = 0; same && i < a->tags.count; i++)
		same = text_same(a->tags.items[i], b->tags.items[i]);
	for (size_t i = 0; same && i < a->asks.count; i++)
		same = text_same(a->asks.items[i].text, b->asks.items[i].text) &&
		       a->asks.items[i].kind == b->asks.items[i].kind;
	if (!same)
		fail_msg("seed %lu: [%s][%s] became [%s][%s] in\n%s", seed, a->headline, a->body,
			b->headline, b->body, text);
}

static void whatever_is_written_is_read_back_the_same(void **state)
{
	struct test *t = *state;
	struct reflection_rules rules = rules_for("import-");
	for (int round = 0; round < 5000; round++) {
		seed = (unsigned long)round;
		struct reflection_text r = { .has_week = random_below(2) }, back;
		r.week.n = rules.now.n - random_below(300);
		while (!r.has_week && text_blank(r.task))
			r.task = text_trim(t->arena, random_text(t->arena, 6, true));
		unsigned counts[KINDS] = { random_below(4), random_below(4) };
		counts[LESSON] += counts[EXPERIENCE] + counts[LESSON] == 0;
		enum kind first = random_below(2) ? LESSON : EXPERIENCE;
		for (int turn = 0; turn < KINDS; turn++) {
			enum kind kind = turn ? 1 - first : first;
			for (unsigned i = 0; i < counts[kind]; i++)
				*LIST_ADD(t->arena, &r.points) = random_point(t->arena, kind);
		}
		const char *text = reflection_text_print(t->arena, &r);
		struct faults faults = { .arena = t->arena };
		if (!reflection_text_parse(t->arena, text, strlen(text), &rules, &back, &faults))
			fail_msg("round %d: %s\n%s", round, fault_list(t->arena, &faults), text);
		assert_int_equal(back.points.count, r.points.count);
		assert_true(back.has_week == r.has_week && text_same(back.task, r.task));
		assert_true(!r.has_week || back.week.n == r.week.n);
		for (size_t i = 0; i < r.points.count; i++)
			same_point(&r.points.items[i], &back.points.items[i], text);
		assert_string_equal(reflection_text_print(t->arena, &back), text);
		arena_reset(t->arena);
	}
}

static void a_clean_story_survives_the_form_and_cleaning_twice_changes_nothing(void **state)
{
	struct test *t = *state;
	for (int round = 0; round < 20000; round++) {
		seed = (unsigned long)round;
		const char *typed = random_text(t->arena, 25, false);
		const char *clean = point_text_escape(t->arena, typed);
		if (strcmp(point_text_escape(t->arena, clean), clean) != 0)
			fail_msg("round %d: not clean:\n%s", round, clean);
		const char *field = point_text_unescape(t->arena, clean);
		if (strcmp(point_text_escape(t->arena, field), clean) != 0)
			fail_msg("round %d: lost in the form:\n%s\n--\n%s", round, clean, field);
		arena_reset(t->arena);
	}
}

static void tags_are_the_words_with_a_hash_at_the_end(void **state)
{
	struct test *t = *state;
	static const struct {
		const char *typed, *headline, *tags;
	} rows[] = {
		{ "报价前先问 #报价 #大客户", "报价前先问", "报价|大客户" },
		{ "报价前先问　#报价　#大客户 ", "报价前先问", "报价|大客户" },
		{ "样品 A#1", "样品 A#1", "" },
		{ "学会 C#", "学会 C#", "" },
		{ "用 C# 写的", "用 C# 写的", "" },
		{ "中间 #标签 不算", "中间 #标签 不算", "" },
		{ "顿号 #报价、#大客户", "顿号", "报价|大客户" },
		{ "句号 #报价。", "句号", "报价" },
		{ "没空格，#报价", "没空格，#报价", "" },
		{ "没空格，#报价 #回访", "没空格，#报价", "回访" },
		{ "全角 ＃报价", "全角", "报价" },
		{ "双井 #报价#", "双井", "报价" },
		{ "语言 #C#", "语言", "C#" },
		{ "收尾 ##", "收尾", "" },
		{ "收尾 ## #报价 #", "收尾", "报价" },
		{ "#报价", "", "报价" },
		{ "书名 #《孙子》", "书名 #《孙子》", "" },
		{ "", "", "" },
		{ "数字 #1", "数字", "1" },
		{ "两个井 ##报价", "两个井 ##报价", "" },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct point_text p = { 0 };
		point_text_set_headline(t->arena, &p, rows[i].typed);
		struct out o = out_new(t->arena);
		for (size_t k = 0; k < p.tags.count; k++)
			out_format(&o, "%s%s", k ? "|" : "", p.tags.items[k]);
		if (strcmp(p.headline, rows[i].headline) || strcmp(out_string(&o), rows[i].tags))
			fail_msg("%s: [%s] [%s]", rows[i].typed, p.headline, out_string(&o));
	}
}

static void lines_that_speak_to_the_program_are_heard_and_not_shown(void **state)
{
	struct test *t = *state;
	struct point_text p = { 0 };
	point_text_set_body(t->arena, &p,
		"故事\n求助: 一份样品表\n 请示：能否降价。\nask: again\n范围: "
		"华东区\n范围：本团队\n"
		"Sign: Anonymous\n\n```\n求助: 代码里\n```\n\n    请示: 缩进的代码\n> 求助: "
		"引用\n结尾");
	assert_int_equal(p.asks.count, 3);
	assert_string_equal(p.asks.items[0].text, "一份样品表");
	assert_int_equal(p.asks.items[1].kind, ASK_DECISION);
	assert_string_equal(p.asks.items[1].text, "能否降价。");
	assert_int_equal(p.asks.items[2].line, 3);
	assert_true(p.team_only);
	assert_true(p.anonymous);
	assert_string_equal(point_text_shown(t->arena, p.body),
		"故事\n范围: 华东区\n\n```\n求助: 代码里\n```\n\n    请示: 缩进的代码\n> 求助: "
		"引用\n结尾");
	point_text_set_body(t->arena, &p, "求助: a\n\n正文\n署名: 匿名");
	assert_string_equal(point_text_shown(t->arena, p.body), "正文");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(good_files_are_accepted_and_come_back),
		TEST(bad_files_are_refused_with_every_fault_at_its_place),
		TEST(whatever_is_written_is_read_back_the_same),
		TEST(a_clean_story_survives_the_form_and_cleaning_twice_changes_nothing),
		TEST(tags_are_the_words_with_a_hash_at_the_end),
		TEST(lines_that_speak_to_the_program_are_heard_and_not_shown),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
