#include "check.h"

#include <unistd.h>

#include "base/list.h"
#include "doors/disk.h"
#include "doors/txn.h"
#include "store/audit.h"
#include "store/recount.h"
#include "store/schema.h"
#include "store/sight.h"
#include "store/tally.h"

static const struct {
	const char *what;
	int64_t (*differences)(struct db *db);
} counts[] = {
	{ "references", recount_references_any },
	{ "totals of roll-ups", tally_differences_any },
	{ "who sees what", sight_differences_any },
	{ "how far points have risen", recount_reach_any },
	{ "reflections and closed weeks", recount_closed_any },
	{ "versions of reflections", recount_numbers_any },
};

static void ask(struct db *db, struct check_rows *rows)
{
	struct arena *a = db_arena(db);
	const char *damage = recount_integrity_any(db);
	*LIST_ADD(a, rows) = (struct check_row){ "pages of the file", damage ? 1 : 0, damage };
	for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
		int64_t n = counts[i].differences(db);
		*LIST_ADD(a, rows) = (struct check_row){ .what = counts[i].what,
			.differences = db_failed(db) ? -1 : n };
	}
}

const char *check_copy(struct arena *a, const char *path, long pid)
{
	return disk_beside(a, path, arena_format(a, ".check-%ld", pid));
}

bool check_all(struct arena *a, const char *path, struct check_rows *rows, const char **why)
{
	const char *copy = check_copy(a, path, (long)getpid());
	struct db *db = db_open(path, a, why);
	if (!db)
		return false;
	bool copied = db_copy(db, copy);
	db_close(db);
	*why = "the database could not be copied; the log says why";
	db = copied ? db_open(copy, a, why) : NULL;
	if (db) {
		db_begin(db, a);
		ask(db, rows);
		db_end(db);
		db_close(db);
	}
	unlink(copy);
	return db != NULL;
}

enum outcome check_rebuild(struct work *w)
{
	if (!who_is(w->who, ADMIN) && !who_is_operator(w->who))
		return FORBIDDEN;
	TXN(t, w->writer, w->arena);
	schema_refill(&t);
	audit_add(&t, w->who, w->now, "reindex", "unit", 1, (struct unit_id){ 0 }, NULL);
	return txn_commit(&t) ? DONE : BROKEN;
}
