#include "test.h"

#include <time.h>

#include "base/text.h"
#include "doors/markdown.h"
#include "files.h"
#include "markdown_bombs.h"

static void every_case_renders_as_its_file_says(void **state)
{
	struct test *t = *state;
	struct strings names = files_in(t->arena, "tests/markdown", ".md");
	assert_true(names.count >= 60);
	for (size_t i = 0; i < names.count; i++) {
		const char *name = names.items[i];
		size_t len;
		const char *md = file_read(
			t->arena, arena_format(t->arena, "tests/markdown/%s.md", name), &len);
		const char *want = file_read(
			t->arena, arena_format(t->arena, "tests/markdown/%s.html", name), &len);
		const char *html = markdown_html(t->arena, md, NULL).html;
		if (!want || strcmp(html, want) != 0)
			fail_msg("%s gave\n%s", name, html);
	}
}

static void faults_have_a_kind_and_a_place(void **state)
{
	(void)state;
	static const struct {
		const char *md;
		size_t limit;
		enum markdown_fault fault;
		int line, column;
	} rows[] = {
		{ "好的", 6, MARKDOWN_OK, 0, 0 },
		{ "好的", 5, MARKDOWN_TOO_LONG, 1, 2 },
		{ "一\n二三\xFF", 99, MARKDOWN_NOT_UTF8, 2, 3 },
		{ "一\r\n二\xEE\x80\x80", 99, MARKDOWN_PRIVATE_USE, 2, 2 },
		{ "一\r二\x01", 99, MARKDOWN_PRIVATE_USE, 2, 2 },
		{ "好\x80", 99, MARKDOWN_NOT_UTF8, 1, 2 },
		{ "\x01\xFF", 99, MARKDOWN_PRIVATE_USE, 1, 1 },
		{ "\xFF\x01", 99, MARKDOWN_NOT_UTF8, 1, 1 },
		{ ">>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>好", 99, MARKDOWN_OK, 0, 0 },
		{ "好\n>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>好", 99, MARKDOWN_TOO_DEEP, 2, 33 },
		{ "> 1. - + * > > > > > > > > > > > > > > > > > > > > > > > > > > - 二) 三", 99,
			MARKDOWN_OK, 0, 0 },
		{ "> 1) - + * > > > > > > > > > > > > > > > > > > > > > > > > > > - 2. 三", 99,
			MARKDOWN_TOO_DEEP, 1, 66 },
		{ "- - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - -", 99,
			MARKDOWN_OK, 0, 0 },
		{ "------------------------------------------------", 99, MARKDOWN_OK, 0, 0 },
		{ "\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t- 好", 99, MARKDOWN_OK, 0, 0 },
		{ "\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t - 好", 99, MARKDOWN_TOO_DEEP, 1,
			26 },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		int line = 0, column = 0;
		enum markdown_fault fault = markdown_check(
			rows[i].md, strlen(rows[i].md), rows[i].limit, &line, &column);
		if (fault != rows[i].fault || line != rows[i].line || column != rows[i].column)
			fail_msg("row %zu: fault %d at %d:%d", i, fault, line, column);
	}
}

static void a_text_with_a_fault_is_shown_as_it_stands(void **state)
{
	struct test *t = *state;
	assert_string_equal(markdown_html(t->arena, "**好**<b>\xFF\xEE\x80\x80", NULL).html,
		"<pre>**好**&lt;b&gt;\xEF\xBF\xBD\xEF\xBF\xBD</pre>\n");
	assert_string_equal(markdown_html(t->arena, "", NULL).html, "");
}

static void plain_text_has_the_words_only(void **state)
{
	struct test *t = *state;
	assert_string_equal(
		markdown_plain(t->arena, "# 一\n**先听。**后[讲](/x \"题\")\n下一行\n\n- [x] "
					 "寄~~样~~品\n- 见[[12]]\n\n"
					 "> `码` <b> ![图](http://e.cn/p) "
					 "[张总](经理)\n\n***\n\n```\n**原**\n```\n"),
		"一\n先听。后讲\n下一行\n寄样品\n见\n码 <b> 图 [张总](经理)\n**原**");
	assert_string_equal(markdown_plain(t->arena, " \n"), "");
}

static void cites_are_listed_once_and_not_from_code(void **state)
{
	struct test *t = *state;
	struct longs cites = markdown_cites(t->arena,
		"[[30]] 和 **[[4]]** [[30]] `[[5]]` [看[[6]]](/x)\n\n    [[7]]\n\n- [[4]] [[8]]");
	static const long want[] = { 30, 4, 6, 8 };
	assert_int_equal(cites.count, 4);
	assert_memory_equal(cites.items, want, sizeof want);
	struct out o = out_new(t->arena);
	for (int i = 1; i <= 3000; i++)
		out_format(&o, "[[%d]][[%d]]", i, 3001 - i);
	assert_int_equal(markdown_cites(t->arena, out_string(&o)).count, 3000);
	assert_int_equal(markdown_cites(t->arena, "无").count, 0);
}

static const char *even_only(void *ctx, long number, struct arena *a)
{
	return number % 2 ? NULL : arena_format(a, "%s/p/%ld?a&b", (char *)ctx, number);
}

static bool see_below(void *ctx, long number)
{
	return number < *(long *)ctx;
}

static void a_cite_leads_where_the_caller_says(void **state)
{
	struct test *t = *state;
	struct markdown_options options = { even_only, "/x" };
	assert_string_equal(markdown_html(t->arena, "[[1]][[2]]", &options).html,
		"<p><span class=\"cite\">1</span>"
		"<a class=\"cite\" data-cite=\"2\" href=\"/x/p/2?a&amp;b\">2</a></p>\n");
}

static void a_cite_that_a_reader_may_not_follow_is_a_number(void **state)
{
	struct test *t = *state;
	long limit = 5;
	struct safe html = markdown_html(t->arena,
		"[[3]]、[[9]] [看](/points/9) `<a class=\"cite\" data-cite=\"9\" href=\"/\">9</a>`",
		NULL);
	const char *seen = markdown_cites_filter(t->arena, html, see_below, &limit).html;
	assert_non_null(
		strstr(seen, "data-cite=\"3\" href=\"/points/3\">3</a>、<span class=\"cite\">9"
			     "</span> <a href=\"/points/9\">看</a>"));
	assert_non_null(strstr(seen, "data-cite=&quot;9&quot;"));
	limit = 99;
	assert_ptr_equal(markdown_cites_filter(t->arena, html, see_below, &limit).html, html.html);
	assert_null(markdown_cites_filter(t->arena, (struct safe){ 0 }, see_below, &limit).html);
}

static void bombs_do_not_go_off(void **state)
{
	struct test *t = *state;
	for (const struct bomb *b = bombs; b < bombs + BOMBS; b++) {
		const char *md = bomb_text(t->arena, b);
		if (markdown_check(md, strlen(md), MARKDOWN_PART_LIMIT, NULL, NULL))
			fail_msg("%s is refused", b->name);
		clock_t start = clock();
		size_t len = strlen(markdown_html(t->arena, md, NULL).html);
		double seconds = (double)(clock() - start) / CLOCKS_PER_SEC;
		if (seconds > 2 || len > 40 * strlen(md))
			fail_msg("%s: %.2f s, %zu bytes", b->name, seconds, len);
		arena_reset(t->arena);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(every_case_renders_as_its_file_says),
		TEST(faults_have_a_kind_and_a_place),
		TEST(a_text_with_a_fault_is_shown_as_it_stands),
		TEST(plain_text_has_the_words_only),
		TEST(cites_are_listed_once_and_not_from_code),
		TEST(a_cite_leads_where_the_caller_says),
		TEST(a_cite_that_a_reader_may_not_follow_is_a_number),
		TEST(bombs_do_not_go_off),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
