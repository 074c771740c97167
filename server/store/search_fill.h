/* search_fill: the index made anew from the truth, a slice at a time, and compared with it. */
#ifndef STORE_SEARCH_FILL_H
#define STORE_SEARCH_FILL_H

#include "search.h"

/* Is it this program's, and was it filled to the end? */
bool search_is_full_any(struct db *db);

/* Empties the index; from now on it is not full. What is saved meanwhile joins it at once. */
void search_begin_again(struct txn *t);
/* Writes the next `most` nouns. false: that was the last slice, the index is full. */
bool search_fill_slice(struct txn *t, int most);

/* Rows that are wrong, missing or too many: 0. Reads everything. */
int64_t search_differences_any(struct db *db);

#endif
