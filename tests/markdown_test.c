#include "test.h"

#include "doors/markdown.h"

static void emphasis_works_beside_chinese_punctuation(void **state)
{
	struct test *t = *state;
	static const struct {
		const char *md, *html;
	} rows[] = {
		{ "**先听后讲。**效果", "<p><strong>先听后讲。</strong>效果</p>\n" },
		{ "**提升20%**以上", "<p><strong>提升20%</strong>以上</p>\n" },
		{ "**价格(含税)**后", "<p><strong>价格(含税)</strong>后</p>\n" },
		{ "他说**“先听”**然后", "<p>他说<strong>“先听”</strong>然后</p>\n" },
		{ "2*3*4米", "<p>2*3*4米</p>\n" },
		{ "`**先。**后`", "<p><code>**先。**后</code></p>\n" },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const char *html = markdown_html(t->arena, rows[i].md, NULL).html;
		if (strcmp(html, rows[i].html) != 0)
			fail_msg("%s gave %s", rows[i].md, html);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(emphasis_works_beside_chinese_punctuation),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
