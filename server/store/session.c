#include "session.h"

#include "base/list.h"

void session_add(struct txn *t, const char *hash, struct person_id person, int64_t now,
	int64_t expires, const char *address, const char *agent)
{
	txn_run(t,
		SQL("INSERT INTO session (hash, person_id, created_at, expires_at, address, agent)"
		    " VALUES (?1, ?2, ?3, ?4, ?5, ?6)"),
		V(hash), V(person), V(now), V(expires), V(address), V(agent));
}

void session_end(struct txn *t, const char *hash)
{
	txn_run(t, SQL("DELETE FROM session WHERE hash = ?1"), V(hash));
}

void session_end_all(struct txn *t, struct person_id person, const char *but)
{
	txn_run(t, SQL("DELETE FROM session WHERE person_id = ?1 AND (?2 IS NULL OR hash <> ?2)"),
		V(person), V(but));
}

void session_sweep(struct txn *t, int64_t now)
{
	txn_run(t, SQL("DELETE FROM session WHERE expires_at <= ?1"), V(now));
}

int64_t token_add(
	struct txn *t, const char *hash, struct person_id person, const char *label, int64_t now)
{
	return txn_insert(t,
		SQL("INSERT INTO token (person_id, hash, label, created_at) VALUES (?1, ?2, ?3, "
		    "?4)"),
		V(person), V(hash), V(label), V(now));
}

void token_revoke(struct txn *t, int64_t id, int64_t now)
{
	txn_run(t, SQL("UPDATE token SET revoked_at = ?2 WHERE id = ?1 AND revoked_at IS NULL"),
		V(id), V(now));
}

void token_revoke_all(struct txn *t, struct person_id person, int64_t now)
{
	txn_run(t,
		SQL("UPDATE token SET revoked_at = ?2 WHERE person_id = ?1 AND revoked_at IS NULL"),
		V(person), V(now));
}

struct tokens token_list_any(struct db *db, struct person_id person)
{
	struct tokens list = { 0 };
	struct q *q = db_ask(db,
		SQL("SELECT id, person_id, label, created_at, revoked_at FROM token WHERE "
		    "person_id = ?1 ORDER BY id DESC"),
		V(person));
	while (q_row(q))
		*LIST_ADD(db_arena(db), &list) = (struct token){ .id = q_long(q, 0),
			.person = { q_long(q, 1) },
			.label = q_text(q, 2),
			.created_at = q_long(q, 3),
			.revoked_at = q_long(q, 4) };
	return list;
}
