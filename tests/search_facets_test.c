/* The API tells how hits divide, as the page does: each number is what one finds who follows it,
 * and what the viewer may not see is in none. */
#include "house.h"

#include "base/uri.h"

static const char *const everybody[] = { "lin", "wang", "li", "zhao", "qian", "sun", "gao", "chen",
	"tian", "han", "root" };

static struct answer ask(struct house *h, const char *login, const char *q, const char *more)
{
	struct out o = out_new(h->arena);
	out_text(&o, "/api/search?q=");
	uri_encode(&o, q);
	out_text(&o, more);
	struct answer a = house_get(h, login, out_string(&o));
	assert_int_equal(a.status, 200);
	return a;
}

static void hand_in(struct house *h, const char *login, const char *week, const char *text)
{
	struct answer a =
		house_put(h, login, arena_format(h->arena, "/api/reflections/%s", week), text);
	assert_true(a.status < 300);
}

static void close_week(struct house *h, const char *login, const char *unit, const char *week)
{
	struct answer a = house_do(
		h, login, arena_format(h->arena, "/api/units/%s/rollup/close?week=%s", unit, week));
	assert_int_equal(a.status, 200);
}

static void furnish(struct house *h)
{
	hand_in(h, "wang", "2026-W45",
		"# 经验\n## 客户回访 #回访\n客户照常。\n# 教训\n## 客户走了 "
		"#报价\n报价晚了一天。\n");
	hand_in(h, "li", "2026-W45", "# 教训\n## 客户没等到报价 #报价\n晚了两天。\n");
	hand_in(h, "qian", "2026-W45", "# 经验\n## 客户自己带客户来 #转介绍\n谢过就好。\n");
	hand_in(h, "sun", "2026-W45", "# 经验\n## 客户的司机 #回访\n先问司机。\n");
	close_week(h, "lin", "e1", "2026-W45");
	close_week(h, "zhao", "e2", "2026-W45");
	close_week(h, "gao", "east", "2026-W45");
	hand_in(h, "wang", "2026-W46", "# 经验\n## 客户回访记在本上 #回访\n客户一户一页。\n");
	hand_in(h, "sun", "2026-W46", "# 教训\n## 客户的押金 #押金\n没退。\n");
}

/* Whoever follows a number finds as many. Answers the sum. */
static int64_t follow(struct house *h, const char *login, const char *q, const struct json *list,
	const char *param, const char *key)
{
	int64_t sum = 0;
	const struct json *one;
	for (size_t i = 0; (one = json_at(list, i)); i++) {
		const char *word = json_get_text(one, key);
		struct out o = out_new(h->arena);
		out_format(&o, "&%s=", param);
		if (word)
			uri_encode(&o, word);
		else
			out_format(&o, "%ld", (long)json_get_number(one, key, 0));
		if (text_same(param, "from"))
			out_format(&o, "&to=%s", word);
		int64_t n = json_get_number(one, "total", -1);
		int64_t there = json_get_number(ask(h, login, q, out_string(&o)).json, "total", -2);
		if (n != there)
			fail_msg("%s, %s%s: %ld told, %ld there", login, q, out_string(&o), (long)n,
				(long)there);
		sum += n;
	}
	return sum;
}

static void each_number_is_what_one_finds_who_follows_it(void **state)
{
	(void)state;
	static const char *const queries[] = { "客户", "回访", "报价 OR 押金", "kind:lesson",
		"#回访", "客户 -押金" };
	struct house *h = house_new();
	furnish(h);
	int64_t seen[sizeof everybody / sizeof *everybody];
	for (size_t p = 0; p < sizeof everybody / sizeof *everybody; p++)
		for (size_t i = 0; i < sizeof queries / sizeof *queries; i++) {
			const char *login = everybody[p], *q = queries[i];
			const struct json *all = ask(h, login, q, "").json;
			const struct json *f = json_get(all, "facets");
			int64_t total = json_get_number(all, "total", -1);
			seen[p] = i ? seen[p] : total;
			assert_int_equal(
				follow(h, login, q, json_get(f, "kind"), "kind", "kind"), total);
			assert_int_equal(
				follow(h, login, q, json_get(f, "week"), "from", "week"), total);
			assert_int_equal(
				follow(h, login, q, json_get(f, "unit"), "unit", "id"), total);
			follow(h, login, q, json_get(f, "topic"), "topic", "id");
		}
	assert_int_equal(seen[1], 4);  /* wang: the team's */
	assert_int_equal(seen[5], 2);  /* sun: own ones */
	assert_int_equal(seen[8], 4);  /* tian: what rose */
	assert_int_equal(seen[10], 0); /* root: none */
	house_free(h);
}

static void a_few_hits_have_others_beside_them_with_some_of_the_words(void **state)
{
	(void)state;
	struct house *h = house_new();
	furnish(h);
	const struct json *all = ask(h, "wang", "客户回访记在", "").json;
	assert_int_equal(json_get_number(all, "total", 0), 1);
	assert_non_null(json_at(json_get(all, "some"), 0));
	assert_null(json_at(json_get(all, "hits"), 1));

	/* A quotation within a question finds too; one alone wants just itself; without is without.
	 */
	all = ask(h, "wang", "“报价”为什么要早一天", "").json;
	assert_int_equal(json_get_number(all, "total", -1), 0);
	assert_true(json_get_bool(all, "any_of_the_words", false));
	assert_non_null(json_at(json_get(all, "hits"), 0));
	all = ask(h, "wang", "“报价要早一天”", "").json;
	assert_null(json_at(json_get(all, "hits"), 0));
	all = ask(h, "wang", "客户报价早一天怎么办 -报价", "").json;
	assert_non_null(json_at(json_get(all, "hits"), 0));
	for (size_t i = 0; json_at(json_get(all, "hits"), i); i++)
		assert_null(strstr(
			json_get_text(json_at(json_get(all, "hits"), i), "snippet"), "报价"));

	all = ask(h, "wang", "回访 香蕉", "").json;
	assert_string_equal(json_get_text(json_at(json_get(all, "alone"), 0), "q"), "回访");
	house_free(h);
}

static void what_is_offered_is_a_word(void **state)
{
	(void)state;
	struct house *h = house_new();
	furnish(h);
	hand_in(h, "li", "2026-W46", "# 经验\n## 展厅里 #Showroom\n可话不能这么说，先交定金。\n");
	const struct json *meant = json_get(ask(h, "li", "kehu", "").json, "did_you_mean");
	assert_string_equal(json_get_text(json_at(meant, 0), "q"), "客户");
	assert_null(json_at(meant, 1)); /* 可话 reads so too, across two words */

	assert_null(json_get(ask(h, "li", "香蕉", "").json, "did_you_mean")); /* not 先交 */

	/* A topic is called by its words, not by letters inside of them. */
	assert_int_equal(json_get_number(ask(h, "li", "show", "").json, "total", -1), 1);
	assert_int_equal(json_get_number(ask(h, "li", "how", "").json, "total", -1), 0);
	assert_int_equal(json_get_number(ask(h, "li", "room", "").json, "total", -1), 0);
	assert_int_equal(json_get_number(ask(h, "li", "介绍", "").json, "total", -1), 0);
	assert_int_equal(json_get_number(ask(h, "zhao", "介绍", "").json, "total", -1), 1);
	house_free(h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(each_number_is_what_one_finds_who_follows_it),
		TEST(what_is_offered_is_a_word),
		TEST(a_few_hits_have_others_beside_them_with_some_of_the_words),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
