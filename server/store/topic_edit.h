/* topic_edit: changing the tree of topics, and letting one topic go into another. */
#ifndef STORE_TOPIC_EDIT_H
#define STORE_TOPIC_EDIT_H

#include "point.h"
#include "topic.h"

void topic_change(struct txn *t, const struct topic *topic); /* all but merged_into */
void topic_set_position(struct txn *t, struct topic_id id, int64_t position);
bool topic_drop_word(struct txn *t, struct topic_id topic, const char *word);
int64_t topic_last_position_any(struct db *db, const char *kind);
/* Is `below` the topic `above`, or somewhere under it? */
bool topic_is_under_any(struct db *db, struct topic_id below, struct topic_id above);
/* Of the same kind, accepted, in order. */
struct topics topic_of_kind_any(struct db *db, const char *kind);

/* Points for which it holds, and points whose author's tag leads to it though it does not hold for
 * them and no manager has classified them. */
struct point_ids topic_points_any(struct db *db, struct topic_id topic);
struct point_ids topic_tagged_any(struct db *db, struct topic_id topic);

struct synthesis_ids {
	struct synthesis_id *items;
	size_t count, room;
};
/* Of all units, newest first, so many at most; who may see one is the caller's to ask. */
struct synthesis_ids topic_syntheses_any(struct db *db, struct topic_id topic, int64_t most);

/*
 * Everything that leads to `from` leads to `into`: tags, points, stories, words, order, syntheses,
 * topics below; the tally too. Where a roll-up has a text on both, they become one, versions kept.
 * `from` is merged then.
 */
void topic_merge_rows(struct txn *t, struct topic_id from, struct topic_id into);

#endif
