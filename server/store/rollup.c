#include "rollup.h"

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
