/* replay: what writes with an Idempotency-Key were answered (rules/replay.h). */
#ifndef STORE_REPLAY_H
#define STORE_REPLAY_H

#include "doors/txn.h"

struct replay_row {
	const char *key, *request_hash;
	int status; /* 0: the write is there, its answer was lost */
	const char *body;
};

/* Not older than `since`. false: there is none. */
bool replay_get(struct db *db, struct person_id person, const char *key, int64_t since,
	struct replay_row *row);
/* Without an answer yet; also forgets what is older than `since`. false: the key is taken. */
bool replay_add(struct txn *t, struct person_id person, const char *key, const char *request_hash,
	int64_t now, int64_t since);
void replay_set_answer(
	struct txn *t, struct person_id person, const char *key, int status, const char *body);

#endif
