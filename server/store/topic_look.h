/*
 * topic_look: what is new to somebody on the pages of topics: points since they looked at a page
 * last, and of pages that they never opened, the points of this month.
 *
 * "Since they looked" is the number they may see now, less the number they saw then (topic_look);
 * "this month" is what the tally has of the last four weeks for the widest unit that they see as a
 * whole, and what came to everybody in bulletins since. So it costs weeks and topics, not points.
 */
#ifndef STORE_TOPIC_LOOK_H
#define STORE_TOPIC_LOOK_H

#include "topic_count.h"

enum { TOPIC_NEW_WEEKS = 4 };

struct topic_look {
	struct topic_id topic;
	int64_t points, at; /* seen then, and when */
};
struct topic_looks {
	struct topic_look *items;
	size_t count, room;
};
/* The viewer's, by topic. */
struct topic_looks topic_looks(struct db *db, const struct who *who);
const struct topic_look *topic_look_of(const struct topic_looks *all, struct topic_id topic);

/* Points of the last weeks, by topic; `week` is the present one, `since` its four weeks in seconds.
 */
struct topic_counts topic_lately(
	struct db *db, const struct who *who, struct week week, int64_t since);

void topic_look_put(
	struct txn *t, struct person_id person, struct topic_id topic, int64_t points, int64_t now);

#endif
