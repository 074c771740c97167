#include "desk.h"

#include "base/list.h"

struct desk_weeks desk_open_weeks_any(
	struct db *db, struct unit_id unit, struct week from, struct week to)
{
	struct desk_weeks list = { 0 };
	struct q *q = db_ask(db,
		SQL("SELECT t.week, sum(CASE WHEN t.topic_id = 0 THEN t.n ELSE 0 END),"
		    " sum(CASE WHEN t.topic_id = -1 THEN t.n ELSE 0 END)"
		    " FROM tally t LEFT JOIN rollup r ON r.unit_id = t.unit_id AND r.week = t.week"
		    " WHERE t.unit_id = ?1 AND t.week BETWEEN ?2 AND ?3 AND t.topic_id IN (0, -1)"
		    " AND (r.state IS NULL OR r.state = 'open') GROUP BY t.week ORDER BY t.week"),
		V(unit), V(from), V(to));
	while (q_row(q))
		if (q_long(q, 1))
			*LIST_ADD(db_arena(db), &list) =
				(struct desk_week){ { q_long(q, 0) }, q_long(q, 1), q_long(q, 2) };
	return list;
}

int64_t desk_proposed_topics(struct db *db, const struct who *who)
{
	return db_long(db,
		SQL("SELECT count(*) FROM topic t WHERE t.state = 'proposed' AND EXISTS"
		    " (SELECT 1 FROM point_topic pt JOIN point p ON p.id = pt.point_id"
		    " WHERE pt.topic_id = t.id AND " SEES("p") ") /*scan*/"),
		V(who->person));
}

bool desk_week_is_done(struct db *db, const struct who *who, struct week week)
{
	return db_long(db,
		SQL("SELECT EXISTS (SELECT 1 FROM reflection r WHERE r.person_id = ?1 AND r.week = "
		    "?2"
		    " AND r.state <> 'withdrawn' AND (r.task IS NULL OR (SELECT u.task_counts FROM"
		    " unit u WHERE u.id = r.team_id) = 1))"
		    " OR EXISTS (SELECT 1 FROM excuse e WHERE e.person_id = ?1 AND e.week = ?2)"),
		V(who->person), V(week));
}

struct desk_points desk_own_points(struct db *db, const struct who *who, int64_t limit)
{
	struct desk_points list = { 0 };
	struct q *q = db_ask(db,
		SQL("SELECT id FROM point WHERE author_id = ?1 AND withdrawn = 0"
		    " ORDER BY id DESC LIMIT ?2"),
		V(who->person), V(limit));
	while (q_row(q))
		LIST_ADD(db_arena(db), &list)->n = q_long(q, 0);
	return list;
}

int64_t desk_stories_of_any(struct db *db, struct point_id point)
{
	return db_long(db,
		SQL("SELECT count(*) FROM story_source ss JOIN story s ON s.id = ss.story_id"
		    " WHERE ss.point_id = ?1 AND s.state = 'published'"),
		V(point));
}
