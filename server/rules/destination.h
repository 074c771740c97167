/*
 * destination: where bulletins go besides: groups' chats (Feishu, DingTalk, WeCom) and programs
 * that take Standard Webhooks. Looked after by administrators and whoever manages the
 * headquarters; for all others there are none.
 *
 * A bulletin is queued for each in the transaction that publishes it (rules/outbox.h). A branch's
 * group can be told besides how many of its people have not signed, once, when they are reminded:
 * numbers, no names.
 */
#ifndef RULES_DESTINATION_H
#define RULES_DESTINATION_H

#include "doors/txn.h"
#include "store/bulletin.h"
#include "store/destination.h"
#include "work.h"

enum { DESTINATION_NAME_RUNES = 60, DESTINATION_URL_MAX = 1000, DESTINATION_SECRET_MAX = 200 };

bool destination_may_look(struct db *db, const struct who *who);

/* url and secret "": as they are; of a webhook's new one, a secret is made: *made, else NULL. */
enum outcome destination_save(struct work *w, struct destination *d, const char **made);
enum outcome destination_set_paused(struct work *w, int64_t id, bool paused);
enum outcome destination_remove(struct work *w, int64_t id);
/* A message that says nothing but that it arrived; also a paused one takes it. */
enum outcome destination_try(struct work *w, int64_t id);
enum outcome destination_try_again(struct work *w, int64_t id); /* what did not arrive */

/* For rules/bulletin_publish.c and rules/receipt.c. */
void destination_tell(struct txn *t, struct work *w, struct bulletin_id id, int64_t edition);
void destination_remind(struct txn *t, struct work *w, struct bulletin_id id);

#endif
