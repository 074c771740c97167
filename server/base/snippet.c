#include "snippet.h"

#include <stdint.h>
#include <string.h>

#include "fold.h"
#include "list.h"
#include "out.h"
#include "snippet_cells.h"
#include "text.h"

enum { STARTS_TRIED = 16 }; /* marks of one term that a window is tried for */

/* A term found: cells from … to-1. */
struct hit {
	size_t from, to, term;
};

struct hits {
	struct hit *items;
	size_t count, room;
};

struct pattern {
	int *runes;
	size_t count;
	bool prefix, word_first, word_last;
};

char *snippet_term(struct arena *a, const char *typed)
{
	struct cells c = cells_of(a, typed);
	struct out o = out_new(a);
	size_t last = c.count;
	while (last && c.items[last - 1].class <= FOLD_BREAK)
		last--;
	for (size_t i = 0; i < last; i++)
		if (o.len || c.items[i].class > FOLD_BREAK)
			out_rune(&o, (unsigned)c.items[i].rune);
	return arena_string(a, out_string(&o));
}

static struct pattern *patterns_of(struct arena *a, const struct terms *terms, uint64_t *firsts)
{
	struct pattern *all = ARENA_MANY(a, struct pattern, terms->count + 1);
	*firsts = 0;
	for (size_t i = 0; i < terms->count; i++) {
		const char *p = terms->items[i].folded, *end = p + strlen(p);
		all[i].runes = ARENA_MANY(a, int, end - p + 1);
		while (p < end) {
			int rune = text_rune(&p, end);
			all[i].runes[all[i].count++] = rune < 0 ? 0xFFFD : rune;
		}
		if (!all[i].count)
			continue;
		all[i].prefix = terms->items[i].prefix;
		all[i].word_first = fold_class(all[i].runes[0]) == FOLD_WORD;
		all[i].word_last = fold_class(all[i].runes[all[i].count - 1]) == FOLD_WORD;
		*firsts |= 1ULL << (all[i].runes[0] & 63);
	}
	return all;
}

static bool stands_at(const struct cells *c, size_t i, const struct pattern *p)
{
	size_t end = i + p->count;
	if (!p->count || end > c->count || c->items[i].rune != p->runes[0])
		return false;
	if (p->word_first && i && c->items[i - 1].class == FOLD_WORD)
		return false;
	if (p->word_last && !p->prefix && end < c->count && c->items[end].class == FOLD_WORD)
		return false;
	for (size_t k = 1; k < p->count; k++)
		if (c->items[i + k].rune != p->runes[k])
			return false;
	return cells_part(c, i) && cells_part(c, end);
}

static struct hits find(struct arena *a, const struct cells *c, const struct terms *terms)
{
	uint64_t firsts;
	struct pattern *patterns = patterns_of(a, terms, &firsts);
	struct hits hits = { 0 };
	for (size_t i = 0; i < c->count;) {
		struct hit best = { i, i, 0 };
		if (firsts >> (c->items[i].rune & 63) & 1)
			for (size_t t = 0; t < terms->count; t++)
				if (patterns[t].count > best.to - i &&
					stands_at(c, i, &patterns[t]))
					best = (struct hit){ i, i + patterns[t].count, t };
		if (best.to > i)
			*LIST_ADD(a, &hits) = best;
		i = best.to > i ? best.to : i + 1;
	}
	return hits;
}

static struct span bytes_of(const struct cells *c, size_t from, size_t to)
{
	if (from >= to)
		return (struct span){ from < c->count ? c->items[from].at : 0, 0 };
	return (struct span){ c->items[from].at, c->items[to - 1].end - c->items[from].at };
}

struct spans snippet_marks(struct arena *a, const char *text, const struct terms *terms)
{
	struct cells c = cells_of(a, text);
	struct hits hits = find(a, &c, terms);
	struct spans spans = { 0 };
	LIST_EACH (const struct hit, h, &hits)
		*LIST_ADD(a, &spans) = bytes_of(&c, h->from, h->to);
	return spans;
}

/* The first hit that begins at or behind cell i. */
static size_t hit_from(const struct hits *hits, size_t i)
{
	size_t low = 0, high = hits->count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (hits->items[middle].from < i)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* Where a window from `start` ends: at its width, or a little earlier at the end of a clause or
 * between words, but not inside of a mark that began in it. */
static size_t window_end(const struct cells *c, const struct hits *hits, size_t start, int width)
{
	size_t end = start, third = start, marked = start;
	for (int used = 0; end < c->count && used + cells_width(c, end) <= width; end++) {
		used += cells_width(c, end);
		if (used <= width * 2 / 3)
			third = end + 1;
	}
	if (end == c->count)
		return end;
	for (size_t i = hit_from(hits, start); i < hits->count && hits->items[i].from < end; i++)
		marked = hits->items[i].to;
	if (marked >= end) {
		end = marked;
	} else {
		size_t least = marked > third ? marked : third;
		for (size_t i = end; i > least; i--)
			if (cells_begins(c, i) > 0)
				return i;
		for (size_t i = end; i > least; i--)
			if (cells_part(c, i) && !cells_inside_word(c, i))
				return i;
	}
	while (end < c->count && !cells_part(c, end))
		end++;
	return end;
}

struct choice {
	size_t start, end;
	int score;
};

static void weigh(const struct cells *c, const struct hits *hits, size_t start, int width,
	struct choice *best)
{
	if (start < c->count && c->items[start].tried)
		return;
	if (start < c->count)
		c->items[start].tried = true;
	struct choice now = { start, window_end(c, hits, start, width), 0 };
	uint64_t terms = 0;
	int marks = 0;
	for (size_t i = hit_from(hits, start); i < hits->count && hits->items[i].to <= now.end;
		i++) {
		terms |= 1ULL << (hits->items[i].term & 63);
		marks++;
	}
	now.score = __builtin_popcountll(terms) * 1000 + cells_begins(c, start) * 20 +
		    (marks < 8 ? marks : 8) * 5 + (start == 0) * 5;
	if (now.score > best->score)
		*best = now;
}

/* Tries each beginning of a sentence or clause that shows the mark; where there is none, a few
 * characters before it. */
static void try_around(const struct cells *c, const struct hits *hits, const struct hit *h,
	int width, struct choice *best)
{
	size_t start = h->from, near = h->from;
	bool tried = false;
	for (int used = 0;; start--) {
		if (cells_begins(c, start) > 0) {
			weigh(c, hits, start, width, best);
			tried = true;
		}
		if (used <= width / 6 && cells_part(c, start) && !cells_inside_word(c, start))
			near = start;
		if (!start || (used += cells_width(c, start - 1)) > width / 2)
			break;
	}
	if (!tried)
		weigh(c, hits, near, width, best);
}

struct snippet snippet_best(struct arena *a, const char *text, const struct terms *terms, int han)
{
	struct cells c = cells_of(a, text);
	struct hits hits = find(a, &c, terms);
	int *tried = ARENA_MANY(a, int, terms->count + 1);
	struct choice best = { 0, 0, -1 };
	size_t first = 0;
	while (first < c.count && c.items[first].class <= FOLD_BREAK)
		first++;
	weigh(&c, &hits, first, han * 2, &best);
	LIST_EACH (const struct hit, h, &hits)
		if (tried[h->term]++ < STARTS_TRIED)
			try_around(&c, &hits, h, han * 2, &best);
	while (best.end > best.start && c.items[best.end - 1].class <= FOLD_BREAK)
		best.end--;
	struct snippet s = { .window = bytes_of(&c, best.start, best.end),
		.more_before = best.start > first };
	for (size_t i = best.end; i < c.count && !s.more_after; i++)
		s.more_after = c.items[i].class > FOLD_BREAK;
	LIST_EACH (const struct hit, h, &hits)
		if (h->from >= best.start && h->to <= best.end)
			*LIST_ADD(a, &s.marks) = bytes_of(&c, h->from, h->to);
	return s;
}
