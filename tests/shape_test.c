/* Shapes of the API: pages of lists, orders, as programs rely on them. */
#include "rollup_kit.h"

static void units_too_are_listed_a_page_at_a_time(void **state)
{
	(void)state;
	struct house *h = house_new();
	const char *whole = house_get(h, "wang", "/api/units?limit=100").body, *next = "";
	size_t seen = 0, pages = 0;
	do {
		struct answer a = house_get(
			h, "wang", arena_format(h->arena, "/api/units?limit=4&cursor=%s", next));
		const struct json *items = json_get(a.json, "items");
		for (size_t i = 0; i < json_count(items); i++, seen++)
			assert_non_null(
				strstr(whole, arena_format(h->arena, "\"code\":\"%s\"",
						      json_get_text(json_at(items, i), "code"))));
		next = json_get_text(a.json, "next");
		pages++;
	} while (next);
	assert_int_equal(seen, 6);
	assert_int_equal(pages, 2);
	assert_int_equal(house_get(h, "wang", "/api/units?limit=0").status, 422);
	assert_int_equal(house_get(h, "wang", "/api/units?cursor=x").status, 422);
	house_free(h);
}

static void a_program_may_ask_for_a_page_of_a_week(void **state)
{
	(void)state;
	struct house *h = house_new();
	kit_write(h, "wang", "报价前先问清");
	kit_write(h, "li", "样品先约回访");
	const char *next = "";
	size_t seen = 0, pages = 0;
	do {
		struct answer a = house_get(h, "li",
			arena_format(
				h->arena, "/api/units/e1/rollup" WEEK "&limit=3&cursor=%s", next));
		seen += json_count(json_get(a.json, "points"));
		assert_int_equal(kit_total(a.json, "experience"), 2); /* of the week */
		next = json_get_text(a.json, "next");
		pages++;
	} while (next);
	assert_int_equal(seen, 4);
	assert_int_equal(pages, 2);
	static const struct {
		const char *login, *query;
		int status;
	} rows[] = {
		{ "li", "&limit=0", 422 },
		{ "li", "&limit=101", 422 },
		{ "li", "&cursor=7", 422 },
		{ "qian", "&limit=0", 404 },
		{ "li", "&limit=100", 200 },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct answer a = house_get(h, rows[i].login,
			arena_format(h->arena, "/api/units/e1/rollup" WEEK "%s", rows[i].query));
		if (a.status != rows[i].status)
			fail_msg("row %zu: %d", i, a.status);
	}
	house_free(h);
}

static void topics_stand_in_the_order_they_were_written_in(void **state)
{
	(void)state;
	struct house *h = house_new();
	static const char *const rows[] = { "#报价 #大客户 #回访", "#回访 #大客户 #报价",
		"#大客户 #回访 #报价" };
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct answer a = house_put(h, "wang", "/api/reflections/2026-W47",
			arena_format(h->arena, "# 经验\n## 一条 %s\n", rows[i]));
		const struct json *topics =
			json_get(json_at(json_get(a.json, "points"), 0), "topics");
		struct out said = out_new(h->arena);
		for (size_t k = 0; k < json_count(topics); k++)
			out_format(&said, "%s#%s", k ? " " : "",
				json_get_text(json_at(topics, k), "name"));
		assert_string_equal(out_string(&said), rows[i]);
	}
	house_free(h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(units_too_are_listed_a_page_at_a_time),
		TEST(a_program_may_ask_for_a_page_of_a_week),
		TEST(topics_stand_in_the_order_they_were_written_in),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
