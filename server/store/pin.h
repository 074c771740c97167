/*
 * pin: which points stand under a topic, and how many, by the ranges in which people see them
 * (schema/derived.sql). A topic's page takes its newest rows from these, whatever the number of
 * points; counts are sums of a few rows.
 *
 * Kept by tally_take() and tally_give() (tally.h), in their transaction and by the same bargain.
 */
#ifndef STORE_PIN_H
#define STORE_PIN_H

#include "doors/txn.h"
#include "who.h"

void pin_take(struct txn *t, struct point_id point);
void pin_give(struct txn *t, struct point_id point);
/* Out from under one of its topics, while it still has it. */
void pin_take_topic(struct txn *t, struct point_id point, struct topic_id topic);
/* All that stands under the one; no point stands under both. */
void pin_move_topic(struct txn *t, struct topic_id from, struct topic_id into);
void pin_rebuild(struct txn *t);
int64_t pin_differences_any(struct db *db);

/* Has the viewer points of their own in a team which they do not see as a whole? */
bool pin_own_elsewhere(struct db *db, const struct who *who);

#endif
