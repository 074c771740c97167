/* desk: figures for the page one comes to: what waits in the units that one manages, and in one's
 * own weeks. The caller has checked that the viewer manages the unit. */
#ifndef STORE_DESK_H
#define STORE_DESK_H

#include "who.h"

struct desk_week { /* an open week of a unit that holds points */
	struct week week;
	int64_t points, unclassified;
};
struct desk_weeks {
	struct desk_week *items;
	size_t count, room;
};

/* Oldest first; from and to are included. */
struct desk_weeks desk_open_weeks_any(
	struct db *db, struct unit_id unit, struct week from, struct week to);

/* Proposed topics on points that the viewer sees. */
int64_t desk_proposed_topics(struct db *db, const struct who *who);

/* Did the viewer hand in anything for this week that satisfies it, or was excused? */
bool desk_week_is_done(struct db *db, const struct who *who, struct week week);

struct desk_points { /* the viewer's own, newest first */
	struct point_id *items;
	size_t count, room;
};
struct desk_points desk_own_points(struct db *db, const struct who *who, int64_t limit);
/* Published stories that cite the point: all may know of them. */
int64_t desk_stories_of_any(struct db *db, struct point_id point);

#endif
