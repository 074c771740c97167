/* What changed between two texts. */
#include "test.h"

#include "base/diff.h"
#include "base/list.h"
#include "base/out.h"
#include "base/text.h"

/* [-out-]{+in+}same */
static const char *shown(struct arena *a, const struct diff *d)
{
	struct out o = out_new(a);
	LIST_EACH (const struct diff_piece, p, d)
		out_format(&o,
			p->kind == DIFF_OUT  ? "[-%s-]"
			: p->kind == DIFF_IN ? "{+%s+}"
					     : "%s",
			p->text);
	return out_string(&o);
}

static void changes_are_shown_word_by_word(void **state)
{
	struct test *t = *state;
	static const struct {
		const char *before, *after, *want;
	} rows[] = {
		{ "", "", "" },
		{ "一样", "一样", "一样" },
		{ "", "新的", "{+新的+}" },
		{ "旧的", "", "[-旧的-]" },
		{ "周二去见客户", "周三去见客户", "周[-二-]{+三+}去见客户" },
		{ "报价前先问清采购流程", "报价前先问清采购流程,尤其是谁拍板",
			"报价前先问清采购流程{+,尤其是谁拍板+}" },
		{ "one two three", "one 2 three", "one [-two-]{+2+} three" },
		{ "price A300 is low", "price A3000 is low", "price [-A300-]{+A3000+} is low" },
		{ "第一行\n第二行\n第三行\n", "第一行\n第三行\n", "第一行\n[-第二行\n-]第三行\n" },
		{ "第一行\n第三行\n", "第一行\n第二行\n第三行\n", "第一行\n{+第二行\n+}第三行\n" },
		{ "a\nb\nc\n", "a\nx\nc\ny\n", "a\n[-b-]{+x+}\nc\n{+y\n+}" },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct diff d = diff_texts(t->arena, rows[i].before, rows[i].after);
		const char *got = shown(t->arena, &d);
		if (!text_same(got, rows[i].want))
			fail_msg("row %zu: %s, not %s", i, got, rows[i].want);
	}
}

static const char *side(struct arena *a, const struct diff *d, enum diff_kind without)
{
	struct out o = out_new(a);
	LIST_EACH (const struct diff_piece, p, d)
		if (p->kind != without)
			out_text(&o, p->text);
	return out_string(&o);
}

static const char *random_text(struct arena *a, unsigned *seed, int pieces)
{
	static const char *const words[] = { "报", "价", "客户", "A3", " ", "\n", "。", "先问",
		"\n\n", "word", "#", "三" };
	struct out o = out_new(a);
	for (int i = 0; i < pieces; i++)
		out_text(&o, words[rand_r(seed) % (sizeof words / sizeof *words)]);
	return out_string(&o);
}

static void both_texts_can_be_read_out_of_any_difference(void **state)
{
	struct test *t = *state;
	unsigned seed = 7;
	for (int i = 0; i < 400; i++) {
		const char *before = random_text(t->arena, &seed, rand_r(&seed) % 60);
		const char *after = random_text(t->arena, &seed, rand_r(&seed) % 60);
		struct diff d = diff_texts(t->arena, before, after);
		if (!text_same(side(t->arena, &d, DIFF_IN), before) ||
			!text_same(side(t->arena, &d, DIFF_OUT), after))
			fail_msg("round %d:\n%s\n--\n%s\n--\n%s", i, before, after,
				shown(t->arena, &d));
		for (size_t k = 1; k < d.count; k++)
			if (d.items[k].kind == d.items[k - 1].kind)
				fail_msg("round %d: two pieces of one kind", i);
		arena_reset(t->arena);
	}
}

static void texts_with_nothing_in_common_take_no_time(void **state)
{
	struct test *t = *state;
	struct out a = out_new(t->arena), b = out_new(t->arena);
	for (int i = 0; i < 60000; i++) {
		out_rune(&a, 0x4E00 + (unsigned)(i * 7 % 9000));
		out_rune(&b, 0x4E00 + (unsigned)(i * 13 % 9000) + 9000);
	}
	struct diff d = diff_texts(t->arena, out_string(&a), out_string(&b));
	assert_int_equal(d.count, 2);
	assert_true(diff_is_rewrite(&d));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(changes_are_shown_word_by_word),
		TEST(both_texts_can_be_read_out_of_any_difference),
		TEST(texts_with_nothing_in_common_take_no_time),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
