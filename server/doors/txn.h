/*
 * txn: writing to the database. Included by rules/ (which begins) and store/ (which writes) only.
 *
 * One writer for the whole system (SQLite before 3.51.3 can damage a WAL database when a passive
 *checkpoint races a second writer): one connection, one lock over every write and every checkpoint.
 *
 * Group commit: writes that arrive while a commit is under way share the next one, each in its own
 *savepoint. txn_commit() returns only when the commit that holds the caller's words is on disk
 *(synchronous=FULL), or false: then nothing of it was kept.
 *
 *	TXN(t, writer, arena);
 *	if (!unit_add(&t, …))
 *		return CONFLICT;            leaving the scope takes everything back
 *	return txn_commit(&t) ? DONE : BROKEN;
 *
 * While a transaction is open: no hashing, no rendering, no waiting for anybody.
 */
#ifndef DOORS_TXN_H
#define DOORS_TXN_H

#include "db.h"

struct writer;
struct batch;

struct txn {
	struct writer *writer;
	struct db *db; /* reads within the transaction see its writes */
	struct batch *batch;
	bool open;
	bool alone; /* no other writer shares its commit */
};

/* Takes the lock file's place for granted: the caller holds it. NULL: see *why. */
struct writer *writer_open(const char *path, struct arena *a, const char **why);
void writer_close(struct writer *w); /* folds the log back into the file */

/* While it hurries, commits do not wait for the disk: for a file that is made from nothing and can
 * be made again, never where somebody is told "saved". Ending it brings everything to disk; false:
 * that failed. */
bool writer_hurry(struct writer *w, bool hurries);

/* Folds the write-ahead log back if it has grown past so many bytes and no reader is in the way.
 * Never waits for readers; false: try again later. */
bool writer_checkpoint(struct writer *w, int64_t bytes);
/* For /metrics: commits since the start, the writes they carried, bytes in the log. */
struct writer_figures {
	int64_t commits, writes, log_bytes;
};
struct writer_figures writer_figures(const struct writer *w);
/* An allocation or the disk failed inside a write since the last call: the search index must be
 * checked. */
bool writer_was_hurt(struct writer *w);

#define TXN(t, w, a) __attribute__((cleanup(txn_leave))) struct txn t = txn_begin((w), (a))
struct txn txn_begin(struct writer *w, struct arena *a);
/* For thousands of statements: shares its commit with nobody, so it needs no savepoint. Within one,
 * SQLite goes over all that it keeps of it, in memory, at the end of each statement. */
#define TXN_ALONE(t, w, a)                                                                         \
	__attribute__((cleanup(txn_leave))) struct txn t = txn_begin_alone((w), (a))
struct txn txn_begin_alone(struct writer *w, struct arena *a);
bool txn_commit(struct txn *t);
void txn_leave(struct txn *t);

/* What `fn` writes goes into the next transaction that this thread commits: for what must be kept
 * exactly when that is kept. If it answers false, nothing of either is. NULL takes it back. */
void txn_ride(bool (*fn)(struct txn *t, void *with), void *with);

/* fn(t, n) runs just before the commit that carries this transaction, behind the writes of all
 * that share it, and sees them (also when this one was taken back: so fn looks what is true by
 * then). For what follows from the truth and is dear to do piecemeal: SQLite makes its search index
 * write out what it holds at each savepoint. If the database fails there, nothing of the commit is
 * kept. */
void txn_at_end(struct txn *t, void (*fn)(struct txn *t, int64_t n), int64_t n);

/* Runs a statement that changes rows. false: a constraint was broken, or the database failed
 * (db_failed tells). */
#define txn_run(t, sql, ...) txn_run_values((t), (sql), VALUES(__VA_ARGS__))
bool txn_run_values(struct txn *t, const struct sql *sql, const struct value *v, size_t n);
/* The same for an INSERT: the new row's id, 0 if it did not come about. */
#define txn_insert(t, sql, ...) txn_insert_values((t), (sql), VALUES(__VA_ARGS__))
int64_t txn_insert_values(struct txn *t, const struct sql *sql, const struct value *v, size_t n);
int64_t txn_changes(const struct txn *t);        /* rows that the last txn_run changed */
int64_t txn_changes_ever(const struct txn *t);   /* rows since the start, the index's own too */
bool txn_script(struct txn *t, const char *sql); /* several statements of our own: migrations */
/* The same where the tables are touched that an index keeps for itself. */
bool txn_script_inside(struct txn *t, const char *sql);

#endif
