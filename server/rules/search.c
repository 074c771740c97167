#include "search.h"

#include "base/list.h"
#include "store/search_fill.h"

/* At the end of the transaction: see txn_at_end(). The type stands in the last digit. */
static void put_now(struct txn *t, int64_t n)
{
	enum search_type type = (enum search_type)(n % 10);
	int64_t noun = n / 10;
	const struct search_row *row = search_source(t->db, type, noun);
	row ? search_write(t, row) : search_remove(t, type, noun);
}

static void put(struct txn *t, enum search_type type, int64_t noun)
{
	txn_at_end(t, put_now, noun * 10 + type);
}

void search_put_point(struct txn *t, struct point_id id)
{
	put(t, SEARCH_POINT, id.n);
}

void search_put_synthesis(struct txn *t, struct synthesis_id id)
{
	put(t, SEARCH_SYNTHESIS, id.n);
}

void search_put_story(struct txn *t, struct story_id id)
{
	put(t, SEARCH_STORY, id.n);
}

void search_put_reply(struct txn *t, struct reply_id id)
{
	put(t, SEARCH_REPLY, id.n);
}

void search_put_guide(struct txn *t, struct topic_id topic)
{
	put(t, SEARCH_GUIDE, topic.n);
}

void search_put_nouns(struct txn *t, const struct search_nouns *nouns)
{
	LIST_EACH (const struct search_noun, n, nouns)
		put(t, n->type, n->number);
}

void search_put_rollup(struct txn *t, struct rollup_id id)
{
	struct search_nouns all = search_nouns_of_rollup_any(t->db, id);
	search_put_nouns(t, &all);
}

static bool fill(struct writer *w, struct arena *a, int most, bool *more)
{
	TXN_ALONE(t, w, a);
	*more = !search_is_full_any(t.db);
	if (!*more)
		return true;
	*more = search_fill_slice(&t, most);
	return txn_commit(&t);
}

bool search_fill(struct writer *w, int most, bool *more)
{
	struct arena *a = arena_new();
	bool ok = fill(w, a, most, more);
	arena_free(a);
	return ok;
}

bool search_make_anew(struct writer *w, struct arena *a)
{
	TXN(t, w, a);
	search_begin_again(&t);
	return txn_commit(&t);
}

bool search_distrust(struct writer *w, struct arena *a)
{
	TXN(t, w, a);
	search_is_damaged(&t);
	return txn_commit(&t);
}

bool search_throw_away(struct writer *w, struct arena *a)
{
	TXN(t, w, a);
	search_drop_next(&t);
	return txn_commit(&t);
}
