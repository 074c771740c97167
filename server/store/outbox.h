/*
 * outbox: what is to go out to other programs, a row each, and how far it came. Rows are written by
 * the transaction of what they tell of; rules/outbox.h sends them.
 *
 * A row has no words: they are made when it is sent, from what its receiver may see then.
 */
#ifndef STORE_OUTBOX_H
#define STORE_OUTBOX_H

#include "doors/txn.h"
#include "who.h"

struct outbox_row {
	int64_t id;
	const char *channel;     /* "mail" … */
	const char *what;        /* who makes its words: "digest" … */
	int64_t what_id;         /* of what it tells; 0: of nothing single */
	int64_t since;           /* of a digest: what happened after this moment */
	struct person_id person; /* for whom; 0: for a destination … */
	int64_t target;          /* … of the channel, by its number */
	const char *key;         /* 32 hex digits; the same at each try */
	int64_t tries;           /* begun before this one */
	int64_t made_at, next_at;
};

/* For rules/outbox.c. */
int64_t outbox_put(struct txn *t, const struct outbox_row *row);
/* The one that waits longest, of those whose time has come; NULL: none. */
const struct outbox_row *outbox_due(struct db *db, const char *channel, int64_t now);
/* One more try begins; false: it is not queued any more. */
bool outbox_claim(struct txn *t, int64_t id, int64_t now, int64_t next_at);
/* state: 'sent', 'failed' or 'dropped'; error NULL: none */
void outbox_end(struct txn *t, int64_t id, const char *state, const char *error, int64_t now);
void outbox_again(struct txn *t, int64_t id, const char *error, int64_t next_at);
/* All that waits for this destination (0: the channel's people) waits until then. */
void outbox_hold(struct txn *t, const char *channel, int64_t target, int64_t until);
/* Tries of this destination after that moment. */
int64_t outbox_tried(struct db *db, const char *channel, int64_t target, int64_t since);
/* Those of this kind that still wait for this person are not sent any more: a later one takes
 * their place. The earliest `since` of them, or `since`. */
int64_t outbox_replace(
	struct txn *t, const char *what, struct person_id person, int64_t since, int64_t now);
/* Is one of these on its way to them, or was it made after that moment? */
bool outbox_has(struct db *db, const char *what, int64_t what_id, struct person_id person,
	int64_t made_after);
/* Those that gave up begin anew; how many. */
int64_t outbox_retry(struct txn *t, const char *channel, int64_t now);
/* Ended before then: gone. Queued since before `stale`: failed. At most `limit` of each. */
int64_t outbox_sweep(struct txn *t, int64_t before, int64_t stale, const char *error, int64_t now,
	int64_t limit);

/* How a channel does. */
struct outbox_figures {
	const char *channel;
	int64_t queued, sent, failed, dropped; /* of the last 30 days */
	int64_t oldest;                        /* made_at of the oldest queued; 0: none */
	int64_t last_at;                       /* when last one was sent; 0: never */
	const char *error;                     /* of the newest that failed or waits again; NULL */
};
struct outbox_figures outbox_figures_any(struct db *db, const char *channel);

/* Where each row stands that tells of this, by destination: for a bulletin's page. */
struct outbox_stand {
	const char *channel, *state, *error;
	struct person_id person;
	int64_t target, tries, next_at, ended_at;
};
struct outbox_stands {
	struct outbox_stand *items;
	size_t count, room;
};
struct outbox_stands outbox_stand_any(struct db *db, const char *what, int64_t what_id);

#endif
