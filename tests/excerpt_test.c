/* The first words of a rendered text. */
#include "test.h"

#include "base/excerpt.h"
#include "base/out.h"
#include "base/text.h"
#include "doors/markdown.h"

static void first_words_stand_on_one_line_without_marks(void **state)
{
	(void)state;
	static const struct {
		const char *md, *words;
	} rows[] = {
		{ "", "" },
		{ "先问三件事。", "先问三件事。" },
		{ "**先听后讲。**效果", "先听后讲。效果" },
		{ "一行\n两行\n\n三段", "一行两行 三段" },
		{ "say **wor**ds & <b>", "say words & <b>" },
		{ "a\n\nb", "a b" },
		{ "一段。\n\n二段", "一段。二段" },
		{ "### 为什么\n- 甲\n- 乙", "为什么 甲 乙" },
		{ "见 [[12]] 和 [这里](https://example.com)", "见 12 和 这里" },
	};
	struct arena *a = arena_new();
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const char *got = excerpt_of_html(a, markdown_html(a, rows[i].md, NULL).html);
		if (!text_same(got, rows[i].words))
			fail_msg("%s: %s", rows[i].md, got);
	}
	arena_free(a);
}

static void a_long_text_is_cut_between_characters(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	struct out o = out_new(a);
	for (int i = 0; i < 20000; i++)
		out_text(&o, i % 2 ? "字" : "😀");
	const char *got = excerpt_of_html(a, out_string(&o));
	assert_true(text_valid(got, strlen(got), NULL));
	assert_int_equal(text_runes(got), EXCERPT_RUNES + 1); /* with … */
	arena_free(a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(first_words_stand_on_one_line_without_marks),
		TEST(a_long_text_is_cut_between_characters),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
