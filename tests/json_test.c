#include "test.h"

#include "doors/json.h"

static void nesting_commas_and_keys_are_right(void **state)
{
	struct test *t = *state;
	struct out o = out_new(t->arena);
	struct json_writer w = json_writer(&o);
	json_begin_object(&w);
	json_key_number(&w, "id", INT64_MIN);
	json_key_text(&w, "title", NULL);
	json_key_bool(&w, "late", true);
	json_key_array(&w, "points");
	json_begin_object(&w);
	json_end(&w);
	json_begin_array(&w);
	json_end(&w);
	json_number(&w, 7);
	json_bool(&w, false);
	json_nothing(&w);
	json_text(&w, "");
	json_end(&w);
	json_key_object(&w, "unit");
	json_key_text(&w, "name", "华东");
	assert_false(json_done(&w));
	json_end(&w);
	json_end(&w);
	assert_true(json_done(&w));
	assert_string_equal(out_string(&o),
		"{\"id\":-9223372036854775808,\"title\":null,\"late\":true,"
		"\"points\":[{},[],7,false,null,\"\"],\"unit\":{\"name\":\"华东\"}}");
}

static void every_string_comes_back_through_the_reader(void **state)
{
	struct test *t = *state;
	static const struct {
		const char *text, *back; /* back NULL: the same */
	} rows[] = {
		{ "先听后讲。", NULL },
		{ "quote \" backslash \\ slash / </script>", NULL },
		{ "tab\tline\nreturn\rbell\abs\bff\f\x1F\x7F", NULL },
		{ "line\xE2\x80\xA8paragraph\xE2\x80\xA9", NULL },
		{ "𠮷😀", NULL },
		{ "bad \xFF\xC0\xAF end", "bad \xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD end" },
		{ "cut \xE5\x9B", "cut \xEF\xBF\xBD\xEF\xBF\xBD" },
		{ "surrogate \xED\xA0\x80", "surrogate \xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD" },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct out o = out_new(t->arena);
		struct json_writer w = json_writer(&o);
		json_begin_object(&w);
		json_key_text(&w, rows[i].text, rows[i].text);
		json_end(&w);
		struct json_problem problem;
		const struct json *v = json_parse(t->arena, o.data, o.len, &problem);
		if (!v)
			fail_msg("row %zu: %s does not parse: %s", i, o.data, problem.message);
		const char *want = rows[i].back ? rows[i].back : rows[i].text;
		const char *got = json_get_text(v, want);
		if (!got || strcmp(got, want))
			fail_msg("row %zu: %s", i, o.data);
		for (size_t j = 0; j < o.len; j++) {
			if ((unsigned char)o.data[j] < 32)
				fail_msg("row %zu: a control character is not escaped", i);
		}
		assert_null(strstr(o.data, "\xE2\x80\xA8"));
	}
	struct out o = out_new(t->arena);
	struct json_writer w = json_writer(&o);
	json_bytes(&w, "a\0b", 3);
	assert_string_equal(out_string(&o), "\"a\\u0000b\"");
}

static void values_are_had_by_key_and_kind(void **state)
{
	struct test *t = *state;
	static const char text[] = "{\"s\":\"回访\",\"n\":-5,\"r\":1.5,\"b\":true,\"z\":null,\"a\":"
				   "[1,\"two\",[]],\"o\":{}}";
	struct json_problem problem;
	const struct json *v = json_parse(t->arena, text, strlen(text), &problem);
	assert_non_null(v);
	assert_string_equal(json_get_text(v, "s"), "回访");
	assert_int_equal(json_get_number(v, "n", 9), -5);
	assert_int_equal(json_get_number(v, "s", 9), 9);
	assert_int_equal(json_get_number(v, "none", 9), 9);
	assert_int_equal(json_get_number(v, "r", 9), 9);
	assert_true(json_get_bool(v, "b", false));
	assert_true(json_get_bool(v, "n", true));
	assert_null(json_get_text(v, "n"));
	assert_int_equal(json_kind(json_get(v, "z")), JSON_NULL_VALUE);
	assert_int_equal(json_kind(json_get(v, "r")), JSON_REAL_VALUE);
	assert_int_equal(json_kind(json_get(v, "none")), JSON_MISSING);
	const struct json *list = json_get(v, "a");
	assert_int_equal(json_count(list), 3);
	assert_int_equal(json_as_number(json_at(list, 0), 0), 1);
	assert_string_equal(json_as_text(json_at(list, 1)), "two");
	assert_int_equal(json_kind(json_at(list, 2)), JSON_ARRAY_VALUE);
	assert_null(json_at(list, 3));
	assert_int_equal(json_count(v), 7);
	const char **keys = json_keys(t->arena, v);
	assert_string_equal(keys[0], "s");
	assert_string_equal(keys[6], "o");
	assert_null(json_get(NULL, "s"));
	assert_null(json_get_text(list, "s"));
	assert_int_equal(json_count(NULL), 0);
}

static void a_fault_has_its_place(void **state)
{
	struct test *t = *state;
	static const struct {
		const char *text;
		int line;
	} rows[] = {
		{ "", 1 },
		{ "7", 1 },
		{ "{\"a\":1,\n\"a\":2}", 2 },
		{ "{\"a\":1}\n\n{}", 3 },
		{ "{\n\n\"a\":\"\xFF\"}", 3 },
		{ "{\"a\":\"\\u0000\"}", 1 },
		{ "{\"\\u0000\":1}", 1 },
		{ "{\"a\":\"\\ud800\"}", 1 },
		{ "{\"a\":99999999999999999999}", 1 },
		{ "{\"a\":1,}", 1 },
		{ "{\"a\":\n[1,2", 2 },
		{ "{'a':1}", 1 },
		{ "{\"a\":NaN}", 1 },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct json_problem problem = { 0 };
		if (json_parse(t->arena, rows[i].text, strlen(rows[i].text), &problem))
			fail_msg("row %zu parses", i);
		if (problem.line != rows[i].line || problem.column < 1 || !problem.message)
			fail_msg("row %zu: line %d, column %d", i, problem.line, problem.column);
	}
}

static void depth_and_size_have_limits(void **state)
{
	struct test *t = *state;
	struct json_problem problem;
	for (int depth = JSON_DEPTH_MAX - 1; depth <= JSON_DEPTH_MAX + 1; depth++) {
		struct out o = out_new(t->arena);
		out_text(&o, "[\"[[[[\\\"[[[[\"");
		for (int i = 1; i < depth; i++)
			out_text(&o, ",[1");
		for (int i = 0; i < depth; i++)
			out_char(&o, ']');
		bool ok = json_parse(t->arena, o.data, o.len, &problem) != NULL;
		if (ok != (depth <= JSON_DEPTH_MAX))
			fail_msg("depth %d: %d", depth, ok);
	}
	char *bomb = arena_alloc(t->arena, JSON_BYTES_MAX + 1);
	memset(bomb, '[', JSON_BYTES_MAX + 1);
	assert_null(json_parse(t->arena, bomb, JSON_BYTES_MAX, &problem));
	assert_null(json_parse(t->arena, bomb, JSON_BYTES_MAX + 1, &problem));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(nesting_commas_and_keys_are_right),
		TEST(every_string_comes_back_through_the_reader),
		TEST(values_are_had_by_key_and_kind),
		TEST(a_fault_has_its_place),
		TEST(depth_and_size_have_limits),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
