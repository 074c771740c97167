#include "query_words.h"

#include <string.h>

#include "fold.h"
#include "list.h"

enum sort { NOTHING, LOOKED_FOR, JOINS, CUTS };

struct glyph {
	const char *at, *end;
	int first, last; /* folded */
	enum sort sort;
};

struct glyphs {
	struct glyph *items;
	size_t count, room;
};

static enum sort sort_of(int r)
{
	enum fold_class class = fold_class(r);
	if (class == FOLD_WORD || class == FOLD_GRAM)
		return LOOKED_FOR;
	if (r < 0x80)
		return r > ' ' && strchr("-_.&+/'%@#*~=^\\$,:", r) ? JOINS : CUTS;
	if (r == 0xB7 || r == 0x2019 || r == 0x2044 || r == 0x30FB)
		return JOINS;
	return class != FOLD_MARK || r < 0xC0 || (r >= 0x2010 && r < 0x2060) ||
			       (r >= 0x3000 && r < 0x3040) || r == 0xFFFD
		       ? CUTS
		       : LOOKED_FOR; /* emoji and other signs */
}

static struct glyphs read_glyphs(struct arena *a, const char *s, const char *end)
{
	struct glyphs all = { 0 };
	int out[FOLD_MAX];
	while (s < end) {
		const char *at = s;
		int n = fold_next(&s, end, out);
		if (n)
			*LIST_ADD(a, &all) =
				(struct glyph){ at, s, out[0], out[n - 1], sort_of(out[0]) };
	}
	return all;
}

static bool digit(int r)
{
	return r >= '0' && r <= '9';
}

static bool word(int r)
{
	return fold_class(r) == FOLD_WORD;
}

/* May the sign at i stand inside a word? */
static bool holds(const struct glyphs *g, size_t i)
{
	const struct glyph *sign = &g->items[i];
	if (i == 0 || i + 1 == g->count)
		return false;
	int before = sign[-1].last, after = sign[1].first;
	switch (sign->first) {
	case ',':
	case ':':
		return digit(before) && digit(after);
	case '.':
	case '\'':
	case 0x2019:
		return word(before) && word(after);
	}
	return sign[1].sort == LOOKED_FOR || sign[1].sort == JOINS;
}

/* The end of the word that begins at glyph i. */
static size_t word_end(const struct glyphs *g, size_t i)
{
	size_t end = i + 1; /* behind the last glyph that surely belongs to it */
	for (size_t j = i + 1; j < g->count; j++) {
		const struct glyph *x = &g->items[j];
		if (x->sort == LOOKED_FOR)
			end = j + 1;
		else if (x->sort != JOINS)
			break;
		else if (end == j && x->first < 0x80 && strchr("%+#", x->first) &&
			 (word(x[-1].last) || (x[-1].first == x->first && x[-1].sort == JOINS)))
			end = j + 1;
		else if (!holds(g, j))
			break;
	}
	return end;
}

struct spans query_words_cut(struct arena *a, const char *from, const char *s, const char *end)
{
	struct glyphs g = read_glyphs(a, s, end);
	struct spans words = { 0 };
	for (size_t i = 0; i < g.count; i++) {
		if (g.items[i].sort != LOOKED_FOR)
			continue;
		size_t behind = word_end(&g, i);
		const char *at = g.items[i].at;
		*LIST_ADD(a, &words) = (struct span){ (size_t)(at - from),
			(size_t)(g.items[behind - 1].end - at) };
		i = behind - 1;
	}
	return words;
}

bool query_words_any(const char *s, size_t len)
{
	int out[FOLD_MAX];
	for (const char *end = s + len; s < end;) {
		int n = fold_next(&s, end, out);
		for (int i = 0; i < n; i++)
			if (fold_class(out[i]) >= FOLD_MARK)
				return true;
	}
	return false;
}

bool query_words_open(const char *s, size_t len)
{
	int out[FOLD_MAX], run = 0;
	for (const char *end = s + len; s < end;) {
		int n = fold_next(&s, end, out);
		for (int i = 0; i < n; i++)
			run = word(out[i]) ? run + 1 : 0;
	}
	return run >= 2;
}
