/*
 * check: does everything that was derived or counted equal what it is derived from? Asked of a copy
 * of the database, so that nobody waits.
 */
#ifndef RULES_CHECK_H
#define RULES_CHECK_H

#include "work.h"

struct check_row {
	const char *what;    /* English, as it is printed */
	int64_t differences; /* 0: it holds; -1: it could not be asked */
	const char *detail;  /* of the first; or NULL */
};
struct check_rows {
	struct check_row *items;
	size_t count, room;
};

/* Where the copy stands while process `pid` checks. */
const char *check_copy(struct arena *a, const char *path, long pid);

/* path: of the database, which may be in use. The copy stands beside it for as long as this takes,
 * and needs as much room. false: no copy could be made; *why says it. */
bool check_all(struct arena *a, const char *path, struct check_rows *rows, const char **why);

/* Makes everything that is derived anew: who sees what, totals, the search index. */
enum outcome check_rebuild(struct work *w);

/* The same in steps: the first makes all that is small, the others the index for search, `most`
 * rows each, while the old one answers. Whatever breaks it off, it goes on from there. */
enum outcome check_begin_anew(struct work *w);
bool check_go_on(struct writer *w, int most, bool *more);
struct check_progress {
	int64_t done, total; /* both 0: nothing is under way */
};
struct check_progress check_progress_any(struct db *db);

#endif
