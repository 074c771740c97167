/* What is done inside a transaction, and what runs at its end. */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "txn_inner.h"

enum { NEAR = 64 };

static _Thread_local struct {
	bool (*fn)(struct txn *t, void *with);
	void *with;
} rider;

void txn_ride(bool (*fn)(struct txn *t, void *with), void *with)
{
	rider.fn = fn;
	rider.with = with;
}

bool txn_take_rider(struct txn *t)
{
	bool (*fn)(struct txn *, void *) = rider.fn;
	rider.fn = NULL;
	return !fn || fn(t, rider.with);
}

void txn_at_end(struct txn *t, void (*fn)(struct txn *t, int64_t n), int64_t n)
{
	struct batch *b = t->batch;
	assert(t->open);
	/* Asked twice it runs twice, which does no harm; near by is where that happens. */
	for (size_t i = b->end_count > NEAR ? b->end_count - NEAR : 0; i < b->end_count; i++)
		if (b->ends[i].fn == fn && b->ends[i].n == n)
			return;
	if (b->end_count == b->end_room) {
		b->end_room = b->end_room ? b->end_room * 2 : 64;
		b->ends = realloc(b->ends, b->end_room * sizeof *b->ends);
		if (!b->ends)
			abort();
	}
	b->ends[b->end_count++] = (struct txn_end){ fn, n };
}

bool txn_run_ends(struct writer *w, struct batch *b)
{
	struct txn t = { .writer = w, .db = w->db, .batch = b, .open = true };
	w->db->failed = false;
	w->db->arena = w->arena;
	for (size_t i = 0; i < b->end_count && !w->db->failed; i++) {
		b->ends[i].fn(&t, b->ends[i].n);
		arena_reset(w->arena);
	}
	db_reset_active(w->db);
	w->db->arena = NULL;
	return !w->db->failed;
}

bool txn_run_values(struct txn *t, const struct sql *sql, const struct value *v, size_t n)
{
	assert(t->open);
	return q_finish(db_ask_values(t->db, sql, v, n)) == SQLITE_DONE;
}

int64_t txn_insert_values(struct txn *t, const struct sql *sql, const struct value *v, size_t n)
{
	assert(t->open);
	if (q_finish(db_ask_values(t->db, sql, v, n)) != SQLITE_DONE)
		return 0;
	return sqlite3_last_insert_rowid(t->db->sqlite);
}

int64_t txn_changes(const struct txn *t)
{
	return sqlite3_changes64(t->db->sqlite);
}

int64_t txn_changes_ever(const struct txn *t)
{
	return sqlite3_total_changes64(t->db->sqlite);
}

bool txn_script(struct txn *t, const char *sql)
{
	assert(t->open);
	if (t->db->failed)
		return false;
	if (sqlite3_exec(t->db->sqlite, sql, NULL, NULL, NULL) == SQLITE_OK)
		return true;
	db_break(t->db, NULL, "script");
	return false;
}

bool txn_script_inside(struct txn *t, const char *sql)
{
	sqlite3_db_config(t->db->sqlite, SQLITE_DBCONFIG_DEFENSIVE, 0, NULL);
	bool ok = txn_script(t, sql);
	sqlite3_db_config(t->db->sqlite, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
	return ok;
}
