/* What the index finds, asked the way a person asks, against a scan of the folded text. SHOW=1 in
 * the environment tells the figures and each difference. */
#include "recall_kit.h"

static bool letter_at(const char *s, const char *start)
{
	if (s < start || !*s)
		return false;
	return (*s >= 'a' && *s <= 'z') || (*s >= '0' && *s <= '9');
}

/* A scan of the folded text. Letters and digits begin where a run of them begins, and end where it
 * ends unless `open`. */
static bool scan(const char *folded, const char *needle, bool open)
{
	size_t len = strlen(needle);
	for (const char *p = folded; (p = strstr(p, needle)); p++)
		if (!(letter_at(needle, needle) && letter_at(p - 1, folded)) &&
			(open || !(letter_at(needle + len - 1, needle) && letter_at(p + len, p))))
			return true;
	return false;
}

struct score {
	const char *name;
	long asked, true_hits, found, right;
};

static void settle(struct score *s, const char *typed, const bool *found, const bool *truth,
	const struct corpus *c)
{
	s->asked++;
	for (size_t i = 0; i < DOCS; i++) {
		s->true_hits += truth[i];
		s->found += found[i];
		s->right += truth[i] && found[i];
		if (truth[i] != found[i] && getenv("SHOW"))
			printf("%s: %s in %s\n", typed, truth[i] ? "missed" : "wrong", c->text[i]);
	}
}

/* Asks the way a person does; the truth is what `words` say, ANDed, ORed or taken away. */
static void ask_both(struct test *t, sqlite3 *db, const struct corpus *c, struct score *s,
	const char *typed, const char *const *words, const char *how)
{
	static bool found[DOCS], truth[DOCS];
	struct query q = query_parse(t->arena, typed);
	const char *match = query_match(t->arena, &q, NULL);
	assert_non_null(match);
	if (ask(db, match, found, DOCS) < 0)
		fail_msg("%s became %s", typed, match);
	for (size_t i = 0; i < DOCS; i++) {
		bool yes = *how != '|';
		for (size_t w = 0; words[w]; w++) {
			bool open = how[w] == '*' || how[w] == '+';
			bool here = scan(c->folded[i], fold_text(t->arena, words[w]), open);
			yes = how[w] == '-' ? yes && !here
			      : *how == '|' ? yes || here
					    : yes && here;
		}
		truth[i] = yes;
	}
	settle(s, typed, found, truth, c);
}

/* A piece of n characters of Han out of a random text, none of it anything else. */
static const char *han_piece(struct test *t, const struct corpus *c, int n, bool folded)
{
	for (;;) {
		size_t doc = roll(DOCS);
		const char *s = folded ? c->folded[doc] : c->text[doc];
		size_t len = strlen(s), at = roll(len);
		while (at && (s[at] & 0xC0) == 0x80)
			at--;
		const char *p = s + at, *end = s + len;
		int left = n;
		while (left && p < end) {
			int out[FOLD_MAX];
			if (fold_next(&p, end, out) != 1 || fold_class(out[0]) != FOLD_GRAM)
				break;
			left--;
		}
		if (!left)
			return arena_copy(t->arena, s + at, (size_t)(p - (s + at)));
	}
}

static void the_index_finds_what_a_scan_finds(void **state)
{
	struct test *t = *state;
	sqlite3 *db = open_index();
	const struct corpus *c = make_corpus(t, db);
	static const char *const latin[] = { "SUV", "crm", "ＡＢＣ", "vip", "erp", "cafe", "kg",
		"gen" };
	static const char *const digits[] = { "2026", "138", "202611", "13800001111", "85",
		"３５" };
	static const char *const starts[] = { "ge", "vi", "er", "cr", "ca", "itg", "1380", "20" };
	static const char *const mixed[] = { "A3报告", "gen-itgc后", "4S店", "a3 报告", "3.5折",
		"B端", "50%", "abc公司", "erp2", "C++", "用A3", "CRM系统，", "㎏级",
		"A3報告写了两遍", "Suv轿车" };
	struct score scores[32] = { 0 };
	size_t n = 0;
	static char names[16][24];
	for (int len = 1; len <= 16; len++, n++) {
		snprintf(names[len - 1], 24, "%d characters", len);
		scores[n].name = names[len - 1];
		for (int i = 0; i < 25; i++) {
			const char *w = han_piece(t, c, len, i & 1);
			const char *typed = len < 5 ? w : arena_format(t->arena, "\"%s\"", w);
			ask_both(t, db, c, &scores[n], typed, (const char *[]){ w, NULL }, "=");
		}
	}
#define EACH_OF(title, table, mark, form)                                                          \
	scores[n].name = title;                                                                    \
	for (size_t i = 0; i < sizeof(table) / sizeof *(table); i++)                               \
		ask_both(t, db, c, &scores[n], arena_format(t->arena, form, table[i]),             \
			(const char *[]){ table[i], NULL }, mark);                                 \
	n++;
	EACH_OF("whole Latin words", latin, "=", "\"%s\"");
	EACH_OF("Latin words as typed", latin, "+", "%s");
	EACH_OF("prefixes", starts, "+", "%s");
	EACH_OF("whole numbers", digits, "=", "\"%s\"");
	EACH_OF("numbers as typed", digits, "+", "%s");
	EACH_OF("mixed runs", mixed, "=", "\"%s\"");
	scores[n].name = "AND of three", scores[n + 1].name = "OR", scores[n + 2].name = "NOT";
	for (int i = 0; i < 40; i++) {
		const char *w[] = { han_piece(t, c, 1 + (int)roll(3), true),
			han_piece(t, c, 1 + (int)roll(3), false), han_piece(t, c, 1, false), NULL };
		ask_both(t, db, c, &scores[n], arena_format(t->arena, "%s %s %s", w[0], w[1], w[2]),
			w, "===");
		ask_both(t, db, c, &scores[n + 1],
			arena_format(t->arena, "%s OR %s | %s", w[0], w[1], w[2]), w, "|||");
		ask_both(t, db, c, &scores[n + 2],
			arena_format(t->arena, "-%s %s -%s", w[0], w[1], w[2]), w, "-=-");
	}
	n += 3;
	for (size_t i = 0; i < n; i++) {
		const struct score *s = &scores[i];
		if (getenv("SHOW"))
			printf("%-22s %4ld queries %7ld hits\n", s->name, s->asked, s->true_hits);
		if (s->right != s->true_hits || s->found - s->right > s->found / 1000 ||
			!s->true_hits)
			fail_msg("%s: of %ld, %ld found, %ld of them right", s->name, s->true_hits,
				s->found, s->right);
	}
	sqlite3_close(db);
}

/* The truth here is a scan for either spelling as it is written, not folded by anything of ours. */
static void traditional_and_simplified_find_each_other(void **state)
{
	struct test *t = *state;
	sqlite3 *db = open_index();
	const struct corpus *c = make_corpus(t, db);
	static const char *const pairs[][2] = { { "客户", "客戶" }, { "价格", "價格" },
		{ "报价", "報價" }, { "样品", "樣品" }, { "回访", "回訪" }, { "时间", "時間" },
		{ "报告", "報告" }, { "华东", "華東" }, { "说", "說" },
		{ "华东新品上市", "華東新品上市" }, { "请", "請" }, { "确认", "確認" } };
	long either[2] = { 0 };
	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
		for (int k = 0; k < 2; k++) {
			static bool found[DOCS];
			struct query q = query_parse(t->arena, pairs[i][k]);
			assert_true(ask(db, query_match(t->arena, &q, NULL), found, DOCS) > 0);
			long both[2] = { 0 };
			for (size_t d = 0; d < DOCS; d++) {
				bool simple = strstr(c->text[d], pairs[i][0]);
				bool other = strstr(c->text[d], pairs[i][1]);
				both[0] += simple, both[1] += other;
				if (found[d] != (simple || other))
					fail_msg("%s: %d in %s", pairs[i][k], found[d], c->text[d]);
			}
			either[0] += both[0] > 0, either[1] += both[1] > 0;
		}
	assert_true(either[0] > 12 && either[1] > 8);
	sqlite3_close(db);
}

static void no_input_is_a_syntax_error(void **state)
{
	struct test *t = *state;
	static const char *const pieces[] = { "\"", "“", "”", "「", "」", "-", "－", "#", "@", "OR",
		"或", "|", "kind:", "week:", "unit:", "..", "2026-W40", "*", "^", "(", ")", "{",
		"}", ":", "AND", "NOT", "NEAR", "+", " ", "　", "\n", "价格", "a", "\xFF",
		"\xE5\x9B", "\xEE\x80\x80", "\xE2\x80\x8B", "'", ";", "--", "\\", "，", "。", "👍",
		"\x01", "filter" };
	bool found[1];
	sqlite3 *db = open_index();
	index_text(db, "价格", "");
	for (int i = 0; i < 30000; i++) {
		struct out o = out_new(t->arena);
		for (size_t n = roll(12); n; n--)
			out_text(&o, PICK(pieces));
		struct query q = query_parse(t->arena, out_string(&o));
		const char *match = query_match(t->arena, &q, NULL);
		if (match && ask(db, match, found, 1) < 0)
			fail_msg("%s became %s", out_string(&o), match);
		query_terms(t->arena, &q);
		if (i % 500 == 0)
			arena_reset(t->arena);
	}
	sqlite3_close(db);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_index_finds_what_a_scan_finds),
		TEST(traditional_and_simplified_find_each_other),
		TEST(no_input_is_a_syntax_error),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
