#include "handled.h"

/* Of a point p; ?3 is the roll-up. The numbers are those of enum handled. */
#define TEXT "y.rollup_id = ?3 AND y.body_md <> ''"
#define HANDLED                                                                                    \
	"CASE WHEN p.lead_id IS NOT NULL THEN 0"                                                   \
	" WHEN EXISTS (SELECT 1 FROM synthesis_cite c JOIN synthesis y ON y.id = c.synthesis_id"   \
	" WHERE c.point_id = p.id AND " TEXT ") THEN 1"                                            \
	" WHEN EXISTS (SELECT 1 FROM leave l WHERE l.point_id = p.id) THEN 2"                      \
	" WHEN EXISTS (SELECT 1 FROM point_topic x JOIN synthesis y ON y.topic_id = x.topic_id"    \
	" WHERE x.point_id = p.id AND " TEXT ") THEN 3 ELSE 4 END"
#define WEEK "p.branch_id = ?1 AND p.branch_week = ?2"

const char *handled_name(enum handled h)
{
	static const char *const names[HANDLINGS] = { "merged", "cited", "left", "placed", "open" };
	return names[h];
}

struct handled_counts handled_counts_any(
	struct db *db, struct unit_id branch, struct week week, struct rollup_id rollup)
{
	struct handled_counts counts = { 0 };
	struct q *q = db_ask(db,
		SQL("SELECT " HANDLED " AS h, count(*) FROM point p WHERE " WEEK " GROUP BY h"),
		V(branch), V(week), V(rollup));
	while (q_row(q)) {
		counts.of[q_long(q, 0)] = q_long(q, 1);
		counts.points += q_long(q, 1);
	}
	return counts;
}

struct handled_topics handled_topics_any(
	struct db *db, struct unit_id branch, struct week week, struct rollup_id rollup)
{
	struct handled_topics list = { 0 };
	struct q *q = db_ask(db,
		SQL("SELECT ifnull(pt.topic_id, 0) AS topic, count(*), sum(" HANDLED " = 4),"
		    " EXISTS (SELECT 1 FROM synthesis y WHERE y.topic_id = pt.topic_id AND " TEXT
		    ") FROM point p LEFT JOIN point_topic pt ON pt.point_id = p.id WHERE " WEEK
		    " GROUP BY topic"),
		V(branch), V(week), V(rollup));
	while (q_row(q))
		*LIST_ADD(db_arena(db), &list) = (struct handled_topic){ { q_long(q, 0) },
			q_long(q, 1), q_long(q, 2), q_long(q, 3) };
	return list;
}

struct handled_points handled_open_any(struct db *db, struct unit_id branch, struct week week,
	struct rollup_id rollup, int64_t most)
{
	struct handled_points list = { 0 };
	struct q *q = db_ask(db,
		SQL("SELECT p.id, p.headline FROM point p WHERE " WEEK " AND " HANDLED " = 4"
		    " ORDER BY p.id LIMIT ?4"),
		V(branch), V(week), V(rollup), V(most));
	while (q_row(q))
		*LIST_ADD(db_arena(db), &list) =
			(struct handled_point){ { q_long(q, 0) }, q_text(q, 1) };
	return list;
}

enum handled handled_of_any(
	struct db *db, struct rollup_id rollup, struct point_id point, const char **reason)
{
	enum handled h = OPEN;
	struct q *q = db_ask(db,
		SQL("SELECT " HANDLED ", (SELECT l.reason FROM leave l WHERE l.point_id = p.id)"
		    " FROM point p WHERE p.id = ?1 AND ?2 = ?2"),
		V(point), V((int64_t)0), V(rollup));
	if (q_row(q)) {
		h = (enum handled)q_long(q, 0);
		*reason = h == LEFT ? q_text(q, 1) : NULL;
	}
	q_end(q);
	return h;
}
