/*
 * postings: the pages of an FTS5 index, read without FTS5. Pure bytes; where they come from is
 * store/search_list.h.
 *
 * FTS5's own walk costs 150 to 500 ns a row, and cannot be stopped between two hits; a page of 4 KB
 * read here gives some six hundred rows in 3 µs. SQLite 3.20 to 3.46 write this format (number 4,
 * described at the head of its fts5_index.c); whatever looks otherwise is refused, and FTS5 asked
 * instead. No byte is trusted: numbers are read within the page, and a page that is not what it
 * should be is said to be so.
 *
 *	structure    cookie, then levels of segments; a segment is a sorted list of terms on pages
 *	             that follow each other
 *
 *	page         2 bytes: where the first row is that goes on with the last page's term, or 0;
 *	             2 bytes: where the contents end; contents; how far the terms begin from each
 *	             other
 *
 *	term         (what it shares with the one before it on the page, but for the first,) length,
 *	             bytes; then rows: number or distance, twice the bytes of its places (odd: taken
 *	             away), places
 *
 *	leaf index   of a term on many pages: the number of its first page with a row that begins
 *	             there, that row, then for each page on the distance of its first row, or 0
 *
 * Every buffer handed in has POSTINGS_PAD bytes more than its length, whatever is in them.
 */
#ifndef BASE_POSTINGS_H
#define BASE_POSTINGS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "arena.h"

enum { POSTINGS_PAD = 16, POSTINGS_PAGE = 1 << 15, POSTINGS_TERM = 512 };

struct posting_segment {
	int64_t id, first, last; /* pages */
};
struct posting_segments { /* newest first: of two rows with a number, the former holds */
	struct posting_segment *items;
	size_t count, room;
};
bool postings_segments(
	struct arena *a, const uint8_t *bytes, size_t len, struct posting_segments *all);

struct posting_page {
	const uint8_t *bytes;
	size_t end;   /* of the contents */
	size_t len;   /* with the index of terms */
	size_t first; /* where its first row is that goes on with the term before; 0: none */
	size_t term;  /* where its first term is; end: none */
};
bool postings_page(const uint8_t *bytes, size_t len, struct posting_page *p);

/* The terms of a page, in order. */
struct posting_terms {
	const struct posting_page *page;
	uint8_t text[POSTINGS_TERM]; /* of this one */
	size_t len;
	size_t rows, end; /* its rows on this page */
	bool last;        /* of the page: its rows may go on */
	size_t index, next;
	bool begun, bad;
};
bool postings_next_term(struct posting_terms *t); /* false: none is left, or bad */

/* The rows that begin from one place to another; the first is a number, the others distances. */
struct posting_rows {
	int64_t *row;       /* ascending */
	uint16_t *at;       /* where its places begin */
	uint32_t *size;     /* twice their bytes; the last's may go on on the next page */
	size_t count, room; /* room: (to - from) / 2 + 1 */
};
bool postings_rows(const struct posting_page *p, size_t from, size_t to, struct posting_rows *rows);

struct posting_leaf {
	int64_t page, row; /* its first */
};
struct posting_leaves {
	struct posting_leaf *items;
	size_t count, room;
};
bool postings_leaves(
	struct arena *a, const uint8_t *bytes, size_t len, struct posting_leaves *leaves);

/* A place: column << 32 | position. Ascending. */
struct posting_places {
	const uint8_t *p, *end;
	int64_t at;
};
bool postings_next_place(struct posting_places *places); /* false: none is left */
/* How many there are in each of the first four columns. */
void postings_count(const struct posting_places *places, int counts[4]);

#endif
