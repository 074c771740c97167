/*
 * rank: scores the rows that a search finds, while it finds them. The SQL function
 * tributary_rank(search, ?) of every connection (registered by doors/tokenizer.c): it takes one of
 * these as value_pointer() and notes the row with its score; its value is NULL.
 *
 *	SELECT tributary_rank(search, ?2) FROM search WHERE search MATCH ?1
 *	ORDER BY rowid DESC LIMIT ?3
 *
 * FTS5's own bm25() reads statistics of all rows, those that the viewer may not see among them, and
 * costs in proportion to all hits. This one looks at the row alone, at 0.1 to 0.3 µs each, and the
 * query decides by order and limit how many rows are looked at: the newest.
 *
 * Score: for each phrase its weight times (2 if the headline has it, and tf / (tf + 1) of the
 * body); a filter token with a weight counts 1.5; words that stand together in the order asked for
 * add to it; younger rows are up to 15 % better. Columns: body 0, headline 1, filter 2.
 */
#ifndef DOORS_RANK_H
#define DOORS_RANK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

enum { RANK_PHRASES = 64, RANK_FILTER_COLUMN = 2 };

struct rank_hit {
	int64_t id;
	float score;
};

struct rank {
	struct {
		int number;     /* of the phrase in the MATCH expression, from 0 */
		float weight;   /* not 0 */
		int64_t rows;   /* of those collected have it */
	} phrase[RANK_PHRASES]; /* in the order of the words; no others are looked at */
	size_t phrases;
	int64_t today; /* days since 1970: ids begin with their day */
	struct arena *arena;

	bool late;              /* the caller's: it was stopped before the end */
	int pages;              /* the caller's: of the index that were read */
	struct rank_hit *items; /* as they were found */
	size_t count, room;
};

/* Joins the function to a connection. For tokenizer.c; p is an fts5_api. 0, or SQLite's code. */
int rank_join(void *fts5_api);

#endif
