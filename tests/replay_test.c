/* Idempotency-Key: what is sent twice is done once, and answered the same. */
#include "house.h"

#include <pthread.h>

static const char task[] = "---\ntask: 新品上市\n---\n# 经验\n## 先问清采购流程\n三件事。\n";
static const char other[] = "---\ntask: 新品上市\n---\n# 教训\n## 没约回访\n没约。\n";

static struct answer send(struct house *h, const char *login, const char *key, const char *text)
{
	const char *const extra[] = { "Idempotency-Key", key, NULL };
	return house_ask(h, login, POST, "/api/reflections", "text/markdown", text, extra);
}

static int64_t written(struct house *h)
{
	struct arena *a = arena_new();
	db_begin(h->worker->db, a);
	int64_t n = db_long(h->worker->db, SQL("SELECT count(*) FROM reflection /*scan*/"));
	db_end(h->worker->db);
	arena_free(a);
	return n;
}

static void script(struct house *h, const char *sql)
{
	TXN(t, h->app.install.writer, h->arena);
	assert_true(txn_script(&t, sql));
	assert_true(txn_commit(&t));
}

static void the_same_request_again_is_answered_the_same_and_done_once(void **state)
{
	(void)state;
	struct house *h = house_new();
	struct answer one = send(h, "wang", "k1", task), two = send(h, "wang", "k1", task);
	assert_int_equal(one.status, 201);
	assert_int_equal(two.status, 201);
	assert_string_equal(one.body, two.body);
	assert_string_equal(one.type, two.type);
	assert_string_equal(one.etag, "\"1\"");
	assert_string_equal(two.etag, "\"1\"");
	assert_int_equal(written(h), 1);
	assert_int_equal(send(h, "wang", "k2", task).status, 201);
	assert_int_equal(send(h, "li", "k1", other).status, 201); /* a key is one's own */
	assert_int_equal(written(h), 3);
	house_free(h);
}

static void the_same_key_with_another_request_is_refused(void **state)
{
	(void)state;
	struct house *h = house_new();
	assert_int_equal(send(h, "wang", "k1", task).status, 201);
	struct answer a = send(h, "wang", "k1", other);
	assert_int_equal(a.status, 422);
	assert_string_equal(
		json_get_text(json_at(json_get(a.json, "errors"), 0), "field"), "Idempotency-Key");
	assert_int_equal(send(h, "wang", "", task).status, 422);
	assert_int_equal(send(h, "wang", "经验", task).status, 422);
	assert_int_equal(written(h), 1);
	house_free(h);
}

static void what_was_refused_may_be_mended_under_the_same_key(void **state)
{
	(void)state;
	struct house *h = house_new();
	assert_int_equal(send(h, "wang", "k1", "# 天气\n").status, 422);
	assert_int_equal(send(h, "wang", "k1", task).status, 201);
	assert_int_equal(written(h), 1);
	house_free(h);
}

static void a_key_is_forgotten_after_a_day(void **state)
{
	(void)state;
	struct house *h = house_new();
	assert_int_equal(send(h, "wang", "k1", task).status, 201);
	clock_freeze(HOUSE_NOW + 86399);
	assert_int_equal(send(h, "wang", "k1", other).status, 422);
	clock_freeze(HOUSE_NOW + 86400);
	assert_int_equal(send(h, "wang", "k1", other).status, 201);
	assert_int_equal(written(h), 2);
	house_free(h);
}

/* The row is there with the write; the answer comes after. A stop between the two must not let it
 * be done again. */
static void a_stop_between_the_write_and_its_answer_doubles_nothing(void **state)
{
	(void)state;
	struct house *h = house_new();
	assert_int_equal(send(h, "wang", "k1", task).status, 201);
	script(h, "UPDATE replay SET status = 0, body = ''");
	assert_int_equal(send(h, "wang", "k1", task).status, 409);
	assert_int_equal(written(h), 1);
	house_free(h);
}

struct sender {
	struct house house; /* a worker and an arena of its own */
	int status[8];
	pthread_t thread;
};

static void *send_all(void *p)
{
	struct sender *s = p;
	for (int i = 0; i < 8; i++) {
		char key[16];
		snprintf(key, sizeof key, "k%d", i);
		s->status[i] = send(&s->house, "wang", key, task).status;
	}
	return NULL;
}

static void of_two_at_the_same_time_one_writes(void **state)
{
	(void)state;
	enum { SENDERS = 4 };
	struct house *h = house_new();
	struct sender all[SENDERS] = { 0 };
	for (int i = 0; i < SENDERS; i++) {
		all[i].house = *h;
		all[i].house.arena = arena_new();
		all[i].house.worker = app_worker_start(&h->app, i + 1);
	}
	for (int i = 0; i < SENDERS; i++)
		assert_int_equal(pthread_create(&all[i].thread, NULL, send_all, &all[i]), 0);
	for (int i = 0; i < SENDERS; i++)
		pthread_join(all[i].thread, NULL);
	for (int i = 0; i < SENDERS; i++) {
		app_worker_stop(all[i].house.worker);
		arena_free(all[i].house.arena);
		for (int k = 0; k < 8; k++)
			if (all[i].status[k] != 201 && all[i].status[k] != 409)
				fail_msg("sender %d, key %d: %d", i, k, all[i].status[k]);
	}
	assert_int_equal(written(h), 8);
	house_free(h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_same_request_again_is_answered_the_same_and_done_once),
		TEST(the_same_key_with_another_request_is_refused),
		TEST(what_was_refused_may_be_mended_under_the_same_key),
		TEST(a_key_is_forgotten_after_a_day),
		TEST(a_stop_between_the_write_and_its_answer_doubles_nothing),
		TEST(of_two_at_the_same_time_one_writes),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
