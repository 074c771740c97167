#include "pick.h"

#include "base/list.h"

struct picks pick_list(struct db *db, const struct who *who, struct rollup_id rollup)
{
	struct picks list = { 0 };
	if (!rollup.n)
		return list;
	struct q *q = db_ask(db,
		SQL("SELECT k.point_id, p.headline, u.name, p.kind, k.comment FROM pick k"
		    " JOIN rollup r ON r.id = k.rollup_id JOIN point p ON p.id = k.point_id AND"
		    " p.hq_week = r.week JOIN unit u ON u.id = p.team_id"
		    " WHERE k.rollup_id = ?2 AND " SEES("p") " ORDER BY k.position, k.point_id"),
		V(who->person), V(rollup));
	while (q_row(q)) {
		struct pick *k = LIST_ADD(db_arena(db), &list);
		k->point.n = q_long(q, 0);
		k->headline = q_text(q, 1);
		k->team_name = q_text(q, 2);
		k->kind = (int)q_long(q, 3);
		k->comment = q_text(q, 4);
	}
	return list;
}

void pick_put(struct txn *t, struct rollup_id rollup, struct point_id point, const char *comment,
	struct person_id by, int64_t now)
{
	txn_run(t,
		SQL("INSERT INTO pick (rollup_id, point_id, position, comment, picked_by, "
		    "picked_at)"
		    " VALUES (?1, ?2, (SELECT coalesce(max(position), -1) + 1 FROM pick WHERE "
		    "rollup_id = ?1), ?3, ?4, ?5)"
		    " ON CONFLICT (rollup_id, point_id) DO UPDATE SET comment = "
		    "excluded.comment"),
		V(rollup), V(point), V(comment), value_or_null(by.n), V(now));
}

void pick_drop(struct txn *t, struct rollup_id rollup, struct point_id point)
{
	txn_run(t, SQL("DELETE FROM pick WHERE rollup_id = ?1 AND point_id = ?2"), V(rollup),
		V(point));
}

void pick_order(struct txn *t, struct rollup_id rollup, const int64_t *points, size_t n)
{
	for (size_t i = 0; i < n; i++)
		txn_run(t,
			SQL("UPDATE pick SET position = ?3 WHERE rollup_id = ?1 AND point_id = ?2"),
			V(rollup), V(points[i]), V(i));
}
