/* db_inner: what db.c, txn.c and tokenizer share of a connection. For doors/ only. */
#ifndef DOORS_DB_INNER_H
#define DOORS_DB_INNER_H

#include <sqlite3.h>

#include "db.h"

struct db {
	sqlite3 *sqlite;
	struct arena *arena;
	bool failed;
	bool in_snapshot;
	int last_error;   /* SQLite's code of the failure that stuck */
	struct q *active; /* statements not yet reset */
	sqlite3_stmt *begin, *rollback;
	size_t slots;
	sqlite3_stmt *stmt[]; /* by place in the section of statements */
};

struct q {
	struct db *db;
	const struct sql *sql;
	sqlite3_stmt *stmt;
	bool on_row;
	bool own; /* prepared for this question alone: its slot was busy */
	struct q *next;
};

extern struct sql __start_sql[], __stop_sql[];

enum db_role { DB_READER, DB_WRITER };

struct db *db_connect(const char *path, enum db_role role, struct arena *a, const char **why);
void db_break(struct db *db, const struct sql *sql, const char *doing); /* logs and sticks */
void db_retire(struct q *q);
void db_reset_active(struct db *db);
/* Steps to the end; SQLite's code: SQLITE_DONE, a constraint's, or another after it stuck. */
int q_finish(struct q *q);

#endif
