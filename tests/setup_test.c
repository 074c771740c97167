/* The first set-up of an empty database. */
#include "house.h"

#include "store/unit.h"

/* A house in which nobody lives. */
static struct house *empty_house(void)
{
	struct arena *a = arena_new();
	struct house *h = ARENA_NEW(a, struct house);
	h->arena = a;
	clock_freeze(HOUSE_NOW);
	secret_set_cheap(true);
	throttle_forget();
	snprintf(h->folder, sizeof h->folder, "/tmp/tributary-test-XXXXXX");
	assert_non_null(mkdtemp(h->folder));
	h->app.db_path = arena_format(a, "%s/db", h->folder);
	const char *why = "";
	if (!install_open(&h->app.install, h->app.db_path, a, &why))
		fail_msg("%s", why);
	h->worker = app_worker_start(&h->app, 0);
	return h;
}

static const char good[] = "unit=%E6%80%BB%E9%83%A8&name=Root&login=root&new=one+two+three+four";

static void an_empty_database_leads_to_set_up(void **state)
{
	(void)state;
	struct house *h = empty_house();
	assert_string_equal(house_get(h, NULL, "/").location, "/sign-in");
	assert_string_equal(house_get(h, NULL, "/sign-in").location, "/set-up");
	assert_int_equal(house_get(h, NULL, "/set-up").status, 200);
	house_free(h);
}

static void set_up_makes_the_first_administrator_and_signs_in(void **state)
{
	(void)state;
	struct house *h = empty_house();
	struct answer a = house_post(h, NULL, "/set-up", good);
	assert_int_equal(a.status, 303);
	assert_string_equal(a.location, "/admin?said=begun");
	assert_non_null(strstr(a.cookie, "HttpOnly"));
	a = house_post(h, NULL, "/sign-in", "login=root&password=one+two+three+four");
	assert_int_equal(a.status, 303);
	house_free(h);
}

static void set_up_happens_once(void **state)
{
	(void)state;
	struct house *h = empty_house();
	assert_int_equal(house_post(h, NULL, "/set-up", good).status, 303);
	assert_int_equal(house_get(h, NULL, "/set-up").status, 404);
	assert_int_equal(
		house_post(h, NULL, "/set-up", "unit=x&name=Evil&login=evil&new=one+two+three+four")
			.status,
		404);
	assert_string_equal(house_get(h, NULL, "/").location, "/sign-in");
	assert_int_equal(house_get(h, NULL, "/sign-in").status, 200);
	house_free(h);
}

static void set_up_says_all_that_is_missing(void **state)
{
	(void)state;
	struct house *h = empty_house();
	struct answer a = house_post(h, NULL, "/set-up", "unit=&name=&login=A+B&new=short");
	assert_int_equal(a.status, 422);
	for (const char *const *id = (const char *const[]){ "id=\"unit\"", "A B", NULL }; *id; id++)
		assert_non_null(strstr(a.body, *id));
	assert_int_equal(house_get(h, NULL, "/set-up").status, 200);
	house_free(h);
}

static void set_up_is_not_for_other_sites(void **state)
{
	(void)state;
	struct house *h = empty_house();
	static const char *const elsewhere[] = { "Sec-Fetch-Site", "cross-site", NULL };
	assert_int_equal(house_ask(h, NULL, POST, "/set-up", "application/x-www-form-urlencoded",
				 good, elsewhere)
				 .status,
		403);
	house_free(h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(an_empty_database_leads_to_set_up),
		TEST(set_up_makes_the_first_administrator_and_signs_in),
		TEST(set_up_happens_once),
		TEST(set_up_says_all_that_is_missing),
		TEST(set_up_is_not_for_other_sites),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
