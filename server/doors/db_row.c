/* Questions and their rows. */
#include <assert.h>
#include <string.h>

#include "db_inner.h"

static void bind(struct q *q, int at, const struct value *v)
{
	switch (v->type) {
	case VALUE_NULL:
		sqlite3_bind_null(q->stmt, at);
		break;
	case VALUE_LONG:
		sqlite3_bind_int64(q->stmt, at, v->number);
		break;
	case VALUE_TEXT:
		/* The text must outlive the question: it lies in the request's arena or is a
		 * literal. */
		sqlite3_bind_text(q->stmt, at, v->text, -1, SQLITE_STATIC);
		break;
	case VALUE_BYTES:
		sqlite3_bind_blob64(q->stmt, at, v->len ? v->text : "", v->len, SQLITE_STATIC);
		break;
	case VALUE_POINTER:
		sqlite3_bind_pointer(q->stmt, at, (void *)v->text, "tributary", NULL);
		break;
	}
}

/* The slot's statement, or one of its own if a question on it is still being read. */
static sqlite3_stmt *statement(struct db *db, const struct sql *sql, bool *own)
{
	size_t slot = (size_t)(sql - __start_sql);
	assert(slot < db->slots);
	*own = db->stmt[slot] && sqlite3_stmt_busy(db->stmt[slot]);
	if (!*own && db->stmt[slot])
		return db->stmt[slot];
	sqlite3_stmt *stmt = NULL;
	unsigned flags = *own ? 0 : SQLITE_PREPARE_PERSISTENT;
	if (sqlite3_prepare_v3(db->sqlite, sql->text, -1, flags, &stmt, NULL) != SQLITE_OK) {
		db_break(db, sql, "prepare");
		return NULL;
	}
	if (!*own)
		db->stmt[slot] = stmt;
	return stmt;
}

struct q *db_ask_values(struct db *db, const struct sql *sql, const struct value *v, size_t n)
{
	assert(db->arena);
	struct q *q = ARENA_NEW(db->arena, struct q);
	q->db = db;
	q->sql = sql;
	if (db->failed)
		return q;
	q->stmt = statement(db, sql, &q->own);
	if (!q->stmt)
		return q;
	assert(sqlite3_bind_parameter_count(q->stmt) == (int)n);
	for (size_t i = 1; i <= n; i++)
		bind(q, (int)i, &v[i]);
	q->next = db->active;
	db->active = q;
	return q;
}

bool q_row(struct q *q)
{
	if (!q->stmt)
		return false;
	int code = sqlite3_step(q->stmt);
	if (code == SQLITE_ROW)
		return q->on_row = true;
	if (code != SQLITE_DONE)
		db_break(q->db, q->sql, "step");
	db_retire(q);
	return false;
}

int q_finish(struct q *q)
{
	if (!q->stmt)
		return SQLITE_ERROR;
	int code;
	do
		code = sqlite3_step(q->stmt);
	while (code == SQLITE_ROW);
	if (code != SQLITE_DONE && (code & 0xFF) != SQLITE_CONSTRAINT)
		db_break(q->db, q->sql, "step");
	db_retire(q);
	return code;
}

void q_end(struct q *q)
{
	if (q->stmt)
		db_retire(q);
}

struct db *q_db(const struct q *q)
{
	return q->db;
}

int64_t q_long(struct q *q, int column)
{
	assert(q->on_row && column < sqlite3_column_count(q->stmt));
	return sqlite3_column_int64(q->stmt, column);
}

bool q_null(struct q *q, int column)
{
	assert(q->on_row && column < sqlite3_column_count(q->stmt));
	return sqlite3_column_type(q->stmt, column) == SQLITE_NULL;
}

const char *q_bytes(struct q *q, int column, size_t *len)
{
	assert(q->on_row && column < sqlite3_column_count(q->stmt));
	const char *text = (const char *)sqlite3_column_text(q->stmt, column);
	*len = (size_t)sqlite3_column_bytes(q->stmt, column);
	return text ? arena_copy(q->db->arena, text, *len) : NULL;
}

size_t q_copy(struct q *q, int column, void *to, size_t room)
{
	assert(q->on_row && column < sqlite3_column_count(q->stmt));
	const void *bytes = sqlite3_column_blob(q->stmt, column);
	size_t len = (size_t)sqlite3_column_bytes(q->stmt, column);
	if (bytes && len <= room)
		memcpy(to, bytes, len);
	return len;
}

const char *q_text(struct q *q, int column)
{
	size_t len;
	return q_bytes(q, column, &len);
}

int64_t db_long_values(struct db *db, const struct sql *sql, const struct value *v, size_t n)
{
	struct q *q = db_ask_values(db, sql, v, n);
	int64_t found = q_row(q) ? q_long(q, 0) : 0;
	q_end(q);
	return found;
}

const char *db_text_values(struct db *db, const struct sql *sql, const struct value *v, size_t n)
{
	struct q *q = db_ask_values(db, sql, v, n);
	const char *found = q_row(q) ? q_text(q, 0) : NULL;
	q_end(q);
	return found;
}
