/* order: importance. Within one roll-up topics have places, and points have places under a topic.
 * What was never moved stands behind what was. */
#ifndef STORE_ORDER_H
#define STORE_ORDER_H

#include "doors/txn.h"

enum { ORDER_LAST = 1 << 30 }; /* of what has no place */

struct order_row {
	int64_t topic, point; /* topic 0: without one; point 0: the topic's own place */
	int64_t position;
};
struct order {
	struct order_row *items;
	size_t count, room;
};

struct order order_of_any(struct db *db, struct rollup_id rollup);
/* ORDER_LAST if there is none. */
int64_t order_place(const struct order *o, int64_t topic, int64_t point);

/* These, in this order, from 0 on. what: points under a topic, or (topic -1) topics. */
void order_put(struct txn *t, struct rollup_id rollup, int64_t topic, const int64_t *ids, size_t n);
/* One of them. */
void order_put_at(
	struct txn *t, struct rollup_id rollup, int64_t topic, int64_t id, int64_t position);
enum { ORDER_TOPICS = -1 };

#endif
