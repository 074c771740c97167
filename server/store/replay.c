#include "replay.h"

bool replay_get(struct db *db, struct person_id person, const char *key, int64_t since,
	struct replay_row *row)
{
	struct q *q = db_ask(db,
		SQL("SELECT key, request_hash, status, body FROM replay"
		    " WHERE person_id = ?1 AND key = ?2 AND at > ?3"),
		V(person), V(key), V(since));
	bool found = q_row(q);
	if (found)
		*row = (struct replay_row){ q_text(q, 0), q_text(q, 1), (int)q_long(q, 2),
			q_text(q, 3) };
	q_end(q);
	return found;
}

bool replay_add(struct txn *t, struct person_id person, const char *key, const char *request_hash,
	int64_t now, int64_t since)
{
	txn_run(t, SQL("DELETE FROM replay WHERE at <= ?1"), V(since));
	return txn_run(t,
		SQL("INSERT INTO replay (person_id, key, request_hash, status, body, at)"
		    " VALUES (?1, ?2, ?3, 0, '', ?4)"),
		V(person), V(key), V(request_hash), V(now));
}

void replay_set_answer(
	struct txn *t, struct person_id person, const char *key, int status, const char *body)
{
	txn_run(t,
		SQL("UPDATE replay SET status = ?3, body = ?4 WHERE person_id = ?1 AND key = ?2"),
		V(person), V(key), V((int64_t)status), V(body));
}
