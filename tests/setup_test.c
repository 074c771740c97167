/* The first set-up of an empty database. */
#include "house.h"

#include <pthread.h>

#include "rules/setup.h"
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

enum { RIVALS = 8 };

struct rival {
	struct house *h;
	struct db *db;
	pthread_barrier_t *start;
	int number;
	enum outcome outcome;
};

/* Each has seen an empty database before any of them writes. */
static void *set_up(void *p)
{
	struct rival *r = p;
	struct arena *a = arena_new();
	db_begin(r->db, a);
	struct work w = { .arena = a,
		.db = r->db,
		.writer = r->h->app.install.writer,
		.now = clock_now(),
		.zone = zone_find("Asia/Shanghai"),
		.faults = { .arena = a } };
	const struct setup s = { "总部", "Root", arena_format(a, "root%d", r->number),
		"one two three four" };
	bool due = setup_is_due(r->db);
	pthread_barrier_wait(r->start);
	r->outcome = due ? setup_do(&w, &s) : BROKEN;
	db_end(r->db);
	arena_free(a);
	return NULL;
}

static void of_many_at_the_same_moment_one_sets_up(void **state)
{
	(void)state;
	struct house *h = empty_house();
	struct rival rivals[RIVALS];
	pthread_t threads[RIVALS];
	pthread_barrier_t start;
	const char *why = "";
	int won = 0, late = 0;
	pthread_barrier_init(&start, NULL, RIVALS);
	for (int i = 0; i < RIVALS; i++) {
		rivals[i] = (struct rival){ h, install_read(h->app.db_path, h->arena, &why), &start,
			i, BROKEN };
		assert_non_null(rivals[i].db);
		assert_int_equal(pthread_create(&threads[i], NULL, set_up, &rivals[i]), 0);
	}
	for (int i = 0; i < RIVALS; i++) {
		pthread_join(threads[i], NULL);
		db_close(rivals[i].db);
		won += rivals[i].outcome == DONE;
		late += rivals[i].outcome == NOT_FOUND;
	}
	pthread_barrier_destroy(&start);
	assert_int_equal(won, 1);
	assert_int_equal(late, RIVALS - 1);
	struct arena *a = arena_new();
	db_begin(h->worker->db, a);
	assert_int_equal(db_long(h->worker->db, SQL("SELECT count(*) FROM person /*scan*/")), 1);
	assert_int_equal(db_long(h->worker->db, SQL("SELECT count(*) FROM unit /*scan*/")), 1);
	db_end(h->worker->db);
	arena_free(a);
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
		TEST(of_many_at_the_same_moment_one_sets_up),
		TEST(set_up_says_all_that_is_missing),
		TEST(set_up_is_not_for_other_sites),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
