/*
 * search_source: what the truth says a row of the index must be. Used when something is saved, when
 * the index is filled again, and to check it.
 *
 * Withdrawn points have no row. A synthesis has no headline of its own (its topic is found by the
 * topic's words); it stands where it was first saved in the order of dates, a point where it was
 * submitted, a story where it was published, or begun, an answer for all where it was given, a
 * guide where it was given out last; it has no headline either. What is being written of a guide is
 * not found.
 */
#ifndef STORE_SEARCH_SOURCE_H
#define STORE_SEARCH_SOURCE_H

#include "search.h"

/* NULL: there is no such noun, or it is not to be found. */
const struct search_row *search_source(struct db *db, enum search_type type, int64_t noun);

struct search_noun {
	enum search_type type;
	int64_t number;
};
struct search_nouns {
	struct search_noun *items;
	size_t count, room;
};
/* The syntheses of a roll-up; the syntheses, stories, answers for all and the guide of a topic. */
struct search_nouns search_nouns_of_rollup_any(struct db *db, struct rollup_id rollup);
struct search_nouns search_nouns_of_topic_any(struct db *db, struct topic_id topic);

#endif
