#include "txn.h"

#include <assert.h>
#include <stdlib.h>

#include "txn_inner.h"

/*
 * A batch is the set of savepoints that one COMMIT carries. Whoever releases the last savepoint
 * while nobody waits for the lock commits for all; the others sleep on `finished`. So a lone writer
 * commits at once, and under load a batch holds what arrived during the commit before it.
 */
#ifndef BATCH_LIMIT /* 1: each write a commit of its own, to measure what sharing brings */
#define BATCH_LIMIT 64
#endif

static bool step(sqlite3_stmt *stmt)
{
	int code = sqlite3_step(stmt);
	sqlite3_reset(stmt);
	return code == SQLITE_DONE;
}

static int on_wal(void *p, sqlite3 *s, const char *name, int pages)
{
	(void)s, (void)name;
	atomic_store(&((struct writer *)p)->log_pages, pages);
	return SQLITE_OK;
}

/* Prepared at the start: a ROLLBACK that cannot be prepared for want of memory would block for
 * ever. */
static bool prepare_all(struct writer *w)
{
	const struct {
		const char *sql;
		sqlite3_stmt **to;
	} all[] = {
		{ "BEGIN IMMEDIATE", &w->begin },
		{ "COMMIT", &w->commit },
		{ "ROLLBACK", &w->rollback },
		{ "SAVEPOINT one", &w->save },
		{ "RELEASE one", &w->release },
		{ "ROLLBACK TO one", &w->undo },
	};
	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		if (sqlite3_prepare_v3(w->db->sqlite, all[i].sql, -1, SQLITE_PREPARE_PERSISTENT,
			    all[i].to, NULL) != SQLITE_OK)
			return false;
	return true;
}

/* The promise "a write that was answered is on disk" stands on this setting. */
static bool is_full_sync(sqlite3 *s)
{
	sqlite3_stmt *stmt = NULL;
	bool full = sqlite3_prepare_v2(s, "PRAGMA synchronous", -1, &stmt, NULL) == SQLITE_OK &&
		    sqlite3_step(stmt) == SQLITE_ROW && sqlite3_column_int(stmt, 0) == 2;
	sqlite3_finalize(stmt);
	return full;
}

struct writer *writer_open(const char *path, struct arena *a, const char **why)
{
	struct db *db = db_connect(path, DB_WRITER, a, why);
	if (!db)
		return NULL;
	assert(is_full_sync(db->sqlite));
	struct writer *w = calloc(1, sizeof *w);
	if (!w)
		abort();
	w->db = db;
	w->arena = arena_new();
	pthread_mutex_init(&w->lock, NULL);
	pthread_cond_init(&w->finished, NULL);
	sqlite3_wal_hook(db->sqlite, on_wal, w);
	bool ok = prepare_all(w);
	assert(ok);
	return w;
}

void writer_close(struct writer *w)
{
	if (!w)
		return;
	assert(!w->batch);
	sqlite3_stmt *all[] = { w->begin, w->commit, w->rollback, w->save, w->release, w->undo };
	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		sqlite3_finalize(all[i]);
	db_close(w->db);
	arena_free(w->arena);
	pthread_mutex_destroy(&w->lock);
	pthread_cond_destroy(&w->finished);
	free(w);
}

bool writer_checkpoint(struct writer *w, int64_t bytes)
{
	if (atomic_load(&w->log_pages) * 4096 <= bytes)
		return true;
	pthread_mutex_lock(&w->lock);
	bool done = false;
	if (!w->batch) {
		sqlite3_busy_timeout(w->db->sqlite, 0);
		done = sqlite3_wal_checkpoint_v2(w->db->sqlite, NULL, SQLITE_CHECKPOINT_TRUNCATE,
			       NULL, NULL) == SQLITE_OK;
		sqlite3_busy_timeout(w->db->sqlite, 5000);
		if (done)
			atomic_store(&w->log_pages, 0);
	}
	pthread_mutex_unlock(&w->lock);
	return done;
}

bool writer_hurry(struct writer *w, bool hurries)
{
	pthread_mutex_lock(&w->lock);
	assert(!w->batch);
	sqlite3 *s = w->db->sqlite;
	const char *sql = hurries ? "PRAGMA synchronous = OFF" : "PRAGMA synchronous = FULL";
	bool ok =
		sqlite3_exec(s, sql, NULL, NULL, NULL) == SQLITE_OK && is_full_sync(s) == !hurries;
	assert(ok || hurries);
	pthread_mutex_unlock(&w->lock);
	return hurries ? ok : writer_checkpoint(w, -1);
}

struct writer_figures writer_figures(const struct writer *w)
{
	return (struct writer_figures){ .commits = atomic_load(&w->commits),
		.writes = atomic_load(&w->writes),
		.log_bytes = atomic_load(&w->log_pages) * 4096 };
}

bool writer_was_hurt(struct writer *w)
{
	pthread_mutex_lock(&w->lock);
	bool hurt = w->hurt;
	w->hurt = false;
	pthread_mutex_unlock(&w->lock);
	return hurt;
}

static void note_hurt(struct writer *w)
{
	int code = w->db->last_error & 0xFF;
	if (code == SQLITE_NOMEM || code == SQLITE_IOERR || code == SQLITE_FULL ||
		code == SQLITE_CORRUPT)
		w->hurt = true;
}

/* Ends the open transaction, well or not, and wakes who waits for it. Holds the lock. */
static void finish(struct writer *w, bool ok)
{
	struct batch *b = w->batch;
	w->batch = NULL;
	if (ok && b->members > 0) {
		bool ended = txn_run_ends(w, b);
		ok = ended && !sqlite3_get_autocommit(w->db->sqlite) && step(w->commit);
		if (ended && !ok) {
			w->db->failed = false;
			db_break(w->db, NULL, "commit");
		}
		if (!ok)
			note_hurt(w);
		atomic_fetch_add(&w->commits, ok);
		atomic_fetch_add(&w->writes, ok ? b->members : 0);
	}
	if (!sqlite3_get_autocommit(w->db->sqlite))
		step(w->rollback);
	free(b->ends);
	b->ends = NULL;
	b->over = true;
	b->ok = ok;
	if (b->sleepers == 0)
		free(b);
	else
		pthread_cond_broadcast(&w->finished);
}

static struct txn begin(struct writer *w, struct arena *a, bool alone)
{
	atomic_fetch_add(&w->waiting, 1);
	pthread_mutex_lock(&w->lock);
	atomic_fetch_sub(&w->waiting, 1);
	if (alone && w->batch)
		finish(w, true); /* what others left in it */
	w->db->arena = a;
	w->db->failed = false;
	struct txn t = { .writer = w, .db = w->db, .open = true, .alone = alone };
	if (!w->batch) {
		w->batch = calloc(1, sizeof *w->batch);
		if (!w->batch)
			abort();
		if (!step(w->begin))
			db_break(w->db, NULL, "begin");
	}
	t.batch = w->batch;
	if (!alone && !w->db->failed && !step(w->save))
		db_break(w->db, NULL, "savepoint");
	return t;
}

struct txn txn_begin(struct writer *w, struct arena *a)
{
	return begin(w, a, false);
}

struct txn txn_begin_alone(struct writer *w, struct arena *a)
{
	return begin(w, a, true);
}

/* A failure may have rolled back the whole transaction, other people's savepoints with it. */
static bool transaction_lost(const struct writer *w)
{
	return sqlite3_get_autocommit(w->db->sqlite) != 0;
}

bool txn_commit(struct txn *t)
{
	struct writer *w = t->writer;
	struct batch *b = t->batch;
	assert(t->open && b == w->batch);
	if (!w->db->failed && !txn_take_rider(t))
		return false;
	db_reset_active(w->db);
	if (w->db->failed || transaction_lost(w) || (!t->alone && !step(w->release)))
		return false;
	t->open = false;
	w->db->arena = NULL;
	b->members++;
	b->sleepers++;
	if (t->alone || atomic_load(&w->waiting) == 0 || b->members >= BATCH_LIMIT)
		finish(w, true);
	while (!b->over)
		pthread_cond_wait(&w->finished, &w->lock);
	bool ok = b->ok;
	if (--b->sleepers == 0)
		free(b);
	pthread_mutex_unlock(&w->lock);
	return ok;
}

void txn_leave(struct txn *t)
{
	if (!t->open)
		return;
	struct writer *w = t->writer;
	t->open = false;
	db_reset_active(w->db);
	if (w->db->failed)
		note_hurt(w);
	bool lost = t->alone || transaction_lost(w) || !step(w->undo) || !step(w->release);
	w->db->arena = NULL;
	if (lost)
		finish(w, false);
	else if (atomic_load(&w->waiting) == 0)
		finish(w, true);
	pthread_mutex_unlock(&w->lock);
}
