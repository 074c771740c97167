/* search_nouns: what the truth has that search may find, and the rows that stand for nothing. */
#ifndef STORE_SEARCH_NOUNS_H
#define STORE_SEARCH_NOUNS_H

#include "search.h"

/* The numbers behind this one, in order. */
struct q *search_nouns_after(struct db *db, enum search_type type, int64_t noun, int most);
/* Rows whose noun is gone: type, number. */
struct q *search_nouns_gone(struct db *db, int64_t most);

#endif
