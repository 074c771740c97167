#include "sight.h"

#include "base/list.h"

void sight_refresh(struct txn *t)
{
	txn_run(t, SQL("DELETE FROM steward /*scan*/"));
	txn_run(t, SQL("INSERT INTO steward (person_id, unit_id) SELECT person_id, unit_id FROM "
		       "steward_now /*scan*/"));
	txn_run(t, SQL("DELETE FROM sight /*scan*/"));
	txn_run(t, SQL("INSERT INTO sight (person_id, unit_id, reach) SELECT person_id, unit_id, "
		       "reach FROM sight_now /*scan*/"));
}

int64_t sight_differences_any(struct db *db)
{
	return db_long(db, SQL("SELECT count(*) FROM (SELECT * FROM sight EXCEPT SELECT * FROM "
			       "sight_now) /*scan*/")) +
	       db_long(db, SQL("SELECT count(*) FROM (SELECT * FROM sight_now EXCEPT SELECT * FROM "
			       "sight) /*scan*/")) +
	       db_long(db, SQL("SELECT count(*) FROM (SELECT * FROM steward EXCEPT SELECT * FROM "
			       "steward_now) /*scan*/")) +
	       db_long(db, SQL("SELECT count(*) FROM (SELECT * FROM steward_now EXCEPT SELECT * "
			       "FROM steward) /*scan*/"));
}

struct sights sight_of(struct db *db, const struct who *who)
{
	struct sights rows = { 0 };
	struct q *q = db_ask(db,
		SQL("SELECT s.unit_id, u.parent_id, u.kind FROM sight s JOIN unit u ON u.id = "
		    "s.unit_id"
		    " WHERE s.person_id = ?1"),
		V(who->person));
	while (q_row(q)) {
		const char kind = q_text(q, 2)[0];
		struct sight *row = LIST_ADD(db_arena(db), &rows);
		row->unit.n = q_long(q, 0);
		row->parent.n = q_long(q, 1);
		row->kind = kind == 't' ? UNIT_TEAM : kind == 'b' ? UNIT_BRANCH : UNIT_HQ;
	}
	return rows;
}

bool sight_at_hq(struct db *db, const struct who *who)
{
	return db_long(db, SQL("SELECT 1 FROM sight WHERE person_id = ?1 AND unit_id = 1"),
		       V(who->person)) != 0;
}

bool sight_has(const struct sights *rows, struct unit_id unit)
{
	LIST_EACH (const struct sight, s, rows)
		if (s->unit.n == unit.n)
			return true;
	return false;
}

bool sight_may_have_moved_any(struct db *db, struct unit_id team)
{
	return db_long(db,
		SQL("SELECT 1 FROM audit WHERE noun = 'unit' AND noun_id = ?1 AND action <> 'add'"),
		V(team));
}
