/*
 * snippet: where the words of a query stand in a text, and the piece of it that shows them best.
 *
 * A mark begins and ends between characters of the original, is found by the rules of the index
 * (doors/tokenizer.h: a word of letters or digits is whole, or the beginning of one), and, folded,
 * equals a term. Marks do not overlap; the earliest counts, then the longest. No mark and no cut
 * parts an accent from its letter, or the pieces of a joined emoji. As HTML: views/html_snippet.h.
 */
#ifndef BASE_SNIPPET_H
#define BASE_SNIPPET_H

#include <stdbool.h>
#include <stddef.h>

#include "arena.h"

struct term {
	const char *folded; /* as fold_text gives it, blanks as snippet_term leaves them */
	bool prefix;        /* may be the beginning of a longer word */
};

struct terms {
	struct term *items;
	size_t count, room;
};

struct span {
	size_t at, len; /* bytes of the original */
};

struct spans {
	struct span *items;
	size_t count, room;
};

struct snippet {
	struct span window;
	bool more_before, more_after; /* the text goes on */
	struct spans marks;           /* within the window, in order */
};

/* Words as typed, folded; stretches of white space become one blank or line break, none at the
 * ends. Empty if nothing is left to look for. */
char *snippet_term(struct arena *a, const char *typed);

struct spans snippet_marks(struct arena *a, const char *text, const struct terms *terms);

/* The best window of about `han` Han characters (letters count half): it holds most different
 * terms, begins at a sentence or clause where it can, and early in the text. */
struct snippet snippet_best(struct arena *a, const char *text, const struct terms *terms, int han);

#endif
