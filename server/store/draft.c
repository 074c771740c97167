#include "draft.h"

#include "base/list.h"

const struct draft *draft_get(struct db *db, const struct who *who, const char *subject)
{
	struct q *q = db_ask(db,
		SQL("SELECT subject, fields, version, saved_at FROM draft WHERE person_id = ?1 AND "
		    "subject = ?2"),
		V(who->person), V(subject));
	struct draft *d = NULL;
	if (q_row(q)) {
		d = ARENA_NEW(db_arena(db), struct draft);
		*d = (struct draft){ q_text(q, 0), q_text(q, 1), q_long(q, 2), q_long(q, 3) };
	}
	q_end(q);
	return d;
}

struct drafts draft_that_begin(struct db *db, const struct who *who, const char *prefix)
{
	struct drafts list = { 0 };
	struct q *q = db_ask(db,
		SQL("SELECT subject, fields, version, saved_at FROM draft WHERE person_id = ?1"
		    " AND subject >= ?2 AND substr(subject, 1, length(?2)) = ?2 ORDER BY subject"),
		V(who->person), V(prefix));
	while (q_row(q))
		*LIST_ADD(db_arena(db), &list) =
			(struct draft){ q_text(q, 0), q_text(q, 1), q_long(q, 2), q_long(q, 3) };
	return list;
}

int64_t draft_put(struct txn *t, struct person_id person, const char *subject, const char *fields,
	int64_t base, int64_t now)
{
	txn_run(t,
		SQL("INSERT INTO draft (person_id, subject, fields, version, saved_at) VALUES (?1, "
		    "?2, ?3, 0, ?4)"
		    " ON CONFLICT (person_id, subject) DO NOTHING"),
		V(person), V(subject), V(""), V(now));
	txn_run(t,
		SQL("UPDATE draft SET fields = ?3, version = version + 1, saved_at = ?4"
		    " WHERE person_id = ?1 AND subject = ?2 AND version = ?5"),
		V(person), V(subject), V(fields), V(now), V(base));
	return txn_changes(t) ? base + 1 : 0;
}

void draft_drop(struct txn *t, struct person_id person, const char *subject)
{
	txn_run(t, SQL("DELETE FROM draft WHERE person_id = ?1 AND subject = ?2"), V(person),
		V(subject));
}
