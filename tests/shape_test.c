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

/* One point too long is a fault with its place; more than any reflection can be is 413. */
static void what_is_too_long_is_said(void **state)
{
	(void)state;
	struct house *h = house_new();
	static const struct {
		size_t bytes;
		int status;
	} rows[] = { { 32000, 201 }, { 33000, 422 }, { 200000, 422 }, { 262145, 413 },
		{ 1000000, 413 } };
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		char *text =
			arena_format(h->arena, "# 经验\n## 一条\n%*s", (int)rows[i].bytes, "x");
		for (char *p = text; *p; p++)
			*p = *p == ' ' && p > text + 24 ? 'x' : *p;
		struct answer a = house_put(h, "wang", "/api/reflections/2026-W47", text);
		const struct json *fault = json_at(json_get(a.json, "errors"), 0);
		if (a.status != rows[i].status)
			fail_msg("row %zu: %d", i, a.status);
		if (a.status == 422)
			assert_int_equal(json_get_number(fault, "line", 0), 2);
		if (a.status >= 400)
			assert_string_equal(a.type, "application/problem+json");
	}
	house_free(h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(what_is_too_long_is_said),
		TEST(units_too_are_listed_a_page_at_a_time),
		TEST(a_program_may_ask_for_a_page_of_a_week),
		TEST(topics_stand_in_the_order_they_were_written_in),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
