/*
 * diff: what changed between two texts, for people to read.
 *
 * Lines are compared first, then, within lines that changed, words: a Han character is a word of
 * its own, letters and digits hold together. The method is Eugene W. Myers, "An O(ND) Difference
 * Algorithm and Its Variations" (Algorithmica 1, 1986), greedy and bounded: texts that have little
 * in common are shown as all out and all in, so that no pair of texts takes long.
 *
 * The pieces that are not DIFF_IN, joined, are `before`; those that are not DIFF_OUT are `after`.
 */
#ifndef BASE_DIFF_H
#define BASE_DIFF_H

#include <stdbool.h>
#include <stddef.h>

#include "arena.h"

enum diff_kind { DIFF_SAME, DIFF_OUT, DIFF_IN };

struct diff_piece {
	enum diff_kind kind;
	const char *text;
};
struct diff { /* no two neighbours of one kind; what went stands before what came */
	struct diff_piece *items;
	size_t count, room;
};

struct diff diff_texts(struct arena *a, const char *before, const char *after);

/* Have the two nothing in common but white space and single words? Then side by side reads better.
 */
bool diff_is_rewrite(const struct diff *d);

#endif
