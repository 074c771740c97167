#include "snippet_cells.h"

#include <string.h>

#include "list.h"

static bool is_flag(int r)
{
	return r >= 0x1F1E6 && r <= 0x1F1FF;
}

static void add_cell(struct arena *a, struct cells *c, int rune, size_t at, size_t end)
{
	enum fold_class class = fold_class(rune);
	struct cell *last = c->count ? &c->items[c->count - 1] : NULL;
	if (class <= FOLD_BREAK) {
		if (last && last->class <= FOLD_BREAK) {
			last->end = end;
			if (class == FOLD_BREAK) {
				last->rune = '\n';
				last->class = FOLD_BREAK;
			}
			return;
		}
		rune = class == FOLD_BREAK ? '\n' : ' ';
	}
	if (last && class == FOLD_MARK) {
		bool half = is_flag(last->rune) && !(c->count > 1 && last[-1].glued);
		if ((rune >= 0x1F3FB && rune <= 0x1F3FF && last->class == FOLD_MARK) ||
			(is_flag(rune) && half))
			last->glued = true;
	}
	*LIST_ADD(a, c) = (struct cell){ .rune = rune, .class = class, .at = at, .end = end };
}

/* What folds to nothing goes with the character before it. */
static void add_nothing(struct cells *c, const char *text, size_t at, size_t end)
{
	if (!c->count)
		return;
	size_t unit = c->items[c->count - 1].at;
	for (size_t i = c->count; i && c->items[i - 1].at == unit; i--)
		c->items[i - 1].end = end;
	if (end - at == 3 && memcmp(text + at, "\xE2\x80\x8D", 3) == 0)
		c->items[c->count - 1].glued = true;
}

struct cells cells_of(struct arena *a, const char *text)
{
	size_t len = strlen(text);
	struct cells c = { .items = ARENA_MANY(a, struct cell, len / 3 + 8), .room = len / 3 + 8 };
	const char *p = text, *end = text + len;
	while (p < end) {
		int out[FOLD_MAX];
		size_t at = (size_t)(p - text);
		int n = fold_next(&p, end, out);
		for (int i = 0; i < n; i++)
			add_cell(a, &c, out[i], at, (size_t)(p - text));
		if (!n)
			add_nothing(&c, text, at, (size_t)(p - text));
	}
	return c;
}

bool cells_part(const struct cells *c, size_t i)
{
	if (i == 0 || i >= c->count)
		return true;
	return c->items[i - 1].at != c->items[i].at && !c->items[i - 1].glued &&
	       c->items[i - 1].end <= c->items[i].at;
}

bool cells_inside_word(const struct cells *c, size_t i)
{
	return i && i < c->count && c->items[i].class == FOLD_WORD &&
	       c->items[i - 1].class == FOLD_WORD;
}

int cells_width(const struct cells *c, size_t i)
{
	const struct cell *cell = &c->items[i];
	if (i && c->items[i - 1].at == cell->at)
		return 0; /* ㎏ is shown as one */
	return cell->class == FOLD_GRAM || (cell->class == FOLD_MARK && cell->end - cell->at > 2)
		       ? 2
		       : 1;
}

static bool one_of(int rune, const int *runes)
{
	for (; *runes; runes++)
		if (*runes == rune)
			return true;
	return false;
}

int cells_begins(const struct cells *c, size_t i)
{
	static const int closing[] = { '"', '\'', ')', ']', '}', 0x201D, 0x2019, 0x300D, 0x300F,
		0x300B, 0x3011, 0x3015, 0 };
	static const int sentence[] = { 0x3002, '!', '?', '\n', 0 };
	static const int clause[] = { ',', ';', ':', 0x3001, 0x2014, 0 };
	if (i == 0)
		return 3;
	if (c->items[i - 1].class >= FOLD_WORD) /* nothing ends with a letter */
		return 0;
	if (i >= c->count || !cells_part(c, i) || c->items[i].class <= FOLD_BREAK)
		return 0;
	if (one_of(c->items[i].rune, closing) || one_of(c->items[i].rune, sentence) ||
		one_of(c->items[i].rune, clause))
		return 0;
	bool apart = false; /* a blank or closing sign between */
	for (size_t k = i; k; k--) {
		int r = c->items[k - 1].rune;
		if (one_of(r, sentence))
			return 2;
		if (r == '.' && (apart || c->items[i].class == FOLD_GRAM))
			return k > 1 && c->items[k - 2].rune == '.' ? 1 : 2;
		if (one_of(r, clause))
			return apart || c->items[i].class != FOLD_WORD || k < 2 ||
			       c->items[k - 2].class != FOLD_WORD;
		if (r != ' ' && !one_of(r, closing))
			return 0;
		apart = true;
	}
	return 3; /* blanks only before it */
}
