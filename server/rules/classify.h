/*
 * classify: the topics and steps that a manager gives a point. Not a word of it changes.
 *
 * The team's manager does it until the team's week closes; then, for what lies there, the branch's
 * until the branch closes. It survives a new submission; the author's tags stay beside it.
 */
#ifndef RULES_CLASSIFY_H
#define RULES_CLASSIFY_H

#include "base/strings.h"
#include "store/point.h"
#include "work.h"

struct classification {
	const struct topic_id *topics;
	size_t count;
	struct strings words; /* names or aliases; an unknown one becomes a proposal */
};

/* Whether the viewer may classify this point now: DONE, FORBIDDEN, or CONFLICT (fault said). */
enum outcome classify_allowed(struct work *w, struct db *db, const struct point *p);

enum outcome classify_set(struct work *w, struct point_id id, const struct classification *c);
/* One topic more, or, if the point has it, one less. */
enum outcome classify_toggle(struct work *w, struct point_id id, struct topic_id topic);

#endif
