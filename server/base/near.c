#include "near.h"

#include <stdlib.h>
#include <string.h>

#include "fold.h"
#include "list.h"

enum { SHINGLE = 3, KEY = 5, SHORT = 20, ENOUGH = 12, NUMBER = '0' };
static const double same = 0.55;

struct runes {
	int *items;
	size_t count, room;
};

static uint32_t mix(uint64_t x)
{
	x ^= x >> 33;
	x *= 0xff51afd7ed558ccdu;
	x ^= x >> 33;
	x *= 0xc4ceb9fe1a85ec53u;
	return (uint32_t)(x >> 32);
}

static uint32_t hash(const int *runes, size_t n)
{
	uint64_t h = n;
	for (size_t i = 0; i < n; i++)
		h = h * 0x100000001b3u ^ (uint64_t)runes[i] * 0x9e3779b97f4a7c15u;
	return mix(h);
}

/* What counts of the text from `from` to `end`, added to what there is. */
static void fold_into(struct arena *a, struct runes *list, const char *from, const char *end)
{
	bool number = false;
	while (from < end) {
		int out[FOLD_MAX];
		int n = fold_next(&from, end, out);
		for (int i = 0; i < n; i++) {
			enum fold_class class = fold_class(out[i]);
			bool digit = out[i] >= '0' && out[i] <= '9';
			if (class < FOLD_WORD)
				continue;
			if (digit && (number || !list->count))
				continue; /* the rest of a number, and one in front */
			*LIST_ADD(a, list) = digit ? NUMBER : out[i];
			number = digit;
		}
	}
}

static int by_size(const void *x, const void *y)
{
	uint32_t a = *(const uint32_t *)x, b = *(const uint32_t *)y;
	return (a > b) - (a < b);
}

/* Hashes of every n characters in a row, in order, each once. */
static uint32_t *hashes(struct arena *a, const struct runes *r, size_t n, size_t *count)
{
	*count = 0;
	if (r->count < n)
		return NULL;
	size_t all = r->count - n + 1, kept = 0;
	uint32_t *list = ARENA_MANY(a, uint32_t, all);
	for (size_t i = 0; i < all; i++)
		list[i] = hash(r->items + i, n);
	qsort(list, all, sizeof *list, by_size);
	for (size_t i = 0; i < all; i++)
		if (!kept || list[kept - 1] != list[i])
			list[kept++] = list[i];
	*count = kept;
	return list;
}

static void add(
	struct arena *a, struct near_text *list, const struct runes *r, size_t at, size_t len)
{
	size_t keys;
	struct near_paragraph *p = LIST_ADD(a, list);
	*p = (struct near_paragraph){ .at = at, .len = len };
	p->shingles = hashes(a, r, SHINGLE, &p->count);
	const uint32_t *smallest = hashes(a, r, KEY, &keys);
	if (p->count < ENOUGH)
		return;
	p->key_count = keys < NEAR_KEYS ? keys : NEAR_KEYS;
	memcpy(p->keys, smallest, p->key_count * sizeof *smallest);
}

static bool goes_on(const char *from, const char *end)
{
	static const char *const commas[] = { ",", "，", "、" };
	for (size_t i = 0; i < sizeof commas / sizeof *commas; i++) {
		size_t len = strlen(commas[i]);
		if ((size_t)(end - from) >= len && memcmp(end - len, commas[i], len) == 0)
			return true;
	}
	return false;
}

struct near_text near_cut(struct arena *a, const char *text)
{
	struct near_text list = { 0 };
	struct runes r = { 0 };
	const char *begun = text;
	for (const char *line = text; *line;) {
		const char *end = line + strcspn(line, "\n"), *last = end;
		while (last > line && (last[-1] == ' ' || last[-1] == '\r'))
			last--;
		if (!r.count)
			begun = line;
		fold_into(a, &r, line, last);
		bool over = !*end || (r.count >= SHORT && !goes_on(line, last));
		if (over && r.count) {
			add(a, &list, &r, (size_t)(begun - text), (size_t)(last - begun));
			r.count = 0;
		}
		line = *end ? end + 1 : end;
	}
	if (r.count)
		add(a, &list, &r, (size_t)(begun - text), strlen(begun));
	return list;
}

static size_t shared(const struct near_paragraph *a, const struct near_paragraph *b)
{
	size_t n = 0;
	for (size_t i = 0, k = 0; i < a->count && k < b->count;) {
		if (a->shingles[i] == b->shingles[k])
			n++, i++, k++;
		else if (a->shingles[i] < b->shingles[k])
			i++;
		else
			k++;
	}
	return n;
}

double near_contained(const struct near_paragraph *a, const struct near_paragraph *b)
{
	size_t smaller = a->count < b->count ? a->count : b->count;
	return smaller ? (double)shared(a, b) / (double)smaller : 0;
}

bool near_is_same(const struct near_paragraph *a, const struct near_paragraph *b)
{
	return a->count >= ENOUGH && b->count >= ENOUGH && near_contained(a, b) >= same;
}
