/* lexicon_test: words of Chinese, and where a query parts into them. */
#include "test.h"

#include "base/lexicon.h"
#include "base/out.h"
#include "base/text.h"

static size_t runes_of(const char *s, int *runes)
{
	size_t n = 0;
	for (const char *p = s, *end = s + strlen(s); p < end;)
		runes[n++] = text_rune(&p, end);
	return n;
}

static void a_run_is_parted_into_words(void **state)
{
	(void)state;
	static const struct {
		const char *run, *words;
	} rows[] = {
		{ "客户", "客户" },
		{ "客户不接回访怎么办", "客户/不/接/回访/怎么办" },
		{ "报价前先问清采购流程", "报价/前/先/问/清/采购/流程" },
		{ "老板点头只完成一半", "老板/点头/只/完成/一半" },
		{ "研究生命起源", "研究/生命/起源" },
		{ "的", "的" },
		{ "龘靐", "龘/靐" },
		{ "", "" },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct arena *a = arena_new();
		int runes[64];
		uint8_t lengths[64];
		size_t n = runes_of(rows[i].run, runes);
		lexicon_cut(runes, n, lengths);
		struct out o = out_new(a);
		for (size_t k = 0; k < n; k++) {
			if (k && lengths[k])
				out_char(&o, '/');
			out_rune(&o, (unsigned)runes[k]);
		}
		if (strcmp(out_string(&o), rows[i].words) != 0)
			fail_msg("%s: %s, not %s", rows[i].run, out_string(&o), rows[i].words);
		arena_free(a);
	}
}

static void every_run_is_parted_whole(void **state)
{
	(void)state;
	unsigned seed = 7;
	for (int round = 0; round < 2000; round++) {
		int runes[40];
		uint8_t lengths[40];
		size_t n = 1 + (size_t)round % 40, at = 0;
		for (size_t i = 0; i < n; i++) {
			seed = seed * 1103515245 + 12345;
			unsigned kind = seed >> 8 & 7, value = seed >> 12;
			runes[i] = kind == 0 ? (int)(0x20000 + value % 4000)
					     : (int)(0x4E00 + value % (kind == 1 ? 20000 : 300));
		}
		lexicon_cut(runes, n, lengths);
		while (at < n) {
			assert_in_range(lengths[at], 1, LEXICON_MOST);
			for (size_t i = 1; i < lengths[at]; i++)
				assert_int_equal(lengths[at + i], 0);
			at += lengths[at];
		}
		assert_int_equal(at, n);
	}
}

static void common_words_have_the_greater_share(void **state)
{
	(void)state;
	static const char *const falling[] = { "不", "客", "客户", "回访", "饕餮" };
	double last = 1;
	for (size_t i = 0; i < sizeof falling / sizeof *falling; i++) {
		int runes[4];
		size_t n = runes_of(falling[i], runes);
		double share = lexicon_share(runes, n);
		if (!(share > 0 && share < last))
			fail_msg("%s: %g after %g", falling[i], share, last);
		last = share;
	}
	int no_word[] = { 0x9F98, 0x20000 }, none[] = { 0x20000 };
	assert_true(lexicon_share(no_word, 2) > 0);
	assert_false(lexicon_has(none, 1));
	assert_false(lexicon_has(no_word, 2));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_run_is_parted_into_words),
		cmocka_unit_test(every_run_is_parted_whole),
		cmocka_unit_test(common_words_have_the_greater_share),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
