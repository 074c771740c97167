/* destination: groups' chats and other programs that are told what headquarters issues
 * (base/destination_kind.h). Addresses and secrets are for sending only; no page shows them. */
#ifndef STORE_DESTINATION_H
#define STORE_DESTINATION_H

#include "base/destination_kind.h"
#include "doors/txn.h"
#include "who.h"

struct destination {
	int64_t id; /* 0: none yet */
	enum destination_kind kind;
	const char *name, *url, *secret; /* secret NULL: unsigned */
	struct unit_id unit;             /* whose group; the headquarters': everybody's */
	const char *unit_name;
	const char *language; /* zh, en */
	bool bulletins, reminders, paused;
	/* How it does: */
	int64_t queued, failed, sent_at, next_at; /* 0: none, never */
	const char *error;                        /* of the newest that did not arrive; NULL */
};
struct destinations {
	struct destination *items;
	size_t count, room;
};

/* For those who look after them (rules/destination.h), and for sending. */
struct destinations destination_list_any(struct db *db);
const struct destination *destination_get_any(struct db *db, int64_t id);
/* Those that are not paused, and want bulletins (or: reminders). */
struct destinations destination_wanting_any(struct db *db, bool reminders);

int64_t destination_add(
	struct txn *t, const struct destination *d, struct person_id by, int64_t now);
void destination_change(struct txn *t, const struct destination *d, int64_t now);
void destination_pause(struct txn *t, int64_t id, bool paused, int64_t now);
/* With what still waits for it. */
void destination_delete(struct txn *t, int64_t id, int64_t now);
/* What gave up or waits for another try is tried now. */
void destination_retry(struct txn *t, int64_t id, int64_t now);
/* Is something of this kind about this on its way to it, or was it? */
bool destination_was_told_any(struct db *db, int64_t id, const char *what, int64_t what_id);

#endif
