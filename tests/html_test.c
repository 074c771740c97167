#include "test.h"

#include "base/embedded.h"
#include "templates.h"

static void a_page_renders_in_both_languages(void **state)
{
	struct test *t = *state;
	struct chrome c = { .title = "<周报>", .name = "张三 & 李四", .csrf = "\"'" };
	for (int zh = 0; zh < 2; zh++) {
		i18n_use(zh ? "zh" : "en");
		struct out o = out_new(t->arena);
		layout_top(&o, &c);
		layout_end(&o);
		const char *page = out_string(&o);
		assert_non_null(strstr(page, zh ? "lang=\"zh-CN\"" : "lang=\"en\""));
		assert_non_null(strstr(page, zh ? "<title>&lt;周报&gt; · 百川</title>"
						: "<title>&lt;周报&gt; · Tributary</title>"));
		assert_non_null(strstr(page, "张三 &amp; 李四"));
		assert_non_null(strstr(page, "value=\"&quot;&#39;\""));
		assert_non_null(strstr(page, "</html>\n"));
		assert_null(strstr(page, "\n\n"));
	}
	i18n_use("en");
}

static void values_print_by_type_and_place(void **state)
{
	struct test *t = *state;
	struct out o = out_new(t->arena);
	PRINT(&o, "<a>");
	PRINT(&o, (char *)NULL);
	PRINT(&o, ((struct safe){ "<b>" }));
	PRINT(&o, -7);
	PRINT(&o, (size_t)-1);
	PRINT_URL(&o, ((struct url){ "/a?b&c" }));
	PRINT_PART(&o, "好/a b.c");
	PRINT_PART(&o, "..");
	assert_string_equal(
		out_string(&o), "&lt;a&gt;<b>-718446744073709551615/a?b&amp;c%E5%A5%BD%2Fa%20b.c");
}

static void static_files_are_in_the_program(void **state)
{
	(void)state;
	const struct embedded *css = embedded_find("static/site.css");
	assert_non_null(css);
	assert_string_equal(css->type, "text/css; charset=utf-8");
	assert_ptr_equal(embedded_at(css->url), css);
	assert_ptr_equal(embedded_at("/static/site.css"), css);
	assert_null(embedded_at("/static/site.0000000000000000.css"));
	assert_null(embedded_at("/zh.mo"));
	assert_string_equal(html_static("site.css").address, css->url);
	const struct embedded *htmx = embedded_find("static/htmx.min.js");
	assert_non_null(htmx);
	assert_true(htmx->gzip_len > 1000 && htmx->gzip_len < htmx->len / 2);
	assert_int_equal(htmx->gzip[0], 0x1f);
	for (size_t i = 1; i < embedded_count; i++)
		if (strcmp(embedded_table[i - 1].name, embedded_table[i].name) >= 0)
			fail_msg("%s is not sorted", embedded_table[i].name);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_page_renders_in_both_languages),
		TEST(values_print_by_type_and_place),
		TEST(static_files_are_in_the_program),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
