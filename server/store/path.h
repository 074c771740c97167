/*
 * path: the pages that a newcomer reads, in order: a topic's with its guide, or a story; who reads
 * along it, and what they have ticked off.
 *
 * Whoever joined within PATH_DAYS, when the organisation was no longer being set up, reads along it
 * without having asked to; anybody may, and anybody may leave it. How far somebody is, is for that
 * person, their manager, trainers and the headquarters. A topic that is no longer accepted and a
 * story that was taken back are left out for everybody.
 */
#ifndef STORE_PATH_H
#define STORE_PATH_H

#include "doors/txn.h"
#include "who.h"

enum { PATH_DAYS = 90, PATH_SET_UP_DAYS = 14, PATH_MOST = 100 };

struct path_item {
	struct path_id id;
	struct topic_id topic;                /* 0: a story */
	struct story_id story;                /* 0: a topic */
	const char *name_zh, *name_en, *kind; /* the topic's, with its kind; of a story its title */
	bool guide;                           /* the topic has one */
	const char *note;                     /* NULL: none */
	int64_t position, read_at;            /* read_at 0: not ticked off */
};
struct path_items {
	struct path_item *items;
	size_t count, room;
	size_t done;
};

/* As far as `person` has come: asked for by who may know. */
struct path_items path_items_any(struct db *db, struct person_id person);
bool path_walks_any(struct db *db, struct person_id person, int64_t now);

struct path_walker {
	struct person_id person;
	const char *name, *unit_name;
	int64_t since, done, last_at; /* last_at 0: nothing ticked off yet */
};
struct path_walkers {
	struct path_walker *items;
	size_t count, room;
};
/* Whom the viewer may follow: those of units they manage, or all for trainers and headquarters; who
 * came last first. */
struct path_walkers path_walkers(struct db *db, const struct who *who, int64_t now, int64_t limit);
/* May the viewer know how far this person is? NULL: no, or nobody; else the name. */
const char *path_follows(struct db *db, const struct who *who, struct person_id person);

/* Also of one that was removed. */
const struct path_item *path_item_any(struct db *db, struct path_id id);
struct path_id path_find_any(struct db *db, struct topic_id topic, struct story_id story);

struct path_id path_put(struct txn *t, const struct path_item *item, struct person_id by,
	int64_t now); /* at the end; one that was removed comes back */
void path_set_position(struct txn *t, struct path_id id, int64_t position);
void path_remove(struct txn *t, struct path_id id, int64_t now);
void path_set_tick(
	struct txn *t, struct person_id person, struct path_id id, bool done, int64_t now);
void path_set_walker(struct txn *t, struct person_id person, bool walks, int64_t now);

#endif
