/*
 * search_state: whether there is an index to ask, and how far the making of another one has come.
 *
 * An index is made beside the one that answers. First the rows of search_row are compared with the
 * truth, noun by noun; what differs is put right (in the index that answers, too). Then search_next
 * is filled from the rows in the order of their numbers, and merged into one piece; it takes the
 * name of the index that answered, and what that held is cleared away. Each slice is a transaction
 * that also says how far it came, so whatever breaks it off, the next one goes on from there.
 *
 * What is saved meanwhile goes into the rows, into the index that answers, and into the next one if
 * that has passed the row's number: both hold at every commit what they must.
 */
#ifndef STORE_SEARCH_STATE_H
#define STORE_SEARCH_STATE_H

#include "doors/txn.h"

enum search_phase { /* stored */
	SEARCH_FULL,
	SEARCH_ROWS,    /* type, reached: the last noun compared */
	SEARCH_ROWLESS, /* rows of nouns that are gone */
	SEARCH_INDEX,   /* reached: the last row in search_next */
	SEARCH_MERGE,
	SEARCH_CLEAR, /* the new index answers; what the last one held goes */
};

struct search_state {
	bool usable; /* else the index is damaged, or was never made: it is neither read nor written
		      */
	enum search_phase phase;
	int64_t type, reached;
	int64_t done, total; /* of all phases; to be shown */
};

struct search_state search_state(struct db *db);
void search_state_put(struct txn *t, const struct search_state *s);

/* Does search_next hold the row of this number already? */
bool search_state_passed(const struct search_state *s, int64_t row);

#endif
