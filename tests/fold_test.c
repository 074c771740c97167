#include "test.h"

#include "base/fold.h"
#include "base/out.h"
#include "base/text.h"

static void spellings_of_one_word_fold_alike(void **state)
{
	struct test *t = *state;
	static const struct {
		const char *written, *folded;
	} rows[] = {
		{ "Gen-ITGC后", "gen-itgc后" },
		{ "Ａ３報告　（甲）", "a3报告 (甲)" },
		{ "ﾏｰｶﾞﾀﾊﾟ", "マーガタパ" },
		{ "か\xE3\x82\x99"
		  "う\xE3\x82\x99"
		  "ワ\xE3\x82\x99",
			"がゔヷ" },
		{ "㎏ ﬁ ① ½ ㍿ ™", "kg fi 1 1⁄2 株式会社 tm" },
		{ "Café Cafe\xCC\x81 ÅNGSTRÖM ß", "cafe cafe angstrom ss" },
		{ "İstanbul ΣΑΣ Ёлка", "istanbul σασ елка" },
		{ "客戶說價格貴，為什麼？", "客户说价格贵,为什么?" },
		{ "户戶 説說说 着著 温溫 衞衛卫 裡裏里 台臺檯枱",
			"户户 说说说 着着 温温 卫卫卫 里里里 台台台台" },
		{ "什么 什麼 秘密 祕密", "什么 什么 秘密 秘密" },
		{ "⼈⽅ 豈\xEF\xA4\x80 𠮷𡃁", "人方 岂岂 𠮷𡃁" },
		{ "回\xE2\x80\x8B"
		  "访 葛\xF3\xA0\x84\x80 \xEF\xBB\xBF",
			"回访 葛 " },
		{ "\xE1\x84\x80\xE1\x85\xA1\xE1\x86\xA8 각", "각 각" },
		{ "1️⃣ 👍🏽", "1 👍🏽" },
		{ "a\xEE\x80\x80\xF3\xB0\x80\x80z", "az" },
		{ "好\xE5\x9B", "好\xEF\xBF\xBD\xEF\xBF\xBD" },
		{ "", "" },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const char *got = fold_text(t->arena, rows[i].written);
		if (strcmp(got, rows[i].folded))
			fail_msg("%s: %s, not %s", rows[i].written, got, rows[i].folded);
	}
}

static void folding_twice_is_folding_once(void **state)
{
	struct test *t = *state;
	for (int r = 1; r <= 0x10FFFF; r++) {
		if (r >= 0xD800 && r <= 0xDFFF)
			continue;
		struct out o = out_new(t->arena);
		out_rune(&o, (unsigned)r);
		const char *once = fold_text(t->arena, out_string(&o));
		const char *twice = fold_text(t->arena, once);
		if (strcmp(once, twice))
			fail_msg("U+%04X: %s, then %s", (unsigned)r, once, twice);
		if (r % 4096 == 0)
			arena_reset(t->arena);
	}
}

static void every_byte_is_read_once_and_nothing_else(void **state)
{
	(void)state;
	srand(7);
	for (int round = 0; round < 20000; round++) {
		char *bytes = malloc(24); /* exact, so that a byte too far is seen */
		for (int i = 0; i < 24; i++)
			bytes[i] = (char)(rand() % 3 ? 0x80 | rand() : rand());
		const char *p = bytes, *end = bytes + 24;
		while (p < end) {
			int out[FOLD_MAX];
			const char *before = p;
			int n = fold_next(&p, end, out);
			assert_true(p > before && p <= end);
			assert_in_range(n, 0, FOLD_MAX);
			for (int i = 0; i < n; i++)
				assert_in_range(out[i], 0, 0x10FFFF);
		}
		free(bytes);
	}
}

static void characters_are_told_apart_as_the_index_needs_it(void **state)
{
	(void)state;
	static const struct {
		const char *runes;
		enum fold_class class;
	} rows[] = {
		{ "az09éяλاा٣", FOLD_WORD },
		{ "回々〇かカー가ㄅ𠮷ꀀ", FOLD_GRAM },
		{ ",。、「」·…—%+-#@👍℃・×\xEF\xBF\xBD", FOLD_MARK },
		{ " \t　", FOLD_BLANK },
		{ "\n\r\xE2\x80\xA8", FOLD_BREAK },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		for (const char *p = rows[i].runes, *end = p + strlen(p); p < end;) {
			int rune = text_rune(&p, end);
			if (fold_class(rune) != rows[i].class)
				fail_msg("U+%04X is %d", (unsigned)rune, (int)fold_class(rune));
		}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(spellings_of_one_word_fold_alike),
		TEST(folding_twice_is_folding_once),
		TEST(every_byte_is_read_once_and_nothing_else),
		TEST(characters_are_told_apart_as_the_index_needs_it),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
