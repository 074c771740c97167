#include "search.h"

#include <assert.h>

#include "base/text.h"
#include "search_state.h"

static struct search_row *row_of(struct db *db, enum search_type type, int64_t noun)
{
	struct q *q = db_ask(db,
		SQL("SELECT id, kind, unit_id, week, topics, headline, body, filter FROM search_row"
		    " WHERE type = ?1 AND noun_id = ?2"),
		V(type), V(noun));
	if (!q_row(q))
		return NULL;
	struct search_row *r = ARENA_NEW(db_arena(db), struct search_row);
	r->type = type;
	r->noun = noun;
	r->id = q_long(q, 0);
	r->day = r->id >> 24;
	r->kind = q_null(q, 1) ? -1 : q_long(q, 1);
	r->unit.n = q_long(q, 2);
	r->week.n = q_long(q, 3);
	r->topics = q_text(q, 4);
	r->headline = q_text(q, 5);
	r->body = q_text(q, 6);
	r->filter = q_text(q, 7);
	q_end(q);
	return r;
}

static bool same_facts(const struct search_row *a, const struct search_row *b)
{
	return a->day == b->day && a->kind == b->kind && a->unit.n == b->unit.n &&
	       a->week.n == b->week.n && text_same(a->topics, b->topics);
}

static bool same_words(const struct search_row *a, const struct search_row *b)
{
	return text_same(a->headline, b->headline) && text_same(a->body, b->body) &&
	       text_same(a->filter, b->filter);
}

/* FTS5 forgets a row only when it is told the very words that it learned. */
static void forget(struct txn *t, const struct search_state *s, const struct search_row *old)
{
	if (s->usable)
		txn_run(t,
			SQL("INSERT INTO search (search, rowid, headline, body, filter) VALUES "
			    "('delete', ?1, ?2, ?3, ?4)"),
			V(old->id), V(old->headline), V(old->body), V(old->filter));
	if (search_state_passed(s, old->id))
		txn_run(t,
			SQL("INSERT INTO search_next (search_next, rowid, headline, body, filter)"
			    " VALUES ('delete', ?1, ?2, ?3, ?4)"),
			V(old->id), V(old->headline), V(old->body), V(old->filter));
}

static int64_t new_id(struct txn *t, int64_t day)
{
	return day << 24 |
	       db_long(t->db,
		       SQL("INSERT INTO search_day (day, last) VALUES (?1, 0) ON CONFLICT (day) DO "
			   "UPDATE SET last = last + 1 RETURNING last"),
		       V(day));
}

static bool put_row(struct txn *t, const struct search_row *r, int64_t id)
{
	return txn_run(t,
		SQL("INSERT INTO search_row (id, type, noun_id, kind, unit_id, week, topics, "
		    "filter, headline, body) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)"),
		V(id), V(r->type), V(r->noun), r->kind < 0 ? value_text(NULL) : value_long(r->kind),
		value_or_null(r->unit.n), V(r->week), V(r->topics), V(r->filter), V(r->headline),
		V(r->body));
}

static bool learn(
	struct txn *t, const struct search_state *s, const struct search_row *r, int64_t id)
{
	bool ok = true;
	if (s->usable)
		ok = txn_run(t,
			SQL("INSERT INTO search (rowid, headline, body, filter) VALUES (?1, ?2, "
			    "?3, "
			    "?4)"),
			V(id), V(r->headline), V(r->body), V(r->filter));
	if (ok && search_state_passed(s, id))
		ok = txn_run(t,
			SQL("INSERT INTO search_next (rowid, headline, body, filter) VALUES (?1, "
			    "?2, ?3, ?4)"),
			V(id), V(r->headline), V(r->body), V(r->filter));
	return ok;
}

static void forget_row(struct txn *t, int64_t id)
{
	txn_run(t, SQL("DELETE FROM search_row WHERE id = ?1"), V(id));
}

void search_write(struct txn *t, const struct search_row *row)
{
	const struct search_row *old = row_of(t->db, row->type, row->noun);
	bool facts = old && same_facts(old, row);
	if (facts && same_words(old, row))
		return;
	struct search_state s = search_state(t->db);
	int64_t id = facts ? old->id : new_id(t, row->day);
	if (old) {
		forget(t, &s, old);
		forget_row(t, old->id);
	}
	bool ok = put_row(t, row, id) && learn(t, &s, row, id);
	assert(ok || db_failed(t->db)); /* a number given twice would be our fault */
}

void search_remove(struct txn *t, enum search_type type, int64_t noun)
{
	const struct search_row *old = row_of(t->db, type, noun);
	if (!old)
		return;
	struct search_state s = search_state(t->db);
	forget(t, &s, old);
	forget_row(t, old->id);
}

bool search_is_so_any(
	struct db *db, enum search_type type, int64_t noun, const struct search_row *wanted)
{
	const struct search_row *now = row_of(db, type, noun);
	if (!now || !wanted)
		return !now && !wanted;
	return same_facts(now, wanted) && same_words(now, wanted);
}
