#include "order.h"

#include "base/list.h"

struct order order_of_any(struct db *db, struct rollup_id rollup)
{
	struct order list = { 0 };
	if (!rollup.n)
		return list;
	struct q *q = db_ask(db,
		SQL("SELECT topic_id, point_id, position FROM rollup_order WHERE rollup_id = ?1"
		    " ORDER BY topic_id, point_id"),
		V(rollup));
	while (q_row(q))
		*LIST_ADD(db_arena(db), &list) =
			(struct order_row){ q_long(q, 0), q_long(q, 1), q_long(q, 2) };
	return list;
}

int64_t order_place(const struct order *o, int64_t topic, int64_t point)
{
	size_t from = 0, to = o->count;
	while (from < to) {
		size_t middle = (from + to) / 2;
		const struct order_row *r = &o->items[middle];
		if (r->topic == topic && r->point == point)
			return r->position;
		if (r->topic < topic || (r->topic == topic && r->point < point))
			from = middle + 1;
		else
			to = middle;
	}
	return ORDER_LAST;
}

void order_put_at(
	struct txn *t, struct rollup_id rollup, int64_t topic, int64_t id, int64_t position)
{
	txn_run(t,
		SQL("INSERT INTO rollup_order (rollup_id, topic_id, point_id, position) "
		    "VALUES (?1, ?2, ?3, ?4)"
		    " ON CONFLICT (rollup_id, topic_id, point_id) DO UPDATE SET position = "
		    "excluded.position"),
		V(rollup), V(topic == ORDER_TOPICS ? id : topic), V(topic == ORDER_TOPICS ? 0 : id),
		V(position));
}

void order_put(struct txn *t, struct rollup_id rollup, int64_t topic, const int64_t *ids, size_t n)
{
	for (size_t i = 0; i < n; i++)
		order_put_at(t, rollup, topic, ids[i], (int64_t)i);
}
