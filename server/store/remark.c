#include "remark.h"

#include "base/list.h"
#include "remark_row.h"

#define SELECT                                                                                     \
	"SELECT m.id, m.to_id, m.point_id, m.kind, m.person_id,"                                   \
	" CASE WHEN m.person_id <> p.author_id OR " AUTHOR_SHOWN " THEN n.name END,"               \
	" CASE WHEN m.struck_at IS NULL THEN m.text END,"                                          \
	" CASE WHEN m.struck_at IS NULL THEN m.whom END, m.until, m.rises, m.person_id = ?1,"      \
	" m.at, m.changed_at, m.meeting_id, m.author_lets, m.manager_lets"                         \
	" FROM remark m JOIN point p ON p.id = m.point_id JOIN person n ON n.id = m.person_id "

static void read_remark(struct q *q, struct remark *r)
{
	r->id.n = q_long(q, 0);
	r->to.n = q_long(q, 1);
	r->point.n = q_long(q, 2);
	r->kind = (enum remark_kind)q_long(q, 3);
	r->person.n = q_long(q, 4);
	r->name = q_text(q, 5);
	r->text = q_text(q, 6);
	r->whom = q_text(q, 7);
	r->until = q_long(q, 8);
	r->rises = q_long(q, 9);
	r->own = q_long(q, 10);
	r->at = q_long(q, 11);
	r->changed_at = q_long(q, 12);
	r->meeting.n = q_long(q, 13);
	r->author_lets = q_long(q, 14);
	r->manager_lets = q_long(q, 15);
}

struct remarks remark_of_point(struct db *db, const struct who *who, struct point_id point)
{
	struct remarks list = { 0 };
	struct q *q =
		db_ask(db, SQL(SELECT "WHERE m.point_id = ?2 AND " REMARK_SHOWN " ORDER BY m.id"),
			V(who->person), V(point));
	while (q_row(q))
		read_remark(q, LIST_ADD(db_arena(db), &list));
	return list;
}

const struct remark *remark_get(struct db *db, const struct who *who, struct remark_id id)
{
	struct q *q =
		db_ask(db, SQL(SELECT "WHERE m.id = ?2 AND " REMARK_SHOWN), V(who->person), V(id));
	if (!q_row(q))
		return NULL;
	struct remark *r = ARENA_NEW(db_arena(db), struct remark);
	read_remark(q, r);
	q_end(q);
	return r;
}

int64_t remark_whys_above_any(struct db *db, struct remark_id id)
{
	return db_long(db,
		SQL("WITH RECURSIVE up (id, to_id, kind) AS ("
		    "SELECT id, to_id, kind FROM remark WHERE id = ?1 UNION ALL"
		    " SELECT r.id, r.to_id, r.kind FROM up JOIN remark r ON r.id = up.to_id)"
		    " SELECT count(*) FROM up WHERE kind = ?2 /*scan*/"),
		V(id), V((int64_t)REMARK_WHY));
}

struct remark_id remark_add(struct txn *t, const struct remark *r)
{
	return (struct remark_id){ txn_insert(t,
		SQL("INSERT INTO remark (point_id, kind, to_id, person_id, text, whom, until, "
		    "rises, author_lets, manager_lets, at, meeting_id)"
		    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?8, ?8, ?9, ?10)"),
		V(r->point), V((int64_t)r->kind), value_or_null(r->to.n), V(r->person), V(r->text),
		V(r->whom), value_or_null(r->until), V(r->rises), V(r->at),
		value_or_null(r->meeting.n)) };
}

void remark_set_text(struct txn *t, struct remark_id id, const char *text, int64_t now)
{
	txn_run(t, SQL("UPDATE remark SET text = ?2, changed_at = ?3 WHERE id = ?1"), V(id),
		V(text), V(now));
}

void remark_strike(struct txn *t, struct remark_id id, int64_t now)
{
	txn_run(t, SQL("UPDATE remark SET struck_at = ?2 WHERE id = ?1"), V(id), V(now));
}

void remark_set_lets(struct txn *t, struct remark_id id, bool author, bool manager)
{
	txn_run(t,
		SQL("UPDATE remark SET author_lets = ?2, manager_lets = ?3, rises = ?2 * ?3"
		    " WHERE id = ?1"),
		V(id), V(author), V(manager));
}
