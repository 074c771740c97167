/*
 * topic_count: how many points of each topic and kind a viewer may see.
 *
 * What a person sees as a whole (a team, a branch, the headquarters) is in the tally already. Where
 * somebody sees several such wholes that overlap, the widest ones come from the tally, and the rest
 * is counted point by point: that rest is what has not risen yet, and the viewer's own.
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
