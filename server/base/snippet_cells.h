/*
 * snippet_cells: a text, folded once, as a row of cells that remember their bytes. For snippet.c.
 */
#ifndef BASE_SNIPPET_CELLS_H
#define BASE_SNIPPET_CELLS_H

#include <stdbool.h>
#include <stddef.h>

#include "arena.h"
#include "fold.h"

struct cell {
	int rune; /* folded; a stretch of white space is one cell, ' ' or '\n' */
	enum fold_class class;
	bool tried;     /* a window that begins here was weighed */
	bool glued;     /* shown as one with the next cell (joined emoji, skin colour, flag) */
	size_t at, end; /* bytes of the original, what folds to nothing behind it included */
};

struct cells {
	struct cell *items;
	size_t count, room;
};

struct cells cells_of(struct arena *a, const char *text);

/* May the text be parted before cell i? Not inside of what was one character, or is shown as one.
 */
bool cells_part(const struct cells *c, size_t i);

bool cells_inside_word(const struct cells *c, size_t i); /* letters or digits on both sides */
int cells_width(const struct cells *c, size_t i);        /* 2 for Han and emoji, 1 for letters */

/* What begins at cell i: 3 the text, 2 a sentence or line, 1 a clause, 0 nothing. Blanks and
 * closing quotes and brackets belong to what ends. */
int cells_begins(const struct cells *c, size_t i);

#endif
