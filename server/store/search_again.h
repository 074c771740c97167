/*
 * search_again: candidates ranked again on their text, by the words of a question. The form is that
 * of BM25 (Robertson and Zaragoza 2009); the headline counts three times. One pass over the folded
 * text, however many words there are.
 */
#ifndef STORE_SEARCH_AGAIN_H
#define STORE_SEARCH_AGAIN_H

#include <stdint.h>

#include "doors/db.h"

enum { SEARCH_AGAIN_WORDS = 40, SEARCH_AGAIN_SLOTS = 256 };

struct search_again {
	struct {
		uint64_t key;
		uint8_t word; /* from 1; 0: free */
	} slots[SEARCH_AGAIN_SLOTS];
	float worth[SEARCH_AGAIN_WORDS + 1];
	int count;
	int least; /* a text with none of the first so many, and not all of the others, scores 0 */
};

/* A word as the tokenizer gives it: letters or digits, one or two characters of Han. */
void search_again_add(struct search_again *s, const char *word, float worth);
float search_again_score(struct db *db, int64_t row, const struct search_again *s);

#endif
