/* An e-mail's bytes: what is put into a field begins no other, and everybody's parser reads it. The
 * same, sent and read by another program: tests/mail/walk.py. */
#include "test.h"

#include <string.h>

#include "base/mime.h"

static const char *words(struct test *t, const char *text)
{
	struct out o = out_new(t->arena);
	mime_words(&o, text, 9);
	return out_string(&o);
}

static void a_subject_is_plain_or_encoded_in_whole_characters(void **state)
{
	struct test *t = *state;
	assert_string_equal(words(t, "One thing"), "One thing");
	assert_string_equal(words(t, "报价"), "=?UTF-8?B?5oql5Lu3?=");
	assert_string_equal(words(t, "=?x"), "=?UTF-8?B?PT94?=");
	assert_string_equal(words(t, "a\r\nBcc: b"), "=?UTF-8?B?YSAgQmNjOiBi?=");
	const char *s = words(t, "一二三四五六七八九十一二三四五六七八九十");
	assert_non_null(strstr(s, "?=\r\n =?UTF-8?B?"));
	for (const char *line = s; line; line = strstr(line, "\r\n"), line += line ? 2 : 0)
		assert_true(strcspn(line, "\r") <= 76);
}

static void base64_is_what_the_standard_says(void **state)
{
	struct test *t = *state;
	static const char *const rows[][2] = { { "", "" }, { "f", "Zg==" }, { "fo", "Zm8=" },
		{ "foo", "Zm9v" }, { "foob", "Zm9vYg==" }, { "fooba", "Zm9vYmE=" },
		{ "foobar", "Zm9vYmFy" } }; /* RFC 4648, 10 */
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct out o = out_new(t->arena);
		mime_base64(&o, rows[i][0], strlen(rows[i][0]), 76);
		assert_string_equal(out_string(&o), rows[i][1]);
	}
}

static void an_address_is_one_mailbox(void **state)
{
	(void)state;
	static const char *const good[] = { "a@b", "wang.lei+x@mail.example.com" };
	static const char *const bad[] = { "", "a", "@b", "a@", "a@b@c", "a b@c", "<a@b>",
		"a@b\r\nx", "a@b,c@d", "王@b" };
	for (size_t i = 0; i < sizeof good / sizeof *good; i++)
		assert_true(mime_address_ok(good[i]));
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		assert_false(mime_address_ok(bad[i]));
}

/* Random bytes in every field: the head has the same fields, each once, all of it is ASCII. */
static void nothing_in_a_field_begins_another(void **state)
{
	struct test *t = *state;
	static const char *const pieces[] = { "\r\n", "\n", "Bcc: x@y", "报价", "=?", "?=", "\"",
		"<", ">", ":", " ", "a", "\x7f", "\x01", "\r\n\r\n", "🙂" };
	for (uint64_t n = 0; n < 2000; n++) {
		arena_reset(t->arena);
		struct out field = out_new(t->arena);
		for (uint64_t k = 0, dice = n * 0x9E3779B97F4A7C15u; k < n % 40; k++) {
			dice = dice * 6364136223846793005u + 1442695040888963407u;
			out_text(&field, pieces[dice >> 60]);
		}
		const char *s = arena_string(t->arena, out_string(&field));
		struct out o = out_new(t->arena);
		mime_write(&o, &(struct mime_mail){ .from_name = s,
				       .from = "a@b",
				       .to_name = s,
				       .to = "c@d",
				       .subject = s,
				       .id = "1@b",
				       .text = s,
				       .html = n % 2 ? s : NULL });
		const char *mail = out_string(&o), *end = strstr(mail, "\r\n\r\n");
		assert_non_null(end);
		int fields = 0;
		for (const char *line = mail; line < end + 2; line = strstr(line, "\r\n") + 2) {
			assert_true(strcspn(line, "\r\n") <= 998);
			fields += *line != ' ';
		}
		assert_int_equal(fields, n % 2 ? 8 : 9);
		for (const char *c = mail; *c; c++)
			assert_true((unsigned char)*c < 0x7F);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_subject_is_plain_or_encoded_in_whole_characters),
		TEST(base64_is_what_the_standard_says),
		TEST(an_address_is_one_mailbox),
		TEST(nothing_in_a_field_begins_another),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
