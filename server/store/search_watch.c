#include "search_watch.h"

bool search_watch_due_any(struct db *db, int64_t now, struct search_watch *watch)
{
	struct q *q = db_ask(db,
		SQL("SELECT s.id, s.person_id, s.words, s.filters, coalesce(x.total, -1)"
		    " FROM search_saved s LEFT JOIN search_watch x ON x.saved_id = s.id"
		    " WHERE x.saved_id IS NULL OR x.next_at <= ?1 ORDER BY s.id LIMIT 1 /*scan*/"),
		V(now));
	if (!q_row(q))
		return false;
	*watch = (struct search_watch){ .saved = q_long(q, 0),
		.owner = { q_long(q, 1) },
		.search = { q_text(q, 2), q_text(q, 3) },
		.total = q_long(q, 4) };
	q_end(q);
	return true;
}

void search_watch_put(struct txn *t, const struct search_watch *watch, int64_t now, int64_t next_at)
{
	txn_run(t,
		SQL("INSERT INTO search_watch (saved_id, looked_at, next_at, total)"
		    " SELECT id, ?2, ?3, ?4 FROM search_saved WHERE id = ?1"
		    " ON CONFLICT (saved_id) DO UPDATE SET looked_at = ?2, next_at = ?3, total = "
		    "?4"),
		V(watch->saved), V(now), V(next_at), V(watch->total));
}
