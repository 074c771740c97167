/*
 * search_nearest: what may have been meant by words that nothing has, taken from the newest texts
 * that the viewer may see, and from nothing else. base/guess.h judges.
 */
#ifndef STORE_SEARCH_NEAREST_H
#define STORE_SEARCH_NEAREST_H

#include "base/snippet.h"

enum { NEAREST_WORDS = 3 };

struct search_nearest { /* of one word */
	struct span typed;
	const char *words[NEAREST_WORDS]; /* likeliest first */
	size_t count;
};
struct search_nearests {
	struct search_nearest *items;
	size_t count, room;
};

#endif
