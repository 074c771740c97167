/*
 * search_source: what the truth says a row of the index must be. Used when something is saved, when
 * the index is filled again, and to check it.
 *
 * Withdrawn points have no row. A synthesis has no headline of its own (its topic is found by the
 * topic's words); it stands where it was first saved in the order of dates, a point where it was
 * submitted, a story where it was published, or begun.
 */
#ifndef STORE_SEARCH_SOURCE_H
#define STORE_SEARCH_SOURCE_H

#include "search.h"

/* NULL: there is no such noun, or it is not to be found. */
const struct search_row *search_source(struct db *db, enum search_type type, int64_t noun);

#endif
