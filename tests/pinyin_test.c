#include "test.h"

#include "base/pinyin.h"
#include "base/text.h"

static size_t runes_of(const char *s, int *runes)
{
	size_t n = 0;
	for (const char *end = s + strlen(s); s < end;)
		runes[n++] = text_rune(&s, end);
	return n;
}

static void letters_are_taken_for_readings_where_they_can_be(void **state)
{
	(void)state;
	static const struct {
		const char *typed;
		enum pinyin_fit fit;
	} rows[] = {
		{ "huifang", PINYIN_WHOLE },
		{ "xi'an", PINYIN_WHOLE },
		{ "xian", PINYIN_WHOLE }, /* xi an; as one syllable it is one character */
		{ "nvren", PINYIN_WHOLE },
		{ "huifa", PINYIN_WHOLE },
		{ "huif", PINYIN_BEGUN },
		{ "kehuhuif", PINYIN_BEGUN },
		{ "hui", PINYIN_NOT }, /* one character */
		{ "hf", PINYIN_FIRSTS },
		{ "khhf", PINYIN_FIRSTS },
		{ "h", PINYIN_NOT },
		{ "order", PINYIN_NOT },
		{ "crm2", PINYIN_NOT },
		{ "Huifang", PINYIN_NOT }, /* fold first */
		{ "", PINYIN_NOT },
		{ "'", PINYIN_NOT },
		{ "nananananananananananananananananananax", PINYIN_BEGUN },
		{ "nanananananananananananananananananazzz", PINYIN_NOT },
		{ "huifanghuifanghuifanghuifanghuifanghuifang", PINYIN_NOT },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (pinyin_fit(rows[i].typed) != rows[i].fit)
			fail_msg("%s: %d", rows[i].typed, pinyin_fit(rows[i].typed));
}

static void characters_are_known_by_their_readings(void **state)
{
	(void)state;
	static const struct {
		const char *typed, *text;
		enum pinyin_fit way;
		size_t used;
	} rows[] = {
		{ "huifang", "回访客户", PINYIN_WHOLE, 2 },
		{ "huifang", "会房", PINYIN_WHOLE, 2 },
		{ "huifang", "访回", PINYIN_WHOLE, 0 },
		{ "huifang", "回", PINYIN_WHOLE, 0 },
		{ "huifa", "回访", PINYIN_BEGUN, 2 },
		{ "huifa", "回访", PINYIN_WHOLE, 0 },
		{ "yinhang", "银行", PINYIN_WHOLE, 2 },
		{ "xingdong", "行动", PINYIN_WHOLE, 2 }, /* 行 both ways */
		{ "zengzhang", "增长", PINYIN_WHOLE, 2 },
		{ "changdu", "长度", PINYIN_WHOLE, 2 },
		{ "xian", "西安", PINYIN_WHOLE, 2 },
		{ "xian", "先", PINYIN_WHOLE, 0 },
		{ "xi'an", "西安", PINYIN_WHOLE, 2 },
		{ "fangan", "方案", PINYIN_WHOLE, 2 },
		{ "lvse", "绿色", PINYIN_WHOLE, 2 },
		{ "luse", "绿色", PINYIN_WHOLE, 2 },
		{ "hf", "回访", PINYIN_FIRSTS, 2 },
		{ "hf", "访回", PINYIN_FIRSTS, 0 },
		{ "kehuhuifang", "客户回访表", PINYIN_WHOLE, 4 },
		{ "huifang", "hf", PINYIN_WHOLE, 0 },
		{ "huifang", "𠮷访", PINYIN_WHOLE, 0 },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		int runes[16];
		size_t n = runes_of(rows[i].text, runes);
		size_t used = pinyin_reads(rows[i].typed, rows[i].way, runes, n);
		if (used != rows[i].used)
			fail_msg("%s %s: %zu", rows[i].typed, rows[i].text, used);
	}
}

static void what_sounds_alike_is_told_from_what_nearly_does(void **state)
{
	(void)state;
	static const struct {
		const char *pair;
		bool same, near;
	} rows[] = {
		{ "访防", true, true },
		{ "访访", false, false },
		{ "行航", true, true },
		{ "是四", false, true },
		{ "张脏", false, true },
		{ "金京", false, true },
		{ "蓝南", false, true },
		{ "蓝狼", false, true },
		{ "东灯", false, false },
		{ "回访", false, false },
		{ "回a", false, false },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		int r[2];
		assert_int_equal(runes_of(rows[i].pair, r), 2);
		if (pinyin_same(r[0], r[1]) != rows[i].same ||
			pinyin_near(r[0], r[1]) != rows[i].near)
			fail_msg("%s: %d %d", rows[i].pair, pinyin_same(r[0], r[1]),
				pinyin_near(r[0], r[1]));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(letters_are_taken_for_readings_where_they_can_be),
		TEST(characters_are_known_by_their_readings),
		TEST(what_sounds_alike_is_told_from_what_nearly_does),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
