#include "unit.h"

#include "base/list.h"
#include "base/text.h"

#define COLUMNS "u.id, u.parent_id, u.code, u.name, u.kind, u.active, u.task_counts, u.reports"

static enum unit_kind kind_of(const char *name)
{
	for (enum unit_kind k = UNIT_HQ; k <= UNIT_TEAM; k++)
		if (text_same(unit_kind_name(k), name))
			return k;
	return UNIT_NONE;
}

static void read_unit(struct q *q, struct unit *u)
{
	u->id.n = q_long(q, 0);
	u->parent.n = q_long(q, 1);
	u->code = q_text(q, 2);
	u->name = q_text(q, 3);
	u->kind = kind_of(q_text(q, 4));
	u->active = q_long(q, 5);
	u->task_counts = q_long(q, 6);
	u->reports = (enum report_use)q_long(q, 7);
}

static const struct unit *one(struct q *q)
{
	if (!q_row(q))
		return NULL;
	struct unit *u = ARENA_NEW(db_arena(q_db(q)), struct unit);
	read_unit(q, u);
	q_end(q);
	return u;
}

static struct units all(struct q *q)
{
	struct units list = { 0 };
	while (q_row(q))
		read_unit(q, LIST_ADD(db_arena(q_db(q)), &list));
	return list;
}

const struct unit *unit_get(struct db *db, struct unit_id id)
{
	return one(db_ask(db, SQL("SELECT " COLUMNS " FROM unit u WHERE u.id = ?1"), V(id)));
}

const struct unit *unit_by_code(struct db *db, const char *code)
{
	return one(db_ask(db, SQL("SELECT " COLUMNS " FROM unit u WHERE u.code = ?1"), V(code)));
}

struct units unit_children(struct db *db, struct unit_id parent)
{
	return all(db_ask(db,
		SQL("SELECT " COLUMNS
		    " FROM unit u WHERE u.parent_id = ?1 ORDER BY u.active DESC, u.code"),
		V(parent)));
}

struct units unit_all(struct db *db)
{
	return all(db_ask(
		db, SQL("SELECT " COLUMNS " FROM unit u LEFT JOIN unit b ON b.id = u.parent_id"
			" ORDER BY u.kind <> 'hq', CASE u.kind WHEN 'branch' THEN u.code ELSE "
			"b.code END,"
			" u.kind <> 'branch', u.code /*scan*/")));
}

int64_t unit_people_any(struct db *db, struct unit_id id)
{
	return db_long(
		db, SQL("SELECT count(*) FROM person WHERE unit_id = ?1 AND active = 1"), V(id));
}

struct unit_staffs unit_staff_any(struct db *db)
{
	struct unit_staffs list = { 0 };
	struct q *q =
		db_ask(db, SQL("SELECT p.unit_id, p.name, (u.kind = 'team' AND (p.roles & 2) <> 0)"
			       " OR (u.kind = 'branch' AND (p.roles & 4) <> 0)"
			       " OR (u.kind = 'hq' AND (p.roles & 16) <> 0)"
			       " FROM person p JOIN unit u ON u.id = p.unit_id WHERE p.active = 1"
			       " ORDER BY p.unit_id, p.id /*scan*/"));
	while (q_row(q)) {
		int64_t unit = q_long(q, 0);
		if (!list.count || list.items[list.count - 1].unit.n != unit)
			LIST_ADD(db_arena(db), &list)->unit.n = unit;
		struct unit_staff *s = &list.items[list.count - 1];
		s->people++;
		if (q_long(q, 2))
			s->managers = s->managers ? arena_format(db_arena(db), "%s\n%s",
							    s->managers, q_text(q, 1))
						  : q_text(q, 1);
	}
	return list;
}

struct unit_id unit_add(struct txn *t, const char *code, const char *name, enum unit_kind kind,
	struct unit_id parent, int64_t now)
{
	/* The headquarters is number 1 even when it is not the first unit to be written. */
	int64_t id = txn_insert(t,
		SQL("INSERT INTO unit (id, code, name, kind, parent_id, created_at) VALUES (?1, "
		    "?2, ?3, ?4, ?5, ?6)"),
		kind == UNIT_HQ
			? value_long(1)
			: value_long(1 + db_long(t->db, SQL("SELECT max(1, max(id)) FROM unit"))),
		V(code), V(name), V(unit_kind_name(kind)), value_or_null(parent.n), V(now));
	return (struct unit_id){ id };
}

bool unit_change(struct txn *t, const struct unit *u)
{
	return txn_run(t,
		SQL("UPDATE unit SET code = ?2, name = ?3, parent_id = ?4, active = ?5, "
		    "task_counts = ?6, reports = ?7 WHERE id = ?1"),
		V(u->id), V(u->code), V(u->name), value_or_null(u->parent.n), V(u->active),
		V(u->task_counts), V((int64_t)u->reports));
}
