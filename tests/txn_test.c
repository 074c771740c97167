/* One writer, many who write: each commit carries whole savepoints, and nobody is told "saved" too
 * early. */
#include "house.h"

#include <pthread.h>
#include <sys/stat.h>

#include "base/log.h"
#include "store/setting.h"

enum { THREADS = 12, ROUNDS = 40 };

struct job {
	struct house *h;
	int number, saved;
};

/* Every third round is taken back, every one that was answered must be there; every fifth shares
 * its commit with nobody. */
static void *write_much(void *p)
{
	struct job *j = p;
	struct arena *a = arena_new();
	for (int i = 0; i < ROUNDS; i++) {
		struct writer *w = j->h->app.install.writer;
		__attribute__((cleanup(txn_leave))) struct txn t =
			i % 5 ? txn_begin(w, a) : txn_begin_alone(w, a);
		setting_put(&t, arena_format(a, "k%d-%d", j->number, i), "x");
		if (i % 3 == 0)
			continue;
		if (txn_commit(&t))
			j->saved++;
	}
	arena_free(a);
	return NULL;
}

static void what_was_answered_is_there_and_what_was_left_is_not(void **state)
{
	(void)state;
	struct house *h = house_new();
	pthread_t threads[THREADS];
	struct job jobs[THREADS];
	for (int i = 0; i < THREADS; i++) {
		jobs[i] = (struct job){ h, i, 0 };
		assert_int_equal(pthread_create(&threads[i], NULL, write_much, &jobs[i]), 0);
	}
	int saved = 0;
	for (int i = 0; i < THREADS; i++) {
		pthread_join(threads[i], NULL);
		saved += jobs[i].saved;
	}
	db_begin(h->worker->db, h->arena);
	int there = 0;
	for (int i = 0; i < THREADS; i++)
		for (int k = 0; k < ROUNDS; k++)
			there += setting_get_any(h->worker->db,
					 arena_format(h->arena, "k%d-%d", i, k)) != NULL;
	db_end(h->worker->db);
	assert_int_equal(saved, THREADS * (ROUNDS - (ROUNDS + 2) / 3));
	assert_int_equal(there, saved);
	house_free(h);
}

static void a_broken_constraint_is_an_answer_not_a_failure(void **state)
{
	(void)state;
	struct house *h = house_new();
	TXN(t, h->app.install.writer, h->arena);
	assert_int_equal(
		unit_add(&t, "e1", "again", UNIT_TEAM, house_unit_in(t.db, "east"), 1).n, 0);
	assert_false(db_failed(t.db));
	assert_int_not_equal(
		unit_add(&t, "e9", "fresh", UNIT_TEAM, house_unit_in(t.db, "east"), 1).n, 0);
	assert_true(txn_commit(&t));
	house_free(h);
}

static void a_reader_cannot_write(void **state)
{
	(void)state;
	struct house *h = house_new();
	log_set_level(LOG_QUIET);
	db_begin(h->worker->db, h->arena);
	assert_false(
		q_row(db_ask(h->worker->db, SQL("DELETE FROM setting WHERE name = ?1"), V("key"))));
	assert_true(db_failed(h->worker->db));
	assert_false(q_row(db_ask(h->worker->db, SQL("SELECT 1"))));
	db_end(h->worker->db);
	db_begin(h->worker->db, h->arena);
	assert_false(db_failed(h->worker->db));
	assert_non_null(setting_get_any(h->worker->db, "key"));
	db_end(h->worker->db);
	log_set_level(LOG_ERRORS);
	house_free(h);
}

/* A file system that is full: SQLite is told that no page may be added. */
static void a_full_disk_loses_nothing_and_is_said(void **state)
{
	(void)state;
	struct house *h = house_new();
	log_set_level(LOG_QUIET);
	{
		TXN(t, h->app.install.writer, h->arena);
		txn_run(&t, SQL("PRAGMA max_page_count = 1"));
		assert_true(txn_commit(&t));
	}
	char *long_text = arena_alloc(h->arena, 400000);
	memset(long_text, 'x', 399999);
	{
		TXN(t, h->app.install.writer, h->arena);
		setting_put(&t, "large", long_text);
		assert_false(txn_commit(&t));
	}
	assert_true(writer_was_hurt(h->app.install.writer));
	{
		TXN(t, h->app.install.writer, h->arena);
		txn_run(&t, SQL("PRAGMA max_page_count = 1073741823"));
		setting_put(&t, "small", "y");
		assert_true(txn_commit(&t));
	}
	db_begin(h->worker->db, h->arena);
	assert_null(setting_get_any(h->worker->db, "large"));
	assert_string_equal(setting_get_any(h->worker->db, "small"), "y");
	db_end(h->worker->db);
	log_set_level(LOG_ERRORS);
	house_free(h);
}

static void the_log_is_folded_back_when_no_reader_is_in_the_way(void **state)
{
	(void)state;
	struct house *h = house_new();
	struct writer *w = h->app.install.writer;
	db_begin(h->worker->db, h->arena);
	setting_get_any(h->worker->db, "key");
	{
		TXN(t, w, h->arena);
		setting_put(&t, "a", "b");
		assert_true(txn_commit(&t));
	}
	assert_false(writer_checkpoint(w, 0));
	db_end(h->worker->db);
	assert_true(writer_checkpoint(w, 0));
	house_free(h);
}

static void note(struct txn *t, int64_t n)
{
	char name[32];
	snprintf(name, sizeof name, "end%d", (int)n);
	setting_put(t, name, setting_get_any(t->db, "a") ? "after" : "before");
}

static void break_it(struct txn *t, int64_t n)
{
	(void)n;
	txn_script(t, "no SQL");
}

static void what_is_asked_for_the_end_is_in_the_same_commit_behind_the_writes(void **state)
{
	(void)state;
	struct house *h = house_new();
	struct writer *w = h->app.install.writer;
	{
		TXN(t, w, h->arena);
		txn_at_end(&t, note, 1);
		setting_put(&t, "a", "b");
		assert_true(txn_commit(&t));
	}
	db_begin(h->worker->db, h->arena);
	assert_string_equal(setting_get_any(h->worker->db, "end1"), "after");
	db_end(h->worker->db);
	{
		log_set_level(LOG_QUIET);
		TXN(t, w, h->arena);
		setting_put(&t, "c", "d");
		txn_at_end(&t, break_it, 1);
		assert_false(txn_commit(&t));
		log_set_level(LOG_ERRORS);
	}
	db_begin(h->worker->db, h->arena);
	assert_null(setting_get_any(h->worker->db, "c"));
	db_end(h->worker->db);
	{
		TXN(t, w, h->arena);
		setting_put(&t, "c", "d");
		assert_true(txn_commit(&t));
	}
	house_free(h);
}

static void nobody_else_on_the_machine_reads_the_database(void **state)
{
	(void)state;
	struct house *h = house_new();
	struct stat st;
	static const char *const files[] = { "", "-wal" };
	for (size_t i = 0; i < 2; i++) {
		assert_int_equal(
			stat(arena_format(h->arena, "%s%s", h->app.db_path, files[i]), &st), 0);
		assert_int_equal(st.st_mode & 0777, 0600);
	}
	house_free(h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(what_was_answered_is_there_and_what_was_left_is_not),
		TEST(a_broken_constraint_is_an_answer_not_a_failure),
		TEST(a_reader_cannot_write),
		TEST(a_full_disk_loses_nothing_and_is_said),
		TEST(the_log_is_folded_back_when_no_reader_is_in_the_way),
		TEST(nobody_else_on_the_machine_reads_the_database),
		TEST(what_is_asked_for_the_end_is_in_the_same_commit_behind_the_writes),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
