/* A reflection by the API and on its page: versions, withdrawing, what others may read, round
 * trips. */
#include "house.h"

#include "rules/reflection_form.h"
#include "store/tally.h"

static const char week47[] = "# 经验\n## 报价前先问清采购流程 #报价\n先问三件事。\n# 教训\n## "
			     "样品寄出后没有约回访\n**先听后讲。**效果\n";
static const char *const markdown[] = { "Accept", "text/markdown", NULL };

static struct answer read_text(struct house *h, const char *login, int id)
{
	return house_ask(h, login, GET, arena_format(h->arena, "/api/reflections/%d", id), NULL,
		NULL, markdown);
}

static struct answer put_if(struct house *h, const char *login, const char *etag, const char *text)
{
	const char *const extra[] = { "If-Match", etag, NULL };
	return house_ask(h, login, PUT, "/api/reflections/2026-W47", "text/markdown", text, extra);
}

static int64_t point_id(struct answer a, size_t i)
{
	return json_get_number(json_at(json_get(a.json, "points"), i), "id", 0);
}

static bool holds(struct answer a, const char *words)
{
	return strstr(a.body, words) != NULL;
}

static void a_stale_etag_gets_both_texts(void **state)
{
	(void)state;
	struct house *h = house_new();
	static const struct {
		const char *etag;
		int status;
	} rows[] = { { "\"1\"", 412 }, { NULL, 201 }, { "\"1\"", 200 }, { "\"1\"", 412 },
		{ "\"2\"", 200 }, { "*", 200 }, { "\"x\"", 412 }, { "3", 412 }, { "\"4\"", 200 } };
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct answer a =
			rows[i].etag ? put_if(h, "wang", rows[i].etag, week47)
				     : house_put(h, "wang", "/api/reflections/2026-W47", week47);
		if (a.status != rows[i].status)
			fail_msg("row %zu: %d", i, a.status);
	}
	struct answer a = put_if(h, "wang", "\"1\"", "# 经验\n## 我的\n");
	assert_string_equal(
		json_get_text(a.json, "yours"), "---\nweek: 2026-W47\n---\n# 经验\n## 我的\n");
	assert_non_null(strstr(json_get_text(a.json, "theirs"), "样品寄出后没有约回访"));
	assert_string_equal(a.etag, "\"5\"");
	house_free(h);
}

static void a_change_from_elsewhere_is_told_to_the_author(void **state)
{
	(void)state;
	struct house *h = house_new();
	house_put(h, "wang", "/api/reflections/2026-W47", week47);
	assert_false(holds(house_get(h, "wang", "/reflections/1"), "note lesson"));
	house_put(h, "wang", "/api/reflections/2026-W47", "# 经验\n## 另一段\n");
	struct answer a = house_get(h, "wang", "/reflections/1");
	assert_true(holds(a, "note lesson"));
	assert_true(holds(a, "/reflections/1/versions/2"));
	assert_false(holds(house_get(h, "lin", "/reflections/1"), "note lesson"));
	put_if(h, "wang", "\"2\"", week47);
	assert_false(holds(house_get(h, "wang", "/reflections/1"), "note lesson"));
	house_free(h);
}

static void versions_are_the_authors_and_can_be_gone_on_from(void **state)
{
	(void)state;
	struct house *h = house_new();
	house_put(h, "wang", "/api/reflections/2026-W47", "# 经验\n## 周二去见客户\n");
	house_put(h, "wang", "/api/reflections/2026-W47", "# 经验\n## 周三去见客户\n");
	struct answer a = house_get(h, "wang", "/reflections/1/versions/2");
	assert_true(holds(a, "<del>二</del>") && holds(a, "<ins>三</ins>"));
	assert_int_equal(house_get(h, "lin", "/reflections/1/versions/2").status, 404);
	a = house_post(h, "wang", "/reflections/1/versions/1/restore", "");
	assert_string_equal(a.location, "/write?week=2026-W47");
	a = house_get(h, "wang", "/write");
	assert_true(holds(a, "value=\"周二去见客户\""));
	assert_true(holds(a, "name=\"base_version\" value=\"2\""));
	assert_true(holds(house_get(h, "wang", "/reflections/1"), "周三去见客户"));
	house_free(h);
}

static void what_is_withdrawn_is_gone_for_others_and_from_the_text(void **state)
{
	(void)state;
	struct house *h = house_new();
	struct answer put = house_put(h, "wang", "/api/reflections/2026-W47", week47);
	const char *post = arena_format(h->arena, "/points/%ld/withdraw", (long)point_id(put, 0));
	assert_int_equal(house_post(h, "lin", post, "").status, 404);
	assert_int_equal(house_post(h, "wang", post, "").status, 303);
	assert_int_equal(house_post(h, "wang", post, "").status, 404);
	struct answer text = read_text(h, "lin", 1);
	assert_int_equal(text.status, 200);
	assert_false(holds(text, "报价前先问清"));
	assert_true(holds(text, "样品寄出"));
	assert_int_equal(house_get(h, "li",
				 arena_format(h->arena, "/api/points/%ld", (long)point_id(put, 0)))
				 .status,
		404);
	assert_int_equal(house_post(h, "wang", "/reflections/1/withdraw", "").status, 303);
	assert_int_equal(house_get(h, "lin", "/api/reflections/1").status, 404);
	assert_int_equal(house_get(h, "lin", "/reflections/1").status, 404);
	assert_int_equal(house_get(h, "wang", "/reflections/1").status, 200);
	assert_int_equal(house_differences(h, tally_differences_any), 0);
	put = house_put(h, "wang", "/api/reflections/2026-W47", week47);
	assert_int_equal(put.status, 200);
	assert_true(point_id(put, 0) > 2);
	house_free(h);
}

static void of_two_equal_headlines_the_right_one_goes(void **state)
{
	(void)state;
	struct house *h = house_new();
	struct answer put = house_put(
		h, "wang", "/api/reflections/2026-W47", "# 经验\n## 一样\n甲\n## 一样\n乙\n");
	house_post(h, "wang",
		arena_format(h->arena, "/points/%ld/withdraw", (long)point_id(put, 0)), "");
	struct answer a = house_get(h, "wang", "/api/reflections/1");
	assert_int_equal(json_count(json_get(a.json, "points")), 1);
	assert_int_equal(point_id(a, 0), point_id(put, 1));
	assert_true(holds(read_text(h, "wang", 1), "乙"));
	house_free(h);
}

static void a_closed_one_is_not_withdrawn(void **state)
{
	(void)state;
	struct house *h = house_new();
	house_put(h, "wang", "/api/reflections/2026-W47", week47);
	house_do(h, "lin", "/api/units/e1/rollup/close?week=2026-W47");
	assert_int_equal(house_post(h, "wang", "/reflections/1/withdraw", "").status, 409);
	assert_int_equal(house_post(h, "wang", "/points/1/withdraw", "").status, 409);
	assert_int_equal(
		house_post(h, "wang", "/reflections/1/versions/1/restore", "").status, 303);
	assert_string_equal(house_get(h, "wang", "/write").location, "/reflections/1?said=frozen");
	house_free(h);
}

/* Beside a named point of the same reflection, a hidden name would be told. */
static void the_page_gives_no_hidden_name_away(void **state)
{
	(void)state;
	struct house *h = house_new();
	house_put(h, "wang", "/api/reflections/2026-W47",
		"# 经验\n## 有名字的\n# 教训\n## 不署名的\n署名: 匿名\n## 只给团队\n范围: "
		"本团队\n");
	house_do(h, "lin", "/api/units/e1/rollup/close?week=2026-W47");
	struct answer a = house_get(h, "gao", "/reflections/1");
	assert_int_equal(a.status, 200);
	assert_true(holds(a, "有名字的"));
	assert_false(holds(a, "不署名的"));
	assert_false(holds(a, "只给团队"));
	assert_int_equal(
		json_count(json_get(house_get(h, "gao", "/api/reflections/1").json, "points")), 1);
	assert_int_equal(read_text(h, "gao", 1).status, 403);
	assert_int_equal(read_text(h, "lin", 1).status, 200);
	assert_int_equal(
		json_count(json_get(house_get(h, "lin", "/api/reflections/1").json, "points")), 3);
	house_put(h, "li", "/api/reflections/2026-W46", "# 教训\n## 全不署名\n署名: 匿名\n");
	house_do(h, "lin", "/api/units/e1/rollup/close?week=2026-W46");
	assert_int_equal(house_get(h, "gao", "/reflections/2").status, 404);
	assert_int_equal(house_get(h, "gao", "/api/reflections/2").status, 404);
	house_free(h);
}

/* Pieces that have fooled parsers: fences, headings, tags, directives, blank lines, backslashes. */
static const char *random_body(struct arena *a, unsigned *seed)
{
	static const char *const pieces[] = { "先听后讲。", "**先听**", "\n", "\n\n", "# 不是标题",
		"## 也不是", "\n### 为什么\n", "```\n", "    四格", "求助: 一张表",
		"\n求助：两张表\n", "\n范围: 本团队\n", "\n署名: 匿名", "- 一\n- 二", "> 引",
		"\\# 斜", "#标签", " #词", "A3报告", "C#", "---\n", "\t", "　",
		"https://example.com/a，谢谢", "[[3]]", "<b>", "\n请示: 能不能\n", "~~删~~", "1. ",
		"\\", "`" };
	struct out o = out_new(a);
	for (int i = rand_r(seed) % 14; i > 0; i--)
		out_text(&o, pieces[(size_t)rand_r(seed) % (sizeof pieces / sizeof *pieces)]);
	return out_string(&o);
}

static struct reflection_text random_text(struct arena *a, unsigned *seed)
{
	static const char *const heads[] = { "先问流程", "A3报告", "C# 客户", "“先听”然后讲",
		"一条 #报价", "二条 #大客户 #回访", "# 井号", "a  b" };
	struct reflection_text r = { .has_week = true };
	week_parse("2026-W47", &r.week);
	for (int kind = 0; kind < KINDS; kind++)
		for (int i = rand_r(seed) % 4; i > 0 || (kind == LESSON && !r.points.count); i--) {
			struct point_text p = { .kind = (enum kind)kind };
			point_text_set_headline(a, &p,
				heads[(size_t)rand_r(seed) % (sizeof heads / sizeof *heads)]);
			point_text_set_body(a, &p, point_text_escape(a, random_body(a, seed)));
			*LIST_ADD(a, &r.points) = p;
		}
	return r;
}

static void any_text_comes_back_as_it_was_sent(void **state)
{
	(void)state;
	struct house *h = house_new();
	unsigned seed = 20261118;
	int sent = 0;
	for (int i = 0; i < 250; i++) {
		struct reflection_text r = random_text(h->arena, &seed);
		const char *text = reflection_text_print(h->arena, &r);
		struct answer put = house_put(h, "wang", "/api/reflections/2026-W47", text);
		if (put.status == 422)
			continue; /* an ask without words, a headline that is only tags */
		struct answer got = read_text(h, "wang", 1);
		if (!text_same(got.body, text))
			fail_msg("round %d: sent\n%s\ngot\n%s", i, text, got.body);
		struct answer again = house_put(h, "wang", "/api/reflections/2026-W47", got.body);
		assert_int_equal(again.status, 200);
		assert_string_equal(read_text(h, "wang", 1).body, text);
		for (size_t k = 0; k < json_count(json_get(put.json, "points")); k++)
			assert_int_equal(point_id(again, k), point_id(put, k));
		sent++;
	}
	assert_true(sent > 120);
	assert_int_equal(house_differences(h, tally_differences_any), 0);
	house_free(h);
}

/* What the form shows, sent back untouched, is the same text. */
static void the_form_loses_nothing_of_any_text(void **state)
{
	struct test *t = *state;
	unsigned seed = 47;
	for (int i = 0; i < 2000; i++) {
		struct reflection_text r = random_text(t->arena, &seed);
		const char *text = reflection_text_print(t->arena, &r);
		struct reflection_form form = reflection_form_of(t->arena, &r);
		const char *encoded = reflection_form_encode(t->arena, &form), *why;
		struct fields fields;
		assert_true(uri_parse_body(t->arena, encoded, strlen(encoded), &fields, &why));
		form = reflection_form_read(t->arena, &fields);
		struct reflection_text back = r;
		reflection_form_text(t->arena, &form, &back);
		/* The words of the program's lines are those of the writer's language. */
		const char *got = reflection_text_print(t->arena, &back);
		if (!text_same(got, text) && back.points.count == r.points.count)
			for (size_t k = 0; k < r.points.count; k++) {
				const struct point_text *a = &r.points.items[k],
							*b = &back.points.items[k];
				if (a->team_only != b->team_only || a->anonymous != b->anonymous ||
					a->asks.count != b->asks.count ||
					!text_same(a->headline, b->headline) ||
					!text_same(point_text_shown(t->arena, a->body),
						point_text_shown(t->arena, b->body)))
					fail_msg("round %d: was\n%s\nis\n%s", i, text, got);
			}
		else if (!text_same(got, text))
			fail_msg("round %d: %zu points became %zu", i, r.points.count,
				back.points.count);
		arena_reset(t->arena);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_stale_etag_gets_both_texts),
		TEST(a_change_from_elsewhere_is_told_to_the_author),
		TEST(versions_are_the_authors_and_can_be_gone_on_from),
		TEST(what_is_withdrawn_is_gone_for_others_and_from_the_text),
		TEST(of_two_equal_headlines_the_right_one_goes),
		TEST(a_closed_one_is_not_withdrawn),
		TEST(the_page_gives_no_hidden_name_away),
		TEST(any_text_comes_back_as_it_was_sent),
		TEST(the_form_loses_nothing_of_any_text),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
