/*
 * search_fill: the index made anew from the truth, a slice at a time, beside the one that answers
 * (search_state.h says how), and compared with the truth.
 */
#ifndef STORE_SEARCH_FILL_H
#define STORE_SEARCH_FILL_H

#include "search.h"

/* Is it this program's, and is nothing left to do? */
bool search_is_full_any(struct db *db);
/* Is there an index that answers? */
bool search_is_usable_any(struct db *db);

/* From now on it is made anew; an index that answers goes on answering. What is under way already
 * goes on. An index of another program's is emptied. */
void search_begin_again(struct txn *t);
/* The index that answers is damaged: nobody asks it until there is another one. */
void search_is_damaged(struct txn *t);
/* What has been made of the next index is thrown away: it is damaged too. */
void search_drop_next(struct txn *t);

/* The next slice, of `most` rows. false: that was the last one. */
bool search_fill_slice(struct txn *t, int most);

struct search_progress {
	int64_t done, total; /* steps; both 0: nothing is under way */
};
struct search_progress search_progress_any(struct db *db);

/* Rows that are wrong, missing or too many: 0. Reads everything. */
int64_t search_differences_any(struct db *db);

#endif
