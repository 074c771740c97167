/*
 * digest: one e-mail a day, at an hour of one's choosing, with what one was told and has not read;
 * none where there is nothing. Never more than one a day, except that whoever asks for it is told
 * at once of what waits for them alone (base/notice_kind.h: urgent).
 *
 * The clock queues a row of the outbox (what "digest"; since: what was told until then stood in the
 * one before) and moves the person's next time on, in one transaction: killed at any moment, none
 * is doubled and none is lost. Its words are made when it is sent (views/digest_letter.h).
 */
#ifndef RULES_DIGEST_H
#define RULES_DIGEST_H

#include "base/notice_kind.h"
#include "doors/secret.h"
#include "store/mail_wish.h"
#include "work.h"

struct txn;

/* For the clock: one person whose time has come, or who was never looked at. false: nobody. */
bool digest_due(struct work *w);

/* The viewer's own: an hour 0 to 23, MAIL_NEVER or MAIL_AS_ALL. */
enum outcome digest_choose(struct work *w, int hour, bool at_once);
/* At what hour the organisation's setting has it; MAIL_NEVER: nobody gets one unasked. */
int digest_hour_of_all(struct db *db);
/* In the address at the end of each mail: whoever has it may end that person's, and do no more. */
const char *digest_leave_token(
	struct arena *a, const struct secret_key *key, struct person_id person);
bool digest_may_leave(struct work *w, const struct secret_key *key, const char *token);
enum outcome digest_leave(struct work *w, const struct secret_key *key, const char *token);

/* A notice was written: by e-mail at once, where its kind and its reader want that. */
void digest_tell(struct txn *t, struct work *w, const struct who *whom, enum notice_kind kind,
	int64_t notice);

#endif
