/*
 * coach_words: the lists of words that the coach knows (templates/coach/NAME.txt), which an
 * organisation replaces by files of the same names in a folder of its own (serve --coach DIR).
 *
 * A line is a word. Before it may stand a mark: - an expression in which the word means something
 * else, ~ a word that counts in a story but is too general beside a slogan, + a word that counts
 * behind a number. A * at the end of a Latin word stands for any ending. # begins a remark. Words
 * are folded (base/fold.h), and are looked for in folded text; Latin ones as whole words.
 */
#ifndef RULES_COACH_WORDS_H
#define RULES_COACH_WORDS_H

#include <stdbool.h>

#include "base/strings.h"

enum coach_name {
	COACH_SLOGANS,
	COACH_WHO,
	COACH_WHEN,
	COACH_WHAT,
	COACH_NEXT_TIME,
	COACH_ORDERS,    /* before (+ behind) a number that is nobody's */
	COACH_PHONES,    /* before a telephone number */
	COACH_IDENTITYS, /* before the number of an identity card */
	COACH_STREETS,   /* + behind a house's number */
	COACH_LISTS
};

struct coach_list {
	struct strings words, general, counted, except;
};

struct coach_words {
	struct coach_list list[COACH_LISTS];
};

/* folder NULL: ours; a list that the folder has not is ours too. NULL: *why names file and line. A
 * file of a name that no list has is refused: it would be a slip. */
const struct coach_words *coach_words_load(struct arena *a, const char *folder, const char **why);

/* The folded text with the list's exceptions blanked out: what the functions below look through. */
char *coach_words_clean(struct arena *a, const struct coach_list *list, const char *folded);
bool coach_words_in(const struct strings *words, const char *clean);
/* Is one of them before a number that stands in the text? */
bool coach_words_counted_in(const struct coach_list *list, const char *clean);

/* Bytes of the longest of them that begins at p, or that ends there; 0: none. */
size_t coach_words_at(const struct strings *words, const char *start, const char *p);
size_t coach_words_before(const struct strings *words, const char *start, const char *p);

/* Bytes of the number at p: digits, or 三, 十二, 半; 0: none. */
size_t coach_words_number(const char *p);

#endif
