#include "test.h"

#include "base/clock.h"
#include "base/filter.h"
#include "base/list.h"
#include "base/out.h"
#include "base/query.h"

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

static const struct {
	const char *typed, *understood;
} understood[] = {
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
	{ "-\"先听\" -#报价 -kind:lesson", "not \"先听\" & not topic:报价 & not kind:lesson" },
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
	{ "NEAR(a b) \"x\"* ^y col:z AND NOT", "NEAR & a & b & \"x\" & y & col & z & AND & NOT*" },
};

static void what_was_typed_is_understood(void **state)
{
	struct test *t = *state;
	for (size_t i = 0; i < sizeof understood / sizeof *understood; i++) {
		struct query q = query_parse(t->arena, understood[i].typed);
		if (strcmp(shown(t, &q), understood[i].understood))
			fail_msg("%s: %s", understood[i].typed, shown(t, &q));
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

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(what_was_typed_is_understood),
		TEST(a_part_knows_where_it_was_typed),
		TEST(an_endless_query_is_heard_in_part_and_says_so),
		TEST(every_word_reaches_the_index_in_quotes),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
