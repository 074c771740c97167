/*
 * radar_group: points that tell the same, gathered over teams and weeks, and where each group is
 * seen. A group's number is that of the first of its points that was found.
 *
 * What a group holds is a heap to choose from: who looks at it gets the points that they may see
 * and that, among those alone, are like one another (rules/radar.h).
 */
#ifndef STORE_RADAR_GROUP_H
#define STORE_RADAR_GROUP_H

#include "radar.h"
#include "who.h"

/* For store/radar.c: its rows in the tables of groups come and go with the point. */
void radar_enter(struct txn *t, const struct radar_row *row);
void radar_leave(struct txn *t, const struct radar_row *row);
bool radar_is_member_any(struct db *db, const struct radar_row *row);
int64_t radar_groups_wrong_any(struct db *db);

/* The points that wait to be compared, oldest first. */
struct radar_ids {
	struct point_id *items;
	size_t count, room;
};
struct radar_ids radar_waiting_any(struct db *db, int64_t most);
/* It was compared: it goes to this group (0: none). */
void radar_join(struct txn *t, struct point_id id, struct point_id group);

/* A group as one unit sees it. */
struct radar_seen {
	struct point_id group, newest;
};
struct radar_seens {
	struct radar_seen *items;
	size_t count, room;
	struct point_id floor; /* older ones were not looked for: go on there; 0: there are none */
};
/* Groups of the units that the viewer sees (all of them, for the machine's owner), the one with the
 * newest point first; only such whose newest there has a lower number than `before` (0: any). Not
 * those of which the viewer sees one point alone. most: so many are looked at in each unit. */
struct radar_seens radar_groups(
	struct db *db, const struct who *who, struct point_id before, int64_t most);
/* Of a branch's week, those that belong to a group and stand under no lead. */
struct radar_ids radar_grouped_any(struct db *db, struct unit_id branch, struct week week);
/* The newest points of one in those units. */
struct radar_ids radar_group_points(
	struct db *db, const struct who *who, struct point_id group, int64_t most);

#endif
