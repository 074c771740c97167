#include "test.h"

#include "base/text.h"
#include "doors/yaml.h"

/* `name=value` or `name=[a|b]`, one a line, then the faults. */
static const char *show(struct arena *a, const char *text)
{
	struct yaml_map map;
	struct faults faults = { .arena = a };
	struct out o = out_new(a);
	bool ok = yaml_read(a, text, strlen(text), 2, &map, &faults);
	assert_true(ok == (faults.count == 0));
	LIST_EACH (const struct yaml_entry, e, &map) {
		out_format(&o, "%s=%s", e->name, e->is_list ? "[" : "");
		for (size_t i = 0; i < e->count; i++)
			out_format(&o, "%s%s", i ? "|" : "", e->items[i].text);
		out_text(&o, e->is_list ? "]\n" : "\n");
	}
	if (!ok)
		o.len = 0; /* only the faults */
	LIST_EACH (const struct fault, f, &faults)
		out_format(&o, "%d:%d %s\n", f->line, f->column, text_cut(a, f->message, 12));
	return out_string(&o);
}

static void scalars_and_lists_are_read_as_text(void **state)
{
	struct test *t = *state;
	static const struct {
		const char *text, *want;
	} rows[] = {
		{ "", "" },
		{ "# nothing\n", "" },
		{ "week: 2026-W47\n", "week=2026-W47\n" },
		{ "a: yes\nb: 010\nc: ~\nd:\ne: 2026-11-23\n",
			"a=yes\nb=010\nc=~\nd=\ne=2026-11-23\n" },
		{ "t: [报价, '大 客户', \"#x\"]\n", "t=[报价|大 客户|#x]\n" },
		{ "t:\n- a\n- b\n", "t=[a|b]\n" },
		{ "t: []\n", "t=[]\n" },
		{ "t: |\n  a\n  b\n", "t=a\nb\n\n" },
		{ "{a: 1, b: [2]}", "a=1\nb=[2]\n" },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (strcmp(show(t->arena, rows[i].text), rows[i].want) != 0)
			fail_msg("row %zu: %s", i, show(t->arena, rows[i].text));
}

static void all_else_is_a_fault_at_its_place(void **state)
{
	struct test *t = *state;
	static const struct {
		const char *text, *want;
	} rows[] = {
		{ "a: 1\na: 2\n", "3:1 “a” is there…\n" },
		{ "a: &x 1\nb: *x\n", "2:4 A & mark has…\n3:4 A * mark has…\n" },
		{ "a: !!str 1\n", "2:4 A ! mark has…\n" },
		{ "a: {b: 1}\nc: [[1]]\nd: [1, {e: 2}]\nf: 1\nf: 2\n",
			"2:4 Only a value…\n3:5 Only a value…\n"
			"4:8 Only a value…\n6:1 “f” is there…\n" },
		{ "- a\n", "2:1 Write each l…\n" },
		{ "week：2026\n", "2:1 Write each l…\n" },
		{ "a: 1\n--- \nb: 2\n", "3:1 Only one blo…\n" },
		{ "%YAML 1.1\n---\na: 1\n", "2:1 Delete the l…\n" },
		{ "a: [1\n", "2:4 This line ca…\n" },
		{ "a: \"x\n", "2:4 This line ca…\n" },
		{ "标题: a: b\n", "2:6 This line ca…\n" },
		{ "*x : 1\nb: 2\n", "2:1 A * mark has…\n" },
		{ "? [a]\n: 1\nb: 2\nb: 3\n", "2:3 Only a value…\n5:1 “b” is there…\n" },
		{ "a:\n\tb\n", "3:1 This line ca…\n" },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (strcmp(show(t->arena, rows[i].text), rows[i].want) != 0)
			fail_msg("row %zu: %s", i, show(t->arena, rows[i].text));
}

static void too_much_is_refused_quickly(void **state)
{
	struct test *t = *state;
	struct yaml_map map;
	struct faults faults = { .arena = t->arena };
	char deep[YAML_MAX_BYTES + 1];
	memset(deep, '[', sizeof deep);
	assert_false(yaml_read(t->arena, deep, YAML_MAX_BYTES, 1, &map, &faults));
	assert_false(yaml_read(t->arena, deep, sizeof deep, 1, &map, &faults));
	assert_true(faults.count >= 2);
}

static void what_is_put_is_read_back(void **state)
{
	struct test *t = *state;
	static const char *const values[] = { "报价", "a b", " a", "a ", "", "~", "- x", "a: b",
		"a #b", "#b", "\"", "\\", "'", "[x]", "a,b", "{", "&a", "*a", "!a", "%a", "@a",
		"`a", "|", ">", "?", "---", "...", "第一行\n第二行", "\xC2\x85", "\xE2\x80\xA8",
		"\xEF\xBB\xBF", "😀", "null", "1.5", "a:", "：", "\t", "<<", "2026-W47",
		"《案例》、一" };
	size_t n = sizeof values / sizeof *values;
	struct out o = out_new(t->arena);
	struct strings list = { 0 };
	for (size_t i = 0; i < n; i++) {
		yaml_put_text(&o, arena_format(t->arena, "k%zu", i), values[i]);
		*LIST_ADD(t->arena, &list) = values[i];
	}
	yaml_put_list(&o, "list", &list);
	struct yaml_map map;
	struct faults faults = { .arena = t->arena };
	if (!yaml_read(t->arena, o.data, o.len, 1, &map, &faults))
		fail_msg("%s\n%s", faults.items[0].message, o.data);
	assert_int_equal(map.count, n + 1);
	for (size_t i = 0; i < n; i++) {
		assert_string_equal(map.items[i].items[0].text, values[i]);
		assert_string_equal(map.items[n].items[i].text, values[i]);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(scalars_and_lists_are_read_as_text),
		TEST(all_else_is_a_fault_at_its_place),
		TEST(too_much_is_refused_quickly),
		TEST(what_is_put_is_read_back),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
