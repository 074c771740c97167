/* The first page of what has all words, looked at once more: its texts, and what came of them. */
#include "search_again.h"
#include "search_inner.h"

#include "base/list.h"

enum { FIRST_AGAIN = 48 };
#define PROVEN 0.06f /* what was used with success comes so much before its like */

struct best { /* rows that are looked at once more */
	struct rank_hit *items[FIRST_AGAIN];
	size_t count;
};

size_t search_best_of(const struct rank *r, struct rank_hit **best, size_t most)
{
	size_t n = 0;
	LIST_EACH (struct rank_hit, h, r) {
		if (n == most && search_by_score(best[n - 1], h) <= 0)
			continue;
		size_t at = n < most ? n++ : most - 1;
		for (; at > 0 && search_by_score(h, best[at - 1]) < 0; at--)
			best[at] = best[at - 1];
		best[at] = h;
	}
	return n;
}

/* Nearness, and topics that are called so, are in the scores; the text joins them. */
static void weigh_text(
	struct db *db, const struct search_ask *ask, const struct rank *r, struct best *b)
{
	struct search_words words = search_words_of(db_arena(db), &ask->query);
	if (!words.count || words.items[0].sort > WORD_WORD)
		return; /* a character: the collector has seen all there is to see */
	float before[FIRST_AGAIN];
	search_words_weigh(&words, 1e4);
	for (size_t i = 0; i < b->count; i++)
		before[i] = b->items[i]->score;
	search_again(db, &words, 0, r->today, b->items, b->count);
	for (size_t i = 0; i < b->count; i++)
		b->items[i]->score += before[i];
}

/* What a point's or a story's uses came to is the same for all who see it (evidence.h). */
static float proven(struct db *db, int64_t row)
{
	return (float)db_long(db,
		       SQL("SELECT e.score FROM search_row x JOIN evidence e ON e.noun ="
			   " CASE x.type WHEN 0 THEN 0 WHEN 2 THEN 1 END AND e.noun_id = x.noun_id"
			   " WHERE x.id = ?1"),
		       V(row)) /
	       1e6f;
}

void search_best_again(struct db *db, const struct search_ask *ask, struct rank *r)
{
	struct best b;
	b.count = search_best_of(r, b.items, FIRST_AGAIN);
	weigh_text(db, ask, r, &b);
	for (size_t i = 0; i < b.count; i++)
		b.items[i]->score =
			1000 + b.items[i]->score * (1 + PROVEN * proven(db, b.items[i]->id));
}
