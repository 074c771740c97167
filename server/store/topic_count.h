/*
 * topic_count: how many points of each topic and kind a viewer may see.
 *
 * They are summed up from the rows of pin.h: what has risen to the headquarters or is for
 * everybody, then what lies in a branch that the viewer sees, then what lies in a team, each
 * without what was counted before. So it costs the topics there are, not the points.
 */
#ifndef STORE_TOPIC_COUNT_H
#define STORE_TOPIC_COUNT_H

#include "topic.h"

struct topic_count {
	struct topic_id topic;
	int64_t of_kind[2]; /* base/kind.h */
};
struct topic_counts { /* by topic; none for topics without points */
	struct topic_count *items;
	size_t count, room;
};

struct topic_counts topic_count_all(struct db *db, const struct who *who);
/* Zeros if it is not among them. */
struct topic_count topic_count_of(const struct topic_counts *counts, struct topic_id topic);

#endif
