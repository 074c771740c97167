/*
 * search_walk: answers an expression (base/query.h: query_match) over the lists of its words
 * (search_list.h), newest first: what FTS5 would answer, several times as fast, and it can be
 * stopped at any time.
 */
#ifndef STORE_SEARCH_WALK_H
#define STORE_SEARCH_WALK_H

#include "base/score.h"
#include "doors/rank.h"
#include "search_list.h"

struct search_term { /* one word; or all that begin so: the row is the newest of them */
	int64_t row;
	struct search_lists lists;
	int64_t *places; /* where it stands in the row; phrases of several words only */
	size_t count, room;
};

struct search_node {
	enum { SEARCH_WORD, SEARCH_PHRASE, SEARCH_AND, SEARCH_OR, SEARCH_NOT } type;
	int64_t row;              /* SEARCH_END: none is left */
	struct search_list *word; /* of a phrase of one word, and no beginning of one */

	struct search_node **items; /* NOT: what must be, what must not */
	size_t count, room;

	struct search_term *terms; /* of a phrase; none: no row has it */
	size_t term_count, *from;  /* from: where next_place() is in each */
};

struct search_walk {
	struct search_index index;
	struct search_node *top;
	struct {
		struct search_node **items; /* phrases in the order of the expression */
		size_t count, room;
	} phrases;
};

/* false: ask FTS5. */
bool search_walk_begin(struct search_walk *w, struct db *db, const char *expression, int64_t until);

/* The newest row that is not newer than this, into top->row. */
void search_walk_seek(struct search_walk *w, int64_t row);

/* Where a phrase stands in the row of top; or only how often. */
void search_walk_count(struct search_walk *w, size_t phrase, struct score_places *p);
void search_walk_places(struct search_walk *w, size_t phrase, struct score_places *p);

/* Collects and scores the newest `most` rows up to `newest`, until that time. false: nothing was
 * collected, FTS5 is to be asked. r->arena is set. */
bool search_walk_all(struct db *db, const char *expression, int64_t newest, int64_t most,
	int64_t until, struct rank *r);

#endif
