/* search_block: pages of the index, and where a word begins in a segment. For search_list.c. */
#ifndef STORE_SEARCH_BLOCK_H
#define STORE_SEARCH_BLOCK_H

#include "search_list.h"

/* false, and bad: it is not there, or not as it should be. */
bool search_block_page(struct search_index *x, int64_t segment, int64_t number,
	struct search_block *b, struct posting_page *page);
bool search_block_leaves(
	struct search_index *x, int64_t segment, int64_t number, struct posting_leaves *leaves);

/* The page of the segment that has the word, if any has. *leaves: there is an index of its leaves.
 */
int64_t search_block_find(struct search_index *x, const struct posting_segment *s,
	const uint8_t *word, size_t len, bool *leaves);

#endif
