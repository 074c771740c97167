/* feed: a person's secret address for a feed reader. Only its hash is kept; a new one replaces the
 * old. */
#ifndef STORE_FEED_H
#define STORE_FEED_H

#include "doors/txn.h"
#include "who.h"

int64_t feed_made_at(struct db *db, const struct who *who); /* the viewer's own; 0: none */
void feed_put(struct txn *t, struct person_id person, const char *hash, int64_t now);
void feed_drop(struct txn *t, struct person_id person);

#endif
