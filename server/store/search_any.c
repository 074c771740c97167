/*
 * Any of the words. The query is parted into words as the index knows them: runs of letters and
 * digits, pairs of Han, and single characters, which count less. Rare words count more: how rare,
 * is seen among the newest rows with any of them that this viewer may see, and carried on by the
 * time these span, so that nothing else weighs in. The rarest, joined by OR until some thousand
 * rows answer, give candidates; the best of these are ranked again on their text (search_again.h).
 * Three questions to the index, however many words there are: each word in each question
 * costs.
 */
#include "search_again.h"
#include "search_inner.h"

#include <math.h>

#include "base/fold.h"
#include "base/list.h"
#include "base/text.h"
#include "doors/tokenizer.h"

enum { WORDS = SEARCH_AGAIN_WORDS, PAIRS = 24, SEEN = 400, ROWS = 2000, AGAIN = 150, ALL = 100 };

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
	size_t pairs; /* and letters: they come first */
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
	if (w->count < (w->singles ? WORDS : PAIRS))
		w->items[w->count++] = word;
	return 0;
}

/* False if the query says more than words that are all wanted. */
static bool part_words(const struct query *q, struct words *w)
{
	for (int singles = 0; singles < 2; singles++) {
		w->singles = singles;
		w->pairs = w->count;
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

struct ask_any {
	struct db *db;
	const struct search_ask *ask;
	const struct search_needs *needs;
	struct words words;
};

static float worth_of(const struct query_part *part, void *context)
{
	const struct words *w = context;
	for (size_t i = 0; part && i < w->count; i++)
		if (part->text == w->items[i].text)
			return w->items[i].worth;
	return 0;
}

/* Collects the newest `most` rows with any of the words from one to before the other. */
static void collect(struct ask_any *x, size_t from, size_t to, int64_t most, struct rank *r)
{
	struct arena *a = db_arena(x->db);
	struct query q = filters_of(a, &x->ask->query);
	struct query_clause *any = LIST_ADD(a, &q);
	for (size_t i = from; i < to; i++)
		*LIST_ADD(a, any) =
			(struct query_part){ .kind = QUERY_WORD, .text = x->words.items[i].text };
	*r = (struct rank){ .today = r->today };
	search_collect(x->db, search_expression(x->db, &q, x->needs, worth_of, &x->words, r),
		INT64_MAX, most, r);
}

/* Rows that the viewer may see, about: in two years, if the newest hundred are like the others. */
static double rows_there_are(struct ask_any *x)
{
	struct query q = filters_of(db_arena(x->db), &x->ask->query);
	struct rank none = { 0 };
	struct q *ask = db_ask(x->db,
		SQL("SELECT count(*), min(r) FROM (SELECT rowid AS r FROM search WHERE search MATCH"
		    " ?1 ORDER BY rowid DESC LIMIT ?2)"),
		V(search_expression(x->db, &q, x->needs, search_worth_nothing, NULL, &none)),
		V(ALL));
	if (!q_row(ask))
		return 0;
	double n = (double)q_long(ask, 0), oldest = (double)(q_long(ask, 1) >> 24);
	q_end(ask);
	return n < ALL ? n : n * (1 + 700 / ((double)x->ask->today - oldest + 1));
}

static double df_of(const struct words *w, const char *from, size_t len)
{
	for (size_t i = 0; i < w->count; i++)
		if (strlen(w->items[i].text) == len && memcmp(w->items[i].text, from, len) == 0)
			return w->items[i].df;
	return 0;
}

/* 1: the two belong together; down to 0.5 where they only stand side by side, over the border of
 * two words. */
static double cohesion(const struct words *w, const struct word *pair, double rows)
{
	const char *second = pair->text, *end = second + strlen(second);
	text_rune(&second, end);
	double a = df_of(w, pair->text, (size_t)(second - pair->text));
	double b = df_of(w, second, (size_t)(end - second));
	if (a == 0 || b == 0)
		return 1;
	double together = log((pair->df + 0.5) * (rows + 1) / (a * b));
	return fmin(1, fmax(0.5, (together + 1) / 2));
}

/* How many of the rows collected have each of the words, times share; a viewer's two parts of the
 * expression name each word once. */
static void weigh(struct words *w, size_t count, const struct rank *r, double share, double rows)
{
	for (size_t i = 0; i < count; i++) {
		struct word *x = &w->items[i];
		int64_t seen = 0;
		for (size_t n = i; n < r->phrases; n += count)
			seen += r->phrase[n].rows;
		x->df = seen || share <= 1 ? (double)seen * share : share / 2;
		double worth = log(1 + (rows + 1) / (x->df + 0.5));
		x->worth = (float)(x->sort == SINGLE ? 0.3 * worth : worth);
	}
	for (size_t i = 0; i < count; i++)
		if (w->items[i].sort == PAIR)
			w->items[i].worth *= (float)cohesion(w, &w->items[i], rows);
}

/* By the newest rows with any of the words: what so many in this time would come to in two years.
 */
static void weigh_by_newest(struct ask_any *x, struct rank *r, double rows)
{
	for (size_t i = 0; i < x->words.count; i++)
		x->words.items[i].worth = i < x->words.pairs ? 3 : 1;
	collect(x, 0, x->words.count, SEEN, r);
	int64_t oldest = r->count ? r->items[r->count - 1].id >> 24 : 0;
	double days = (double)(x->ask->today - oldest) + 1;
	weigh(&x->words, x->words.count, r, r->count == SEEN ? 1 + 700 / days : 1, rows);
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

/* Both in the order of their numbers, the greatest first. */
static void add_others(struct rank *r, const struct rank *more)
{
	size_t at = 0, known = r->count;
	LIST_EACH (const struct rank_hit, h, more) {
		while (at < known && r->items[at].id > h->id)
			at++;
		if (at == known || r->items[at].id != h->id)
			*LIST_ADD(r->arena ? r->arena : more->arena, r) = *h;
	}
}

/* A character or two that everything has are not some of the words: a text has one of the pairs, or
 * all of the characters. */
static void rank_again(struct ask_any *x, struct rank *r)
{
	LIST_SORT(r, search_by_score);
	size_t count = r->count < AGAIN ? r->count : AGAIN;
	struct search_again again = { .least = (int)x->words.pairs };
	for (size_t i = 0; i < x->words.count; i++)
		search_again_add(&again, x->words.items[i].text, x->words.items[i].worth);
	r->count = 0;
	for (size_t i = 0; i < count; i++) {
		struct rank_hit h = r->items[i];
		double age = (double)(x->ask->today - (h.id >> 24));
		double young = 0.05 / (1 + (age > 0 ? age / 90 : 0));
		h.score = search_again_score(x->db, h.id, &again) * (float)(0.95 + young);
		if (h.score > 0)
			r->items[r->count++] = h;
	}
	LIST_SORT(r, search_by_score);
}

bool search_any(struct db *db, const struct search_ask *ask, const struct search_needs *needs,
	struct rank *r, struct terms *terms, bool *loose)
{
	struct ask_any x = { db, ask, needs, { .arena = db_arena(db) } };
	struct words *w = &x.words;
	if (!part_words(&ask->query, w))
		return false;
	*loose = w->pairs < 2;
	double there = rows_there_are(&x), rows = 0;
	struct rank newest = { .today = r->today };
	weigh_by_newest(&x, &newest, there);
	LIST_SORT(w, by_rarity);
	size_t joined = 0;
	while (joined < w->pairs && rows < ROWS)
		rows += w->items[joined++].df;
	if (joined)
		collect(&x, 0, joined, ROWS, r);
	if (joined && r->count < ROWS)
		weigh(w, joined, r, 1, there);
	if (r->count < SEEN && w->pairs < w->count) {
		add_others(r, &newest);
		joined = w->count;
	}
	for (size_t i = 0; i < joined; i++)
		*LIST_ADD(w->arena, terms) = (struct term){ .folded = w->items[i].text };
	rank_again(&x, r);
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
