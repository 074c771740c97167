/* The contract of the API (DESIGN §6, §8), where no test of one subject holds it. */
#include "house.h"

static const char one_point[] = "# 经验\n## 报价前先问清采购流程\n先问三件事。\n";

static void a_week_is_taken_from_when_it_began_until_eight_weeks_later(void **state)
{
	(void)state;
	static const struct {
		const char *week, *front;
		int status;
	} rows[] = {
		{ "2026-W48", "", 422 },
		{ "2026-W47", "", 201 },
		{ "2026-W39", "", 201 },
		{ "2026-W38", "", 422 },
		{ "2026-W48", "---\nweek: 2026-W48\n---\n", 422 },
		{ "2026-W38", "---\nweek: 2026-W38\n---\n", 422 },
		{ "2026-W46", "---\nweek: 2026-W46\n---\n", 201 },
		{ "2026-W54", "", 404 },
	};
	struct house *h = house_new();
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct answer a = house_put(h, "wang",
			arena_format(h->arena, "/api/reflections/%s", rows[i].week),
			arena_format(h->arena, "%s%s", rows[i].front, one_point));
		if (a.status != rows[i].status)
			fail_msg("row %zu: %d\n%s", i, a.status, a.body);
		const struct json *fault = json_at(json_get(a.json, "errors"), 0);
		if (a.status == 422 && json_get_number(fault, "line", 0) < 1)
			fail_msg("row %zu: the fault has no line\n%s", i, a.body);
	}
	house_free(h);
}

/* What a team hands up late lies in a later week of its branch. Once that one is closed, the words
 * stay. */
static void a_week_whose_points_lie_in_a_closed_week_above_is_not_opened_again(void **state)
{
	(void)state;
	struct house *h = house_new();
	house_put(h, "wang", "/api/reflections/2026-W46", one_point);
	static const struct {
		const char *who, *what;
		int status;
	} rows[] = {
		{ "gao", "/api/units/east/rollup/close?week=2026-W46", 200 },
		{ "lin", "/api/units/e1/rollup/close?week=2026-W46", 200 }, /* lands in W47 */
		{ "gao", "/api/units/east/rollup/reopen?week=2026-W46", 200 },
		{ "gao", "/api/units/east/rollup/close?week=2026-W47", 200 },
		{ "lin", "/api/units/e1/rollup/reopen?week=2026-W46", 409 },
		{ "gao", "/api/units/east/rollup/reopen?week=2026-W47", 200 },
		{ "lin", "/api/units/e1/rollup/reopen?week=2026-W46", 200 },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (house_do(h, rows[i].who, rows[i].what).status != rows[i].status)
			fail_msg("row %zu: %s as %s", i, rows[i].what, rows[i].who);
	house_free(h);
}

static const char *bearer(struct house *h, const char *login)
{
	return arena_format(h->arena, "Bearer %s", house_person(h, login)->token);
}

static void figures_are_for_the_machine_and_for_admins(void **state)
{
	(void)state;
	struct house *h = house_new();
	static const struct {
		const char *forwarded, *login;
		int status;
	} rows[] = {
		{ NULL, NULL, 200 },
		{ "203.0.113.7", NULL, 404 },
		{ "127.0.0.1", NULL, 404 }, /* whoever says so himself */
		{ "203.0.113.7", "wang", 404 },
		{ "203.0.113.7", "han", 404 },
		{ "203.0.113.7", "root", 200 },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const char *extra[8] = { NULL };
		int n = 0;
		if (rows[i].forwarded)
			extra[n++] = "X-Forwarded-For", extra[n++] = rows[i].forwarded;
		if (rows[i].login)
			extra[n++] = "Authorization", extra[n++] = bearer(h, rows[i].login);
		struct answer a = house_ask(h, NULL, GET, "/metrics", NULL, NULL, extra);
		if (a.status != rows[i].status)
			fail_msg("row %zu: %d", i, a.status);
	}
	struct answer a = house_get(h, NULL, "/metrics");
	assert_non_null(strstr(a.body, "route=\"/metrics\",status=\"404\"} "));
	assert_non_null(strstr(a.body, "tributary_commits_total "));
	house_free(h);
}

/* What each refusal carries beside its status. */
static void refusals_say_what_would_be_taken(void **state)
{
	(void)state;
	struct house *h = house_new();
	struct answer a = house_get(h, NULL, "/api/me");
	assert_int_equal(a.status, 401);
	assert_string_equal(a.type, "application/problem+json");
	assert_non_null(strstr(a.headers, "WWW-Authenticate: Bearer"));
	a = house_ask(h, "wang", DELETE, "/api/units", NULL, NULL, NULL);
	assert_int_equal(a.status, 405);
	assert_non_null(strstr(a.headers, "Allow: GET, HEAD\n"));
	a = house_ask(h, "wang", METHOD_OTHER, "/api/units", NULL, NULL, NULL); /* PATCH */
	assert_int_equal(a.status, 405);
	a = house_ask(h, "wang", DELETE, "/api/nothing", NULL, NULL, NULL);
	assert_int_equal(a.status, 404);
	assert_null(strstr(a.headers, "Allow:"));
	a = house_ask(h, "wang", PUT, "/api/reflections/2026-W47", "text/html", one_point, NULL);
	assert_int_equal(a.status, 415);
	assert_string_equal(a.type, "application/problem+json");
	assert_int_equal(json_get_number(a.json, "status", 0), 415);
	for (int i = 0; i < 6; i++)
		a = house_post(h, NULL, "/sign-in", "login=wang&password=wrong");
	assert_int_equal(a.status, 429);
	assert_non_null(strstr(a.headers, "Retry-After: 1\n"));
	a = house_post(h, NULL, "/sign-in", "login=nobody-at-all&password=wrong");
	assert_int_equal(a.status, 422);
	house_free(h);
}

/* An account that does not exist is throttled like one that does. */
static void guessing_tells_nobody_which_accounts_exist(void **state)
{
	(void)state;
	struct house *h = house_new();
	for (int i = 0; i < 8; i++) {
		struct answer there = house_post(h, NULL, "/sign-in", "login=wang&password=wrong");
		struct answer not = house_post(h, NULL, "/sign-in", "login=gong&password=wrong");
		assert_int_equal(there.status, not .status);
		assert_int_equal(strlen(there.body), strlen(not .body));
	}
	house_free(h);
}

static void the_reader_is_answered_in_the_language_asked_for(void **state)
{
	(void)state;
	struct house *h = house_new();
	static const struct {
		const char *asked, *title;
	} rows[] = {
		{ "zh-CN,zh;q=0.9", "这里没有内容" },
		{ "en", "Nothing here" },
		{ "fr, en;q=0.5", "Nothing here" },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const char *const extra[] = { "Accept-Language", rows[i].asked, NULL };
		struct answer a = house_ask(h, "wang", GET, "/api/points/999", NULL, NULL, extra);
		if (!text_same(json_get_text(a.json, "title"), rows[i].title))
			fail_msg("%s: %s", rows[i].asked, json_get_text(a.json, "title"));
	}
	house_free(h);
}

/* A week's reflection that is sent to its number stays its week's; a task's stays a task's. */
static void a_number_in_the_address_says_what_the_text_is_on(void **state)
{
	(void)state;
	struct house *h = house_new();
	house_put(h, "wang", "/api/reflections/2026-W47", one_point);
	house_ask(h, "wang", POST, "/api/reflections", "text/markdown",
		"---\ntask: 新品上市\n---\n# 经验\n## 先试驾\n", NULL);
	static const struct {
		const char *who, *number, *front;
		int status;
	} rows[] = {
		{ "wang", "1", "---\ntask: 新品上市\n---\n", 422 },
		{ "wang", "1", "---\nweek: 2026-W46\n---\n", 422 },
		{ "wang", "1", "---\nweek: 2026-W47\n---\n", 200 },
		{ "wang", "1", "", 200 },
		{ "wang", "2", "---\nweek: 2026-W47\n---\n", 422 },
		{ "wang", "2", "---\ntask: 新品试驾\n---\n", 200 },
		{ "wang", "2", "", 200 },
		{ "wang", "3", "", 404 },
		{ "li", "1", "", 404 },
		{ "gao", "1", "not even a reflection", 404 },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct answer a = house_put(h, rows[i].who,
			arena_format(h->arena, "/api/reflections/%s", rows[i].number),
			arena_format(h->arena, "%s%s", rows[i].front, one_point));
		if (a.status != rows[i].status)
			fail_msg("row %zu: %d\n%s", i, a.status, a.body);
	}
	struct answer a = house_get(h, "wang", "/api/reflections/1");
	assert_null(json_get(a.json, "task"));
	assert_string_equal(json_get_text(a.json, "week"), "2026-W47");
	a = house_get(h, "wang", "/api/reflections/2");
	assert_string_equal(json_get_text(a.json, "task"), "新品试驾");
	house_free(h);
}

static void json_is_taken_where_it_says_that_it_is_json(void **state)
{
	(void)state;
	struct house *h = house_new();
	house_put(h, "wang", "/api/reflections/2026-W47", one_point);
	static const struct {
		const char *type, *body;
		int status;
	} rows[] = {
		{ "application/json", "{\"topics\": []}", 200 },
		{ "application/json; charset=utf-8", "{\"topics\": []}", 200 },
		{ "text/plain", "{\"topics\": []}", 415 }, { NULL, "{\"topics\": []}", 415 },
		{ "text/markdown", "# 经验", 415 }, { "application/json", "[]", 422 },
		{ NULL, "", 422 }, /* nothing at all is {}: topics are missing */
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct answer a = house_ask(
			h, "lin", PUT, "/api/points/1/topics", rows[i].type, rows[i].body, NULL);
		if (a.status != rows[i].status)
			fail_msg("row %zu: %d\n%s", i, a.status, a.body);
	}
	house_free(h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_week_is_taken_from_when_it_began_until_eight_weeks_later),
		TEST(a_week_whose_points_lie_in_a_closed_week_above_is_not_opened_again),
		TEST(figures_are_for_the_machine_and_for_admins),
		TEST(refusals_say_what_would_be_taken),
		TEST(guessing_tells_nobody_which_accounts_exist),
		TEST(the_reader_is_answered_in_the_language_asked_for),
		TEST(a_number_in_the_address_says_what_the_text_is_on),
		TEST(json_is_taken_where_it_says_that_it_is_json),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
