#include "check.h"

#include <unistd.h>

#include "base/list.h"
#include "doors/disk.h"
#include "doors/txn.h"
#include "radar.h"
#include "search.h"
#include "store/audit.h"
#include "store/bulletin.h"
#include "store/event.h"
#include "store/evidence.h"
#include "store/radar.h"
#include "store/recount.h"
#include "store/schema.h"
#include "store/search_fill.h"
#include "store/sight.h"
#include "store/tally.h"
#include "store/trail.h"

enum { CHECKPOINT = 64 << 20 }; /* bytes of log; a large index comes in slices */

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
	{ "the ledger of what was done", event_differences_any },
	{ "what uses come to", evidence_differences_any },
	{ "what last happened to points", trail_differences_any },
	{ "bulletins and what they carried", bulletin_differences_any },
	{ "what search finds", search_differences_any },
	{ "what tells that points are alike", radar_differences_any },
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

static void ask_writer(struct writer *w, struct arena *a, struct check_rows *rows)
{
	TXN(t, w, a);
	bool good = recount_index_any(&t);
	*LIST_ADD(a, rows) = (struct check_row){ "pages of the search index", !good, NULL };
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
	struct writer *w = db ? writer_open(copy, a, why) : NULL;
	if (w)
		ask_writer(w, a, rows);
	writer_close(w);
	unlink(copy);
	return w != NULL;
}

static bool refill(struct work *w)
{
	TXN(t, w->writer, w->arena);
	schema_refill(&t);
	audit_add(&t, w->who, w->now, "reindex", "unit", 1, (struct unit_id){ 0 }, NULL);
	return txn_commit(&t);
}

enum outcome check_begin_anew(struct work *w)
{
	if (!who_is(w->who, ADMIN) && !who_is_operator(w->who))
		return FORBIDDEN;
	return refill(w) && search_make_anew(w->writer, w->arena) &&
			       radar_empty(w->writer, w->arena)
		       ? DONE
		       : BROKEN;
}

bool check_go_on(struct writer *w, int most, bool *more)
{
	bool ok = search_fill(w, most, more);
	if (ok && !*more)
		ok = radar_fill(w, more);
	writer_checkpoint(w, CHECKPOINT);
	return ok;
}

struct check_progress check_progress_any(struct db *db)
{
	struct search_progress p = search_progress_any(db);
	return (struct check_progress){ p.done, p.total };
}

enum outcome check_rebuild(struct work *w)
{
	enum outcome outcome = check_begin_anew(w);
	bool ok = outcome == DONE;
	for (bool more = true; ok && more;)
		ok = check_go_on(w->writer, SEARCH_SLICE_ALONE, &more);
	return outcome != DONE ? outcome : ok ? DONE : BROKEN;
}
