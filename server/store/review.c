#include "review.h"

#include "base/list.h"
#include "meeting_row.h"
#include "point_row.h"

#define POINT_SHOWN "(?1 = 0 OR p.withdrawn = 0 AND " SEES("p") ")"
#define SELECT                                                                                     \
	"SELECT r.id, r.meeting_id, m.day, r.unit_id, u.name, r.point_id,"                         \
	" CASE WHEN " POINT_SHOWN " THEN p.headline END, p.author_id,"                             \
	" CASE WHEN " POINT_SHOWN " AND " AUTHOR_SHOWN " THEN a.name END, r.purpose, r.plan,"      \
	" r.happened, r.difference, r.step, r.step_person_id, n.name, r.step_until, r.result,"     \
	" r.result_text, r.result_at, r.result_meeting_id, r.version, r.at, b.name"                \
	" FROM review r CROSS JOIN meeting m ON m.id = r.meeting_id"                               \
	" CROSS JOIN unit u ON u.id = r.unit_id CROSS JOIN point p ON p.id = r.point_id"           \
	" CROSS JOIN person a ON a.id = p.author_id CROSS JOIN person b ON b.id = r.reviewed_by"   \
	" LEFT JOIN person n ON n.id = r.step_person_id "
#define SHOWN SEES_MEETING("m")

static void read_step(struct q *q, struct review *r)
{
	r->step = q_text(q, 13);
	r->step_person.n = q_long(q, 14);
	r->step_name = q_text(q, 15);
	r->step_until = q_long(q, 16);
	r->told = !q_null(q, 17);
	r->result = (enum step_result)q_long(q, 17);
	r->result_text = q_text(q, 18);
	r->result_at = q_long(q, 19);
	r->result_meeting.n = q_long(q, 20);
}

static struct reviews rows(struct q *q)
{
	struct reviews list = { 0 };
	while (q_row(q)) {
		struct review *r = LIST_ADD(db_arena(q_db(q)), &list);
		r->id.n = q_long(q, 0);
		r->meeting.n = q_long(q, 1);
		r->day = q_long(q, 2);
		r->unit.n = q_long(q, 3);
		r->unit_name = q_text(q, 4);
		r->point.n = q_long(q, 5);
		r->headline = q_text(q, 6);
		r->author.n = q_long(q, 7);
		r->author_name = q_text(q, 8);
		r->purpose = q_text(q, 9);
		r->plan = q_text(q, 10);
		r->happened = q_text(q, 11);
		r->difference = q_text(q, 12);
		read_step(q, r);
		r->version = q_long(q, 21);
		r->at = q_long(q, 22);
		r->by = q_text(q, 23);
	}
	return list;
}

const struct review *review_get(struct db *db, const struct who *who, struct review_id id)
{
	struct reviews found =
		rows(db_ask(db, SQL(SELECT "WHERE r.id = ?2 AND " SHOWN), V(who->person), V(id)));
	return found.count ? &found.items[0] : NULL;
}

struct reviews review_of_meeting(struct db *db, const struct who *who, struct meeting_id meeting)
{
	return rows(db_ask(db, SQL(SELECT "WHERE r.meeting_id = ?2 AND " SHOWN " ORDER BY r.id"),
		V(who->person), V(meeting)));
}

struct reviews review_of_point(struct db *db, const struct who *who, struct point_id point)
{
	return rows(
		db_ask(db, SQL(SELECT "WHERE r.point_id = ?2 AND " SHOWN " ORDER BY m.day, r.id"),
			V(who->person), V(point)));
}

struct reviews review_agreed(struct db *db, const struct who *who, struct unit_id unit,
	int64_t before, struct meeting_id meeting)
{
	return rows(db_ask(db,
		SQL(SELECT "WHERE r.id IN (SELECT o.id FROM review o INDEXED BY review_open_step"
			   " WHERE o.unit_id = ?2 AND o.step <> '' AND o.result IS NULL UNION"
			   " SELECT g.id FROM review g WHERE g.result_meeting_id = ?4)"
			   " AND r.meeting_id <> ?4 AND m.day <= ?3 AND " SHOWN
			   " ORDER BY ifnull(r.step_until, m.day), r.id"),
		V(who->person), V(unit), V(before), V(meeting)));
}

struct reviews review_own_steps(struct db *db, const struct who *who, int64_t limit)
{
	return rows(db_ask(db,
		SQL(SELECT "WHERE r.id IN (SELECT o.id FROM review o INDEXED BY review_open_step_of"
			   " WHERE o.step_person_id = ?1 AND o.step <> '' AND o.result IS NULL)"
			   " AND " SHOWN " ORDER BY ifnull(r.step_until, m.day), r.id LIMIT ?2"),
		V(who->person), V(limit)));
}

struct review_id review_find_any(struct db *db, struct meeting_id meeting, struct point_id point)
{
	return (struct review_id){ db_long(db,
		SQL("SELECT id FROM review WHERE meeting_id = ?1 AND point_id = ?2"), V(meeting),
		V(point)) };
}

struct review_id review_put(struct txn *t, const struct review *r, struct person_id by, int64_t now)
{
	if (!r->id.n)
		return (struct review_id){ txn_insert(t,
			SQL("INSERT INTO review (meeting_id, unit_id, point_id, purpose, plan,"
			    " happened, difference, step, step_person_id, step_until, version,"
			    " reviewed_by, at, changed_at)"
			    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, 1, ?11, ?12, ?12)"),
			V(r->meeting), V(r->unit), V(r->point), V(r->purpose), V(r->plan),
			V(r->happened), V(r->difference), V(r->step),
			value_or_null(r->step_person.n), value_or_null(r->step_until), V(by),
			V(now)) };
	txn_run(t,
		SQL("UPDATE review SET purpose = ?2, plan = ?3, happened = ?4, difference = ?5,"
		    " step = ?6, step_person_id = ?7, step_until = ?8, version = version + 1,"
		    " changed_at = ?9 WHERE id = ?1"),
		V(r->id), V(r->purpose), V(r->plan), V(r->happened), V(r->difference), V(r->step),
		value_or_null(r->step_person.n), value_or_null(r->step_until), V(now));
	return r->id;
}

void review_set_result(struct txn *t, const struct review *r, struct person_id by, int64_t now)
{
	txn_run(t,
		SQL("UPDATE review SET result = ?2, result_text = ?3, result_meeting_id = ?4,"
		    " result_by = ?5, result_at = ?6, version = version + 1 WHERE id = ?1"),
		V(r->id), V((int64_t)r->result), V(r->result_text),
		value_or_null(r->result_meeting.n), V(by), V(now));
}
