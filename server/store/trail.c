#include "trail.h"

#include "base/list.h"
#include "base/out.h"

struct trails trail_list(
	struct db *db, const struct who *who, int64_t before, int64_t limit, bool *more)
{
	struct trails list = { 0 };
	struct q *q = db_ask(db,
		SQL("SELECT r.point_id, r.event_id, e.at FROM trail r"
		    " JOIN point p ON p.id = r.point_id JOIN event e ON e.id = r.event_id"
		    " WHERE r.author_id = ?1 AND r.event_id < ?2 AND p.author_id = ?1"
		    " AND p.withdrawn = 0 ORDER BY r.event_id DESC LIMIT ?3"),
		V(who->person), V(before ? before : INT64_MAX), V(limit + 1));
	while (q_row(q))
		*LIST_ADD(db_arena(db), &list) =
			(struct trail){ { q_long(q, 0) }, q_long(q, 1), q_long(q, 2) };
	*more = list.count > (size_t)limit;
	list.count -= *more;
	return list;
}

struct trail_readers trail_readers(
	struct db *db, const struct who *who, struct point_id point, int64_t limit)
{
	struct trail_readers list = { 0 };
	struct q *q = db_ask(db,
		SQL("SELECT n.name, r.at FROM point p CROSS JOIN reading r ON r.point_id = p.id"
		    " JOIN person n ON n.id = r.person_id WHERE p.id = ?2 AND p.author_id = ?1"
		    " ORDER BY r.at DESC LIMIT ?3"),
		V(who->person), V(point), V(limit));
	while (q_row(q))
		*LIST_ADD(db_arena(db), &list) =
			(struct trail_reader){ q_text(q, 0), q_long(q, 1) };
	return list;
}

struct trail_marks trail_marks(struct db *db, const struct who *who, struct point_id point)
{
	struct trail_marks m = { .reason = NULL };
	struct q *q = db_ask(db,
		SQL("SELECT p.classified_at, h.flagged_at, h.reason, k.picked_at, k.comment"
		    " FROM point p LEFT JOIN highlight h ON h.point_id = p.id"
		    " LEFT JOIN rollup r ON r.unit_id = 1 AND r.week = p.hq_week"
		    " AND r.state = 'closed'"
		    " LEFT JOIN pick k ON k.rollup_id = r.id AND k.point_id = p.id"
		    " WHERE p.id = ?2 AND p.author_id = ?1"),
		V(who->person), V(point));
	if (!q_row(q))
		return m;
	m.classified_at = q_long(q, 0);
	m.highlighted_at = q_long(q, 1);
	m.reason = q_text(q, 2);
	m.picked_at = q_long(q, 3);
	m.comment = q_text(q, 4);
	q_end(q);
	return m;
}

/* The points to which something happened since then, as a JSON array. */
static const char *lately_ids(struct db *db, const struct who *who, int64_t since)
{
	struct out ids = out_new(db_arena(db));
	struct q *q = db_ask(db,
		SQL("SELECT r.point_id, e.at FROM trail r CROSS JOIN event e ON e.id = r.event_id"
		    " CROSS JOIN point p ON p.id = r.point_id AND p.withdrawn = 0"
		    " WHERE r.author_id = ?1 ORDER BY r.event_id DESC LIMIT ?2"),
		V(who->person), V((int64_t)TRAIL_LATELY));
	while (q_row(q)) {
		if (q_long(q, 1) < since) {
			q_end(q);
			break;
		}
		out_format(&ids, "%c%ld", ids.len ? ',' : '[', (long)q_long(q, 0));
	}
	out_text(&ids, ids.len ? "]" : "[]");
	return out_string(&ids);
}

struct trail_lately trail_lately(struct db *db, const struct who *who, int64_t since)
{
	const char *ids = lately_ids(db, who, since);
	struct trail_lately l = {
		.readers = db_long(db,
			SQL("SELECT count(DISTINCT x.person_id) FROM json_each(?1) j"
			    " CROSS JOIN reading x ON x.point_id = j.value"
			    " AND x.at >= ?2"),
			V(ids), V(since))
	};
	struct q *q = db_ask(db,
		SQL("SELECT count(DISTINCT u.person_id), count(DISTINCT u.noun_id),"
		    " sum(u.effect = 0), sum(u.effect = 1), sum(u.effect = 2) FROM json_each(?1) j"
		    " CROSS JOIN use u ON u.noun = 0 AND u.noun_id = j.value AND u.at >= ?2"
		    " AND u.withdrawn_at IS NULL"),
		V(ids), V(since));
	if (!q_row(q))
		return l;
	l.users = q_long(q, 0);
	l.points = q_long(q, 1);
	for (int i = 0; i < 3; i++)
		l.of_effect[i] = q_long(q, 2 + i);
	q_end(q);
	return l;
}

void trail_touch(struct txn *t, struct point_id point, int64_t event)
{
	txn_run(t,
		SQL("INSERT INTO trail (point_id, author_id, event_id)"
		    " SELECT id, author_id, ?2 FROM point WHERE id = ?1"
		    " ON CONFLICT (point_id) DO UPDATE SET event_id = excluded.event_id"),
		V(point), V(event));
}

#define KEPT    "SELECT point_id, author_id, event_id FROM trail"
#define COUNTED "SELECT point_id, author_id, event_id FROM trail_now"

void trail_rebuild(struct txn *t)
{
	txn_run(t, SQL("DELETE FROM trail /*scan*/"));
	txn_run(t, SQL("INSERT INTO trail (point_id, author_id, event_id) " COUNTED " /*scan*/"));
}

int64_t trail_differences_any(struct db *db)
{
	return db_long(db, SQL("SELECT count(*) FROM (" KEPT " EXCEPT " COUNTED ") /*scan*/")) +
	       db_long(db, SQL("SELECT count(*) FROM (" COUNTED " EXCEPT " KEPT ") /*scan*/"));
}
