#include "search_state.h"

struct search_state search_state(struct db *db)
{
	struct search_state s = { .phase = SEARCH_ROWS };
	struct q *q = db_ask(db, SQL("SELECT usable, phase, type, reached, done, total FROM "
				     "search_state WHERE one = "
				     "1"));
	if (q_row(q)) {
		s.usable = q_long(q, 0);
		s.phase = (enum search_phase)q_long(q, 1);
		s.type = q_long(q, 2);
		s.reached = q_long(q, 3);
		s.done = q_long(q, 4);
		s.total = q_long(q, 5);
		q_end(q);
	}
	return s;
}

void search_state_put(struct txn *t, const struct search_state *s)
{
	txn_run(t,
		SQL("UPDATE search_state SET usable = ?1, phase = ?2, type = ?3, reached = ?4, "
		    "done "
		    "= ?5, total = ?6 WHERE one = 1"),
		V(s->usable), V(s->phase), V(s->type), V(s->reached), V(s->done), V(s->total));
}

bool search_state_passed(const struct search_state *s, int64_t row)
{
	return s->phase == SEARCH_MERGE || (s->phase == SEARCH_INDEX && row <= s->reached);
}
