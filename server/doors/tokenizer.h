/*
 * tokenizer: how text becomes the words of the search index. The one tokenizer of the program, used
 * for writing, rebuilding, querying and for finding duplicates; every SQLite connection of the
 * process has it as FTS5's `tributary`.
 *
 * Text is folded (base/fold.h), then each character stands at a position of its own:
 *
 *   Han, kana, Hangul   at each position the pair that begins there, and beside it the single
 *                       character; the last of a run has the single one only
 *   letters, digits     a run is one token at one position, at most 64 characters of it; Han
 *                       ends it
 *
 *   marks, emoji        each one a token; the third and later of equal ones in a row none
 *
 *   white space         a stretch is one token, "\n" if it holds a line break, else " "; none at
 *                       the ends of the text
 *
 *   "用A3报告。"         0 用 | 1 a3 | 2 报告, 报 | 3 告 | 4 。
 *
 * So a phrase of tokens at consecutive positions is exactly what a substring scan of the folded
 * text finds, but that letters and digits match from the beginning of their run to its end (or as a
 * prefix): words never join over punctuation or line breaks, `A3报告` is not `A3 报告`, and
 * `gen-itgc` is not `gen itgc`. Marks and blanks cost about a twentieth of the index.
 *
 * In a query the pairs alone are asked for, and a single character only where there is no pair; the
 * last character of a run, where something follows it. A text that begins with a private-use
 * character is a value of the filter column (base/filter.h): tokens of private-use characters with
 * blanks between, nothing else in it counts.
 *
 * The index is schema/search.sql (SQLite 3.40 has no contentless delete, hence external content),
 * kept by store/search.c. TOKENIZER_VERSION stands in the database; where it differs the index is
 * built anew.
 */
#ifndef DOORS_TOKENIZER_H
#define DOORS_TOKENIZER_H

#include <stdbool.h>
#include <stddef.h>

#define TOKENIZER_VERSION 2 /* raise when any text would give other tokens */

/* Before the first connection is opened, once; more often does no harm. */
void tokenizer_register(void);

enum tokenizer_use { TOKENIZER_TEXT, TOKENIZER_QUERY };

struct token {
	const char *text; /* folded; valid during the call */
	size_t len;
	size_t at, end; /* bytes of the original it comes from */
	bool beside;    /* at the position of the token before it */
};

/* Gives each token to fn until it answers other than 0; answers what fn answered last. */
int tokenizer_cut(const char *s, size_t len, enum tokenizer_use use,
	int (*fn)(void *context, const struct token *t), void *context);

#endif
