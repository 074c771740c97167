/*
 * radar_find: points like a text, among those that the viewer may see and no others: who sees a
 * point stands in the index beside its words, so what may not be seen changes no place and no
 * score.
 *
 * A question costs the candidates it takes, not the points there are: the newest that have a key of
 * one of its paragraphs, the newest with one of the words that tell most of it, and the newest on
 * one of its topics.
 */
#ifndef STORE_RADAR_FIND_H
#define STORE_RADAR_FIND_H

#include "base/list.h"
#include "radar.h"
#include "who.h"

struct radar_ask {
	struct alike words;
	const uint32_t *keys;
	size_t key_count;
	const struct longs *topics; /* what it is about; NULL: not known */
	struct point_id self;       /* not to be found */
};

struct radar_hit {
	struct point_id id, group;
	int64_t kind;
	double cosine;      /* of the words */
	double topics;      /* of the topics; 0 where they are not known */
	size_t shared_keys; /* of paragraphs */
	struct longs about; /* its topics */
	struct alike words;
};
struct radar_hits {
	struct radar_hit *items;
	size_t count, room;
};
/* In no order. */
struct radar_hits radar_find(struct db *db, const struct who *who, const struct radar_ask *ask);

/* One kept row held against the text, as radar_find() does. */
struct radar_hit radar_compare(
	struct arena *a, const struct radar_ask *ask, const struct radar_row *row);
/* What to ask of a row itself. */
struct radar_ask radar_ask_of(struct arena *a, const struct radar_row *row);

/* The cosine of two sets of topics, the first with weights or NULL: one each. */
double radar_topics_cosine(
	const struct longs *topics, const double *weights, const struct longs *others);

#endif
