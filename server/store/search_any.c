/*
 * Any of the words. The words of the query (search_words.h), joined by OR, give candidates: the
 * newest rows with any of them. Where there are more rows than are looked at, common words would
 * fill them up: the rarest are asked for again, until some thousand rows answer. How rare, is seen
 * among the newest rows with any of them that this viewer may see, and carried on by the time these
 * span, so that nothing else weighs in. The best candidates are ranked again on their text
 * (search_again.h), where pairs and single characters count too. Each word in each question to the
 * index costs: pairs and characters are not asked for while words find enough.
 */
#include "search_again.h"
#include "search_inner.h"

#include <math.h>

#include "base/list.h"
#include "base/text.h"

enum { ASKED = 16, NEWEST = 1000, ROWS = 3000, AGAIN = 300, ENOUGH = 20, ALL = 100 };

struct asked { /* words of the index at once, from search_words */
	struct search_word *items[ASKED];
	size_t count;
};

static bool is_words(const struct query_clause *c)
{
	return c->items->kind == QUERY_WORD || c->items->kind == QUERY_PHRASE;
}

/* The query without the words that it asks for; what must not be there stays. */
static struct query filters_of(struct arena *a, const struct query *q)
{
	struct query f = { 0 };
	LIST_EACH (const struct query_clause, c, q)
		if (c->without || !is_words(c))
			*LIST_ADD(a, &f) = *c;
	return f;
}

/* Whoever asks for nothing but quotations wants just these. */
static bool has_words(const struct query *q)
{
	LIST_EACH (const struct query_clause, c, q)
		if (!c->without && c->items->kind == QUERY_WORD)
			return true;
	return false;
}

struct ask_any {
	struct db *db;
	const struct search_ask *ask;
	const struct search_needs *needs;
	struct search_words words;
	double rows, usual; /* there are, about; characters of one */
};

static float worth_of(const struct query_part *part, void *context)
{
	const struct asked *asked = context;
	for (size_t i = 0; part && i < asked->count; i++)
		if (part->text == asked->items[i]->text)
			return asked->items[i]->worth;
	return 0;
}

/* Collects the newest `most` rows with any of the words. */
static void collect(struct ask_any *x, struct asked *asked, int64_t most, struct rank *r)
{
	struct arena *a = db_arena(x->db);
	struct query q = filters_of(a, &x->ask->query);
	struct query_clause *any = LIST_ADD(a, &q);
	for (size_t i = 0; i < asked->count; i++)
		*LIST_ADD(a, any) =
			(struct query_part){ .kind = QUERY_WORD, .text = asked->items[i]->text };
	search_collect(x->db, search_expression(x->db, &q, x->needs, worth_of, asked, r), INT64_MAX,
		most, r);
}

/* Of what the viewer may see and the filters let pass: how many rows there are, about, in two
 * years, and how long one is, if the newest hundred are like the others. The best candidates would
 * not do to tell what is usual: they are longer than others. */
static void look_around(struct ask_any *x)
{
	struct query q = filters_of(db_arena(x->db), &x->ask->query);
	struct rank r = { 0 };
	search_collect(x->db,
		search_expression(x->db, &q, x->needs, search_worth_nothing, NULL, &r), INT64_MAX,
		ALL, &r);
	if (!r.count)
		return;
	double n = (double)r.count, oldest = (double)(r.items[r.count - 1].id >> 24), runes = 0;
	LIST_EACH (const struct rank_hit, h, &r)
		runes += (double)db_long(x->db,
			SQL("SELECT length(headline) + length(body) FROM search_row WHERE id = ?1"),
			V(h->id));
	x->usual = floor(runes / n);
	x->rows = n < ALL ? n : n * (1 + 700 / ((double)x->ask->today - oldest + 1));
}

/* How many of the rows collected have each of the words, times share; a viewer's two parts of the
 * expression name each word once. */
static void count(struct asked *asked, const struct rank *r, double share)
{
	for (size_t i = 0; i < asked->count; i++) {
		int64_t seen = 0;
		for (size_t n = i; n < r->phrases; n += asked->count)
			seen += r->phrase[n].rows;
		asked->items[i]->df = seen || share <= 1 ? (double)seen * share : share / 2;
	}
}

/* What so many rows in this time would come to in two years. */
static double share_of(const struct ask_any *x, const struct rank *r, size_t most)
{
	if (r->count < most)
		return 1;
	int64_t oldest = r->items[r->count - 1].id >> 24;
	return 1 + 700 / ((double)(x->ask->today - oldest) + 1);
}

static int by_share(const void *x, const void *y)
{
	const struct search_word *a = *(struct search_word *const *)x,
				 *b = *(struct search_word *const *)y;
	if (a->share != b->share)
		return a->share < b->share ? -1 : 1;
	return a->place < b->place ? -1 : a->place > b->place;
}

static int by_rarity(const void *x, const void *y)
{
	const struct search_word *a = *(struct search_word *const *)x,
				 *b = *(struct search_word *const *)y;
	return a->df != b->df ? (a->df < b->df ? -1 : 1) : by_share(x, y);
}

/* Those of these sorts that are rarest in Chinese. */
static struct asked choose(struct ask_any *x, unsigned sorts)
{
	struct arena *a = db_arena(x->db);
	struct asked asked = { .count = 0 };
	struct search_word **all = ARENA_MANY(a, struct search_word *, x->words.count + 1);
	size_t n = 0;
	LIST_EACH (struct search_word, w, &x->words)
		if (sorts >> w->sort & 1 && !search_word_is_common(w))
			all[n++] = w;
	qsort(all, n, sizeof *all, by_share);
	for (; asked.count < ASKED && asked.count < n; asked.count++)
		asked.items[asked.count] = all[asked.count];
	return asked;
}

static int by_number(const void *x, const void *y)
{
	const struct rank_hit *a = x, *b = y;
	return a->id < b->id ? 1 : a->id > b->id ? -1 : 0;
}

/* Both in the order of their numbers, the greatest first. */
static void add_others(struct rank *r, const struct rank *more)
{
	size_t at = 0, known = r->count;
	LIST_EACH (const struct rank_hit, h, more) {
		while (at < known && r->items[at].id > h->id)
			at++;
		if (at == known || r->items[at].id != h->id)
			*LIST_ADD(more->arena, r) = *h;
	}
}

/* Candidates for words of these sorts join *r. */
static void find(struct ask_any *x, unsigned sorts, struct rank *r, struct terms *terms)
{
	struct asked asked = choose(x, sorts);
	if (!asked.count)
		return;
	struct rank newest = { .today = r->today }, rarest = { .today = r->today };
	collect(x, &asked, NEWEST, &newest);
	count(&asked, &newest, share_of(x, &newest, NEWEST));
	search_words_weigh(&x->words, x->rows);
	for (size_t i = 0; i < asked.count; i++)
		*LIST_ADD(db_arena(x->db), terms) = (struct term){ .folded = asked.items[i]->text };
	if (newest.count == NEWEST) {
		double rows = 0;
		size_t joined = 0;
		qsort(asked.items, asked.count, sizeof *asked.items, by_rarity);
		while (joined < asked.count && rows < ROWS)
			rows += asked.items[joined++]->df;
		asked.count = joined;
		collect(x, &asked, ROWS, &rarest);
		if (rarest.count < ROWS) {
			count(&asked, &rarest, 1);
			search_words_weigh(&x->words, x->rows);
		}
		add_others(r, &rarest);
	}
	LIST_SORT(r, by_number);
	add_others(r, &newest);
	LIST_SORT(r, by_number);
}

bool search_any(struct db *db, const struct search_ask *ask, const struct search_needs *needs,
	struct rank *r, struct terms *terms, bool *loose)
{
	struct ask_any x = { .db = db, .ask = ask, .needs = needs };
	if (!has_words(&ask->query))
		return false;
	x.words = search_words_of(db_arena(db), &ask->query);
	if (x.words.count < 2)
		return false;
	*loose = x.words.items[1].sort >= WORD_PAIR;
	look_around(&x);
	search_words_weigh(&x.words, x.rows);
	find(&x, 1 << WORD_LETTERS | 1 << WORD_WORD | 1 << WORD_CHARACTER, r, terms);
	if (r->count < ENOUGH)
		find(&x, 1 << WORD_PAIR | 1 << WORD_SINGLE | 1 << WORD_CHARACTER, r, terms);
	struct rank_hit *best[AGAIN];
	size_t n = search_best_of(r, best, AGAIN);
	search_again(db, &x.words, x.usual, r->today, best, n);
	struct rank again = { .arena = r->arena };
	for (size_t i = 0; i < n; i++)
		if (best[i]->score > 0)
			*LIST_ADD(db_arena(db), &again) = *best[i];
	r->items = again.items;
	r->count = again.count;
	r->room = again.room;
	LIST_SORT(r, search_by_score);
	return true;
}

void search_alone(struct db *db, const struct search_ask *ask, const struct search_needs *needs,
	struct search_alones *alone)
{
	struct arena *a = db_arena(db);
	LIST_EACH (const struct query_clause, c, &ask->query) {
		if (c->without || !is_words(c))
			continue;
		struct query q = filters_of(a, &ask->query);
		*LIST_ADD(a, &q) = *c;
		struct rank r = { 0 };
		search_collect(db, search_expression(db, &q, needs, search_worth_nothing, NULL, &r),
			INT64_MAX, SEARCH_ALONE, &r);
		if (r.count)
			*LIST_ADD(a, alone) =
				(struct search_alone){ c->items->typed, (int64_t)r.count };
	}
}
