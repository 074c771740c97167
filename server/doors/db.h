/*
 * db: reading from the database. No SQLite type appears here.
 *
 * A struct db is one connection with its prepared statements; it belongs to one thread at a time.
 *Readers are opened read-only; what writes is a struct txn (doors/txn.h), which only rules/ can
 *begin.
 *
 * SQL("…") takes a literal only and registers it: no text of a user can become SQL, every statement
 *of the program can be listed and tried against the schema in one test, and its place in the list
 *is the slot of the prepared statement in each connection.
 *
 * Failure sticks: after a broken statement or disk every later question on the connection has no
 *rows, until the snapshot ends. It is logged once, with the statement's file and line; ask
 *db_failed() before an answer goes out.
 *
 *	struct q *q = db_ask(db, SQL("SELECT name FROM unit WHERE id = ?1"), V(id));
 *	while (q_row(q))
 *		names_add(q_text(q, 0));
 */
#ifndef DOORS_DB_H
#define DOORS_DB_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/ids.h"

struct db;
struct q;

/* Aligned to its own size, so that neither compiler nor linker leaves gaps in the section. */
struct sql {
	const char *text, *file;
	int line;
} __attribute__((aligned(32)));

#define SQL(literal)                                                                               \
	(__extension__({                                                                           \
		static struct sql here_ __attribute__((section("sql"), used)) = { "" literal,      \
			__FILE__, __LINE__ };                                                      \
		(const struct sql *)&here_;                                                        \
	}))

/* A bound value. V() takes integers, bool, strings (NULL is SQL's NULL), typed ids and weeks. */
struct value {
	enum { VALUE_NULL, VALUE_LONG, VALUE_TEXT, VALUE_BYTES, VALUE_POINTER } type;
	int64_t number;
	const char *text;
	size_t len;
};

static inline struct value value_long(int64_t n)
{
	return (struct value){ .type = VALUE_LONG, .number = n };
}
static inline struct value value_text(const char *s)
{
	return (struct value){ .type = s ? VALUE_TEXT : VALUE_NULL, .text = s };
}
static inline struct value value_bytes(const char *bytes, size_t len)
{
	return (struct value){ .type = VALUE_BYTES, .text = bytes, .len = len };
}
/* For a function of our own (doors/rank.h), which knows what it points to; NULL to all else. */
static inline struct value value_pointer(void *p)
{
	return (struct value){ .type = VALUE_POINTER, .text = p };
}
/* An id that is 0 where the column may be NULL. */
static inline struct value value_or_null(int64_t n)
{
	return (struct value){ .type = n ? VALUE_LONG : VALUE_NULL, .number = n };
}
#define ID_VALUE(noun)                                                                             \
	static inline struct value value_##noun(struct noun##_id id)                               \
	{                                                                                          \
		return value_long(id.n);                                                           \
	}
IDS(ID_VALUE)
#undef ID_VALUE
static inline struct value value_week(struct week w)
{
	return value_long(w.n);
}

#define ID_CASE(noun) , struct noun##_id : value_##noun
#define V(x)                                                                                       \
	_Generic((x), char *: value_text, const char *: value_text,                                \
		struct week: value_week IDS(ID_CASE), default: value_long)(x)
#define VALUES(...)                                                                                \
	(const struct value[]){ { .type = VALUE_NULL }, ##__VA_ARGS__ },                           \
		sizeof((const struct value[]){ { .type = VALUE_NULL }, ##__VA_ARGS__ }) /          \
				sizeof(struct value) -                                             \
			1

/* Before the first connection, once; more often does no harm. Every connection of the process has
 * the tokenizer then. */
void db_start(void);

/* NULL, with *why set (static or in the caller's arena), when the file cannot be opened. */
struct db *db_open(const char *path, struct arena *a, const char **why);
void db_close(struct db *db);

/* One request reads one snapshot. What rows return lives in the arena. */
void db_begin(struct db *db, struct arena *a);
void db_end(struct db *db); /* also forgets a failure */
bool db_failed(const struct db *db);
bool db_lost_index(const struct db *db); /* it failed because what it read is damaged */
/* A statement of any connection met a damaged search index (or the caller says so); asked once each
 * time. */
void db_index_is_damaged(void);
bool db_index_was_damaged(void);
struct arena *db_arena(const struct db *db);

#define db_ask(db, sql, ...) db_ask_values((db), (sql), VALUES(__VA_ARGS__))
struct q *db_ask_values(struct db *db, const struct sql *sql, const struct value *v, size_t n);

bool q_row(struct q *q);                 /* the next row; false at the end and after a failure */
void q_end(struct q *q);                 /* when one stops before the last row */
int64_t q_long(struct q *q, int column); /* NULL is 0 */
struct db *q_db(const struct q *q);
bool q_null(struct q *q, int column);
const char *q_text(struct q *q, int column); /* a copy in the arena; NULL is NULL */
const char *q_bytes(struct q *q, int column, size_t *len);
/* Into memory of the caller's; answers the length, and copies nothing where it is more than `room`.
 */
size_t q_copy(struct q *q, int column, void *to, size_t room);

/* The first column of the first row, or 0 / NULL. */
#define db_long(db, sql, ...) db_long_values((db), (sql), VALUES(__VA_ARGS__))
int64_t db_long_values(struct db *db, const struct sql *sql, const struct value *v, size_t n);
#define db_text(db, sql, ...) db_text_values((db), (sql), VALUES(__VA_ARGS__))
const char *db_text_values(struct db *db, const struct sql *sql, const struct value *v, size_t n);

/* Every statement of the program, for `tributary sql` and the test that tries them all. */
const struct sql *db_statement(size_t number); /* NULL past the last */
const char *db_refused(
	struct db *db, const struct sql *sql);             /* why it cannot be prepared, or NULL */
const char *db_plan(struct db *db, const struct sql *sql); /* EXPLAIN QUERY PLAN, a line a step */

/* A consistent copy of the whole database into a new file; not between db_begin() and db_end().
 * false: see the log. */
bool db_copy(struct db *db, const char *to);

#endif
