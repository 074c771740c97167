#include "event.h"

void event_add(struct txn *t, const char *deed, const struct who *who, struct point_id point,
	struct remark_id remark, int64_t now)
{
	txn_run(t,
		SQL("INSERT INTO event (at, deed, person_id, point_id, remark_id, team_id)"
		    " SELECT ?1, ?2, ?3, ?4, ?5, team_id FROM point WHERE id = ?4"),
		V(now), V(deed), value_or_null(who->person.n), V(point), value_or_null(remark.n));
}
