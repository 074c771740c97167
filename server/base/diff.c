#include "diff.h"

#include <stdint.h>
#include <string.h>

#include "list.h"
#include "text.h"

enum { STEPS_MOST = 500 }; /* edits within one comparison; the trace takes their square */

struct word {
	const char *at;
	size_t len;
	bool kept; /* stands in both texts */
};
struct words {
	struct word *items;
	size_t count, room;
};

static bool same(const struct word *a, const struct word *b)
{
	return a->len == b->len && memcmp(a->at, b->at, a->len) == 0;
}

/* Lines with their \n. */
static struct words cut_lines(struct arena *a, const char *s, const char *end)
{
	struct words list = { 0 };
	while (s < end) {
		const char *stop = memchr(s, '\n', (size_t)(end - s));
		stop = stop ? stop + 1 : end;
		*LIST_ADD(a, &list) = (struct word){ s, (size_t)(stop - s), false };
		s = stop;
	}
	return list;
}

static bool joins(int rune)
{
	return rune > ' ' && !rune_is_space(rune) && !rune_is_cjk(rune) &&
	       !rune_is_cjk_punct(rune) &&
	       (rune >= 0x80 || (rune >= '0' && rune <= '9') || (rune >= 'A' && rune <= 'Z') ||
		       (rune >= 'a' && rune <= 'z'));
}

static struct words cut_words(struct arena *a, const char *s, const char *end)
{
	struct words list = { 0 };
	while (s < end) {
		const char *p = s, *next;
		bool more = joins(text_rune(&p, end));
		while (more && p < end) {
			next = p;
			more = joins(text_rune(&next, end));
			if (more)
				p = next;
		}
		*LIST_ADD(a, &list) = (struct word){ s, (size_t)(p - s), false };
		s = p;
	}
	return list;
}

/* Walks the trace back from the end, and marks what lies on its diagonals. */
static void mark(struct word *a, struct word *b, int n, int m, int **trace, int steps)
{
	int x = n, y = m;
	for (int d = steps; d > 0; d--) {
		const int *v = trace[d - 1] + d; /* v[k] for -d < k < d */
		int k = x - y;
		bool down = k == -d || (k != d && v[k - 1] < v[k + 1]);
		int from = down ? k + 1 : k - 1;
		int fx = v[from], fy = fx - from;
		while (x > fx + (down ? 0 : 1) && y > fy + (down ? 1 : 0))
			a[--x].kept = b[--y].kept = true;
		x = fx;
		y = fy;
	}
	while (x > 0 && y > 0)
		a[--x].kept = b[--y].kept = true;
}

static void compare_middle(struct arena *arena, struct word *a, struct word *b, int n, int m)
{
	int most = n + m < STEPS_MOST ? n + m : STEPS_MOST;
	int **trace = ARENA_MANY(arena, int *, most + 1);
	int *reached = ARENA_MANY(arena, int, 2 * most + 3), *v = reached + most + 1;
	for (int d = 0; d <= most; d++) {
		for (int k = -d; k <= d; k += 2) {
			int x = k == -d || (k != d && v[k - 1] < v[k + 1]) ? v[k + 1]
									   : v[k - 1] + 1;
			if (d == 0)
				x = 0;
			while (x < n && x - k < m && same(&a[x], &b[x - k]))
				x++;
			v[k] = x;
			if (x >= n && x - k >= m) {
				mark(a, b, n, m, trace, d);
				return;
			}
		}
		trace[d] = ARENA_MANY(arena, int, 2 * d + 3);
		memcpy(trace[d], v - d - 1, sizeof(int) * (size_t)(2 * d + 3));
	}
}

static void compare(struct arena *arena, struct words *a, struct words *b)
{
	size_t head = 0, n = a->count, m = b->count;
	while (head < n && head < m && same(&a->items[head], &b->items[head])) {
		a->items[head].kept = b->items[head].kept = true;
		head++;
	}
	while (n > head && m > head && same(&a->items[n - 1], &b->items[m - 1]))
		a->items[--n].kept = b->items[--m].kept = true;
	if (n > head && m > head && n - head < INT32_MAX / 4 && m - head < INT32_MAX / 4)
		compare_middle(
			arena, a->items + head, b->items + head, (int)(n - head), (int)(m - head));
}

/* A lonely word kept between two changes says nothing: it reads better as part of them. */
static void drop_islands(struct words *a, struct words *b)
{
	size_t j = 0;
	for (size_t i = 0; i < a->count; i++) {
		if (!a->items[i].kept)
			continue;
		while (j < b->count && !b->items[j].kept)
			j++;
		bool before = (i > 0 && !a->items[i - 1].kept) || (j > 0 && !b->items[j - 1].kept);
		bool after = (i + 1 < a->count && !a->items[i + 1].kept) ||
			     (j + 1 < b->count && !b->items[j + 1].kept);
		bool edge = i == 0 || i + 1 == a->count;
		if (before && after && !edge && *a->items[i].at != '\n')
			a->items[i].kept = b->items[j].kept = false;
		j++;
	}
}

/* What is being put together: stretches of the two texts. */
struct stretch {
	enum diff_kind kind;
	const char *at;
	size_t len;
};
struct stretches {
	struct stretch *items;
	size_t count, room;
};

static void add(struct arena *a, struct stretches *s, enum diff_kind kind, const struct word *w)
{
	struct stretch *last = s->count ? &s->items[s->count - 1] : NULL;
	/* What came already stands last: what went belongs before it. */
	if (kind == DIFF_OUT && last && last->kind == DIFF_IN) {
		struct stretch *out = s->count > 1 && last[-1].kind == DIFF_OUT ? last - 1 : NULL;
		if (out && out->at + out->len == w->at) {
			out->len += w->len;
			return;
		}
	}
	if (last && last->kind == kind && last->at + last->len == w->at)
		last->len += w->len;
	else
		*LIST_ADD(a, s) = (struct stretch){ kind, w->at, w->len };
}

static void emit(struct arena *a, const struct words *before, const struct words *after,
	struct stretches *out)
{
	size_t i = 0, j = 0;
	while (i < before->count || j < after->count) {
		while (i < before->count && !before->items[i].kept)
			add(a, out, DIFF_OUT, &before->items[i++]);
		while (j < after->count && !after->items[j].kept)
			add(a, out, DIFF_IN, &after->items[j++]);
		while (i < before->count && j < after->count && before->items[i].kept &&
			after->items[j].kept)
			add(a, out, DIFF_SAME, &before->items[i++]), j++;
	}
}

static const char *end_of(const struct words *w, size_t i, const char *end)
{
	return i < w->count ? w->items[i].at : end;
}

/* Words within each block of lines that changed. */
static void refine(struct arena *a, const struct words *before, const struct words *after,
	const char *ends[2], struct stretches *out)
{
	size_t i = 0, j = 0;
	while (i < before->count || j < after->count) {
		size_t from_i = i, from_j = j;
		while (i < before->count && !before->items[i].kept)
			i++;
		while (j < after->count && !after->items[j].kept)
			j++;
		if (i > from_i || j > from_j) {
			struct words x = cut_words(
				a, end_of(before, from_i, ends[0]), end_of(before, i, ends[0]));
			struct words y = cut_words(
				a, end_of(after, from_j, ends[1]), end_of(after, j, ends[1]));
			compare(a, &x, &y);
			drop_islands(&x, &y);
			emit(a, &x, &y, out);
		}
		while (i < before->count && j < after->count && before->items[i].kept &&
			after->items[j].kept)
			add(a, out, DIFF_SAME, &before->items[i++]), j++;
	}
}

struct diff diff_texts(struct arena *a, const char *before, const char *after)
{
	const char *ends[2] = { before + strlen(before), after + strlen(after) };
	struct words x = cut_lines(a, before, ends[0]), y = cut_lines(a, after, ends[1]);
	struct stretches all = { 0 };
	compare(a, &x, &y);
	refine(a, &x, &y, ends, &all);
	struct diff d = { 0 };
	LIST_EACH (const struct stretch, s, &all) {
		struct diff_piece *last = d.count ? &d.items[d.count - 1] : NULL;
		if (last && last->kind == s->kind)
			last->text = arena_format(a, "%s%.*s", last->text, (int)s->len, s->at);
		else
			*LIST_ADD(a, &d) =
				(struct diff_piece){ s->kind, arena_copy(a, s->at, s->len) };
	}
	return d;
}

bool diff_is_rewrite(const struct diff *d)
{
	size_t kept = 0, moved = 0;
	LIST_EACH (const struct diff_piece, p, d)
		*(p->kind == DIFF_SAME ? &kept : &moved) += strlen(p->text);
	return moved > 40 && kept * 5 < moved;
}
