#include "reading.h"

#include "base/list.h"

struct readings reading_of_own(struct db *db, const struct who *who, struct point_id point)
{
	struct readings list = { 0 };
	struct q *q = db_ask(db,
		SQL("SELECT n.name, r.at FROM point p JOIN reading r ON r.point_id = p.id"
		    " JOIN person n ON n.id = r.person_id WHERE p.id = ?2 AND p.author_id = ?1"
		    " ORDER BY r.at"),
		V(who->person), V(point));
	while (q_row(q)) {
		struct reading *r = LIST_ADD(db_arena(db), &list);
		r->name = q_text(q, 0);
		r->at = q_long(q, 1);
	}
	return list;
}

bool reading_is_noted(struct db *db, const struct who *who, struct point_id point)
{
	return db_long(db, SQL("SELECT 1 FROM reading WHERE point_id = ?2 AND person_id = ?1"),
		V(who->person), V(point));
}

void reading_add(struct txn *t, const struct who *who, struct point_id point, int64_t now)
{
	txn_run(t,
		SQL("INSERT INTO reading (point_id, person_id, at) VALUES (?2, ?1, ?3)"
		    " ON CONFLICT (point_id, person_id) DO NOTHING"),
		V(who->person), V(point), V(now));
}
