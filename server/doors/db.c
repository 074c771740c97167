#include "db.h"

#include <assert.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/log.h"
#include "db_inner.h"
#include "tokenizer.h"

void db_start(void)
{
	sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); /* its counters are one lock for all threads */
	tokenizer_register();
}

static atomic_bool index_damaged;

void db_index_is_damaged(void)
{
	atomic_store(&index_damaged, true);
}

bool db_index_was_damaged(void)
{
	return atomic_exchange(&index_damaged, false);
}

bool db_lost_index(const struct db *db)
{
	return db->failed && (db->last_error & 0xFF) == SQLITE_CORRUPT;
}

void db_break(struct db *db, const struct sql *sql, const char *doing)
{
	if (!db->failed) {
		char line[16] = "0";
		if (sql)
			sqlite3_snprintf((int)sizeof line, line, "%d", sql->line);
		log_event("db", "error", sqlite3_errmsg(db->sqlite), "doing", doing, "file",
			sql ? sql->file : "", "line", line, NULL);
		db->last_error = sqlite3_extended_errcode(db->sqlite);
		if (sql && (db->last_error & 0xFF) == SQLITE_CORRUPT && strstr(sql->text, "search"))
			db_index_is_damaged();
	}
	db->failed = true;
}

static const char *const pragmas[] = {
	[DB_READER] =
		"PRAGMA busy_timeout=5000; PRAGMA query_only=ON; PRAGMA wal_autocheckpoint=0;"
		"PRAGMA trusted_schema=OFF; PRAGMA cache_size=-8000; PRAGMA temp_store=MEMORY;",
	[DB_WRITER] =
		"PRAGMA busy_timeout=5000; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
		"PRAGMA foreign_keys=ON; PRAGMA trusted_schema=OFF; PRAGMA wal_autocheckpoint=0;"
		"PRAGMA cache_size=-32000; PRAGMA temp_store=MEMORY; PRAGMA secure_delete=ON;",
};

static void configure(sqlite3 *s, enum db_role role)
{
	sqlite3_db_config(s, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
	sqlite3_db_config(s, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
	sqlite3_db_config(s, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
	/* Ours only refuse: what stands in the ledger stays (schema/0001-truth.sql). */
	sqlite3_db_config(s, SQLITE_DBCONFIG_ENABLE_TRIGGER, role == DB_WRITER, NULL);
	if (role == DB_READER)
		sqlite3_db_config(s, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
	sqlite3_extended_result_codes(s, 1);
}

/* It holds password hashes and what people told their team only: nobody else on the machine reads
 * it. SQLite gives its log files the same mode. */
static void make_private(const char *path)
{
	int fd = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	if (fd >= 0)
		close(fd);
}

struct db *db_connect(const char *path, enum db_role role, struct arena *a, const char **why)
{
	int flags = role == DB_READER ? SQLITE_OPEN_READONLY
				      : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
	if (role == DB_WRITER)
		make_private(path);
	sqlite3 *s = NULL;
	int code = sqlite3_open_v2(path, &s, flags | SQLITE_OPEN_NOMUTEX, NULL);
	if (code == SQLITE_OK) {
		configure(s, role);
		code = sqlite3_exec(s, pragmas[role], NULL, NULL, NULL);
	}
	if (code != SQLITE_OK) {
		*why = arena_format(
			a, "%s: %s", path, s ? sqlite3_errmsg(s) : sqlite3_errstr(code));
		sqlite3_close(s);
		return NULL;
	}
	size_t slots = (size_t)(__stop_sql - __start_sql);
	struct db *db = calloc(1, sizeof *db + slots * sizeof *db->stmt);
	if (!db)
		abort();
	db->sqlite = s;
	db->slots = slots;
	if (sqlite3_prepare_v2(s, "BEGIN", -1, &db->begin, NULL) != SQLITE_OK ||
		sqlite3_prepare_v2(s, "ROLLBACK", -1, &db->rollback, NULL) != SQLITE_OK)
		abort();
	return db;
}

struct db *db_open(const char *path, struct arena *a, const char **why)
{
	return db_connect(path, DB_READER, a, why);
}

void db_close(struct db *db)
{
	if (!db)
		return;
	db_reset_active(db);
	for (size_t i = 0; i < db->slots; i++)
		sqlite3_finalize(db->stmt[i]);
	sqlite3_finalize(db->begin);
	sqlite3_finalize(db->rollback);
	int code = sqlite3_close(db->sqlite);
	assert(code == SQLITE_OK);
	free(db);
}

void db_retire(struct q *q)
{
	struct db *db = q->db;
	for (struct q **at = &db->active; *at; at = &(*at)->next)
		if (*at == q) {
			*at = q->next;
			break;
		}
	if (q->own)
		sqlite3_finalize(q->stmt);
	else
		sqlite3_reset(q->stmt);
	q->stmt = NULL;
	q->on_row = false;
}

void db_reset_active(struct db *db)
{
	while (db->active)
		db_retire(db->active);
}

static bool run(sqlite3_stmt *stmt)
{
	int code = sqlite3_step(stmt);
	sqlite3_reset(stmt);
	return code == SQLITE_DONE;
}

void db_begin(struct db *db, struct arena *a)
{
	assert(!db->in_snapshot);
	db->arena = a;
	db->failed = false;
	db->in_snapshot = true;
	if (!run(db->begin))
		db_break(db, NULL, "begin");
}

void db_end(struct db *db)
{
	db_reset_active(db);
	if (!sqlite3_get_autocommit(db->sqlite))
		run(db->rollback);
	db->in_snapshot = false;
	db->failed = false;
	db->arena = NULL;
}

bool db_failed(const struct db *db)
{
	return db->failed;
}

struct arena *db_arena(const struct db *db)
{
	return db->arena;
}

const struct sql *db_statement(size_t number)
{
	return number < (size_t)(__stop_sql - __start_sql) ? &__start_sql[number] : NULL;
}

const char *db_refused(struct db *db, const struct sql *sql)
{
	sqlite3_stmt *stmt = NULL;
	int code = sqlite3_prepare_v2(db->sqlite, sql->text, -1, &stmt, NULL);
	sqlite3_finalize(stmt);
	return code == SQLITE_OK ? NULL : arena_string(db->arena, sqlite3_errmsg(db->sqlite));
}

const char *db_plan(struct db *db, const struct sql *sql)
{
	char *plan = arena_string(db->arena, "");
	char *explain = arena_format(db->arena, "EXPLAIN QUERY PLAN %s", sql->text);
	sqlite3_stmt *stmt = NULL;
	if (sqlite3_prepare_v2(db->sqlite, explain, -1, &stmt, NULL) == SQLITE_OK)
		while (sqlite3_step(stmt) == SQLITE_ROW)
			plan = arena_format(db->arena, "%s%s\n", plan,
				(const char *)sqlite3_column_text(stmt, 3));
	sqlite3_finalize(stmt);
	return plan;
}

bool db_copy(struct db *db, const char *to)
{
	assert(!db->in_snapshot);
	sqlite3_stmt *stmt = NULL;
	make_private(to);
	/* The connection stays read-only; but query_only would keep it from writing elsewhere. */
	sqlite3_exec(db->sqlite, "PRAGMA query_only=OFF", NULL, NULL, NULL);
	bool ok = sqlite3_prepare_v2(db->sqlite, "VACUUM INTO ?1", -1, &stmt, NULL) == SQLITE_OK &&
		  sqlite3_bind_text(stmt, 1, to, -1, SQLITE_STATIC) == SQLITE_OK &&
		  sqlite3_step(stmt) == SQLITE_DONE;
	if (!ok)
		log_event(
			"db", "error", sqlite3_errmsg(db->sqlite), "doing", "copy", "to", to, NULL);
	sqlite3_finalize(stmt);
	sqlite3_exec(db->sqlite, "PRAGMA query_only=ON", NULL, NULL, NULL);
	return ok;
}
