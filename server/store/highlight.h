/* highlight: a point worth a case, flagged by a branch or the headquarters, with a reason. */
#ifndef STORE_HIGHLIGHT_H
#define STORE_HIGHLIGHT_H

#include "doors/txn.h"
#include "who.h"

struct highlight {
	struct point_id point;
	const char *reason;
	const char *unit_name; /* that flagged it */
	int64_t at;
};
struct highlights {
	struct highlight *items;
	size_t count, room;
};
/* Of the points that came to the headquarters for this week, the first flagged first; looked for
 * among those flagged from this moment on. */
struct highlights highlight_at_hq(
	struct db *db, const struct who *who, struct week week, int64_t since, int64_t limit);

void highlight_put(struct txn *t, struct point_id point, struct unit_id by_unit, const char *reason,
	struct person_id by, int64_t now);
void highlight_drop(struct txn *t, struct point_id point);

#endif
