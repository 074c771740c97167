#include "ask.h"

#include "ask_row.h"
#include "base/list.h"
#include "meeting_row.h"

#define COLUMNS                                                                                    \
	"SELECT k.id, k.kind, k.point_id, CASE WHEN ?1 = 0 OR (p.withdrawn = 0 AND " SEES(         \
		"p") ") OR p.author_id = ?1 THEN p.headline END, k.person_id,"                     \
		     " CASE WHEN " ASK_NAME_SHOWN                                                  \
		     " THEN n.name END, k.text, k.team_id, k.unit_id,"                             \
		     " u.name, k.state, k.due_at, k.person_id = ?1, k.report_id,"                  \
		     " CASE WHEN " SEES_REPORT(                                                    \
			     "r") " THEN r.day END, k.named, k.line_id,"                           \
				  " CASE WHEN " SEES_MEETING(                                      \
					  "m") " THEN m.id END, m.day, k.topic_id, w.name_zh, "    \
					       "w.name_en"
#define JOINED                                                                                     \
	" LEFT JOIN point p ON p.id = k.point_id LEFT JOIN report r ON r.id = k.report_id"         \
	" LEFT JOIN meeting_line l ON l.id = k.line_id LEFT JOIN meeting m ON m.id = l.meeting_id" \
	" LEFT JOIN topic w ON w.id = k.topic_id"                                                  \
	" CROSS JOIN person n ON n.id = k.person_id"                                               \
	" CROSS JOIN unit u ON u.id = k.unit_id "
static void read_ask(struct q *q, struct ask *a)
{
	a->id.n = q_long(q, 0);
	a->kind = (enum ask_kind)q_long(q, 1);
	a->point.n = q_long(q, 2);
	a->headline = q_text(q, 3);
	a->person.n = q_long(q, 4);
	a->name = q_text(q, 5);
	a->text = q_text(q, 6);
	a->team.n = q_long(q, 7);
	a->unit.n = q_long(q, 8);
	a->unit_name = q_text(q, 9);
	a->state = (enum ask_state)q_long(q, 10);
	a->due_at = q_long(q, 11);
	a->own = q_long(q, 12);
	a->report.n = q_long(q, 13);
	a->day = q_long(q, 14);
	a->named = q_long(q, 15);
	a->line.n = q_long(q, 16);
	a->meeting.n = q_long(q, 17);
	a->met = q_long(q, 18);
	a->topic.n = q_long(q, 19);
	a->topic_zh = q_text(q, 20);
	a->topic_en = q_text(q, 21);
}

static struct asks rows(struct q *q)
{
	struct asks list = { 0 };
	while (q_row(q))
		read_ask(q, LIST_ADD(db_arena(q_db(q)), &list));
	return list;
}

const struct ask *ask_get(struct db *db, const struct who *who, struct ask_id id)
{
	struct asks one =
		rows(db_ask(db, SQL(COLUMNS " FROM ask k" JOINED "WHERE k.id = ?2 AND " ASK_SHOWN),
			V(who->person), V(id)));
	return one.count ? &one.items[0] : NULL;
}

struct asks ask_of_point(struct db *db, const struct who *who, struct point_id point)
{
	return rows(db_ask(db,
		SQL(COLUMNS " FROM ask k" JOINED
			    "WHERE k.point_id = ?2 AND k.state < 4 AND " ASK_SHOWN
			    " ORDER BY k.id"),
		V(who->person), V(point)));
}

struct asks ask_of_report(struct db *db, const struct who *who, struct report_id report)
{
	return rows(db_ask(db,
		SQL(COLUMNS " FROM ask k" JOINED
			    "WHERE k.report_id = ?2 AND k.state < 4 AND " ASK_SHOWN
			    " ORDER BY k.id"),
		V(who->person), V(report)));
}

struct asks ask_own(struct db *db, const struct who *who, int64_t before, int64_t limit)
{
	return rows(db_ask(db,
		SQL(COLUMNS " FROM ask k" JOINED "WHERE k.person_id = ?1 AND k.state < 4"
			    " AND (?3 = 0 OR k.id < ?3) ORDER BY k.id DESC LIMIT ?2"),
		V(who->person), V(limit), V(before)));
}

struct asks ask_own_of_topic(
	struct db *db, const struct who *who, struct topic_id topic, int64_t limit)
{
	return rows(db_ask(db,
		SQL(COLUMNS " FROM ask k" JOINED "WHERE k.topic_id = ?2 AND k.person_id = ?1"
			    " AND k.state < 4 ORDER BY k.id DESC LIMIT ?3"),
		V(who->person), V(topic), V(limit)));
}

/* Nobody answers their own. */
#define WAITING                                                                                    \
	" FROM steward s CROSS JOIN ask k INDEXED BY ask_open ON k.unit_id = s.unit_id"            \
	" AND k.state = 0"

struct asks ask_waiting(struct db *db, const struct who *who, int64_t limit)
{
	return rows(db_ask(db,
		SQL(COLUMNS WAITING JOINED "WHERE s.person_id = ?1 AND k.person_id <> ?1"
					   " ORDER BY k.due_at, k.id LIMIT ?2"),
		V(who->person), V(limit)));
}

int64_t ask_waiting_count(struct db *db, const struct who *who)
{
	return db_long(db,
		SQL("SELECT count(*)" WAITING " WHERE s.person_id = ?1 AND k.person_id <> ?1"),
		V(who->person));
}

struct asks ask_of_units(struct db *db, const struct who *who, int64_t before, int64_t limit)
{
	return rows(db_ask(db,
		SQL(COLUMNS " FROM ask k" JOINED
			    "WHERE k.id IN (SELECT x.id FROM steward s CROSS JOIN ask x INDEXED BY "
			    "ask_by_team ON x.team_id = s.unit_id WHERE s.person_id = ?1 UNION"
			    " SELECT x.id FROM steward s CROSS JOIN ask x INDEXED BY ask_by_unit"
			    " ON x.unit_id = s.unit_id WHERE s.person_id = ?1)"
			    " AND k.state < 4 AND k.person_id <> ?1 AND NOT (k.state = 0 AND EXISTS"
			    " (SELECT 1 FROM steward s WHERE s.person_id = ?1 AND s.unit_id = "
			    "k.unit_id)) AND (?3 = 0 OR k.id < ?3) AND " ASK_SHOWN
			    " ORDER BY k.id DESC LIMIT ?2"),
		V(who->person), V(limit), V(before)));
}

struct ask_steps ask_steps_of(struct db *db, const struct who *who, const struct ask *ask)
{
	struct ask_steps list = { 0 };
	struct q *q = db_ask(db,
		SQL("SELECT e.id, e.deed, CASE WHEN e.person_id <> k.person_id OR " ASK_NAME_SHOWN
		    " THEN n.name END, u.name, e.text, e.at FROM ask k LEFT JOIN point p ON p.id = "
		    "k.point_id"
		    " JOIN ask_step e ON e.ask_id = k.id JOIN unit u ON u.id = e.unit_id"
		    " LEFT JOIN person n ON n.id = e.person_id WHERE k.id = ?2 ORDER BY e.id"),
		V(who->person), V(ask->id));
	while (q_row(q)) {
		struct ask_step *s = LIST_ADD(db_arena(db), &list);
		s->id = q_long(q, 0);
		s->deed = q_text(q, 1);
		s->name = q_text(q, 2);
		s->unit_name = q_text(q, 3);
		s->text = q_text(q, 4);
		s->at = q_long(q, 5);
	}
	return list;
}

struct asks ask_open_of_unit(struct db *db, const struct who *who, struct unit_id unit)
{
	return rows(db_ask(db,
		SQL(COLUMNS " FROM ask k" JOINED "WHERE k.id IN (SELECT x.id FROM ask x INDEXED BY"
			    " ask_by_team WHERE x.team_id = ?2 AND x.state = 0 UNION SELECT y.id"
			    " FROM ask y INDEXED BY ask_open WHERE y.unit_id = ?2 AND y.state = 0)"
			    " AND " ASK_SHOWN " ORDER BY k.due_at, k.id"),
		V(who->person), V(unit)));
}

struct asks ask_living_any(struct db *db, struct point_id point, struct report_id report)
{
	if (report.n)
		return rows(db_ask(db,
			SQL(COLUMNS
				" FROM ask k" JOINED
				"WHERE k.report_id = ?2 AND k.state < 2 AND ?1 = 0 ORDER BY k.id"),
			V((int64_t)0), V(report)));
	return rows(db_ask(db,
		SQL(COLUMNS " FROM ask k" JOINED
			    "WHERE k.point_id = ?2 AND k.state < 2 AND ?1 = 0 ORDER BY k.id"),
		V((int64_t)0), V(point)));
}

struct asks ask_overdue_any(struct db *db, int64_t before, int64_t limit)
{
	return rows(db_ask(db,
		SQL(COLUMNS " FROM ask k INDEXED BY ask_due" JOINED
			    "WHERE k.state = 0 AND k.due_at < ?2 AND u.parent_id IS NOT NULL"
			    " AND (k.point_id IS NULL OR p.team_only = 0) AND ?1 = 0 ORDER BY "
			    "k.due_at LIMIT ?3"),
		V((int64_t)0), V(before), V(limit)));
}

struct ask_id ask_add(struct txn *t, const struct ask *a)
{
	return (struct ask_id){ txn_insert(t,
		SQL("INSERT INTO ask (kind, point_id, report_id, person_id, text, team_id, "
		    "unit_id, "
		    "state, due_at, line_id, topic_id) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, "
		    "?10, ?11)"),
		V((int64_t)a->kind), value_or_null(a->point.n), value_or_null(a->report.n),
		V(a->person), V(a->text), V(a->team), V(a->unit), V((int64_t)a->state),
		V(a->due_at), value_or_null(a->line.n), value_or_null(a->topic.n)) };
}

void ask_move(struct txn *t, const struct ask *a)
{
	txn_run(t, SQL("UPDATE ask SET unit_id = ?2, state = ?3, due_at = ?4 WHERE id = ?1"),
		V(a->id), V(a->unit), V((int64_t)a->state), V(a->due_at));
}

void ask_set_named(struct txn *t, struct ask_id id, bool named)
{
	txn_run(t, SQL("UPDATE ask SET named = ?2 WHERE id = ?1"), V(id), V(named));
}

int64_t ask_add_step(struct txn *t, const struct ask *a, const char *deed, struct person_id by,
	const char *text, int64_t now)
{
	return txn_insert(t,
		SQL("INSERT INTO ask_step (ask_id, deed, person_id, unit_id, text, at)"
		    " VALUES (?1, ?2, ?3, ?4, ?5, ?6)"),
		V(a->id), V(deed), value_or_null(by.n), V(a->unit), V(text), V(now));
}
