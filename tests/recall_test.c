/* What the index finds, asked the way a person asks, against a scan of the folded text. SHOW=1 in
 * the environment tells the figures and each difference. */
#include "test.h"

#include <stdio.h>

#include <sqlite3.h>

#include "base/filter.h"
#include "base/fold.h"
#include "base/out.h"
#include "base/query.h"
#include "doors/tokenizer.h"
#include "sales_text.h"

static sqlite3 *open_index(void)
{
	tokenizer_register();
	sqlite3 *db;
	assert_int_equal(sqlite3_open(":memory:", &db), SQLITE_OK);
	assert_int_equal(sqlite3_exec(db,
				 "CREATE VIRTUAL TABLE search USING fts5(body, filter, "
				 "tokenize='tributary');",
				 0, 0, 0),
		SQLITE_OK);
	return db;
}

static void index_text(sqlite3 *db, const char *text, const char *filter)
{
	sqlite3_stmt *s;
	sqlite3_prepare_v2(db, "INSERT INTO search VALUES (?1, ?2)", -1, &s, NULL);
	sqlite3_bind_text(s, 1, text, -1, SQLITE_STATIC);
	sqlite3_bind_text(s, 2, filter, -1, SQLITE_STATIC);
	sqlite3_step(s);
	assert_int_equal(sqlite3_finalize(s), SQLITE_OK);
}

/* found[i] for row i+1; answers how many, or -1 if the index refused the expression. */
static int ask(sqlite3 *db, const char *match, bool *found, size_t rows)
{
	sqlite3_stmt *s;
	int n = 0, rc;
	memset(found, 0, rows);
	sqlite3_prepare_v2(db, "SELECT rowid FROM search WHERE search MATCH ?1", -1, &s, NULL);
	sqlite3_bind_text(s, 1, match, -1, SQLITE_STATIC);
	while ((rc = sqlite3_step(s)) == SQLITE_ROW) {
		found[sqlite3_column_int64(s, 0) - 1] = true;
		n++;
	}
	sqlite3_finalize(s);
	return rc == SQLITE_DONE ? n : -1;
}

enum { DOCS = 3000 };

struct corpus {
	const char *text[DOCS];
	const char *folded[DOCS];
};

static unsigned long dice = 5;

static size_t roll(size_t n)
{
	dice = dice * 6364136223846793005UL + 1442695040888963407UL;
	return (size_t)(dice >> 33) % n;
}

#define PICK(table) (table)[roll(sizeof(table) / sizeof *(table))]

/* Real text where it is at hand: its lines, recombined. */
static size_t real_lines(struct arena *a, char **lines, size_t room)
{
	const char *path = getenv("TRIBUTARY_CORPUS");
	FILE *f = fopen(path ? path : "../shared/corpus/sales-summaries-8.txt", "r");
	char line[8192];
	size_t n = 0;
	while (f && n < room && fgets(line, sizeof line, f))
		if (strlen(line) > 12)
			lines[n++] = arena_string(a, line);
	if (f)
		fclose(f);
	return n;
}

static struct corpus *make_corpus(struct test *t, sqlite3 *db)
{
	static char *lines[4000];
	size_t real = real_lines(t->arena, lines, 4000);
	struct corpus *c = ARENA_NEW(t->arena, struct corpus);
	struct out all = out_new(t->arena);
	filter_token(&all, FILTER_ALL, 0);
	sqlite3_exec(db, "BEGIN", 0, 0, 0);
	for (size_t i = 0; i < DOCS; i++) {
		struct out o = out_new(t->arena);
		for (size_t n = 1 + roll(4); n; n--) {
			if (real && roll(2)) {
				out_text(&o, lines[roll(real)]);
				continue;
			}
			const char *s = PICK(sentences), *gap = strstr(s, "%s");
			out_bytes(&o, s, (size_t)(gap - s));
			out_text(&o, PICK(things));
			out_text(&o, gap + 2);
		}
		c->text[i] = out_string(&o);
		c->folded[i] = fold_text(t->arena, c->text[i]);
		index_text(db, c->text[i], all.data);
	}
	sqlite3_exec(db, "COMMIT", 0, 0, 0);
	return c;
}

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
		TEST(no_input_is_a_syntax_error),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
