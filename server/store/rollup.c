#include "rollup.h"

#include "base/list.h"

struct rollup rollup_get(struct db *db, struct unit_id unit, struct week week)
{
	struct rollup r = { .unit = unit, .week = week };
	struct q *q = db_ask(db,
		SQL("SELECT r.id, r.state = 'closed', r.closed_by, p.name, r.closed_at FROM rollup "
		    "r"
		    " LEFT JOIN person p ON p.id = r.closed_by WHERE r.unit_id = ?1 AND r.week = "
		    "?2"),
		V(unit), V(week));
	if (q_row(q)) {
		r.id.n = q_long(q, 0);
		r.closed = q_long(q, 1);
		r.closed_by.n = q_long(q, 2);
		r.closed_by_name = q_text(q, 3);
		r.closed_at = q_long(q, 4);
	}
	q_end(q);
	return r;
}

struct week rollup_first_open(struct db *db, struct unit_id unit, struct week from)
{
	while (rollup_get(db, unit, from).closed)
		from.n++;
	return from;
}

struct standing rollup_standing(struct db *db, const struct who *who, const struct unit *unit)
{
	struct standing s = { 0 };
	struct q *q = db_ask(db,
		SQL("SELECT (SELECT 1 FROM steward WHERE person_id = ?1 AND unit_id = ?2),"
		    " (SELECT 1 FROM steward WHERE person_id = ?1 AND unit_id = ?3),"
		    " (SELECT 1 FROM steward WHERE person_id = ?1 AND unit_id = 1),"
		    " (SELECT 1 FROM steward s JOIN unit t ON t.id = s.unit_id WHERE s.person_id = "
		    "?1 AND t.parent_id = ?2),"
		    " (SELECT 1 FROM sight WHERE person_id = ?1 AND unit_id = 1),"
		    " (SELECT 1 FROM sight WHERE person_id = ?1 AND unit_id = ?2 AND reach <= ?4)"),
		V(who->person), V(unit->id), V(unit->parent),
		/* the least reach that lies in a roll-up of this kind */
		V((int64_t)(unit->kind == UNIT_TEAM     ? 1
			    : unit->kind == UNIT_BRANCH ? 2
							: 3)));
	if (q_row(q)) {
		s.manages = q_long(q, 0);
		s.manages_parent = q_long(q, 1);
		s.manages_hq = q_long(q, 2);
		s.manages_below = q_long(q, 3);
		s.sees_hq = q_long(q, 4);
		s.sees_all = q_long(q, 5);
	}
	q_end(q);
	if (who_is_operator(who))
		s = (struct standing){ true, true, true, true, true, true };
	return s;
}

struct rollup_parts rollup_parts(struct db *db, const struct unit *unit, struct week week)
{
	struct rollup_parts list = { 0 };
	struct q *q = db_ask(db,
		SQL("SELECT u.id, u.code, u.name, u.active, r.state = 'closed' FROM unit u"
		    " LEFT JOIN rollup r ON r.unit_id = u.id AND r.week = ?2"
		    " WHERE u.id IN (SELECT part_id FROM tally WHERE unit_id = ?1 AND week = ?2 "
		    "AND topic_id = 0 AND n > 0)"
		    " OR (u.parent_id = ?1 AND (u.active = 1 OR r.id IS NOT NULL) AND NOT EXISTS "
		    "(SELECT 1 FROM point p"
		    " WHERE p.team_id = u.id AND p.team_week = ?2 AND p.branch_id <> ?1))"
		    " ORDER BY u.code"),
		V(unit->id), V(week));
	while (q_row(q)) {
		struct rollup_part *p = LIST_ADD(db_arena(db), &list);
		p->unit.n = q_long(q, 0);
		p->code = q_text(q, 1);
		p->name = q_text(q, 2);
		p->active = q_long(q, 3);
		p->closed = q_long(q, 4);
	}
	return list;
}

bool rollup_is_sealed_any(struct db *db, const struct unit *unit, struct week week)
{
	if (unit->parent.n && rollup_get(db, unit->parent, week).closed)
		return true;
	if (unit->kind == UNIT_TEAM)
		return db_long(db,
			SQL("SELECT 1 FROM point p JOIN rollup r ON r.unit_id = p.branch_id"
			    " AND r.week = p.branch_week AND r.state = 'closed'"
			    " WHERE p.team_id = ?1 AND p.team_week = ?2 AND p.reach >= 2 LIMIT 1"),
			V(unit->id), V(week));
	if (unit->kind == UNIT_BRANCH)
		return db_long(db,
			SQL("SELECT 1 FROM point p JOIN rollup r ON r.unit_id = 1"
			    " AND r.week = p.hq_week AND r.state = 'closed'"
			    " WHERE p.branch_id = ?1 AND p.branch_week = ?2 AND p.reach >= 3 LIMIT "
			    "1"),
			V(unit->id), V(week));
	return false;
}

struct rollup_id rollup_ensure(struct txn *t, struct unit_id unit, struct week week)
{
	txn_run(t,
		SQL("INSERT INTO rollup (unit_id, week) VALUES (?1, ?2) ON CONFLICT (unit_id, "
		    "week) DO NOTHING"),
		V(unit), V(week));
	return rollup_get(t->db, unit, week).id;
}

void rollup_set_closed(
	struct txn *t, struct rollup_id id, bool closed, struct person_id by, int64_t at)
{
	txn_run(t,
		SQL("UPDATE rollup SET state = CASE WHEN ?2 THEN 'closed' ELSE 'open' END, "
		    "closed_by = ?3, closed_at = ?4"
		    " WHERE id = ?1"),
		V(id), V(closed), value_or_null(closed ? by.n : 0), value_or_null(closed ? at : 0));
}
