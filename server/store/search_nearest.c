#include "search_nearest.h"

#include <math.h>
#include <stdlib.h>

#include "base/fold.h"
#include "base/guess.h"
#include "base/lexicon.h"
#include "base/list.h"
#include "base/out.h"
#include "base/text.h"
#include "search_inner.h"

enum { TEXTS = 400, BYTES = 200000, MISSING = 3, FOUND = 200 };

struct candidate {
	int *runes;
	size_t count;
	float fits;
	long texts, last; /* how many have it, and the last of them */
};

struct candidates {
	struct candidate *items;
	size_t count, room;
};

struct missing {
	struct span typed;
	struct guess guess;
	struct candidates found;
};

static void note(
	struct arena *a, struct missing *m, const int *runes, size_t n, float fits, long text)
{
	LIST_EACH (struct candidate, c, &m->found)
		if (c->count == n && memcmp(c->runes, runes, n * sizeof *runes) == 0) {
			c->texts += c->last != text;
			c->last = text;
			return;
		}
	if (m->found.count == FOUND)
		return;
	struct candidate *c = LIST_ADD(a, &m->found);
	*c = (struct candidate){ ARENA_MANY(a, int, n), n, fits, 1, text };
	memcpy(c->runes, runes, n * sizeof *runes);
}

/* A run of characters of one class. */
static void look_at_run(struct arena *a, struct missing *m, const int *runes, size_t n, long text)
{
	if (fold_class(runes[0]) == FOLD_WORD) {
		float fits = guess_letters(&m->guess, runes, n);
		if (fits > 0)
			note(a, m, runes, n, fits, text);
		return;
	}
	for (size_t i = 0, used; i < n; i++) {
		float fits = guess_han(&m->guess, runes + i, n - i, &used);
		if (fits > 0)
			note(a, m, runes + i, used, fits, text);
	}
}

static void look_at(struct arena *a, struct missing *all, size_t count, const char *s, long text)
{
	size_t len = strlen(s), n = 0;
	int *runes = ARENA_MANY(a, int, len + FOLD_MAX);
	for (const char *p = s, *end = s + len; p < end && n < len;)
		n += (size_t)fold_next(&p, end, runes + n);
	for (size_t i = 0, to; i < n; i = to) {
		enum fold_class class = fold_class(runes[i]);
		for (to = i + 1; to < n && fold_class(runes[to]) == class;)
			to++;
		for (size_t k = 0; class >= FOLD_WORD && k < count; k++)
			look_at_run(a, &all[k], runes + i, to - i, text);
	}
}

/* A word of the language, or of letters: 客户, but not 可话, which only stands across two. */
static bool is_word(const struct candidate *c)
{
	return fold_class(c->runes[0]) == FOLD_WORD || lexicon_has(c->runes, c->count);
}

static int by_likelihood(const void *x, const void *y)
{
	const struct candidate *a = x, *b = y;
	double wa = (double)a->fits * log(2 + (double)a->texts);
	double wb = (double)b->fits * log(2 + (double)b->texts);
	return wa != wb ? (wa < wb) - (wa > wb) : a->runes[0] - b->runes[0];
}

static const char *word_of(struct arena *a, const struct candidate *c)
{
	struct out o = out_new(a);
	for (size_t i = 0; i < c->count; i++)
		out_rune(&o, (unsigned)c->runes[i]);
	return out_string(&o);
}

/* Nothing that the viewer sees has the clause, and it is a word that one can guess at. */
static bool misses(struct db *db, const struct search_needs *needs, const struct query_clause *c)
{
	const struct query_part *word = c->items;
	bool words = word->kind == QUERY_WORD || word->kind == QUERY_PHRASE;
	if (c->without || !words || (c->count > 1 && c->items[1].typed.len))
		return false;
	struct query q = { 0 };
	*LIST_ADD(db_arena(db), &q) = *c;
	struct rank one = { 0 };
	search_collect(db, search_expression(db, &q, needs, search_worth_nothing, NULL, &one),
		INT64_MAX, 1, &one);
	return !one.count && !one.late;
}

static size_t find_missing(struct db *db, const struct search_ask *ask,
	const struct search_needs *needs, struct missing all[MISSING])
{
	struct arena *a = db_arena(db);
	size_t n = 0;
	LIST_EACH (const struct query_clause, c, &ask->query) {
		if (n == MISSING || !misses(db, needs, c))
			continue;
		struct guess g = guess_of(a, snippet_term(a, c->items->text));
		if (g.han || g.letters) /* hui alone is read by one character: it may join */
			all[n++] = (struct missing){ .typed = c->items->typed, .guess = g };
	}
	return n;
}

/* hui fang: readings typed with blanks between. */
static size_t join_letters(struct arena *a, struct missing all[MISSING], size_t n)
{
	struct out o = out_new(a);
	for (size_t i = 0; i < n; i++)
		if (!all[i].guess.letters || (i && all[i].typed.at < all[i - 1].typed.at))
			return n;
		else
			out_text(&o, all[i].guess.typed);
	struct guess g = guess_of(a, out_string(&o));
	if (n < 2 || g.fit < PINYIN_BEGUN)
		return n;
	all[0].guess = g;
	all[0].typed.len = all[n - 1].typed.at + all[n - 1].typed.len - all[0].typed.at;
	return 1;
}

/* How long it is. */
static size_t read_text(struct db *db, int64_t row, struct missing *all, size_t count, long text)
{
	struct q *q =
		db_ask(db, SQL("SELECT headline, body FROM search_row WHERE id = ?1"), V(row));
	if (!q_row(q))
		return 0;
	const char *headline = q_text(q, 0), *body = q_text(q, 1);
	q_end(q);
	look_at(db_arena(db), all, count, headline, text);
	look_at(db_arena(db), all, count, body, text);
	return strlen(headline) + strlen(body);
}

struct search_nearests search_nearest(
	struct db *db, const struct search_ask *ask, const struct search_needs *needs)
{
	struct arena *a = db_arena(db);
	struct missing all[MISSING];
	struct search_nearests nearest = { 0 };
	size_t n = join_letters(a, all, find_missing(db, ask, needs, all));
	if (!n)
		return nearest;
	struct query everything = { 0 };
	struct rank none = { 0 };
	search_collect(db,
		search_expression(db, &everything, needs, search_worth_nothing, NULL, &none),
		INT64_MAX, TEXTS, &none);
	size_t bytes = 0;
	for (size_t text = 0; text < none.count && bytes < BYTES; text++)
		bytes += read_text(db, none.items[text].id, all, n, (long)text + 1);
	for (size_t i = 0; i < n; i++) {
		struct candidates *found = &all[i].found;
		if (!found->count)
			continue;
		qsort(found->items, found->count, sizeof *found->items, by_likelihood);
		struct search_nearest words = { .typed = all[i].typed }, *s = &words;
		/* 香蕉 is a word: 先交 was not meant. */
		const struct guess *g = &all[i].guess;
		bool word = is_word(found->items) || (g->han && lexicon_has(g->runes, g->count));
		for (size_t k = 0; s->count < NEAREST_WORDS && k < found->count; k++)
			if (!word || is_word(&found->items[k]))
				s->words[s->count++] = word_of(a, &found->items[k]);
		if (s->count)
			*LIST_ADD(a, &nearest) = words;
	}
	return nearest;
}
