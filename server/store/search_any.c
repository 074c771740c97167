/*
 * Any of the words. The query is parted into words as the index knows them: runs of letters and
 * digits, pairs of Han. Rare ones count more: how rare, is counted among the newest rows that this
 * viewer may see, up to a cap and carried on by the time they span, so that nothing else weighs in.
 * The rarest, joined by OR until some thousand rows answer, give candidates; the best of these are
 * ranked again on their text. The form is that of BM25 (Robertson and Zaragoza 2009), over words
 * and single characters, with the share of the question that is covered.
 */
#include "search_inner.h"

#include <math.h>

#include "base/fold.h"
#include "base/list.h"
#include "base/text.h"
#include "doors/tokenizer.h"

enum { WORDS = 24, CAP = 100, ROWS = 4000, JOINED = 8, AGAIN = 100, USUAL_BYTES = 600 };

struct word {
	const char *text;
	double df;   /* rows, about */
	float worth; /* by rarity */
	size_t place;
};

struct words {
	struct arena *arena;
	struct word items[WORDS];
	size_t count;
};

static int add_word(void *context, const struct token *t)
{
	struct words *w = context;
	const char *p = t->text, *text = arena_copy(w->arena, t->text, t->len);
	enum fold_class class = fold_class(text_rune(&p, t->text + t->len));
	if (t->beside || class < FOLD_WORD)
		return 0;
	for (size_t i = 0; i < w->count; i++)
		if (text_same(w->items[i].text, text))
			return 0;
	if (w->count < WORDS) {
		w->items[w->count] = (struct word){ .text = text, .place = w->count };
		w->count++;
	}
	return 0;
}

/* False if the query says more than words that are all wanted. */
static bool part_words(const struct query *q, struct words *w)
{
	LIST_EACH (const struct query_clause, c, q)
		LIST_EACH (const struct query_part, part, c) {
			bool typed = part->typed.len > 0;
			if (part->kind == QUERY_PHRASE || (typed && c->without))
				return false;
			if (part->kind == QUERY_WORD)
				tokenizer_cut(part->text, strlen(part->text), TOKENIZER_QUERY,
					add_word, w);
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

/* Rows with the word, about: as many as were seen, or what so many in this time would come to. */
static void weigh(struct db *db, const struct query *filters, const struct search_needs *needs,
	int64_t today, struct word *w)
{
	struct arena *a = db_arena(db);
	struct query q = filters_of(a, filters);
	search_add_filter(a, &q, (struct query_part){ .kind = QUERY_WORD, .text = w->text });
	struct rank none = { 0 };
	const char *match = search_expression(db, &q, needs, search_worth_nothing, NULL, &none);
	struct q *ask = db_ask(db,
		SQL("SELECT count(*), min(r) FROM (SELECT rowid AS r FROM search WHERE search MATCH"
		    " ?1 ORDER BY rowid DESC LIMIT ?2)"),
		V(match), V(CAP));
	if (!q_row(ask))
		return;
	w->df = (double)q_long(ask, 0);
	double days = (double)(today - (q_long(ask, 1) >> 24)) + 1;
	if (w->df >= CAP)
		w->df *= 1 + 700 / days; /* as if two years lay there */
	q_end(ask);
	w->worth = (float)log(1 + 100000 / (w->df + 0.5));
}

static int by_rarity(const void *x, const void *y)
{
	const struct word *a = x, *b = y;
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

static size_t times(const char *text, const char *word)
{
	size_t n = 0, len = strlen(word);
	for (const char *p = strstr(text, word); p; p = strstr(p + len, word))
		n++;
	return n;
}

/* BM25's share of a word, k1 0.9 and b 0.4. */
static double share(double tf, double bytes)
{
	return tf * 1.9 / (tf + 0.9 * (0.6 + 0.4 * bytes / USUAL_BYTES));
}

static double score_again(struct db *db, int64_t id, const struct words *w)
{
	struct arena *a = db_arena(db);
	struct q *q =
		db_ask(db, SQL("SELECT headline, body FROM search_text WHERE id = ?1"), V(id));
	if (!q_row(q))
		return 0;
	const char *headline = fold_text(a, q_text(q, 0)), *body = fold_text(a, q_text(q, 1));
	q_end(q);
	double bytes = (double)strlen(body), sum = 0, all = 0, covered = 0;
	for (size_t i = 0; i < w->count; i++) {
		const struct word *word = &w->items[i];
		double tf =
			2.0 * (double)times(headline, word->text) + (double)times(body, word->text);
		all += word->worth;
		covered += tf > 0 ? word->worth : 0;
		sum += word->worth * share(tf, bytes);
	}
	return sum * (0.4 + 0.6 * covered / (all > 0 ? all : 1));
}

bool search_any(struct db *db, const struct search_ask *ask, const struct search_needs *needs,
	struct rank *r, struct terms *terms)
{
	struct arena *a = db_arena(db);
	struct words w = { .arena = a };
	if (!part_words(&ask->query, &w))
		return false;
	struct query q = filters_of(a, &ask->query);
	for (size_t i = 0; i < w.count; i++)
		weigh(db, &q, needs, ask->today, &w.items[i]);
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
	if (!any->count)
		return false;
	const char *match = search_expression(db, &q, needs, worth_of, &w, r);
	search_collect(db, match, INT64_MAX, ROWS, r);
	if (!r->count)
		return true;
	LIST_SORT(r, search_by_score);
	if (r->count > AGAIN)
		r->count = AGAIN;
	LIST_EACH (struct rank_hit, h, r) {
		double age = (double)(ask->today - (h->id >> 24));
		double young = 0.05 / (1 + (age > 0 ? age / 90 : 0));
		h->score = (float)(score_again(db, h->id, &w) * (0.95 + young));
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
