#include "roster.h"

#include "base/list.h"

/* Whose names stand on the list: the kept one of a closed week, else the team's reps and whoever
 * wrote. */
#define LISTED                                                                                     \
	"SELECT x.person_id FROM roster x JOIN rollup r ON r.id = x.rollup_id AND r.state = "      \
	"'closed'"                                                                                 \
	" WHERE r.unit_id = ?1 AND r.week = ?2"                                                    \
	" UNION SELECT p.id FROM person p WHERE p.unit_id = ?1 AND p.active = 1 AND (p.roles & "   \
	"1) <> 0"                                                                                  \
	" AND p.created_at < ?3 AND NOT EXISTS (SELECT 1 FROM rollup r WHERE r.unit_id = ?1 AND "  \
	"r.week = ?2"                                                                              \
	" AND r.state = 'closed')"                                                                 \
	" UNION SELECT f.person_id FROM reflection f WHERE f.team_id = ?1 AND f.week = ?2"         \
	" AND f.state <> 'withdrawn' AND f.task IS NULL"

struct roster roster_of_any(struct db *db, struct unit_id team, struct week week, int64_t week_end)
{
	struct roster list = { 0 };
	struct q *q = db_ask(db,
		SQL("SELECT p.id, p.name, f.id, f.late, e.reason FROM (" LISTED
		    ") l JOIN person p ON p.id = l.person_id"
		    " LEFT JOIN reflection f ON f.id = (SELECT g.id FROM reflection g WHERE "
		    "g.person_id = p.id"
		    " AND g.team_id = ?1 AND g.week = ?2 AND g.state <> 'withdrawn' AND (g.task IS "
		    "NULL OR"
		    " (SELECT u.task_counts FROM unit u WHERE u.id = ?1) = 1) ORDER BY g.late, "
		    "g.id LIMIT 1)"
		    " LEFT JOIN excuse e ON e.person_id = p.id AND e.week = ?2 ORDER BY p.name, "
		    "p.id /*scan*/"),
		V(team), V(week), V(week_end));
	while (q_row(q)) {
		struct roster_line *l = LIST_ADD(db_arena(db), &list);
		l->person.n = q_long(q, 0);
		l->name = q_text(q, 1);
		l->reflection.n = q_long(q, 2);
		l->reason = q_text(q, 4);
		l->presence = l->reflection.n ? (q_long(q, 3) ? LATE : SUBMITTED)
			      : l->reason     ? EXCUSED
					      : MISSING;
		list.of[l->presence]++;
	}
	return list;
}

void roster_freeze(struct txn *t, struct rollup_id rollup, struct unit_id team, struct week week,
	int64_t week_end)
{
	struct roster list = roster_of_any(t->db, team, week, week_end);
	LIST_EACH (const struct roster_line, l, &list)
		txn_run(t,
			SQL("INSERT INTO roster (rollup_id, person_id) VALUES (?1, ?2)"
			    " ON CONFLICT (rollup_id, person_id) DO NOTHING"),
			V(rollup), V(l->person));
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
