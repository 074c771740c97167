/*
 * near: paragraphs that are the same text, perhaps with other numbers in them.
 *
 * A paragraph is a line; one of under twenty characters, or that ends in a comma, goes on in the
 * next. It is folded (base/fold.h), marks and blanks are dropped, a run of digits is one sign, a
 * number in front of it nothing. What is left is the set of its shingles: every three characters
 * in a row.
 *
 * Two paragraphs are held to be the same if the smaller shares enough of its shingles with the
 * other (containment, not resemblance: what was added to a paragraph does not hide it). To find
 * candidates among many, each paragraph has a few keys: the smallest hashes of five characters in a
 * row, so that two paragraphs share a smallest one about as often as they share shingles. After
 * A. Broder, "On the resemblance and containment of documents", Compression and Complexity of
 * Sequences 1997. (Fingerprints by Charikar 2002, as Manku, Jain and Das Sarma 2007 search them,
 * need longer texts: with paragraphs of forty characters two changed words change too many bits.)
 */
#ifndef BASE_NEAR_H
#define BASE_NEAR_H

#include <stdbool.h>
#include <stdint.h>

#include "arena.h"

enum { NEAR_KEYS = 6 };

struct near_paragraph {
	size_t at, len;           /* bytes of the text */
	const uint32_t *shingles; /* hashes, in order, each once */
	size_t count;
	uint32_t keys[NEAR_KEYS];
	size_t key_count; /* 0: too short to be looked for */
};
struct near_text {
	struct near_paragraph *items;
	size_t count, room;
};

struct near_text near_cut(struct arena *a, const char *text);

/* The share of the smaller one's shingles that the other has too: 0 to 1. */
double near_contained(const struct near_paragraph *a, const struct near_paragraph *b);
bool near_is_same(const struct near_paragraph *a, const struct near_paragraph *b);

#endif
