/*
 * guess: what a word may have been meant to be, judged by a word that is there. Both folded, as
 * characters. For a word of Han: characters that sound alike, one that differs, two that changed
 * places, one too many or too few. For letters: what reads like them (base/pinyin.h), and words
 * that differ by a slip of the finger or two.
 */
#ifndef BASE_GUESS_H
#define BASE_GUESS_H

#include <stdint.h>

#include "arena.h"
#include "pinyin.h"

enum { GUESS_MOST = 8 }; /* characters of Han */

struct guess {
	const char *typed; /* folded */
	int *runes;
	size_t count;
	bool han, letters; /* all of it; neither: nothing is guessed */
	enum pinyin_fit fit;
	uint8_t *known; /* guess.c's: of each character, how it sounds beside each of these */
};

struct guess guess_of(struct arena *a, const char *folded);

/* How likely it is that what begins at `runes` (count of them up to the end of the run of Han) was
 * meant; 0: not at all. *used: how many characters. */
float guess_han(const struct guess *g, const int *runes, size_t count, size_t *used);
/* The same of a whole run of letters. */
float guess_letters(const struct guess *g, const int *runes, size_t count);

#endif
