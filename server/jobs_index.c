/* The index for search: tried, left where it is damaged, made anew beside the one that answers. */
#include "base/clock.h"
#include "base/log.h"
#include "jobs_inner.h"
#include "rules/check.h"
#include "rules/search.h"
#include "store/search_facets.h"
#include "store/search_probe.h"

enum { PROBES = 5, LONGEST = 2000000 /* microseconds a round */, STUMBLES = 3 };

/* So that the first who search do not wait for it: newest first, once in the life of the program.
 */
static void remember(struct db *db, struct arena *a)
{
	enum { ROWS = 5000 };
	static int64_t before = INT64_MAX; /* of this one thread */
	int64_t until = clock_microseconds() + LONGEST;
	while (before != INT64_MIN && clock_microseconds() < until) {
		db_begin(db, a);
		before = search_facets_learn_any(db, before, ROWS);
		db_end(db);
		arena_reset(a);
	}
}

/* What a damaged page makes of itself may be no error, only words that are found no more. */
void jobs_index_try(struct db *db, struct arena *a)
{
	for (int i = 0; i < PROBES; i++) {
		db_begin(db, a);
		search_probe_any(db);
		db_end(db);
	}
	remember(db, a);
}

/* Whoever asked was told; it is asked no more, and another one is made from the truth. */
int64_t jobs_index_leave(const struct install *install, struct arena *a)
{
	if (!db_index_was_damaged())
		return 0;
	log_event("search", "damaged", "yes", "doing", "the index is being made anew", NULL);
	return search_distrust(install->writer, a);
}

/* In slices short enough for who waits to write. */
int64_t jobs_index_make(const struct install *install, struct arena *a, const atomic_bool *stop)
{
	static int stumbles; /* of this one thread: slices that failed one after the other */
	int64_t until = clock_microseconds() + LONGEST, slices = 0;
	bool more = true, ok = true;
	for (; ok && more && clock_microseconds() < until && !atomic_load(stop); slices += more)
		ok = check_go_on(install->writer, SEARCH_SLICE, &more);
	stumbles = ok ? 0 : stumbles + 1;
	if (stumbles == STUMBLES) { /* what was made so far may be damaged itself */
		search_throw_away(install->writer, a);
		stumbles = 0;
	}
	return slices;
}
