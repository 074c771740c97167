/*
 * search_list: the rows that have one word, newest first, read from the pages of the index
 * (base/postings.h) in the snapshot of the reader. It can be sent to any row further on, and skips
 * the pages between.
 *
 * Whatever is not as it should be (another format, a damaged page) makes the index `bad`: the
 * caller asks FTS5 then, which says what is damaged. Once the time is over it is `late`. Either
 * ends every list.
 */
#ifndef STORE_SEARCH_LIST_H
#define STORE_SEARCH_LIST_H

#include "base/postings.h"
#include "doors/db.h"

#define SEARCH_END INT64_MIN /* the row after the last one */

struct search_block { /* of the index, as it lies in the database */
	uint8_t *bytes;
	size_t len, room;
};

struct search_index {
	struct db *db;
	struct arena *arena;
	struct posting_segments segments;
	struct search_block
		*only; /* of each segment that is one page: that page, once it was read */
	int64_t until; /* of clock_microseconds() */
	int reads;
	bool bad, late;
};

struct search_run { /* what one segment has of the word */
	int64_t row;
	size_t i; /* of the page's rows, counted from 1; 0: none is left on it */
	struct posting_rows rows;
	struct posting_page page;
	struct search_block block;
	const struct posting_segment *segment;
	struct posting_leaves leaves; /* the pages with rows */
	size_t leaf;                  /* the one that was read */
	int64_t first;                /* page: the word begins there, */
	size_t from, to;              /* and its rows on it lie here */
};

struct search_list {
	int64_t row;            /* SEARCH_END: none is left */
	struct search_run *now; /* whose row it is */
	struct search_run **items;
	size_t count, room;
};

bool search_index_open(struct search_index *x, struct db *db, int64_t until);

/* At its newest row. A word is at most POSTINGS_TERM - 1 bytes. */
struct search_list *search_list_of(struct search_index *x, const char *word, size_t len);

struct search_lists {
	struct search_list **items;
	size_t count, room;
};
/* Of all words that begin so; false: there are more than `most`. */
bool search_lists_of(struct search_index *x, const char *begin, size_t len, size_t most,
	struct search_lists *all);

/* The newest row that is not newer than this one. */
void search_list_seek(struct search_index *x, struct search_list *list, int64_t row);

/* The same; made for the row after this one, where one segment has all. */
static inline void search_list_next(struct search_index *x, struct search_list *list, int64_t row)
{
	struct search_run *r = list->now;
	if (list->row <= row)
		return;
	if (list->count == 1 && r && r->i > 1 && r->rows.row[r->i - 2] <= row &&
		r->rows.size[r->i - 2] > 1) {
		r->i--;
		r->row = list->row = r->rows.row[r->i - 1];
		return;
	}
	search_list_seek(x, list, row);
}

/* Where the word stands in the row. */
struct posting_places search_list_places(struct search_index *x, const struct search_list *list);

#endif
