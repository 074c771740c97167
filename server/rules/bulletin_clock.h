/*
 * bulletin_clock: when a week's bulletin is due. Its material is gathered until the cut-off in the
 * week after, and it goes out the day after that (DESIGN R3); the settings say at what hours.
 */
#ifndef RULES_BULLETIN_CLOCK_H
#define RULES_BULLETIN_CLOCK_H

#include "work.h"

struct bulletin_clock {
	struct week week;
	int64_t cut_at, due_at;
};
struct bulletin_clock bulletin_clock_of(struct db *db, const struct zone *zone, struct week week);
/* Of the week whose bulletin is being made: last week's until it went out, then this week's. */
struct bulletin_clock bulletin_clock_now(struct work *w);

#endif
