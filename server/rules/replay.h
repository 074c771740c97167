/*
 * replay: a write that is sent again with the same Idempotency-Key is done once, and answered the
 * same (DESIGN §8: per person, 24 hours).
 *
 * A row for the key is written in the very transaction that does the work, so neither is ever there
 * without the other; the answer is added before it goes out. Two at the same time: the second is
 * told to come again. Only what changed something is kept: whoever got a fault may mend the text
 * and send it with the same key.
 *
 *	struct replay r = { .key = …, .request = … };
 *	switch (replay_begin(work, &r)) …    DONE: do it; or r.answer.status is set: answer that
 *again replay_end(work, &r, &answer);       always, after DONE
 */
#ifndef RULES_REPLAY_H
#define RULES_REPLAY_H

#include "work.h"

enum { REPLAY_SECONDS = 86400, REPLAY_KEY_MOST = 200 };

struct replay {
	const char *key,
		*request; /* request: what must be the same the second time, or its digest */
	/* status not 0: it was done, and answered so, before. */
	struct replay_answer {
		int status;
		const char *etag; /* NULL: it had none */
		const char *body;
	} answer;
	bool rode; /* the rest is its own */
	struct work *work;
	int place;
};

/* DONE; INVALID: the key is none, or came with another request before; CONFLICT: the same one is
 * under way, or was done just before the program stopped. */
enum outcome replay_begin(struct work *w, struct replay *r);
/* status 0: there is no answer to keep. false: the answer could not be kept (the database failed).
 */
bool replay_end(struct work *w, struct replay *r, const struct replay_answer *answer);

#endif
