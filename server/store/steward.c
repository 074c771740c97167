#include "steward.h"

#include "base/list.h"

struct strings steward_names(struct db *db, struct unit_id unit)
{
	struct strings list = { 0 };
	struct q *q = db_ask(db,
		SQL("SELECT p.name FROM steward s JOIN person p ON p.id = s.person_id"
		    " WHERE s.unit_id = ?1 ORDER BY p.id LIMIT 5"),
		V(unit));
	while (q_row(q))
		*LIST_ADD(db_arena(db), &list) = q_text(q, 0);
	return list;
}

struct people steward_people_any(struct db *db, struct unit_id unit)
{
	struct people list = { 0 };
	struct q *q = db_ask(db,
		SQL("SELECT person_id FROM steward WHERE unit_id = ?1 ORDER BY person_id"),
		V(unit));
	while (q_row(q))
		LIST_ADD(db_arena(db), &list)->n = q_long(q, 0);
	return list;
}

struct units steward_units(struct db *db, const struct who *who)
{
	struct units list = { 0 };
	struct q *q = db_ask(db,
		SQL("SELECT u.id FROM steward s JOIN unit u ON u.id = s.unit_id"
		    " WHERE s.person_id = ?1 AND u.active = 1"
		    " ORDER BY CASE u.kind WHEN 'hq' THEN 0 WHEN 'branch' THEN 1 ELSE 2 END, "
		    "u.code"),
		V(who->person));
	while (q_row(q)) {
		struct unit_id id = { q_long(q, 0) };
		*LIST_ADD(db_arena(db), &list) = *unit_get(db, id);
	}
	return list;
}

bool steward_meets(struct db *db, const struct who *who)
{
	return db_long(db, SQL("SELECT 1 FROM steward WHERE person_id = ?1 AND unit_id <> 1"),
		V(who->person));
}
