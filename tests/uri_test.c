#include "test.h"

#include "base/uri.h"

static void a_target_is_decoded_once_and_strictly(void **state)
{
	struct test *t = *state;
	static const struct {
		const char *target, *path; /* path NULL: refused */
	} rows[] = {
		{ "/", "/" },
		{ "/points/7", "/points/7" },
		{ "/%E5%9B%9E%e8%ae%bf", "/回访" },
		{ "/回访", "/回访" },
		{ "/a+b%20c", "/a+b c" },
		{ "/%2525", "/%25" },
		{ "/a?b=/../c", "/a" },
		{ "/.a/..b/c.", "/.a/..b/c." },
		{ "/a//b", "/a//b" },
		{ "", NULL },
		{ "a", NULL },
		{ "*", NULL },
		{ "?a", NULL },
		{ "http://x/", NULL },
		{ "/%", NULL },
		{ "/%4", NULL },
		{ "/%4g", NULL },
		{ "/%g4", NULL },
		{ "/%-1", NULL },
		{ "/% 1", NULL },
		{ "/%00", NULL },
		{ "/%0a", NULL },
		{ "/%7f", NULL },
		{ "/%09", NULL },
		{ "/a%2Fb", NULL },
		{ "/a b", NULL },
		{ "/a\tb", NULL },
		{ "/a\x7f", NULL },
		{ "/a#b", NULL },
		{ "/%e5%9b", NULL },
		{ "/\xE5\x9B", NULL },
		{ "/%c0%af", NULL },
		{ "/%ed%a0%80", NULL },
		{ "/.", NULL },
		{ "/..", NULL },
		{ "/a/../b", NULL },
		{ "/a/./b", NULL },
		{ "/%2e%2E/b", NULL },
		{ "/a/..?b", NULL },
		{ "/?%00", NULL },
		{ "/?a=%", NULL },
		{ "/?a=%1f", NULL },
		{ "/?a=%ff", NULL },
		{ "/?a b", NULL },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const char *path = NULL, *why = NULL;
		struct fields query;
		bool ok = uri_parse(t->arena, rows[i].target, &path, &query, &why);
		if (ok != (rows[i].path != NULL) || (ok && strcmp(path, rows[i].path)))
			fail_msg("%s: %s", rows[i].target, ok ? path : why);
		if (!ok && !why)
			fail_msg("%s: refused without a word", rows[i].target);
	}
}

static void a_query_keeps_its_order_and_its_repetitions(void **state)
{
	struct test *t = *state;
	const char *path, *why;
	struct fields q;
	assert_true(uri_parse(t->arena,
		"/s?&q=%22a+b%22%2B&topic=1&&topic=2&flag&=x&e=&a=b=c%26&l=1%0A2", &path, &q,
		&why));
	assert_int_equal(q.count, 8);
	assert_string_equal(fields_value(&q, "q"), "\"a b\"+");
	assert_string_equal(fields_value(&q, "flag"), "");
	assert_string_equal(fields_value(&q, ""), "x");
	assert_string_equal(fields_value(&q, "e"), "");
	assert_string_equal(fields_value(&q, "a"), "b=c&");
	assert_string_equal(fields_value(&q, "l"), "1\n2");
	assert_null(fields_value(&q, "Q"));
	const struct field *first = fields_next(&q, "topic", NULL);
	const struct field *second = fields_next(&q, "topic", first);
	assert_string_equal(first->value, "1");
	assert_string_equal(second->value, "2");
	assert_null(fields_next(&q, "topic", second));
}

static void too_many_fields_are_refused(void **state)
{
	struct test *t = *state;
	struct out o = out_new(t->arena);
	const char *why = NULL;
	struct fields f;
	for (int i = 0; i < FIELDS_MOST; i++)
		out_text(&o, "a&");
	assert_true(uri_parse_body(t->arena, o.data, o.len, &f, &why));
	assert_int_equal(f.count, FIELDS_MOST);
	out_text(&o, "a&");
	assert_false(uri_parse_body(t->arena, o.data, o.len, &f, &why));
}

static void any_text_survives_a_link(void **state)
{
	struct test *t = *state;
	static const char *rows[] = { "", "回访", "a b&c=d+e%f", "\"<>'#?/;:@", "-._~", "\t1\r\n2",
		"𠮷😀" };
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct out o = out_new(t->arena);
		out_text(&o, "/?x=");
		uri_encode(&o, rows[i]);
		const char *path, *why = "";
		struct fields q;
		if (!uri_parse(t->arena, o.data, &path, &q, &why) ||
			strcmp(fields_value(&q, "x"), rows[i]))
			fail_msg("%s became %s: %s", rows[i], o.data, why);
	}
	struct out o = out_new(t->arena);
	uri_encode(&o, "a-B_9.~ /回");
	assert_string_equal(o.data, "a-B_9.~%20%2F%E5%9B%9E");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_target_is_decoded_once_and_strictly),
		TEST(a_query_keeps_its_order_and_its_repetitions),
		TEST(too_many_fields_are_refused),
		TEST(any_text_survives_a_link),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
