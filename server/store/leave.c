#include "leave.h"

const char *leave_reason(struct db *db, const struct who *who, struct point_id point)
{
	return db_text(db,
		SQL("SELECT l.reason FROM leave l JOIN point p ON p.id = l.point_id"
		    " WHERE l.point_id = ?2 AND (?1 = 0 OR EXISTS (SELECT 1 FROM steward s"
		    " WHERE s.person_id = ?1 AND s.unit_id = p.branch_id) OR (p.reach >= 3 AND"
		    " EXISTS (SELECT 1 FROM sight s WHERE s.person_id = ?1 AND s.unit_id = 1)))"),
		V(who->person), V(point));
}

void leave_put(
	struct txn *t, struct point_id point, const char *reason, struct person_id by, int64_t now)
{
	txn_run(t,
		SQL("INSERT INTO leave (point_id, reason, left_by, left_at) VALUES (?1, ?2, ?3, ?4)"
		    " ON CONFLICT (point_id) DO UPDATE SET reason = excluded.reason,"
		    " left_by = excluded.left_by, left_at = excluded.left_at"),
		V(point), V(reason), value_or_null(by.n), V(now));
}

bool leave_drop(struct txn *t, struct point_id point)
{
	txn_run(t, SQL("DELETE FROM leave WHERE point_id = ?1"), V(point));
	return txn_changes(t) > 0;
}
