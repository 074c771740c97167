/* session: signed-in browsers and API tokens. Only hashes are kept. */
#ifndef STORE_SESSION_H
#define STORE_SESSION_H

#include "doors/txn.h"

void session_add(struct txn *t, const char *hash, struct person_id person, int64_t now,
	int64_t expires, const char *address, const char *agent);
void session_end(struct txn *t, const char *hash);
void session_end_all(
	struct txn *t, struct person_id person, const char *but); /* but: a hash to keep, or NULL */
void session_sweep(struct txn *t, int64_t now);                   /* those that are over */

struct token {
	int64_t id, created_at, revoked_at; /* revoked_at 0: valid */
	struct person_id person;
	const char *label;
};
struct tokens {
	struct token *items;
	size_t count, room;
};
int64_t token_add(
	struct txn *t, const char *hash, struct person_id person, const char *label, int64_t now);
void token_revoke(struct txn *t, int64_t id, int64_t now);
void token_revoke_all(struct txn *t, struct person_id person, int64_t now);
struct tokens token_list_any(struct db *db, struct person_id person);

#endif
