/*
 * search: the index of everything that can be found, and its upkeep. Asking it: search_ask.h.
 *
 * A row of the index stands for one point, synthesis, story, answer for all or guide. It is written
 * in the transaction that saves the words, by rules/search.c, and is at all times what
 * search_source() makes of the truth (search_fill.h compares them). Who may see a row is part of
 * the row: search_scope.h.
 */
#ifndef STORE_SEARCH_H
#define STORE_SEARCH_H

#include "doors/txn.h"

enum search_type {
	SEARCH_POINT,
	SEARCH_SYNTHESIS,
	SEARCH_STORY,
	SEARCH_REPLY,
	SEARCH_GUIDE
}; /* stored */
#define SEARCH_TYPES 5

struct search_row {
	int64_t id; /* of the index; search_write() gives it */
	enum search_type type;
	int64_t noun; /* the point's, synthesis', story's … number; of a guide its topic's */
	int64_t day;  /* since 1970: its place in the order of dates */
	int64_t kind; /* of a point; -1: none */
	struct unit_id unit;
	struct week week;
	const char *topics; /* "3 17" */
	const char *headline, *body;
	const char *filter; /* search_scope.h */
};

/* Puts the row in place of what stood for the same noun; does nothing if that was the same. */
void search_write(struct txn *t, const struct search_row *row);
void search_remove(struct txn *t, enum search_type type, int64_t noun);

/* Is this the row that stands for the noun? NULL: there must be none. */
bool search_is_so_any(
	struct db *db, enum search_type type, int64_t noun, const struct search_row *wanted);

#endif
