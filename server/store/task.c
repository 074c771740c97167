#include "task.h"

#include "base/list.h"
#include "point_row.h"

#define SELECT                                                                                     \
	"SELECT k.id, k.team_id, u.name, k.name, k.from_day, k.to_day, k.outcome, k.review,"       \
	" k.version, k.opened_at, k.closed_at, k.opened_by, o.name, c.name FROM task k"            \
	" JOIN unit u ON u.id = k.team_id JOIN person o ON o.id = k.opened_by"                     \
	" LEFT JOIN person c ON c.id = k.closed_by "
#define SHOWN                                                                                      \
	"(?1 = 0 OR EXISTS (SELECT 1 FROM sight s WHERE s.person_id = ?1"                          \
	" AND s.unit_id = k.team_id AND s.reach <= 1))"
#define NEAR                                                                                       \
	"k.id IN (SELECT x.id FROM sight g CROSS JOIN task x INDEXED BY task_by_name"              \
	" ON x.team_id = g.unit_id WHERE g.person_id = ?1)"

static struct tasks rows(struct q *q)
{
	struct tasks list = { 0 };
	while (q_row(q))
		*LIST_ADD(db_arena(q_db(q)), &list) = (struct task){ .id = { q_long(q, 0) },
			.team = { q_long(q, 1) },
			.team_name = q_text(q, 2),
			.name = q_text(q, 3),
			.from = q_long(q, 4),
			.to = q_long(q, 5),
			.closed = !q_null(q, 6),
			.outcome = (enum task_outcome)q_long(q, 6),
			.review = q_text(q, 7),
			.version = q_long(q, 8),
			.opened_at = q_long(q, 9),
			.closed_at = q_long(q, 10),
			.opened_by = { q_long(q, 11) },
			.opener = q_text(q, 12),
			.closer = q_text(q, 13) };
	return list;
}

const struct task *task_get(struct db *db, const struct who *who, struct task_id id)
{
	struct tasks found =
		rows(db_ask(db, SQL(SELECT "WHERE k.id = ?2 AND " SHOWN), V(who->person), V(id)));
	return found.count ? &found.items[0] : NULL;
}

struct tasks task_list(struct db *db, const struct who *who, struct unit_id team, int64_t limit)
{
	return rows(db_ask(db,
		SQL(SELECT "WHERE " NEAR " AND (?2 = 0 OR k.team_id = ?2) AND " SHOWN
			   " ORDER BY k.closed_at IS NOT NULL, k.id DESC LIMIT ?3"),
		V(who->person), V(team), V(limit)));
}

struct tasks task_page(struct db *db, const struct who *who, int64_t before, int64_t limit)
{
	return rows(db_ask(db,
		SQL(SELECT "WHERE " NEAR " AND (?2 = 0 OR k.id < ?2) AND " SHOWN
			   " ORDER BY k.id DESC LIMIT ?3"),
		V(who->person), V(before), V(limit)));
}

const struct task *task_named(
	struct db *db, const struct who *who, struct unit_id team, const char *name)
{
	struct tasks found = rows(db_ask(db,
		SQL(SELECT "WHERE k.team_id = ?2 AND k.name = ?3 AND " SHOWN " ORDER BY k.id"),
		V(who->person), V(team), V(name)));
	return found.count ? &found.items[0] : NULL;
}

struct tasks task_all_any(struct db *db)
{
	return rows(db_ask(db, SQL(SELECT "WHERE ?1 = 0 ORDER BY k.id /*scan*/"), V((int64_t)0)));
}

#define OF_TASK                                                                                    \
	"SELECT f.id FROM reflection f INDEXED BY reflection_by_task WHERE f.team_id = ?2"         \
	" AND f.task = ?3 AND f.state <> 'withdrawn'"

struct task_people task_people_any(struct db *db, const struct task *task)
{
	struct task_people list = { 0 };
	struct q *q = db_ask(db,
		SQL("SELECT p.id, p.name, EXISTS (SELECT 1 FROM task_person x WHERE x.task_id = ?1"
		    " AND x.person_id = p.id), p.id IN (SELECT f.person_id FROM reflection f"
		    " INDEXED BY reflection_by_task WHERE f.team_id = ?2 AND f.task = ?3"
		    " AND f.state <> 'withdrawn') FROM person p WHERE p.id IN (SELECT y.id FROM"
		    " person y WHERE y.unit_id = ?2 AND y.active = 1 AND (y.roles & 3) <> 0 UNION"
		    " SELECT x.person_id FROM task_person x WHERE x.task_id = ?1)"
		    " ORDER BY p.name, p.id"),
		V(task->id), V(task->team), V(task->name));
	while (q_row(q))
		*LIST_ADD(db_arena(db), &list) = (struct task_person){ .person = { q_long(q, 0) },
			.name = q_text(q, 1),
			.in = q_long(q, 2),
			.wrote = q_long(q, 3) };
	return list;
}

struct points task_points(struct db *db, const struct who *who, const struct task *task)
{
	return point_rows(db_ask(db,
		SQL(POINT_SELECT "WHERE p.reflection_id IN (" OF_TASK
				 ") AND p.withdrawn = 0 AND " SEES("p") " ORDER BY p.kind, p.id"),
		V(who->person), V(task->team), V(task->name)));
}

bool task_has_reflections_any(struct db *db, const struct task *task)
{
	return db_long(db, SQL("SELECT ?1 = 0 AND EXISTS (" OF_TASK ")"), V((int64_t)0),
		V(task->team), V(task->name));
}

struct task_id task_put(struct txn *t, const struct task *task)
{
	if (!task->id.n)
		return (struct task_id){ txn_insert(t,
			SQL("INSERT INTO task (team_id, name, from_day, to_day, version, opened_by,"
			    " opened_at) VALUES (?1, ?2, ?3, ?4, 1, ?5, ?6)"),
			V(task->team), V(task->name), V(task->from), value_or_null(task->to),
			V(task->opened_by), V(task->opened_at)) };
	txn_run(t,
		SQL("UPDATE task SET name = ?2, from_day = ?3, to_day = ?4, version = version + 1"
		    " WHERE id = ?1"),
		V(task->id), V(task->name), V(task->from), value_or_null(task->to));
	return task->id;
}

void task_set_people(struct txn *t, struct task_id id, const struct person_id *people, size_t n)
{
	txn_run(t, SQL("DELETE FROM task_person WHERE task_id = ?1"), V(id));
	for (size_t i = 0; i < n; i++)
		txn_run(t,
			SQL("INSERT INTO task_person (task_id, person_id) VALUES (?1, ?2)"
			    " ON CONFLICT (task_id, person_id) DO NOTHING"),
			V(id), V(people[i]));
}

void task_close(struct txn *t, const struct task *task, struct person_id by, int64_t now)
{
	txn_run(t,
		SQL("UPDATE task SET outcome = ?2, review = ?3, closed_by = ?4, closed_at = ?5,"
		    " version = version + 1 WHERE id = ?1"),
		V(task->id),
		task->closed ? value_long(task->outcome) : (struct value){ .type = VALUE_NULL },
		V(task->review), value_or_null(task->closed ? by.n : 0),
		value_or_null(task->closed ? now : 0));
}
