/*
 * Any of the words. The query is parted into words as the index knows them: runs of letters and
 * digits, pairs of Han, and single characters, which count less. Rare ones count more: how rare, is
 * counted among the newest rows that this viewer may see, up to a cap and carried on by the time
 * they span, so that nothing else weighs in. A pair whose characters meet no oftener than by chance
 * stands over the border of two words, and counts less. The rarest, joined by OR until some
 * thousand rows answer, give candidates; the best of these are ranked again on their text
 * (search_again.h).
 */
#include "search_again.h"
#include "search_inner.h"

#include <math.h>

#include "base/fold.h"
#include "base/list.h"
#include "base/text.h"
#include "doors/tokenizer.h"

enum { WORDS = SEARCH_AGAIN_WORDS, CAP = 100, ROWS = 4000, JOINED = 12, AGAIN = 120 };

struct word {
	const char *text;
	double df;   /* rows, about */
	float worth; /* by rarity */
	size_t place;
	enum { LETTERS, PAIR, SINGLE } sort; /* the last two of Han */
};

struct words {
	struct arena *arena;
	struct word items[WORDS];
	size_t count;
	double rows;  /* that there are, about */
	bool singles; /* are they wanted now? */
};

static int add_word(void *context, const struct token *t)
{
	struct words *w = context;
	const char *p = t->text, *text = arena_copy(w->arena, t->text, t->len);
	enum fold_class class = fold_class(text_rune(&p, t->text + t->len));
	struct word word = { .text = text, .place = w->count };
	if (class == FOLD_GRAM)
		word.sort = p == t->text + t->len ? SINGLE : PAIR;
	if (class < FOLD_WORD || (word.sort == SINGLE) != w->singles)
		return 0;
	for (size_t i = 0; i < w->count; i++)
		if (text_same(w->items[i].text, text))
			return 0;
	if (w->count < WORDS)
		w->items[w->count++] = word;
	return 0;
}

/* False if the query says more than words that are all wanted. */
static bool part_words(const struct query *q, struct words *w)
{
	for (int singles = 0; singles < 2; singles++) {
		w->singles = singles;
		LIST_EACH (const struct query_clause, c, q)
			LIST_EACH (const struct query_part, part, c) {
				bool typed = part->typed.len > 0;
				if (part->kind == QUERY_PHRASE || (typed && c->without))
					return false;
				if (part->kind == QUERY_WORD)
					tokenizer_cut(part->text, strlen(part->text),
						TOKENIZER_TEXT, add_word, w);
			}
	}
	return w->count > 1;
}

/* The filters of a query alone; words go. */
static struct query filters_of(struct arena *a, const struct query *q)
{
	struct query f = { 0 };
	LIST_EACH (const struct query_clause, c, q) {
		const struct query_part *first = c->items;
		if (first->kind != QUERY_WORD && first->kind != QUERY_PHRASE)
			*LIST_ADD(a, &f) = *c;
	}
	return f;
}

/* Rows with the word (NULL: all), about: as many as were seen, or what so many in this time would
 * come to. */
static double rows_with(struct db *db, const struct query *filters,
	const struct search_needs *needs, int64_t today, const char *word)
{
	struct arena *a = db_arena(db);
	struct query q = filters_of(a, filters);
	if (word)
		search_add_filter(a, &q, (struct query_part){ .kind = QUERY_WORD, .text = word });
	struct rank none = { 0 };
	const char *match = search_expression(db, &q, needs, search_worth_nothing, NULL, &none);
	struct q *ask = db_ask(db,
		SQL("SELECT count(*), min(r) FROM (SELECT rowid AS r FROM search WHERE search MATCH"
		    " ?1 ORDER BY rowid DESC LIMIT ?2)"),
		V(match), V(CAP));
	if (!q_row(ask))
		return 0;
	double n = (double)q_long(ask, 0), days = (double)(today - (q_long(ask, 1) >> 24)) + 1;
	q_end(ask);
	return n < CAP ? n : n * (1 + 700 / days); /* as if two years lay there */
}

static double df_of(const struct words *w, const char *from, size_t len)
{
	for (size_t i = 0; i < w->count; i++)
		if (strlen(w->items[i].text) == len && memcmp(w->items[i].text, from, len) == 0)
			return w->items[i].df;
	return 0;
}

/* 1: the two belong together; down to 0.5 where they only stand side by side. */
static double cohesion(const struct words *w, const struct word *pair)
{
	const char *second = pair->text, *end = second + strlen(second);
	text_rune(&second, end);
	double a = df_of(w, pair->text, (size_t)(second - pair->text));
	double b = df_of(w, second, (size_t)(end - second));
	if (a == 0 || b == 0)
		return 1;
	double together = log((pair->df + 0.5) * w->rows / (a * b));
	return fmin(1, fmax(0.5, (together + 1) / 2));
}

static void weigh(struct db *db, const struct query *filters, const struct search_needs *needs,
	int64_t today, struct words *w)
{
	const double singles_count = 0.3;
	w->rows = rows_with(db, filters, needs, today, NULL);
	for (size_t i = 0; i < w->count; i++)
		w->items[i].df = rows_with(db, filters, needs, today, w->items[i].text);
	for (size_t i = 0; i < w->count; i++) {
		struct word *x = &w->items[i];
		double worth = log(1 + (w->rows + 1) / (x->df + 0.5));
		worth *= x->sort == SINGLE ? singles_count : x->sort == PAIR ? cohesion(w, x) : 1;
		x->worth = (float)worth;
	}
}

/* Single characters come last: they are everywhere. */
static int by_rarity(const void *x, const void *y)
{
	const struct word *a = x, *b = y;
	if ((a->sort == SINGLE) != (b->sort == SINGLE))
		return a->sort == SINGLE ? 1 : -1;
	if (a->df != b->df)
		return a->df < b->df ? -1 : 1;
	return a->place < b->place ? -1 : 1;
}

static float worth_of(const struct query_part *part, void *context)
{
	const struct words *w = context;
	for (size_t i = 0; part && i < w->count; i++)
		if (part->text == w->items[i].text)
			return w->items[i].worth;
	return 0;
}

bool search_any(struct db *db, const struct search_ask *ask, const struct search_needs *needs,
	struct rank *r, struct terms *terms, bool *loose)
{
	struct arena *a = db_arena(db);
	struct words w = { .arena = a };
	if (!part_words(&ask->query, &w))
		return false;
	struct query q = filters_of(a, &ask->query);
	weigh(db, &q, needs, ask->today, &w);
	LIST_SORT(&w, by_rarity);
	struct query_clause *any = LIST_ADD(a, &q);
	double rows = 0;
	for (size_t i = 0; i < w.count && any->count < JOINED && rows < ROWS; i++) {
		if (w.items[i].df == 0)
			continue;
		*LIST_ADD(a, any) =
			(struct query_part){ .kind = QUERY_WORD, .text = w.items[i].text };
		*LIST_ADD(a, terms) = (struct term){ .folded = w.items[i].text };
		rows += w.items[i].df;
	}
	*loose = w.count < 2 || w.items[1].sort == SINGLE;
	if (!any->count)
		return false;
	const char *match = search_expression(db, &q, needs, worth_of, &w, r);
	search_collect(db, match, INT64_MAX, ROWS, r);
	if (!r->count)
		return true;
	LIST_SORT(r, search_by_score);
	if (r->count > AGAIN)
		r->count = AGAIN;
	struct search_again again = { 0 };
	for (size_t i = 0; i < w.count; i++)
		search_again_add(&again, w.items[i].text, w.items[i].worth);
	LIST_EACH (struct rank_hit, h, r) {
		double age = (double)(ask->today - (h->id >> 24));
		double young = 0.05 / (1 + (age > 0 ? age / 90 : 0));
		h->score = (float)((double)search_again_score(db, h->id, &again) * (0.95 + young));
	}
	LIST_SORT(r, search_by_score);
	return true;
}

void search_alone(struct db *db, const struct search_ask *ask, const struct search_needs *needs,
	struct search_alones *alone)
{
	struct arena *a = db_arena(db);
	LIST_EACH (const struct query_clause, c, &ask->query) {
		if (c->without || (c->items->kind != QUERY_WORD && c->items->kind != QUERY_PHRASE))
			continue;
		struct query q = filters_of(a, &ask->query);
		*LIST_ADD(a, &q) = *c;
		struct rank none = { 0 };
		int64_t n = db_long(db,
			SQL("SELECT count(*) FROM (SELECT rowid FROM search WHERE search MATCH ?1"
			    " ORDER BY rowid DESC LIMIT ?2)"),
			V(search_expression(db, &q, needs, search_worth_nothing, NULL, &none)),
			V(SEARCH_ALONE));
		if (n)
			*LIST_ADD(a, alone) = (struct search_alone){ c->items->typed, n };
	}
}
