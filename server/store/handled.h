/*
 * handled: what became of each point of a branch's week (DESIGN R2: nothing of the sources is
 *lost).
 *
 * The points of a branch's week are those whose branch and branch week it is; one that stays in its
 * team is not among them. Each of them is exactly one of these, the first that is true:
 *
 *	merged   it stands under a lead; the lead is counted for itself
 *	cited    a text of this branch's week cites it ([[123]])
 *	left     it was left, with a reason; the reason is kept while it is merged or cited, and
 *holds again when it no longer is placed   it has a topic on which this week has a text, beside
 *which it is listed open     nothing of all this: nobody has dealt with it yet
 *
 * Text on a topic means one that is not empty; it cites at least one point (rules/synthesis.h).
 * "Distilled" (已提炼) is cited and placed together. Whether it is worth a case, and its place in
 * the order, change nothing.
 *
 * All of it is read from one week's points, by point_by_branch; nothing is kept. It tells of texts
 * that are drafts: the caller has checked that the viewer sees the whole of this roll-up.
 */
#ifndef STORE_HANDLED_H
#define STORE_HANDLED_H

#include "base/list.h"
#include "doors/db.h"

enum handled { MERGED, CITED, LEFT, PLACED, OPEN };
#define HANDLINGS 5
const char *handled_name(enum handled h); /* "merged" … */

struct handled_counts {
	int64_t points, of[HANDLINGS];
};

struct handled_topic { /* points of one topic (0: without one), and how many of them are open */
	struct topic_id topic;
	int64_t points, open;
	bool text; /* it has one */
};
struct handled_topics {
	struct handled_topic *items;
	size_t count, room;
};
struct handled_point {
	struct point_id id;
	const char *headline;
};
struct handled_points {
	struct handled_point *items;
	size_t count, room;
};

struct handled_counts handled_counts_any(
	struct db *db, struct unit_id branch, struct week week, struct rollup_id rollup);
/* A merged point counts under its own topics. By number. */
struct handled_topics handled_topics_any(
	struct db *db, struct unit_id branch, struct week week, struct rollup_id rollup);
/* The open ones, by number. */
struct handled_points handled_open_any(struct db *db, struct unit_id branch, struct week week,
	struct rollup_id rollup, int64_t most);
/* One point of the week; *reason: why it was left, NULL if it was not. */
enum handled handled_of_any(
	struct db *db, struct rollup_id rollup, struct point_id point, const char **reason);

#endif
