#include "point_sign.h"

#include "base/list.h"

struct point_ids point_sign_others_any(
	struct db *db, struct person_id author, bool anonymous, int64_t limit)
{
	struct point_ids list = { 0 };
	struct q *q = db_ask(db,
		SQL("SELECT id FROM point WHERE author_id = ?1 AND anonymous <> ?2 ORDER BY id"
		    " LIMIT ?3"),
		V(author), V(anonymous), V(limit));
	while (q_row(q))
		LIST_ADD(db_arena(db), &list)->n = q_long(q, 0);
	return list;
}

void point_sign_set(struct txn *t, struct point_id id, bool anonymous)
{
	txn_run(t, SQL("UPDATE point SET anonymous = ?2 WHERE id = ?1"), V(id), V(anonymous));
}

void point_sign_default(struct txn *t, struct person_id person, bool anonymous)
{
	txn_run(t, SQL("UPDATE person SET anonymous = ?2 WHERE id = ?1"), V(person), V(anonymous));
}
