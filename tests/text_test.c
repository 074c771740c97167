#include "test.h"

#include "base/text.h"
#include "base/out.h"

static void utf8_is_checked_strictly(void **state)
{
	(void)state;
	static const struct {
		const char *bytes;
		int bad_at; /* -1: valid */
	} rows[] = {
		{ "回访", -1 },
		{ "a\xC0\x80", 1 },
		{ "\xE5\x9B", 0 },
		{ "好\xED\xA0\x80", 3 },
		{ "\xF4\x90\x80\x80", 0 },
		{ "𠮷😀", -1 },
		{ "\x80", 0 },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		size_t at = 99;
		bool ok = text_valid(rows[i].bytes, strlen(rows[i].bytes), &at);
		if (ok != (rows[i].bad_at < 0) || (!ok && at != (size_t)rows[i].bad_at))
			fail_msg("row %zu: ok %d at %zu", i, ok, at);
	}
}

static void every_rune_survives_the_way_out_and_in(void **state)
{
	struct test *t = *state;
	for (int rune = 1; rune <= 0x10FFFF; rune += rune < 0x3000 ? 1 : 97) {
		if (rune >= 0xD800 && rune <= 0xDFFF)
			continue;
		struct out o = out_new(t->arena);
		out_rune(&o, (unsigned)rune);
		const char *p = o.data;
		assert_int_equal(text_rune(&p, o.data + o.len), rune);
		assert_ptr_equal(p, o.data + o.len);
		arena_reset(t->arena);
	}
}

static void trimming_knows_the_wide_space(void **state)
{
	struct test *t = *state;
	assert_string_equal(text_trim(t->arena, "　 回访 \n"), "回访");
	assert_string_equal(text_trim(t->arena, " 　 "), "");
	assert_true(text_blank("　\n"));
}

static void private_use_and_controls_are_found(void **state)
{
	(void)state;
	assert_int_equal(text_forbidden_at("好\xEE\x80\x80", 6), 3);
	assert_int_equal(text_forbidden_at("a\tb\nc", 5), 5);
	assert_int_equal(text_forbidden_at("a\x01", 2), 1);
}

static void lines_are_unix_lines_and_byte_order_marks_go(void **state)
{
	struct test *t = *state;
	static const struct {
		const char *bytes, *lines;
	} rows[] = {
		{ "a\r\nb\rc\n", "a\nb\nc\n" },
		{ "\xEF\xBB\xBF回访", "回访" },
		{ "\n\xEF\xBB\xBF", "\n" },
		{ "a\r\n\xEF\xBB\xBF\xEF\xBB\xBF b", "a\n b" },
		{ "\xEF\xBB", "\xEF\xBB" },
		{ "\xEF\xEF\xBB\xBF\xBB\xBF回", "回" },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		size_t len = strlen(rows[i].bytes);
		const char *lines = text_unix_lines(t->arena, rows[i].bytes, &len);
		if (len != strlen(rows[i].lines) || strcmp(lines, rows[i].lines) != 0)
			fail_msg("row %zu: %s", i, lines);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(utf8_is_checked_strictly),
		TEST(every_rune_survives_the_way_out_and_in),
		TEST(trimming_knows_the_wide_space),
		TEST(private_use_and_controls_are_found),
		TEST(lines_are_unix_lines_and_byte_order_marks_go),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
