#include "highlight.h"

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
