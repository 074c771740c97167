#include "roster.h"

#include <string.h>

#include "base/list.h"

static struct roster_line *line_of(struct q *q, struct roster *list)
{
	LIST_EACH (struct roster_line, l, list)
		if (l->person.n == q_long(q, 0))
			return l;
	struct roster_line *l = LIST_ADD(db_arena(q_db(q)), list);
	l->person.n = q_long(q, 0);
	l->name = q_text(q, 1);
	l->reason = q_text(q, 2);
	return l;
}

static void add_people(struct q *q, struct roster *list)
{
	while (q_row(q))
		line_of(q, list);
}

#define EXCUSED_OR_NOT " LEFT JOIN excuse e ON e.person_id = p.id AND e.week = ?2 "

/* The kept list of a closed week, else the team's reps of today. */
static void add_listed(
	struct db *db, struct roster *list, struct unit_id team, struct week week, int64_t week_end)
{
	int64_t kept = db_long(db,
		SQL("SELECT id FROM rollup WHERE unit_id = ?1 AND week = ?2 AND state = 'closed'"),
		V(team), V(week));
	if (kept)
		add_people(
			db_ask(db,
				SQL("SELECT p.id, p.name, e.reason FROM roster x JOIN person p ON "
				    "p.id = x.person_id" EXCUSED_OR_NOT "WHERE x.rollup_id = ?1"),
				V(kept), V(week)),
			list);
	else
		add_people(
			db_ask(db,
				SQL("SELECT p.id, p.name, e.reason FROM person p" EXCUSED_OR_NOT
				    "WHERE p.unit_id = ?1 AND p.active = 1 AND (p.roles & 1) <> 0 "
				    "AND p.created_at < ?3"),
				V(team), V(week), V(week_end)),
			list);
}

/* Whoever wrote for the week stands on the list too; after a task, where the team lets that count.
 * Of several entries the one that came in time. */
static void add_written(struct db *db, struct roster *list, struct unit_id team, struct week week)
{
	struct q *q = db_ask(db,
		SQL("SELECT p.id, p.name, e.reason, f.id, f.late FROM reflection f"
		    " JOIN person p ON p.id = f.person_id" EXCUSED_OR_NOT
		    "WHERE f.team_id = ?1 AND f.week = ?2 AND f.state <> 'withdrawn' AND (f.task "
		    "IS NULL"
		    " OR (SELECT u.task_counts FROM unit u WHERE u.id = ?1) = 1)"
		    " ORDER BY f.task IS NOT NULL, f.late, f.id"),
		V(team), V(week));
	while (q_row(q)) {
		struct roster_line *l = line_of(q, list);
		bool late = q_long(q, 4);
		if (l->reflection.n && (late || l->presence == SUBMITTED))
			continue;
		l->reflection.n = q_long(q, 3);
		l->presence = late ? LATE : SUBMITTED;
	}
}

static int by_name(const void *p, const void *q)
{
	const struct roster_line *a = p, *b = q;
	int c = strcmp(a->name, b->name);
	return c ? c : (a->person.n > b->person.n) - (a->person.n < b->person.n);
}

struct roster roster_of_any(struct db *db, struct unit_id team, struct week week, int64_t week_end)
{
	struct roster list = { 0 };
	add_listed(db, &list, team, week, week_end);
	add_written(db, &list, team, week);
	LIST_SORT(&list, by_name);
	LIST_EACH (struct roster_line, l, &list) {
		if (!l->reflection.n)
			l->presence = l->reason ? EXCUSED : MISSING;
		list.of[l->presence]++;
	}
	return list;
}

void roster_keep(struct txn *t, struct rollup_id rollup, struct person_id person)
{
	txn_run(t,
		SQL("INSERT INTO roster (rollup_id, person_id) VALUES (?1, ?2)"
		    " ON CONFLICT (rollup_id, person_id) DO NOTHING"),
		V(rollup), V(person));
}

void roster_freeze(struct txn *t, struct rollup_id rollup, struct unit_id team, struct week week,
	int64_t week_end)
{
	struct roster list = roster_of_any(t->db, team, week, week_end);
	LIST_EACH (const struct roster_line, l, &list)
		roster_keep(t, rollup, l->person);
}

void roster_thaw(struct txn *t, struct rollup_id rollup)
{
	txn_run(t, SQL("DELETE FROM roster WHERE rollup_id = ?1"), V(rollup));
}

void roster_excuse(struct txn *t, struct person_id person, struct week week, const char *reason,
	struct person_id by, int64_t now)
{
	txn_run(t,
		SQL("INSERT INTO excuse (person_id, week, reason, excused_by, excused_at) VALUES "
		    "(?1, ?2, ?3, ?4, ?5)"
		    " ON CONFLICT (person_id, week) DO UPDATE SET reason = excluded.reason,"
		    " excused_by = excluded.excused_by, excused_at = excluded.excused_at"),
		V(person), V(week), V(reason), value_or_null(by.n), V(now));
}

void roster_unexcuse(struct txn *t, struct person_id person, struct week week)
{
	txn_run(t, SQL("DELETE FROM excuse WHERE person_id = ?1 AND week = ?2"), V(person),
		V(week));
}

const char *presence_name(enum presence p)
{
	static const char *const names[] = { "submitted", "late", "missing", "excused" };
	return names[p];
}
