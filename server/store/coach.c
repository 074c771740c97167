#include "coach.h"

struct strings coach_off(struct db *db, const struct who *who)
{
	struct strings list = { 0 };
	struct q *q =
		db_ask(db, SQL("SELECT kind FROM coach_off WHERE person_id = ?1"), V(who->person));
	while (q_row(q))
		*LIST_ADD(db_arena(db), &list) = q_text(q, 0);
	return list;
}

void coach_put_off(struct txn *t, struct person_id person, const char *kind)
{
	txn_run(t,
		SQL("INSERT INTO coach_off (person_id, kind) VALUES (?1, ?2)"
		    " ON CONFLICT (person_id, kind) DO NOTHING"),
		V(person), V(kind));
}

void coach_put_on(struct txn *t, struct person_id person, const char *kind)
{
	txn_run(t, SQL("DELETE FROM coach_off WHERE person_id = ?1 AND kind = ?2"), V(person),
		V(kind));
}
