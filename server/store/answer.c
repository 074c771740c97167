#include "answer.h"

#include "base/list.h"

/* The manager of the author's team; or, where that is the author, the branch's manager. */
#define OWED                                                                                       \
	"p.withdrawn = 0 AND p.author_id <> ?1 AND (EXISTS (SELECT 1 FROM steward s"               \
	" WHERE s.person_id = ?1 AND s.unit_id = p.team_id) AND NOT EXISTS (SELECT 1 FROM "        \
	"steward x"                                                                                \
	" WHERE x.person_id = p.author_id AND x.unit_id = p.team_id)"                              \
	" OR EXISTS (SELECT 1 FROM steward s WHERE s.person_id = ?1 AND s.unit_id = p.branch_id)"  \
	" AND EXISTS (SELECT 1 FROM steward x WHERE x.person_id = p.author_id AND x.unit_id = "    \
	"p.team_id))"

struct answer_clock answer_of_any(struct db *db, struct point_id point)
{
	struct answer_clock a = { 0 };
	struct q *q = db_ask(db,
		SQL("SELECT a.due_at, a.answered_at, n.name FROM answer a"
		    " LEFT JOIN person n ON n.id = a.answered_by WHERE a.point_id = ?1"),
		V(point));
	if (q_row(q)) {
		a.due_at = q_long(q, 0);
		a.answered_at = q_long(q, 1);
		a.answered_by = q_text(q, 2);
	}
	q_end(q);
	return a;
}

/* By the units that one manages: what waits elsewhere costs nothing. */
#define WAITING                                                                                    \
	" FROM point p CROSS JOIN answer a ON a.point_id = p.id WHERE p.id IN"                     \
	" (SELECT x.point_id FROM steward s CROSS JOIN answer x INDEXED BY answer_waiting"         \
	" ON x.team_id = s.unit_id AND x.answered_at IS NULL WHERE s.person_id = ?1 UNION"         \
	" SELECT x.point_id FROM steward s CROSS JOIN answer x INDEXED BY answer_waiting_above"    \
	" ON x.branch_id = s.unit_id AND x.answered_at IS NULL WHERE s.person_id = ?1) AND " OWED

struct answer_lines answer_waiting(struct db *db, const struct who *who, int64_t limit)
{
	struct answer_lines list = { 0 };
	struct q *q =
		db_ask(db, SQL("SELECT p.id, a.due_at" WAITING " ORDER BY a.due_at, p.id LIMIT ?2"),
			V(who->person), V(limit));
	while (q_row(q)) {
		struct answer_line *l = LIST_ADD(db_arena(db), &list);
		l->point.n = q_long(q, 0);
		l->due_at = q_long(q, 1);
	}
	return list;
}

int64_t answer_waiting_count(struct db *db, const struct who *who)
{
	return db_long(db, SQL("SELECT count(*)" WAITING), V(who->person));
}

bool answer_is_owed_by(struct db *db, const struct who *who, struct point_id point)
{
	return db_long(db, SQL("SELECT 1 FROM point p WHERE p.id = ?2 AND " OWED), V(who->person),
		V(point));
}

void answer_start(struct txn *t, struct point_id point, int64_t due_at)
{
	txn_run(t,
		SQL("INSERT INTO answer (point_id, team_id, due_at) SELECT id, team_id, ?2 FROM "
		    "point"
		    " WHERE id = ?1 ON CONFLICT (point_id) DO NOTHING"),
		V(point), V(due_at));
}

void answer_give(struct txn *t, struct point_id point, struct person_id by, int64_t now)
{
	txn_run(t,
		SQL("UPDATE answer SET answered_by = ?2, answered_at = ?3 WHERE point_id = ?1 AND "
		    "answered_at IS NULL"),
		V(point), V(by), V(now));
}

#define OF_UNIT                                                                                    \
	" FROM (SELECT ?2 AS id UNION SELECT c.id FROM unit c WHERE c.parent_id = ?2 UNION"        \
	" SELECT d.id FROM unit c JOIN unit d ON d.parent_id = c.id WHERE c.parent_id = ?2) u"     \
	" CROSS JOIN event e INDEXED BY event_by_team ON e.team_id = u.id AND e.at >= ?3"          \
	" AND e.deed = 'submitted' CROSS JOIN point p ON p.id = e.point_id AND p.withdrawn = 0"    \
	" AND " SEES("p") " CROSS JOIN answer a ON a.point_id = p.id"

struct answer_figures answer_figures(
	struct db *db, const struct who *who, struct unit_id unit, int64_t since, int64_t now)
{
	struct answer_figures f = { .median = -1 };
	struct q *q = db_ask(db,
		SQL("SELECT count(*), coalesce(sum(a.answered_at IS NOT NULL OR a.due_at < ?4), 0),"
		    " coalesce(sum(a.answered_at <= a.due_at), 0),"
		    " count(a.answered_at)" OF_UNIT),
		V(who->person), V(unit), V(since), V(now));
	int64_t answered = 0;
	if (q_row(q)) {
		f.points = q_long(q, 0);
		f.due = q_long(q, 1);
		f.in_time = q_long(q, 2);
		answered = q_long(q, 3);
	}
	q_end(q);
	if (answered)
		f.median = db_long(db,
			SQL("SELECT a.answered_at - e.at AS wait" OF_UNIT
			    " WHERE a.answered_at IS NOT NULL ORDER BY wait LIMIT 1 OFFSET ?4"),
			V(who->person), V(unit), V(since), V((answered - 1) / 2));
	return f;
}

void answer_place(struct txn *t, struct point_id point, struct unit_id branch)
{
	txn_run(t, SQL("UPDATE answer SET branch_id = ?2 WHERE point_id = ?1"), V(point),
		value_or_null(branch.n));
}

void answer_restart(struct txn *t, struct unit_id team, struct week week, int64_t due_at)
{
	txn_run(t,
		SQL("UPDATE answer SET due_at = ?3 WHERE answered_at IS NULL AND point_id IN"
		    " (SELECT p.id FROM point p JOIN steward s ON s.person_id = p.author_id"
		    " AND s.unit_id = p.team_id WHERE p.team_id = ?1 AND p.team_week = ?2"
		    " AND p.reach = 2)"),
		V(team), V(week), V(due_at));
}
