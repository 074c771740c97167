/*
 * search_facets: how the hits that were collected divide: by kind, topic, unit and week. They are
 * the hits of one viewer, so the numbers are that viewer's.
 */
#ifndef STORE_SEARCH_FACETS_H
#define STORE_SEARCH_FACETS_H

#include "base/kind.h"
#include "search.h"
#include "topic.h"
#include "unit.h"

struct rank;

enum search_what {
	SEARCH_EXPERIENCE,
	SEARCH_LESSON,
	SEARCH_SYNTHESES,
	SEARCH_STORIES,
	SEARCH_REPLIES,
	SEARCH_GUIDES
};
#define SEARCH_WHATS 6

struct search_topic_count {
	const struct topic *topic;
	int64_t n;
};
struct search_unit_count {
	const struct unit *unit;
	int64_t n;
};

struct search_week_count {
	struct week week;
	int64_t n;
};

struct search_facets {
	int64_t of_what[SEARCH_WHATS];
	struct {
		struct search_topic_count *items;
		size_t count, room;
	} topics; /* most frequent first, at most 12 */
	struct {
		struct search_unit_count *items;
		size_t count, room;
	} units; /* branches if there are several, else teams */
	struct {
		struct search_week_count *items;
		size_t count, room;
	} weeks;                   /* the newest twelve that have hits, newest first */
	int64_t weeks_4, weeks_13; /* of this week and the three, or twelve, before it */
};

struct search_facets search_facets_of(struct db *db, const struct rank *hits, struct week now);

/* What facets are counted from is kept in memory once it was read (base/facts.h). Reads `most` rows
 * older than this one; answers where to go on, INT64_MIN: there are no more. */
int64_t search_facets_learn_any(struct db *db, int64_t before, int64_t most);

#endif
