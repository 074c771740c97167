/*
 * search_words: the words of a query, and what each is worth to a ranking by text. Runs of Han are
 * parted by the lexicon; beside the words stand their pairs and single characters, which count a
 * fifth: they find what a bad cut, or another word of the same characters, would miss.
 *
 * Rare words are worth more. How rare, is counted among rows that the viewer may see (df), or
 * taken from Chinese at large (share); no statistics over other people's rows.
 */
#ifndef STORE_SEARCH_WORDS_H
#define STORE_SEARCH_WORDS_H

#include "base/query.h"

enum search_sort_of_word {
	WORD_LETTERS,   /* a run of letters and digits */
	WORD_WORD,      /* of the lexicon, or of Han in the query */
	WORD_CHARACTER, /* a word of one character */
	WORD_PAIR,      /* of neighbours, whatever they mean */
	WORD_SINGLE,
};

struct search_word {
	const char *text; /* folded */
	enum search_sort_of_word sort;
	double share; /* of places in Chinese text (base/lexicon.h) */
	double df;    /* rows, about; less than 0: not counted */
	float worth;
	size_t place;
};
struct search_words {
	struct search_word *items; /* in the order of the sorts */
	size_t count, room;
	size_t runes; /* of all that was typed */
};

enum { SEARCH_WORDS = 96 }; /* more are not heard */

/* Of all the plain words and phrases that the query asks for. */
struct search_words search_words_of(struct arena *a, const struct query *q);

/* Says what each is worth where there are so many rows. */
void search_words_weigh(struct search_words *w, double rows);

/* So common that hardly any text is without it: 的, 不, 是. */
bool search_word_is_common(const struct search_word *w);

#endif
