#include "highlight.h"

#include "base/list.h"

enum { LOOKED_AT = 1000 };

struct highlights highlight_at_hq(
	struct db *db, const struct who *who, struct week week, int64_t since, int64_t limit)
{
	struct highlights list = { 0 };
	struct q *q = db_ask(db,
		SQL("SELECT h.point_id, h.reason, u.name, h.flagged_at FROM (SELECT point_id,"
		    " reason, unit_id, flagged_at FROM highlight WHERE flagged_at >= ?3"
		    " ORDER BY flagged_at LIMIT ?5) AS h CROSS JOIN point p ON p.id = h.point_id"
		    " JOIN unit u ON u.id = h.unit_id"
		    " WHERE p.hq_week = ?2 AND p.reach >= 3 AND p.withdrawn = 0 AND " SEES(
			    "p") " ORDER BY h.flagged_at, h.point_id LIMIT ?4"),
		V(who->person), V(week), V(since), V(limit), V((int64_t)LOOKED_AT));
	while (q_row(q))
		*LIST_ADD(db_arena(db), &list) = (struct highlight){ { q_long(q, 0) }, q_text(q, 1),
			q_text(q, 2), q_long(q, 3) };
	return list;
}

void highlight_put(struct txn *t, struct point_id point, struct unit_id by_unit, const char *reason,
	struct person_id by, int64_t now)
{
	txn_run(t,
		SQL("INSERT INTO highlight (point_id, unit_id, reason, flagged_by, flagged_at)"
		    " VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (point_id) DO UPDATE SET"
		    " unit_id = excluded.unit_id, reason = excluded.reason,"
		    " flagged_by = excluded.flagged_by, flagged_at = excluded.flagged_at"),
		V(point), V(by_unit), V(reason), value_or_null(by.n), V(now));
}

void highlight_drop(struct txn *t, struct point_id point)
{
	txn_run(t, SQL("DELETE FROM highlight WHERE point_id = ?1"), V(point));
}
