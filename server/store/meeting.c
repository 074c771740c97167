#include "meeting.h"

#include "base/list.h"
#include "meeting_row.h"

#define SELECT                                                                                     \
	"SELECT m.id, m.kind, m.length, m.unit_id, u.name, u.code, u.kind = 'team', m.day,"        \
	" m.task_id, k.name, m.recorder_id, n.name, m.notes, m.version, m.created_at,"             \
	" m.changed_at FROM meeting m JOIN unit u ON u.id = m.unit_id"                             \
	" LEFT JOIN task k ON k.id = m.task_id LEFT JOIN person n ON n.id = m.recorder_id "
#define SHOWN "m.dropped_at IS NULL AND " SEES_MEETING("m")
/* Those that the viewer may see, by their unit; or as one of those asked to come. */
#define NEAR                                                                                       \
	"m.id IN (SELECT x.id FROM sight g CROSS JOIN meeting x INDEXED BY meeting_by_unit"        \
	" ON x.unit_id = g.unit_id WHERE g.person_id = ?1 UNION"                                   \
	" SELECT y.meeting_id FROM meeting_person y WHERE y.person_id = ?1)"

static struct meetings rows(struct q *q)
{
	struct meetings list = { 0 };
	while (q_row(q))
		*LIST_ADD(db_arena(q_db(q)), &list) = (struct meeting){ .id = { q_long(q, 0) },
			.kind = (enum meeting_kind)q_long(q, 1),
			.length = (enum meeting_length)q_long(q, 2),
			.unit = { q_long(q, 3) },
			.unit_name = q_text(q, 4),
			.unit_code = q_text(q, 5),
			.of_team = q_long(q, 6),
			.day = q_long(q, 7),
			.task = { q_long(q, 8) },
			.task_name = q_text(q, 9),
			.recorder = { q_long(q, 10) },
			.recorder_name = q_text(q, 11),
			.notes = q_text(q, 12),
			.version = q_long(q, 13),
			.created_at = q_long(q, 14),
			.changed_at = q_long(q, 15) };
	return list;
}

const struct meeting *meeting_get(struct db *db, const struct who *who, struct meeting_id id)
{
	struct meetings found =
		rows(db_ask(db, SQL(SELECT "WHERE m.id = ?2 AND " SHOWN), V(who->person), V(id)));
	return found.count ? &found.items[0] : NULL;
}

struct meetings meeting_from(struct db *db, const struct who *who, int64_t day, int64_t limit)
{
	return rows(db_ask(db,
		SQL(SELECT "WHERE " NEAR " AND m.day >= ?2 AND " SHOWN
			   " ORDER BY m.day, m.id LIMIT ?3"),
		V(who->person), V(day), V(limit)));
}

struct meetings meeting_before(struct db *db, const struct who *who, int64_t day, int64_t limit)
{
	return rows(db_ask(db,
		SQL(SELECT "WHERE " NEAR " AND m.day < ?2 AND " SHOWN
			   " ORDER BY m.day DESC, m.id DESC LIMIT ?3"),
		V(who->person), V(day), V(limit)));
}

struct meetings meeting_list(
	struct db *db, const struct who *who, struct unit_id unit, int64_t before, int64_t limit)
{
	return rows(db_ask(db,
		SQL(SELECT "WHERE " NEAR " AND (?2 = 0 OR m.unit_id = ?2) AND (?3 = 0 OR m.id < ?3)"
			   " AND " SHOWN " ORDER BY m.id DESC LIMIT ?4"),
		V(who->person), V(unit), V(before), V(limit)));
}

struct meetings meeting_of_task(struct db *db, const struct who *who, struct task_id task)
{
	return rows(
		db_ask(db, SQL(SELECT "WHERE m.task_id = ?2 AND " SHOWN " ORDER BY m.day, m.id"),
			V(who->person), V(task)));
}

struct meetings meeting_all_any(struct db *db)
{
	return rows(db_ask(db,
		SQL(SELECT "WHERE m.dropped_at IS NULL AND ?1 = 0 ORDER BY m.day, m.id /*scan*/"),
		V((int64_t)0)));
}

/* A team's own people; a branch's managers, and those of its teams. */
#define BELONG                                                                                     \
	"SELECT p.id FROM person p JOIN unit t ON t.id = p.unit_id WHERE p.unit_id = ?1"           \
	" AND t.kind = 'team' AND p.active = 1 AND (p.roles & 3) <> 0"                             \
	" UNION SELECT s.person_id FROM steward s WHERE s.unit_id = ?1"                            \
	" UNION SELECT s.person_id FROM unit c JOIN steward s ON s.unit_id = c.id"                 \
	" WHERE c.parent_id = ?1 AND c.active = 1"
#define PEOPLE(more)                                                                               \
	"SELECT p.id, p.name, x.present IS NOT NULL, x.present, x.turn,"                           \
	" p.active = 1 AND p.unit_id = ?1 AND (p.roles & 1) <> 0 FROM person p"                    \
	" LEFT JOIN meeting_person x ON x.meeting_id = ?2 AND x.person_id = p.id"                  \
	" WHERE p.id IN (" BELONG more ") ORDER BY p.name, p.id"

static struct meeting_people people(struct q *q)
{
	struct meeting_people list = { 0 };
	while (q_row(q))
		*LIST_ADD(db_arena(q_db(q)), &list) =
			(struct meeting_person){ .person = { q_long(q, 0) },
				.name = q_text(q, 1),
				.said = q_long(q, 2),
				.present = q_long(q, 3),
				.turn = q_long(q, 4),
				.writes = q_long(q, 5) };
	return list;
}

struct meeting_people meeting_people_any(struct db *db, const struct meeting *m)
{
	return people(db_ask(db,
		SQL(PEOPLE(" UNION SELECT y.person_id FROM meeting_person y WHERE y.meeting_id = "
			   "?2")),
		V(m->unit), V(m->id)));
}

struct meeting_people meeting_people_of_unit_any(struct db *db, struct unit_id unit)
{
	return people(db_ask(db, SQL(PEOPLE("")), V(unit), V((int64_t)0)));
}

struct meeting_id meeting_put(struct txn *t, const struct meeting *m, struct person_id by)
{
	if (!m->id.n)
		return (struct meeting_id){ txn_insert(t,
			SQL("INSERT INTO meeting (kind, length, unit_id, day, task_id, recorder_id,"
			    " notes, version, created_by, created_at, changed_at)"
			    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 1, ?8, ?9, ?9)"),
			V((int64_t)m->kind), V((int64_t)m->length), V(m->unit), V(m->day),
			value_or_null(m->task.n), value_or_null(m->recorder.n), V(m->notes), V(by),
			V(m->changed_at)) };
	txn_run(t,
		SQL("UPDATE meeting SET kind = ?2, length = ?3, day = ?4, task_id = ?5,"
		    " recorder_id = ?6, notes = ?7, version = version + 1, changed_at = ?8 WHERE "
		    "id = ?1"),
		V(m->id), V((int64_t)m->kind), V((int64_t)m->length), V(m->day),
		value_or_null(m->task.n), value_or_null(m->recorder.n), V(m->notes),
		V(m->changed_at));
	return m->id;
}

void meeting_touch(struct txn *t, struct meeting_id id, int64_t now)
{
	txn_run(t, SQL("UPDATE meeting SET changed_at = ?2 WHERE id = ?1"), V(id), V(now));
}

void meeting_drop(struct txn *t, struct meeting_id id, int64_t now)
{
	txn_run(t, SQL("UPDATE meeting SET dropped_at = ?2 WHERE id = ?1"), V(id), V(now));
}

void meeting_put_person(struct txn *t, struct meeting_id id, const struct meeting_person *p)
{
	txn_run(t,
		SQL("INSERT INTO meeting_person (meeting_id, person_id, present, turn)"
		    " VALUES (?1, ?2, CASE WHEN ?3 THEN ?4 END, ?5)"
		    " ON CONFLICT (meeting_id, person_id) DO UPDATE"
		    " SET present = CASE WHEN ?3 THEN ?4 END, turn = ?5"),
		V(id), V(p->person), V(p->said), V(p->present), V(p->turn));
}

bool meeting_holds_any(struct db *db, struct meeting_id id)
{
	return db_long(db,
		SQL("SELECT EXISTS (SELECT 1 FROM meeting_line WHERE meeting_id = ?1) OR EXISTS"
		    " (SELECT 1 FROM review WHERE meeting_id = ?1) OR EXISTS"
		    " (SELECT 1 FROM review WHERE result_meeting_id = ?1)"),
		V(id));
}
