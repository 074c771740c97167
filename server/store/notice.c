#include "notice.h"

#include "base/list.h"
#include "point_row.h"

struct notices notice_list(struct db *db, const struct who *who, int64_t limit)
{
	struct notices list = { 0 };
	struct q *q = db_ask(db,
		SQL("SELECT c.point_id, p.headline,"
		    " CASE WHEN m.person_id <> p.author_id OR " AUTHOR_SHOWN
		    " THEN n.name END, m.text, count(*), max(c.id), c.at"
		    " FROM notice c JOIN point p ON p.id = c.point_id AND p.withdrawn = 0"
		    " JOIN remark m ON m.id = c.remark_id AND m.struck_at IS NULL"
		    " JOIN person n ON n.id = m.person_id"
		    " WHERE c.person_id = ?1 AND c.seen_at IS NULL AND " SEES(
			    "p") " GROUP BY c.point_id ORDER BY max(c.id) DESC LIMIT ?2"),
		V(who->person), V(limit));
	while (q_row(q)) {
		struct notice *l = LIST_ADD(db_arena(db), &list);
		l->point.n = q_long(q, 0);
		l->headline = q_text(q, 1);
		l->name = q_text(q, 2);
		l->text = q_text(q, 3);
		l->remarks = q_long(q, 4);
		l->at = q_long(q, 6);
	}
	return list;
}

bool notice_waits(struct db *db, const struct who *who, struct point_id point)
{
	return db_long(db,
		SQL("SELECT 1 FROM notice WHERE point_id = ?2 AND person_id = ?1 AND seen_at IS "
		    "NULL"),
		V(who->person), V(point));
}

void notice_add(struct txn *t, struct person_id whom, struct point_id point,
	struct remark_id remark, int64_t now)
{
	txn_run(t,
		SQL("INSERT INTO notice (person_id, point_id, remark_id, at) VALUES (?1, ?2, ?3, "
		    "?4)"),
		V(whom), V(point), V(remark), V(now));
}

void notice_see(struct txn *t, const struct who *who, struct point_id point, int64_t now)
{
	txn_run(t,
		SQL("UPDATE notice SET seen_at = ?3 WHERE point_id = ?2 AND person_id = ?1 AND "
		    "seen_at IS NULL"),
		V(who->person), V(point), V(now));
}
