#include "report.h"

#include "base/list.h"
#include "report_row.h"

#define SELECT                                                                                     \
	"SELECT r.id, r.person_id, n.name, r.team_id, r.day, r.text, r.version, r.submitted_at,"   \
	" r.changed_at, r.person_id = ?1 FROM report r JOIN person n ON n.id = r.person_id "

static struct reports rows(struct q *q)
{
	struct reports list = { 0 };
	while (q_row(q))
		*LIST_ADD(db_arena(q_db(q)), &list) = (struct report){ .id = { q_long(q, 0) },
			.person = { q_long(q, 1) },
			.name = q_text(q, 2),
			.team = { q_long(q, 3) },
			.day = q_long(q, 4),
			.text = q_text(q, 5),
			.version = q_long(q, 6),
			.submitted_at = q_long(q, 7),
			.changed_at = q_long(q, 8),
			.own = q_long(q, 9) };
	return list;
}

static const struct report *one(struct reports found)
{
	return found.count ? &found.items[0] : NULL;
}

const struct report *report_get(struct db *db, const struct who *who, struct report_id id)
{
	return one(rows(db_ask(
		db, SQL(SELECT "WHERE r.id = ?2 AND " SEES_REPORT("r")), V(who->person), V(id))));
}

const struct report *report_of_day(struct db *db, const struct who *who, int64_t day)
{
	return one(rows(db_ask(
		db, SQL(SELECT "WHERE r.person_id = ?1 AND r.day = ?2"), V(who->person), V(day))));
}

struct reports report_own(struct db *db, const struct who *who, int64_t from, int64_t to)
{
	return rows(db_ask(db,
		SQL(SELECT "WHERE r.person_id = ?1 AND r.day BETWEEN ?2 AND ?3 ORDER BY r.day"),
		V(who->person), V(from), V(to)));
}

struct reports report_of_team(
	struct db *db, const struct who *who, struct unit_id team, int64_t from, int64_t to)
{
	return rows(db_ask(db,
		SQL(SELECT "WHERE r.team_id = ?2 AND r.day BETWEEN ?3 AND ?4 AND " SEES_REPORT(
			"r") " ORDER BY r.day DESC, r.id"),
		V(who->person), V(team), V(from), V(to)));
}

struct reports report_list(struct db *db, const struct who *who, int64_t before, int64_t limit)
{
	return rows(db_ask(db,
		SQL(SELECT "WHERE r.id IN (SELECT x.id FROM sight s CROSS JOIN report x INDEXED BY "
			   "report_by_team ON x.team_id = s.unit_id WHERE s.person_id = ?1"
			   " AND s.reach <= 1 UNION SELECT x.id FROM report x WHERE x.person_id = "
			   "?1) AND (?2 = 0 OR r.id < ?2) ORDER BY r.id DESC LIMIT ?3"),
		V(who->person), V(before), V(limit)));
}

const char *report_version_any(struct db *db, struct report_id id, int64_t number)
{
	return db_text(db,
		SQL("SELECT text FROM report_version WHERE report_id = ?1 AND number = ?2"), V(id),
		V(number));
}

struct report_teams report_teams_of(struct db *db, const struct who *who)
{
	struct report_teams list = { 0 };
	struct q *q = db_ask(db,
		SQL("SELECT s.unit_id FROM sight s JOIN unit u ON u.id = s.unit_id"
		    " WHERE s.person_id = ?1 AND s.reach <= 1 AND u.kind = 'team' AND u.active = 1"
		    " ORDER BY s.unit_id"),
		V(who->person));
	while (q_row(q))
		*LIST_ADD(db_arena(db), &list) = (struct unit_id){ q_long(q, 0) };
	return list;
}

struct report_id report_put(struct txn *t, const struct report *r)
{
	struct report_id id = r->id;
	if (id.n)
		txn_run(t,
			SQL("UPDATE report SET text = ?2, version = ?3, changed_at = ?4 WHERE id = "
			    "?1"),
			V(id), V(r->text), V(r->version), V(r->changed_at));
	else
		id.n = txn_insert(t,
			SQL("INSERT INTO report (person_id, team_id, day, text, version, "
			    "submitted_at, changed_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?6)"),
			V(r->person), V(r->team), V(r->day), V(r->text), V(r->version),
			V(r->changed_at));
	txn_run(t,
		SQL("INSERT INTO report_version (report_id, number, text, saved_at)"
		    " VALUES (?1, ?2, ?3, ?4)"),
		V(id), V(r->version), V(r->text), V(r->changed_at));
	return id;
}
