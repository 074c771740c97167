/*
 * path: the reading path for newcomers. Trainers and headquarters keep it: pages of accepted topics
 * and published stories, in order. Whoever reads along it ticks off what they have read; whoever
 * ticks one off reads along from then on.
 */
#ifndef RULES_PATH_H
#define RULES_PATH_H

#include "store/path.h"
#include "work.h"

enum { PATH_NOTE_RUNES = 100 };

bool path_may_tend(const struct who *who);

/* What is to be read next; NULL: all is read, or there is nothing. */
const struct path_item *path_next(const struct path_items *all);

/* topic or story, the other is 0. INVALID: no such page, or a note that is too long; CONFLICT: it
 * stands there already, or the path is full. */
enum outcome path_add(struct work *w, struct topic_id topic, struct story_id story,
	const char *note, struct path_id *id);
enum outcome path_take_out(struct work *w, struct path_id id);
enum outcome path_move(struct work *w, struct path_id id, bool up);
/* All in this order; those that are not named follow. NOT_FOUND: one is not there. */
enum outcome path_order(struct work *w, const struct path_id *ids, size_t n);

enum outcome path_tick(struct work *w, struct path_id id, bool done); /* the viewer's own */
enum outcome path_walk(struct work *w, bool walks);

#endif
