/* query_words: a stretch of typed text without blanks, cut into words as query.h says. For query.c.
 */
#ifndef BASE_QUERY_WORDS_H
#define BASE_QUERY_WORDS_H

#include "snippet.h"

/* The words between s and end, as places counted from `from`. */
struct spans query_words_cut(struct arena *a, const char *from, const char *s, const char *end);

bool query_words_any(const char *s, size_t len); /* is there anything to look for? */

/* Does it end in at least two letters or digits? */
bool query_words_open(const char *s, size_t len);

#endif
