#include "export_marks.h"

#include "base/list.h"

static struct q *ask(struct db *db, enum export_mark mark)
{
	switch (mark) {
	case MARK_MERGED:
		return db_ask(db, SQL("SELECT id, lead_id, NULL, NULL, NULL FROM point"
				      " WHERE lead_id IS NOT NULL AND withdrawn = 0 ORDER BY id"
				      " /*scan*/"));
	case MARK_HIGHLIGHT:
		return db_ask(
			db, SQL("SELECT h.point_id, u.code, h.reason, m.login, h.flagged_at"
				" FROM highlight h JOIN point p ON p.id = h.point_id"
				" JOIN unit u ON u.id = h.unit_id"
				" LEFT JOIN person m ON m.id = h.flagged_by WHERE p.withdrawn = 0"
				" ORDER BY h.point_id /*scan*/"));
	case MARK_LEAVE:
		return db_ask(db, SQL("SELECT l.point_id, l.reason, m.login, l.left_at, NULL"
				      " FROM leave l JOIN point p ON p.id = l.point_id"
				      " LEFT JOIN person m ON m.id = l.left_by"
				      " WHERE p.withdrawn = 0 ORDER BY l.point_id /*scan*/"));
	case MARK_PICK:
		return db_ask(db, SQL("SELECT r.week, k.point_id, k.comment, m.login, k.picked_at"
				      " FROM pick k JOIN point p ON p.id = k.point_id"
				      " JOIN rollup r ON r.id = k.rollup_id AND r.week = p.hq_week"
				      " LEFT JOIN person m ON m.id = k.picked_by"
				      " ORDER BY r.week, k.position, k.point_id /*scan*/"));
	case MARK_EXCUSE:
		return db_ask(db,
			SQL("SELECT p.login, e.week, e.reason, m.login, e.excused_at FROM excuse e"
			    " JOIN person p ON p.id = e.person_id"
			    " LEFT JOIN person m ON m.id = e.excused_by"
			    " ORDER BY e.week, p.login /*scan*/"));
	case MARK_ROSTER:
		return db_ask(db,
			SQL("SELECT u.code, r.week, p.login, NULL, NULL FROM roster x"
			    " JOIN rollup r ON r.id = x.rollup_id JOIN unit u ON u.id = r.unit_id"
			    " JOIN person p ON p.id = x.person_id"
			    " ORDER BY r.week, u.code, p.login /*scan*/"));
	case MARK_ORDER:
	case MARKS:
		break;
	}
	return db_ask(db,
		SQL("SELECT u.code, r.week, CASE WHEN o.topic_id > 0 THEN t.name_zh END,"
		    " CASE WHEN o.point_id > 0 THEN o.point_id END, NULL FROM rollup_order o"
		    " JOIN rollup r ON r.id = o.rollup_id JOIN unit u ON u.id = r.unit_id"
		    " LEFT JOIN topic t ON t.id = o.topic_id LEFT JOIN point p ON p.id = o.point_id"
		    " WHERE (o.topic_id <= 0 OR t.id IS NOT NULL)"
		    " AND (o.point_id = 0 OR p.withdrawn = 0)"
		    " ORDER BY r.week, u.code, o.point_id > 0,"
		    " CASE WHEN o.point_id > 0 THEN t.name_zh END, o.position, o.point_id, "
		    "t.name_zh"
		    " /*scan*/"));
}

struct export_mark_rows export_marks_any(struct db *db, enum export_mark mark)
{
	struct export_mark_rows list = { 0 };
	struct q *q = ask(db, mark);
	while (q_row(q)) {
		struct export_mark_row *r = LIST_ADD(db_arena(db), &list);
		for (int i = 0; i < MARK_COLUMNS; i++)
			r->text[i] = q_text(q, i);
	}
	return list;
}
