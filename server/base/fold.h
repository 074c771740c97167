/*
 * fold: what makes two spellings the same word to search.
 *
 * Each character is folded alone, so that byte offsets into the original are kept: NFKC (full and
 * half width, ㎏, ①, ﬁ), case folding, accents off (é is e), ignorables dropped (zero-width spaces,
 * variation selectors), traditional to simplified by single characters, Taiwan and Hong Kong
 * variants among them. Voiced kana and Hangul written in parts are put together. Private-use
 * characters fold to nothing. An invalid byte folds to U+FFFD, which no word contains.
 *
 * Folding folded text changes nothing. fold_table.inc is written by server/tools/fold_table.sh;
 * whoever changes it, or the classes, raises TOKENIZER_VERSION in doors/tokenizer.h.
 */
#ifndef BASE_FOLD_H
#define BASE_FOLD_H

#include <stdbool.h>
#include <stddef.h>

#include "arena.h"

#define FOLD_MAX 18 /* the longest fold of one character */

enum fold_class {
	FOLD_BLANK, /* white space and controls other than a line break */
	FOLD_BREAK, /* \n \r, U+2028, U+2029 */
	FOLD_MARK,  /* punctuation, symbols, emoji, U+FFFD */
	FOLD_WORD,  /* letters and digits of scripts that put blanks between words */
	FOLD_GRAM,  /* Han, kana, Hangul, bopomofo, Yi …: scripts that do not */
};

/* Folds the character at *p (needs *p < end) into out, moves *p behind it and answers how many
 * characters it became: 0 to FOLD_MAX. Joined parts (か and its voicing mark) count as one. */
int fold_next(const char **p, const char *end, int out[FOLD_MAX]);

enum fold_class fold_class(int folded); /* of a character that fold_next gave */

char *fold_text(struct arena *a, const char *s);

#endif
