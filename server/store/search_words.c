#include "search_words.h"

#include <math.h>

#include "base/fold.h"
#include "base/lexicon.h"
#include "base/list.h"
#include "base/out.h"
#include "base/text.h"

enum { USUAL_LENGTH = 300 }; /* characters of a text */

static const double sort_worth[] = { [WORD_LETTERS] = 1.2,
	[WORD_WORD] = 1,
	[WORD_CHARACTER] = 0.9,
	[WORD_PAIR] = 0.2,
	[WORD_SINGLE] = 0.2 };

struct cutter {
	struct arena *arena;
	struct search_words *words;
	bool pieces; /* which are wanted now: pairs and single characters, or words? */
};

static void add(struct cutter *x, const int *runes, size_t count, enum search_sort_of_word sort)
{
	struct out o = out_new(x->arena);
	for (size_t i = 0; i < count; i++)
		out_rune(&o, (unsigned)runes[i]);
	const char *text = out_string(&o);
	LIST_EACH (const struct search_word, w, x->words)
		if (text_same(w->text, text))
			return;
	if (x->words->count == SEARCH_WORDS)
		return;
	double share = sort == WORD_LETTERS ? 1e-5 : lexicon_share(runes, count);
	*LIST_ADD(x->arena, x->words) = (struct search_word){
		.text = text, .sort = sort, .share = share, .df = -1, .place = x->words->count
	};
}

static void add_run(struct cutter *x, const int *runes, size_t count)
{
	if (fold_class(runes[0]) == FOLD_WORD) {
		if (!x->pieces)
			add(x, runes, count, WORD_LETTERS);
		return;
	}
	uint8_t *lengths = ARENA_MANY(x->arena, uint8_t, count);
	lexicon_cut(runes, count, lengths);
	for (size_t i = 0; !x->pieces && i < count; i += lengths[i])
		if (lengths[i] > 1)
			add(x, runes + i, lengths[i], WORD_WORD);
	for (size_t i = 0; !x->pieces && i < count; i += lengths[i])
		if (lengths[i] == 1)
			add(x, runes + i, 1, WORD_CHARACTER);
	for (size_t i = 0; x->pieces && i + 1 < count; i++)
		add(x, runes + i, 2, WORD_PAIR);
	for (size_t i = 0; x->pieces && i < count; i++)
		add(x, runes + i, 1, WORD_SINGLE);
}

static void add_text(struct cutter *x, const char *text)
{
	size_t len = strlen(text), n = 0;
	int *runes = ARENA_MANY(x->arena, int, len + FOLD_MAX);
	for (const char *p = text, *end = text + len; p < end && n < len;)
		n += (size_t)fold_next(&p, end, runes + n);
	for (size_t i = 0, to; i < n; i = to) {
		enum fold_class class = fold_class(runes[i]);
		for (to = i + 1; to < n && fold_class(runes[to]) == class;)
			to++;
		if (class < FOLD_WORD)
			continue;
		x->words->runes += x->pieces ? 0 : to - i;
		add_run(x, runes + i, to - i);
	}
}

static int by_sort(const void *x, const void *y)
{
	const struct search_word *a = x, *b = y;
	if (a->sort != b->sort)
		return a->sort > b->sort ? 1 : -1;
	return a->place > b->place ? 1 : a->place < b->place ? -1 : 0;
}

struct search_words search_words_of(struct arena *a, const struct query *q)
{
	struct search_words words = { 0 };
	struct cutter x = { a, &words, false };
	for (int pieces = 0; pieces < 2; pieces++) {
		x.pieces = pieces;
		LIST_EACH (const struct query_clause, c, q)
			LIST_EACH (const struct query_part, part, c)
				if (!c->without && part->text &&
					(part->kind == QUERY_WORD || part->kind == QUERY_PHRASE))
					add_text(&x, part->text);
	}
	LIST_SORT(&words, by_sort);
	return words;
}

static double rarity(const struct search_word *w, double rows)
{
	if (w->df >= 0)
		return log(1 + (fmax(rows - w->df, 0) + 0.5) / (w->df + 0.5));
	double least = 1 / (rows + 100), has = 1 - exp(-w->share * USUAL_LENGTH);
	return log(1 + (1 - has + least) / (has + least));
}

void search_words_weigh(struct search_words *words, double rows)
{
	LIST_EACH (struct search_word, w, words)
		w->worth = (float)(sort_worth[w->sort] * rarity(w, rows));
}

bool search_word_is_common(const struct search_word *w)
{
	return w->share > (w->sort == WORD_WORD ? 4e-3 : 2e-3);
}
