/*
 * topic: the curated tree of headings, and the words that lead to them. Accepted topics are public;
 * a proposed one shows only on points that the viewer sees.
 */
#ifndef STORE_TOPIC_H
#define STORE_TOPIC_H

#include "doors/txn.h"
#include "who.h"

struct topic {
	struct topic_id id, parent, merged_into;
	const char *kind;  /* topic, step, difficulty, ability */
	const char *state; /* accepted, proposed, merged, refused */
	const char *name_zh, *name_en;
	int64_t position;                /* among those of its kind */
	const char *about_zh, *about_en; /* of topic_accepted and topic_whole_any; else NULL */
};
struct topics {
	struct topic *items;
	size_t count, room;
};

const struct topic *topic_get_any(struct db *db, struct topic_id id);
const struct topic *topic_whole_any(struct db *db, struct topic_id id); /* with its about */
/* What a word leads to (folded by the function), merges followed; NULL: nothing yet. */
const struct topic *topic_by_word_any(struct db *db, const char *word);
struct topics topic_accepted(struct db *db); /* by kind, position, name */
/* The topics of a point that the caller may see, in the order of their names. */
struct topics topic_of_point_any(struct db *db, struct point_id point);

/* The topics of many points at once, in that order: `of` is the place of its point in `ids`. */
struct point_topic {
	size_t of;
	struct topic topic;
};
struct point_topics {
	struct point_topic *items;
	size_t count, room;
};
struct point_topics topic_of_points_any(struct db *db, const struct point_id *ids, size_t n);

struct topic_id topic_add(
	struct txn *t, const struct topic *topic, struct person_id by, int64_t now);
/* The topic a word leads to; if none, a new proposal. */
struct topic_id topic_resolve(struct txn *t, const char *word, struct person_id by, int64_t now);
bool topic_add_word(struct txn *t, struct topic_id topic,
	const char *word); /* false: leads elsewhere already */

#endif
