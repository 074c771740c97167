#include "reflection.h"

#include "base/list.h"

#define REFLECTION                                                                                 \
	"SELECT r.id, r.person_id, a.name, r.team_id, r.week, r.rollup_week, r.task, r.state, "    \
	"r.late,"                                                                                  \
	" r.version, r.submitted_at, r.changed_at FROM reflection r JOIN person a ON a.id = "      \
	"r.person_id "

static void read_reflection(struct q *q, struct reflection *r)
{
	r->id.n = q_long(q, 0);
	r->person.n = q_long(q, 1);
	r->person_name = q_text(q, 2);
	r->team.n = q_long(q, 3);
	r->week.n = q_long(q, 4);
	r->rollup_week.n = q_long(q, 5);
	r->task = q_text(q, 6);
	r->state = q_text(q, 7);
	r->late = q_long(q, 8);
	r->version = q_long(q, 9);
	r->submitted_at = q_long(q, 10);
	r->changed_at = q_long(q, 11);
}

static const struct reflection *one(struct q *q)
{
	if (!q_row(q))
		return NULL;
	struct reflection *r = ARENA_NEW(db_arena(q_db(q)), struct reflection);
	read_reflection(q, r);
	q_end(q);
	return r;
}

const struct reflection *reflection_get_any(struct db *db, struct reflection_id id)
{
	return one(db_ask(db, SQL(REFLECTION "WHERE r.id = ?1"), V(id)));
}

const struct reflection *reflection_get(
	struct db *db, const struct who *who, struct reflection_id id)
{
	return one(db_ask(db,
		SQL(REFLECTION
			"WHERE r.id = ?2 AND (r.person_id = ?1 OR EXISTS (SELECT 1 FROM point p"
			" WHERE p.reflection_id = r.id AND " SEES("p") "))"),
		V(who->person), V(id)));
}

const struct reflection *reflection_weekly_any(
	struct db *db, struct person_id person, struct week week)
{
	return one(db_ask(db,
		SQL(REFLECTION "WHERE r.person_id = ?1 AND r.week = ?2 AND r.task IS NULL"),
		V(person), V(week)));
}

struct reflections reflection_of_person(struct db *db, const struct who *who)
{
	struct reflections list = { 0 };
	struct q *q = db_ask(db,
		SQL(REFLECTION "WHERE r.person_id = ?1 ORDER BY r.week DESC, r.id DESC LIMIT 200"),
		V(who->person));
	while (q_row(q))
		read_reflection(q, LIST_ADD(db_arena(db), &list));
	return list;
}

const char *reflection_text_any(struct db *db, struct reflection_id id, int64_t version)
{
	return db_text(db,
		SQL("SELECT text FROM reflection_version WHERE reflection_id = ?1 AND (?2 = 0 OR "
		    "number = ?2)"
		    " ORDER BY number DESC LIMIT 1"),
		V(id), V(version));
}

struct reflection_id reflection_add(struct txn *t, const struct reflection *r)
{
	return (struct reflection_id){ txn_insert(t,
		SQL("INSERT INTO reflection (person_id, team_id, week, rollup_week, task, state, "
		    "late, version,"
		    " submitted_at, changed_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)"),
		V(r->person), V(r->team), V(r->week), V(r->rollup_week), V(r->task), V(r->state),
		V(r->late), V(r->version), V(r->submitted_at), V(r->changed_at)) };
}

void reflection_change(struct txn *t, const struct reflection *r)
{
	txn_run(t,
		SQL("UPDATE reflection SET week = ?2, rollup_week = ?3, task = ?4, state = ?5, "
		    "late = ?6, version = ?7,"
		    " changed_at = ?8 WHERE id = ?1"),
		V(r->id), V(r->week), V(r->rollup_week), V(r->task), V(r->state), V(r->late),
		V(r->version), V(r->changed_at));
}

struct reflection_versions reflection_versions_any(struct db *db, struct reflection_id id)
{
	struct reflection_versions list = { 0 };
	struct q *q = db_ask(db,
		SQL("SELECT number, saved_at, via, blind FROM reflection_version"
		    " WHERE reflection_id = ?1 ORDER BY number DESC LIMIT 200"),
		V(id));
	while (q_row(q))
		*LIST_ADD(db_arena(db), &list) = (struct reflection_version){ q_long(q, 0),
			q_long(q, 1), (enum via)q_long(q, 2), q_long(q, 3) != 0 };
	return list;
}

void reflection_add_version(struct txn *t, struct reflection_id id,
	const struct reflection_version *v, const char *text, struct person_id by)
{
	txn_run(t,
		SQL("INSERT INTO reflection_version (reflection_id, number, text, saved_by, "
		    "saved_at, via, blind) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"),
		V(id), V(v->number), V(text), value_or_null(by.n), V(v->saved_at), V(v->via),
		V(v->blind));
}

void reflection_set_closed(struct txn *t, struct unit_id team, struct week rollup_week, bool closed)
{
	txn_run(t,
		SQL("UPDATE reflection SET state = CASE WHEN ?3 THEN 'closed' ELSE 'submitted' END"
		    " WHERE team_id = ?1 AND rollup_week = ?2"
		    " AND state = CASE WHEN ?3 THEN 'submitted' ELSE 'closed' END"),
		V(team), V(rollup_week), V(closed));
}
