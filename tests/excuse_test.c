/* Excusing who was away. */
#include "rollup_kit.h"

static const char *excuse(struct house *h, const char *unit, const char *login)
{
	return arena_format(h->arena, "/api/units/%s/rollup/excuses/%ld" WEEK, unit,
		(long)house_person(h, login)->id.n);
}

static const char *presence_of(
	struct house *h, const char *reader, const char *name, const char **reason)
{
	const struct json *roster = json_get(kit_rollup(h, reader, "e1").json, "roster");
	for (size_t i = 0; i < json_count(roster); i++)
		if (text_same(json_get_text(json_at(roster, i), "name"), name)) {
			*reason = json_get_text(json_at(roster, i), "reason");
			return json_get_text(json_at(roster, i), "state");
		}
	return NULL;
}

static void a_manager_excuses_with_a_reason_and_takes_it_back(void **state)
{
	(void)state;
	struct house *h = house_new();
	const char *reason;
	assert_string_equal(presence_of(h, "lin", "李娜", &reason), "missing");
	assert_int_equal(
		kit_json(h, "lin", PUT, excuse(h, "e1", "li"), "{\"reason\":\"\"}").status, 422);
	assert_int_equal(
		kit_json(h, "lin", PUT, excuse(h, "e1", "li"), "{\"reason\":\"年假\"}").status,
		200);
	assert_string_equal(presence_of(h, "lin", "李娜", &reason), "excused");
	assert_string_equal(reason, "年假");
	/* why somebody was away is not everybody's business */
	assert_string_equal(presence_of(h, "wang", "李娜", &reason), "excused");
	assert_null(reason);
	assert_string_equal(presence_of(h, "li", "李娜", &reason), "excused");
	assert_string_equal(reason, "年假");
	assert_int_equal(kit_json(h, "lin", DELETE, excuse(h, "e1", "li"), NULL).status, 200);
	assert_string_equal(presence_of(h, "lin", "李娜", &reason), "missing");
	assert_int_equal(kit_audits(h, "excuse"), 1);
	assert_int_equal(kit_audits(h, "unexcuse"), 1);
	house_free(h);
}

static void only_the_manager_and_only_the_own_team(void **state)
{
	(void)state;
	struct house *h = house_new();
	static const struct {
		const char *login, *unit, *person;
		int status;
	} rows[] = {
		{ "wang", "e1", "li", 403 },
		{ "gao", "e1", "li", 403 },
		{ "zhao", "e1", "li", 404 },
		{ "lin", "e1", "qian", 422 },
		{ "lin", "e2", "qian", 404 },
		{ "gao", "east", "li", 404 },
		{ "chen", "s1", "sun", 200 },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct answer a = kit_json(h, rows[i].login, PUT,
			excuse(h, rows[i].unit, rows[i].person), "{\"reason\":\"x\"}");
		if (a.status != rows[i].status)
			fail_msg("%s excuses %s at %s: %d", rows[i].login, rows[i].person,
				rows[i].unit, a.status);
	}
	house_free(h);
}

static void the_page_warns_who_is_missing_before_closing(void **state)
{
	(void)state;
	struct house *h = house_new();
	kit_write(h, "wang", "报价前先问清");
	struct answer a = house_get(h, "lin", "/units/e1");
	assert_non_null(strstr(a.body, "李娜、林经理"));
	assert_non_null(strstr(a.body, "1 点没归类"));
	assert_int_equal(house_post(h, "lin", "/units/e1/excuse",
				 arena_format(h->arena,
					 "week=2026-W47&person=%ld&reason=%%E5%%B9%%B4%%E5%%81%%87",
					 (long)house_person(h, "li")->id.n))
				 .status,
		303);
	a = house_get(h, "lin", "/units/e1");
	assert_null(strstr(a.body, "李娜、林经理"));
	assert_null(strstr(house_get(h, "wang", "/units/e1").body, "data-confirm"));
	house_free(h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_manager_excuses_with_a_reason_and_takes_it_back),
		TEST(only_the_manager_and_only_the_own_team),
		TEST(the_page_warns_who_is_missing_before_closing),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
