/*
 * work: what one request (or job, or command) works with. Rules take it, and answer with an
 * outcome; what was wrong stands in its faults, in the viewer's language.
 */
#ifndef RULES_WORK_H
#define RULES_WORK_H

#include "base/clock.h"
#include "base/outcome.h"
#include "doors/db.h"
#include "store/who.h"

struct writer;

struct work {
	struct arena *arena;
	struct db *db; /* the reader's snapshot; see work_refresh() */
	struct writer *writer;
	const struct who *who;
	int64_t now;
	const struct zone *zone; /* the organisation's: weeks and deadlines go by it */
	struct faults faults;
};

/* After a write that was committed: a new snapshot that shows it. */
void work_refresh(struct work *w);
/* The current week of the organisation. */
struct week work_week(const struct work *w);

#endif
