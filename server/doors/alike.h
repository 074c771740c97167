/*
 * alike: how much two texts are about the same thing, told by the words they share.
 *
 * A text is the set of its words: the pairs of characters and the Latin words that the tokenizer
 * gives (doors/tokenizer.h), no numbers, no single characters. A word of the headline counts twice;
 * how often one comes levels off (BM25's tf, k1 1.2); rare ones weigh more. Likeness is the cosine
 * of the two: Salton's vector space, with weights as in Robertson and Zaragoza, "The Probabilistic
 * Relevance Framework: BM25 and Beyond", 2009.
 *
 * How rare a word is, is read in the texts that come with the program (templates/sample), never in
 * what people wrote: so no score tells of a text that its reader may not see.
 *
 * A word is kept as a number: 28 bits of its hash, above 4 of its weight in this text. Whoever
 * changes how it is made raises ALIKE_VERSION.
 */
#ifndef DOORS_ALIKE_H
#define DOORS_ALIKE_H

#include <stdint.h>

#include "base/arena.h"

enum { ALIKE_VERSION = 1, ALIKE_WORDS = 400 };

struct alike {
	const uint32_t *words; /* in order of their hashes; at most ALIKE_WORDS */
	size_t count;
	double length; /* of the vector */
};

struct alike alike_of(struct arena *a, const char *headline, const char *body);
/* From what was kept of it. */
struct alike alike_kept(const void *words, size_t bytes);

double alike_cosine(const struct alike *a, const struct alike *b);

/* The words that tell most of the text, the rarest first: hashes, at most n. */
size_t alike_telling(struct arena *a, const struct alike *text, size_t n, uint32_t *hashes);

static inline uint32_t alike_hash(uint32_t word)
{
	return word >> 4;
}

/* Stretches of the text whose words the other has too, the rarest first: what to show as the
 * reason.
 */
struct alike_stretch {
	size_t at, len; /* bytes */
	double weight;
};
struct alike_stretches {
	struct alike_stretch *items;
	size_t count, room;
};
struct alike_stretches alike_shared(struct arena *a, const char *text, const struct alike *other);

#endif
