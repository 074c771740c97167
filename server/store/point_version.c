#include "point_version.h"

#include "base/list.h"

struct point_versions point_version_list(
	struct db *db, const struct who *who, struct point_id point)
{
	struct point_versions list = { 0 };
	struct q *q = db_ask(db,
		SQL("SELECT v.number, v.saved_at, v.headline, v.body_md, v.tags FROM point p"
		    " JOIN point_version v ON v.point_id = p.id WHERE p.id = ?2 AND " SEES(
			    "p") " ORDER BY v.number"),
		V(who->person), V(point));
	while (q_row(q))
		*LIST_ADD(db_arena(db), &list) = (struct point_version){ q_long(q, 0), q_long(q, 1),
			q_text(q, 2), q_text(q, 3), q_text(q, 4) };
	return list;
}
