/*
 * lexicon: how common words are in Chinese at large, and where a run of Han parts into words. Cuts
 * queries, never texts: a bad cut costs rank, not a hit. What is common in the language is no
 * secret, so a ranking that asks here does not betray what a viewer may not see.
 *
 * lexicon_table.inc is written by server/tools/lexicon_table.sh. Characters are folded ones
 * (base/fold.h); words have at most LEXICON_MOST of them.
 */
#ifndef BASE_LEXICON_H
#define BASE_LEXICON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { LEXICON_MOST = 4 };

bool lexicon_has(const int *runes, size_t count);

/* The likeliest way to part the run: lengths[i] is how long the word is that begins at i, 0 where
 * none begins. A character that no word holds stands alone. Max-probability path over the words'
 * frequencies. */
void lexicon_cut(const int *runes, size_t count, uint8_t *lengths);

/* Of all places in Chinese text, at what share these (one or two characters, in words or over their
 * borders) begin; for a longer word, at what share it stands. Never 0. */
double lexicon_share(const int *runes, size_t count);

#endif
