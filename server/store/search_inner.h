/* search_inner: what the search_*.c that ask share. */
#ifndef STORE_SEARCH_INNER_H
#define STORE_SEARCH_INNER_H

#include "doors/rank.h"
#include "search_ask.h"
#include "search_scope.h"

/* The expression for the query and the viewer's needs, and what each phrase of it is worth, which
 * goes to *r. */
const char *search_expression(struct db *db, const struct query *q,
	const struct search_needs *needs,
	float (*worth)(const struct query_part *part, void *context), void *context,
	struct rank *r);
float search_worth_nothing(const struct query_part *part, void *context); /* not ranked */
/* Collects the newest `most` rows up to `newest` that answer it, for at most SEARCH_LONGEST. */
enum { SEARCH_LONGEST = 50000 }; /* microseconds */
void search_collect(
	struct db *db, const char *expression, int64_t newest, int64_t most, struct rank *r);
int search_by_score(const void *x, const void *y); /* of struct rank_hit, for qsort */

/*
 * Any of the words: for a sentence, or where few or none hold all of them. Puts the best rows, best
 * first, into *r, and the words into *terms; *loose: the query is one word, parted into its
 * characters. false: the query has no words that could be parted, or
 * says more than words.
 */
bool search_any(struct db *db, const struct search_ask *ask, const struct search_needs *needs,
	struct rank *r, struct terms *terms, bool *loose);

/* The best of the rows, most at most, best first; how many. */
size_t search_best_of(const struct rank *r, struct rank_hit **best, size_t most);

/* Ranks the best of what answers the query again, on their text; they stay before all others. */
void search_best_again(struct db *db, const struct search_ask *ask, struct rank *r);

/* Each word of the query without the others (filters stay), and how many hits it has. */
void search_alone(struct db *db, const struct search_ask *ask, const struct search_needs *needs,
	struct search_alones *alone);

/* What was meant by each word of the query that nothing has. */
struct search_nearests search_nearest(
	struct db *db, const struct search_ask *ask, const struct search_needs *needs);

#endif
