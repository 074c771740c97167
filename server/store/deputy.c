#include "deputy.h"

#include "base/list.h"

#define DEPUTY                                                                                     \
	"SELECT d.person_id, d.unit_id, p.name, p.login, u.name, d.since, d.until FROM deputy d"   \
	" JOIN person p ON p.id = d.person_id JOIN unit u ON u.id = d.unit_id "

static struct deputies all(struct q *q)
{
	struct deputies list = { 0 };
	while (q_row(q))
		*LIST_ADD(db_arena(q_db(q)), &list) = (struct deputy){ .person = { q_long(q, 0) },
			.unit = { q_long(q, 1) },
			.name = q_text(q, 2),
			.login = q_text(q, 3),
			.unit_name = q_text(q, 4),
			.since = q_long(q, 5),
			.until = q_long(q, 6) };
	return list;
}

struct deputies deputy_of_unit_any(struct db *db, struct unit_id unit)
{
	return all(db_ask(db, SQL(DEPUTY "WHERE d.unit_id = ?1 ORDER BY d.since, p.id"), V(unit)));
}

struct deputies deputy_of_person_any(struct db *db, struct person_id person)
{
	return all(
		db_ask(db, SQL(DEPUTY "WHERE d.person_id = ?1 ORDER BY d.since, u.id"), V(person)));
}

bool deputy_is(struct db *db, struct unit_id unit, struct person_id person)
{
	return db_long(db, SQL("SELECT 1 FROM deputy WHERE unit_id = ?1 AND person_id = ?2"),
		V(unit), V(person));
}

void deputy_put(
	struct txn *t, struct unit_id unit, struct person_id person, int64_t now, int64_t until)
{
	txn_run(t,
		SQL("INSERT INTO deputy (unit_id, person_id, since, until) VALUES (?1, ?2, ?3, ?4)"
		    " ON CONFLICT (unit_id, person_id) DO UPDATE SET until = excluded.until"),
		V(unit), V(person), V(now), value_or_null(until));
}

struct deputies deputy_over_any(struct db *db, int64_t now)
{
	return all(db_ask(
		db, SQL(DEPUTY "WHERE d.until <= ?1 ORDER BY d.unit_id, p.id /*scan*/"), V(now)));
}

void deputy_drop(struct txn *t, struct unit_id unit, struct person_id person)
{
	txn_run(t, SQL("DELETE FROM deputy WHERE unit_id = ?1 AND person_id = ?2"), V(unit),
		V(person));
}

void deputy_drop_all(struct txn *t, struct person_id person)
{
	txn_run(t, SQL("DELETE FROM deputy WHERE person_id = ?1"), V(person));
}
