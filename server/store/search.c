#include "search.h"

#include <assert.h>

#include "base/text.h"

static struct search_row *row_of(struct db *db, enum search_type type, int64_t noun)
{
	struct q *q = db_ask(db,
		SQL("SELECT d.id, d.kind, d.unit_id, d.week, d.topics, x.headline, x.body, x.filter"
		    " FROM search_doc d JOIN search_text x ON x.id = d.id WHERE d.type = ?1 AND "
		    "d.noun_id = ?2"),
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
static void forget(struct txn *t, const struct search_row *old)
{
	txn_run(t,
		SQL("INSERT INTO search (search, rowid, headline, body, filter) VALUES ('delete', "
		    "?1, ?2, ?3, ?4)"),
		V(old->id), V(old->headline), V(old->body), V(old->filter));
	txn_run(t, SQL("DELETE FROM search_text WHERE id = ?1"), V(old->id));
	txn_run(t, SQL("DELETE FROM search_doc WHERE id = ?1"), V(old->id));
}

static int64_t new_id(struct txn *t, int64_t day)
{
	txn_run(t,
		SQL("INSERT INTO search_day (day, last) VALUES (?1, 0)"
		    " ON CONFLICT (day) DO UPDATE SET last = last + 1"),
		V(day));
	return day << 24 |
	       db_long(t->db, SQL("SELECT last FROM search_day WHERE day = ?1"), V(day));
}

static void learn(struct txn *t, const struct search_row *r, int64_t id)
{
	bool ok = txn_run(t,
		SQL("INSERT INTO search_doc (id, type, noun_id, kind, unit_id, week, topics)"
		    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"),
		V(id), V(r->type), V(r->noun), r->kind < 0 ? value_text(NULL) : value_long(r->kind),
		value_or_null(r->unit.n), V(r->week), V(r->topics));
	ok = ok && txn_run(t,
			   SQL("INSERT INTO search_text (id, headline, body, filter) VALUES (?1, "
			       "?2, ?3, ?4)"),
			   V(id), V(r->headline), V(r->body), V(r->filter));
	ok = ok && txn_run(t,
			   SQL("INSERT INTO search (rowid, headline, body, filter) VALUES (?1, ?2, "
			       "?3, ?4)"),
			   V(id), V(r->headline), V(r->body), V(r->filter));
	assert(ok || db_failed(t->db)); /* a number given twice would be our fault */
}

void search_write(struct txn *t, const struct search_row *row)
{
	const struct search_row *old = row_of(t->db, row->type, row->noun);
	bool facts = old && same_facts(old, row);
	if (facts && same_words(old, row))
		return;
	if (old)
		forget(t, old);
	learn(t, row, facts ? old->id : new_id(t, row->day));
}

void search_remove(struct txn *t, enum search_type type, int64_t noun)
{
	const struct search_row *old = row_of(t->db, type, noun);
	if (old)
		forget(t, old);
}

bool search_is_so_any(
	struct db *db, enum search_type type, int64_t noun, const struct search_row *wanted)
{
	const struct search_row *now = row_of(db, type, noun);
	if (!now || !wanted)
		return !now && !wanted;
	return same_facts(now, wanted) && same_words(now, wanted);
}
