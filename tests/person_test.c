/* People as the administrator keeps them. */
#include "house.h"

static const char *page_of(struct house *h, const char *login, const char *action)
{
	return arena_format(
		h->arena, "/admin/people/%ld%s", (long)house_person(h, login)->id.n, action);
}

static void an_administrator_adds_a_person_who_chooses_a_password(void **state)
{
	(void)state;
	struct house *h = house_new();
	struct answer a = house_post(
		h, "root", "/admin/people", "login=new&name=New&unit=4&role=rep&role=team_manager");
	assert_int_equal(a.status, 200);
	const char *at = strstr(strstr(a.body, "</code><br>"), "<code>");
	assert_non_null(at);
	const char *password = arena_copy(h->arena, at + 6, 19);
	a = house_post(
		h, NULL, "/sign-in", arena_format(h->arena, "login=NEW&password=%s", password));
	assert_int_equal(a.status, 303);
	house_free(h);
}

static void a_deactivated_persons_session_and_token_end_at_once(void **state)
{
	(void)state;
	struct house *h = house_new();
	assert_int_equal(house_get(h, "wang", "/").status, 200);
	assert_int_equal(house_get(h, "wang", "/api/me").status, 200);
	assert_int_equal(house_post(h, "root", page_of(h, "wang", "/deactivate"), "").status, 303);
	assert_int_equal(house_get(h, "wang", "/").status, 303);
	assert_int_equal(house_get(h, "wang", "/api/me").status, 401);
	assert_int_equal(
		house_post(h, NULL, "/sign-in", "login=wang&password=one+two+three+four").status,
		422);
	/* Coming back brings neither session nor token back. */
	assert_int_equal(house_post(h, "root", page_of(h, "wang", "/reactivate"), "").status, 303);
	assert_int_equal(house_get(h, "wang", "/").status, 303);
	assert_int_equal(house_get(h, "wang", "/api/me").status, 401);
	assert_int_equal(
		house_post(h, NULL, "/sign-in", "login=wang&password=one+two+three+four").status,
		303);
	house_free(h);
}

static void one_administrator_always_stays(void **state)
{
	(void)state;
	struct house *h = house_new();
	assert_int_equal(house_post(h, "root", page_of(h, "root", "/deactivate"), "").status, 409);
	assert_int_equal(
		house_post(h, "root", page_of(h, "root", ""), "name=Root&unit=1&role=hq").status,
		409);
	assert_int_equal(house_get(h, "root", "/admin").status, 200);
	house_free(h);
}

static void a_role_must_fit_the_unit(void **state)
{
	(void)state;
	struct house *h = house_new();
	static const struct {
		const char *fields;
		int status;
	} rows[] = {
		{ "login=a1&name=A&unit=4&role=rep", 200 },
		{ "login=a2&name=A&unit=4&role=branch_manager", 422 },
		{ "login=a3&name=A&unit=2&role=branch_manager&role=trainer", 200 },
		{ "login=a4&name=A&unit=2&role=rep", 422 },
		{ "login=a5&name=A&unit=1&role=hq&role=admin", 200 },
		{ "login=a6&name=A&unit=1&role=team_manager", 422 },
		{ "login=a7&name=A&unit=99&role=rep", 422 },
		{ "login=a8&name=A&unit=4", 422 },
		{ "login=a9&name=&unit=4&role=rep", 422 },
		{ "login=A+9&name=A&unit=4&role=rep", 422 },
		{ "login=b1&name=A&unit=4&role=rep&email=nobody", 422 },
		{ "login=wang&name=A&unit=4&role=rep", 409 },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct answer a = house_post(h, "root", "/admin/people", rows[i].fields);
		if (a.status != rows[i].status)
			fail_msg("row %zu: %d, not %d\n%s", i, a.status, rows[i].status, a.body);
	}
	house_free(h);
}

static void a_reset_password_works_once(void **state)
{
	(void)state;
	struct house *h = house_new();
	struct answer a = house_post(h, "root", page_of(h, "wang", "/password"), "");
	assert_int_equal(a.status, 200);
	const char *at = strstr(strstr(a.body, "</code><br>"), "<code>");
	const char *password = arena_copy(h->arena, at + 6, 19);
	assert_int_equal(house_get(h, "wang", "/").status, 303); /* the old session is over */
	assert_int_equal(
		house_post(h, NULL, "/sign-in", "login=wang&password=one+two+three+four").status,
		422);
	assert_int_equal(house_post(h, NULL, "/sign-in",
				 arena_format(h->arena, "login=wang&password=%s", password))
				 .status,
		303);
	house_free(h);
}

static void an_administrator_revokes_a_token(void **state)
{
	(void)state;
	struct house *h = house_new();
	const char *token = NULL;
	struct answer a = house_get(h, "root", page_of(h, "wang", ""));
	const char *at = strstr(a.body, "/tokens/");
	assert_non_null(at);
	token = arena_copy(h->arena, at, strcspn(at, "\""));
	assert_int_equal(
		house_post(h, "root", page_of(h, "li", token), "").status, 404); /* not hers */
	assert_int_equal(house_get(h, "wang", "/api/me").status, 200);
	assert_int_equal(house_post(h, "root", page_of(h, "wang", token), "").status, 303);
	assert_int_equal(house_get(h, "wang", "/api/me").status, 401);
	house_free(h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(an_administrator_adds_a_person_who_chooses_a_password),
		TEST(a_deactivated_persons_session_and_token_end_at_once),
		TEST(one_administrator_always_stays),
		TEST(a_role_must_fit_the_unit),
		TEST(a_reset_password_works_once),
		TEST(an_administrator_revokes_a_token),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
