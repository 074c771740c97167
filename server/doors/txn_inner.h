/* txn_inner: what txn.c and txn_run.c share of the writer. */
#ifndef DOORS_TXN_INNER_H
#define DOORS_TXN_INNER_H

#include <pthread.h>
#include <stdatomic.h>

#include "db_inner.h"
#include "txn.h"

struct txn_end {
	void (*fn)(struct txn *t, int64_t n);
	int64_t n;
};

struct batch {
	int members;  /* savepoints released into it */
	int sleepers; /* threads that still look at it */
	bool over, ok;
	struct txn_end *ends; /* what runs before its commit */
	size_t end_count, end_room;
};

struct writer {
	struct db *db;
	pthread_mutex_t lock;
	pthread_cond_t finished;
	_Atomic int waiting;
	_Atomic int64_t log_pages, commits, writes;
	struct batch *batch; /* open transaction, or NULL */
	bool hurt;
	struct arena *arena; /* of what runs before a commit */
	sqlite3_stmt *begin, *commit, *rollback, *save, *release, *undo;
};

bool txn_take_rider(struct txn *t); /* false: it refused */
/* Before the commit, outside all savepoints; holds the lock. false: the database failed. */
bool txn_run_ends(struct writer *w, struct batch *b);

#endif
