#include "test.h"

#include "base/embedded.h"
#include "doors/i18n.h"

static void words_follow_the_language_of_the_thread(void **state)
{
	(void)state;
	i18n_use("zh");
	assert_string_equal(_("Sign out"), "退出");
	assert_string_equal(i18n_tag(), "zh-CN");
	i18n_use("en");
	assert_string_equal(_("Sign out"), "Sign out");
	assert_string_equal(i18n_language(), "en");
}

static void unknown_words_stay_english(void **state)
{
	(void)state;
	i18n_use("zh");
	static const char *rows[] = { "zzz never translated", "", "Sign", "Sign out " };
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (strcmp(i18n_text(rows[i]), rows[i]) != 0)
			fail_msg("row %zu became '%s'", i, i18n_text(rows[i]));
}

/* The catalogue's own tables say what must be found; see the format in doors/i18n.c. */
static void every_word_of_the_catalogue_is_found(void **state)
{
	(void)state;
	const struct embedded *mo = embedded_find("zh.mo");
	assert_non_null(mo);
	uint32_t head[7], key[2], value[2];
	memcpy(head, mo->data, sizeof head);
	assert_int_equal(head[0], 0x950412de);
	assert_true(head[2] > 3);
	i18n_use("zh");
	for (uint32_t i = 1; i < head[2]; i++) { /* 0 is the header */
		memcpy(key, mo->data + head[3] + 8 * i, sizeof key);
		memcpy(value, mo->data + head[4] + 8 * i, sizeof value);
		const char *english = (const char *)mo->data + key[1];
		const char *found = strchr(english, '\004') ? i18n_in_context(english, "")
				    : strlen(english) < key[0]
					    ? i18n_plural(english, english + strlen(english) + 1, 2)
					    : i18n_text(english);
		if (found != (const char *)mo->data + value[1])
			fail_msg("'%s' gave '%s'", english, found);
	}
	i18n_use("en");
}

static void english_knows_one_and_many(void **state)
{
	(void)state;
	i18n_use("en");
	assert_string_equal(n_("one", "many", 1), "one");
	assert_string_equal(n_("one", "many", 0), "many");
	assert_string_equal(n_("one", "many", 2), "many");
	assert_string_equal(c_("context", "word"), "word");
}

static void the_browser_is_asked_for_the_language(void **state)
{
	(void)state;
	static const struct {
		const char *header, *fallback, *expected;
	} rows[] = {
		{ "zh-CN,zh;q=0.9,en;q=0.8", "en", "zh" },
		{ "en-US,en;q=0.9,zh;q=0.8", "zh", "en" },
		{ "fr, zh;q=0.3, en;q=0.2", "en", "zh" },
		{ "ZH-hant-TW", "en", "zh" },
		{ "fr, de", "zh", "zh" },
		{ "zhx, eng", "en", "en" },
		{ "en;q=0, zh;q=0.1", "en", "zh" },
		{ "", "zh", "zh" },
		{ ",;q=,,", "en", "en" },
		{ NULL, "zh", "zh" },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (strcmp(i18n_pick(rows[i].header, rows[i].fallback), rows[i].expected) != 0)
			fail_msg("row %zu: %s", i, i18n_pick(rows[i].header, rows[i].fallback));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(words_follow_the_language_of_the_thread),
		TEST(unknown_words_stay_english),
		TEST(every_word_of_the_catalogue_is_found),
		TEST(english_knows_one_and_many),
		TEST(the_browser_is_asked_for_the_language),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
