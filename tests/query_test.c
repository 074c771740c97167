#include "test.h"

#include <stdio.h>

#include <sqlite3.h>

#include "base/clock.h"
#include "base/filter.h"
#include "base/fold.h"
#include "base/list.h"
#include "base/out.h"
#include "base/query.h"
#include "doors/tokenizer.h"

static void show_part(struct test *t, struct out *o, const struct query_part *p)
{
	static const char *const names[] = { "", "",
		"topic:", "person:", "unit:", "kind:", "week:" };
	out_text(o, names[p->kind]);
	if (p->kind == QUERY_WEEK)
		out_format(o, "%s..%s", p->first.n ? week_name(t->arena, p->first) : "",
			p->last.n < INT32_MAX ? week_name(t->arena, p->last) : "");
	else if (p->kind == QUERY_PHRASE)
		out_format(o, "\"%s\"", p->text);
	else
		out_text(o, p->text);
	if (p->prefix)
		out_char(o, '*');
}

static const char *shown(struct test *t, const struct query *q)
{
	struct out o = out_new(t->arena);
	LIST_EACH (const struct query_clause, c, q) {
		if (o.len)
			out_text(&o, " & ");
		if (c->without)
			out_text(&o, "not ");
		LIST_EACH (const struct query_part, p, c) {
			if (p != c->items)
				out_text(&o, " / ");
			show_part(t, &o, p);
		}
	}
	return out_string(&o);
}

static void what_was_typed_is_understood(void **state)
{
	struct test *t = *state;
	static const struct {
		const char *typed, *understood;
	} rows[] = {
		{ "", "" },
		{ " 　\n", "" },
		{ "价格　回访", "价格 & 回访" },
		{ "\"先听 后讲\" “太贵” 「回访」『样品』",
			"\"先听 后讲\" & \"太贵\" & \"回访\" & \"样品\"" },
		{ "\"没有完", "\"没有完\"" },
		{ "＂宽引号＂后", "\"宽引号\" & 后" },
		{ "他说“太贵”了", "他说 & \"太贵\" & 了" },
		{ "15\"显示器", "15* & 显示器" },
		{ "\"\" “” \" \"", "" },
		{ "价格 -样品 －报价", "价格 & not 样品 & not 报价" },
		{ "-\"先听\" -#报价 -kind:lesson",
			"not \"先听\" & not topic:报价 & not kind:lesson" },
		{ "- 价格 -", "价格" },
		{ "价格 OR 报价 回访", "价格 / 报价 & 回访" },
		{ "价格 或 报价 | 费用", "价格 / 报价 / 费用" },
		{ "价格|报价｜费用", "价格 / 报价 / 费用" },
		{ "OR 价格", "OR* & 价格" },
		{ "或 价格", "或 & 价格" },
		{ "价格 OR", "价格" },
		{ "| 价格 |", "价格" },
		{ "价格 OR -样品 回访", "价格 & not 样品 & 回访" },
		{ "-样品 OR 价格", "not 样品 & 价格" },
		{ "客户或员工 order", "客户或员工 & order*" },
		{ "#报价 ＃大客户 价格", "topic:报价 & topic:大客户 & 价格" },
		{ "#报价，#回访", "topic:报价 & topic:回访" },
		{ "价格，#回访", "价格 & topic:回访" },
		{ "#a OR 价格", "topic:a / 价格" },
		{ "# 报价", "报价" },
		{ "A#1 C# C++ 50%", "A#1 & C# & C++ & 50%" },
		{ "@王芳 ＠李雷", "person:王芳 / person:李雷" },
		{ "me@example.com", "me@example.com*" },
		{ "kind:lesson 类型：经验", "kind:lesson / kind:experience" },
		{ "KIND：教训 kind:案例", "kind:lesson / kind:story" },
		{ "kind:其他", "kind* & 其他" },
		{ "kind:", "kind*" },
		{ "unit:华东 单位:\"华 北\" 价格", "unit:华东 / unit:华 北 & 价格" },
		{ "unit:华东 #a unit:华北", "unit:华东 / unit:华北 & topic:a" },
		{ "week:2026-W40..W47", "week:2026-W40..2026-W47" },
		{ "周：2026-w40", "week:2026-W40..2026-W40" },
		{ "week:2026-W47..2026-W40", "week:2026-W40..2026-W47" },
		{ "week:2026-W40.. 价格", "week:2026-W40.. & 价格" },
		{ "week:..2026-W40", "week:..2026-W40" },
		{ "week:2026-W60", "week & 2026-W60*" },
		{ "week:..", "week*" },
		{ "A3报告 gen-itgc后 4S店", "A3报告 & gen-itgc后 & 4S店" },
		{ "gen 报告", "gen* & 报告" },
		{ "sap erp 报告", "sap & erp* & 报告" },
		{ "客户说：价格太高，怎么办？", "客户说 & 价格太高 & 怎么办" },
		{ "3.5折 1,000元 10:30 a.b", "3.5折 & 1,000元 & 10:30* & a.b" },
		{ "回访.客户 a, b", "回访 & 客户 & a & b" },
		{ "(价格) [回访] *** ！！", "价格 & 回访" },
		{ "👍🏽 很好👍", "👍🏽 & 很好👍" },
		{ "don't A/B测试", "don't & A/B测试" },
		{ "don’t", "don’t" },
		{ "NEAR(a b) \"x\"* ^y col:z AND NOT",
			"NEAR & a & b & \"x\" & y & col & z & AND & NOT*" },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct query q = query_parse(t->arena, rows[i].typed);
		if (strcmp(shown(t, &q), rows[i].understood))
			fail_msg("%s: %s", rows[i].typed, shown(t, &q));
		assert_false(q.cut);
	}
}

static void a_part_knows_where_it_was_typed(void **state)
{
	struct test *t = *state;
	const char *typed = "价格 -\"先听\" ＃报价 unit:\"华 东\" -样品，a";
	static const char *const places[] = { "价格", "-\"先听\"", "＃报价", "unit:\"华 东\"",
		"-样品", "a" };
	struct query q = query_parse(t->arena, typed);
	assert_int_equal(q.count, 6);
	for (size_t i = 0; i < 6; i++) {
		struct span s = q.items[i].items[0].typed;
		assert_string_equal(arena_copy(t->arena, typed + s.at, s.len), places[i]);
	}
}

static void an_endless_query_is_heard_in_part_and_says_so(void **state)
{
	struct test *t = *state;
	struct out many = out_new(t->arena), lengthy = out_new(t->arena);
	for (int i = 0; i < 100; i++)
		out_format(&many, "词%d ", i);
	for (int i = 0; i < 1000; i++)
		out_text(&lengthy, "长");
	struct query q = query_parse(t->arena, many.data);
	assert_int_equal(q.count, QUERY_PARTS);
	assert_true(q.cut);
	q = query_parse(t->arena, lengthy.data);
	assert_int_equal(q.count, 1);
	assert_int_equal(strlen(q.items[0].items[0].text), QUERY_BYTES / 3 * 3);
	assert_true(q.cut);
}

static void every_word_reaches_the_index_in_quotes(void **state)
{
	struct test *t = *state;
	struct out unit = out_new(t->arena);
	filter_token(&unit, FILTER_UNIT, 1);
	filter_token(&unit, FILTER_UNIT, 2);
	const char *needs[] = { unit.data, NULL };
	struct query q = query_parse(t->arena, "价格 OR gen -\"a\" #x");
	assert_string_equal(query_match(t->arena, &q, needs),
		"(filter : (\"\uE003\uE101\" OR \"\uE003\uE102\") AND (\"价格\" OR \"gen\" *) AND "
		"(filter : (\"\uE000\"))) NOT ((\"a\"))");
	q = query_parse(t->arena, "-a");
	assert_string_equal(
		query_match(t->arena, &q, NULL), "(filter : (\"\uE000\uE100\")) NOT ((\"a\"))");
	q = query_parse(t->arena, "“say \"hi”");
	assert_string_equal(query_match(t->arena, &q, NULL), "(\"say\") AND (\"hi\" *)");
	q = query_parse(t->arena, "「say \"hi」");
	assert_string_equal(query_match(t->arena, &q, NULL), "(\"say \"\"hi\")");
	q = query_parse(t->arena, "");
	assert_null(query_match(t->arena, &q, NULL));
}

/* From here on: in a real index, against a scan of the folded text. */

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

/* Sentences of our own, made of what salespeople write; each %s takes a thing or a name. */
static const char *const sentences[] = {
	"客户说%s太贵，先别急着让价，问清楚他拿谁跟我们比。",
	"上周去%s回访，发现样品一直没有拆封！",
	"%s的采购流程要三级审批；我们只找了使用部门。",
	"交车前一天给%s打电话，确认牌照和保险",
	"试驾路线换成高架以后，%s的成交率明显高了。\n下周继续试。",
	"他问：“%s能不能分期？”我当场答不上来，",
	"战败原因不是价格，而是%s交期晚了十天",
	"意向客户%s已经三周没有联系，应当约回访时间。",
	"《%s》写了两遍，经理还是退回来，",
	"会上讨论了%s、竞品、付款方式，没有结论……",
	"客戶說%s價格貴，為什麼不早點報價？",
	"請%s幫忙確認樣品寄出後的回訪時間。",
	"每天早上先看%s，再排当天的电话。",
	"老客户转介绍来的%s，三天就签了。",
	"竞争对手把%s降到８５折，我们不跟。",
	"%s说得对：先听后讲，再报价。",
};
static const char *const things[] = { "A3报告", "A3 报告", "gen-itgc后", "gen itgc 后", "4S店",
	"4S 店", "SUV", "Suv轿车", "CRM系统", "crm 系统", "王芳", "李经理", "3.5折", "35折",
	"2026年", "202611", "138", "13800001111", "ＡＢＣ公司", "abcd公司", "华东新品上市",
	"華東新品上市", "旗舰店", "𠮷野家", "👍", "Ａ３報告", "B端客户", "VIP客户", "vips", "ERP",
	"erp2", "50%", "C++", "㎏级", "café", "报价单" };

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

static void settle(struct test *t, struct score *s, const char *typed, const bool *found,
	const bool *truth, const struct corpus *c)
{
	(void)t;
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
	settle(t, s, typed, found, truth, c);
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
		TEST(what_was_typed_is_understood),
		TEST(a_part_knows_where_it_was_typed),
		TEST(an_endless_query_is_heard_in_part_and_says_so),
		TEST(every_word_reaches_the_index_in_quotes),
		TEST(the_index_finds_what_a_scan_finds),
		TEST(no_input_is_a_syntax_error),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
