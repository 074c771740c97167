#include "guess.h"

#include <string.h>

#include "fold.h"
#include "text.h"

enum { LETTERS_LEAST = 4, LETTERS_MOST = 32, TWO_SLIPS = 8 };

static bool letter(int r)
{
	return fold_class(r) == FOLD_WORD && !(r >= '0' && r <= '9');
}

enum { HAN_FIRST = 0x4E00, HAN = 0x5200 };

struct guess guess_of(struct arena *a, const char *folded)
{
	struct guess g = { .typed = folded, .han = true, .letters = true };
	const char *p = folded, *end = p + strlen(p);
	g.runes = ARENA_MANY(a, int, end - p + 1);
	while (p < end) {
		int r = text_rune(&p, end);
		g.runes[g.count++] = r;
		g.han = g.han && rune_is_han(r);
		g.letters = g.letters && (letter(r) || r == '\'');
	}
	g.han = g.han && g.count > 1 && g.count <= GUESS_MOST;
	if (g.han)
		g.known = ARENA_MANY(a, uint8_t, g.count * HAN);
	g.fit = g.letters ? pinyin_fit(folded) : PINYIN_NOT;
	return g;
}

enum like { UNKNOWN, SAME, NEAR, OTHER };

/* How a character sounds beside the i-th of the guess; looked up once for each. */
static enum like like(const struct guess *g, size_t i, int rune)
{
	bool usual = rune >= HAN_FIRST && rune < HAN_FIRST + HAN;
	uint8_t *known = usual ? &g->known[i * HAN + (size_t)(rune - HAN_FIRST)] : NULL;
	if (known && *known)
		return (enum like) * known;
	enum like l = pinyin_same(rune, g->runes[i])   ? SAME
		      : pinyin_near(rune, g->runes[i]) ? NEAR
						       : OTHER;
	if (known)
		*known = (uint8_t)l;
	return l;
}

/* As many characters, some of them others. */
static float replaced(const struct guess *g, const int *runes)
{
	size_t same = 0, near = 0, other = 0, swapped = 0, n = g->count;
	for (size_t i = 0; i < n && other < 2; i++) {
		if (runes[i] == g->runes[i])
			continue;
		enum like l = like(g, i, runes[i]);
		same += l == SAME;
		near += l == NEAR;
		if (l != OTHER)
			continue;
		if (i + 1 < n && runes[i] == g->runes[i + 1] && runes[i + 1] == g->runes[i]) {
			swapped++, i++;
			continue;
		}
		other++;
	}
	size_t changed = same + near + other + swapped;
	if (!changed || other > 1 || swapped > 1 || (other && (n < 3 || changed > 1)))
		return 0;
	return other ? 1 : swapped ? 2.5f : near ? 2.5f / (float)near : 4;
}

/* b is a without one character. */
static bool one_less(const int *a, const int *b, size_t b_count)
{
	size_t i = 0;
	while (i < b_count && a[i] == b[i])
		i++;
	return memcmp(a + i + 1, b + i, (b_count - i) * sizeof *a) == 0;
}

/* huifan may be whole, and may want to become huifang. */
static float sounds(const struct guess *g, const int *runes, size_t count, size_t *used)
{
	for (enum pinyin_fit way = g->fit; way; way--)
		if ((way != PINYIN_FIRSTS || way == g->fit) &&
			(*used = pinyin_reads(g->typed, way, runes, count)))
			return (float)way;
	return 0;
}

float guess_han(const struct guess *g, const int *runes, size_t count, size_t *used)
{
	if (g->letters)
		return sounds(g, runes, count, used);
	if (!g->han)
		return 0;
	*used = g->count;
	float fits = count >= *used ? replaced(g, runes) : 0;
	if (fits > 0 || g->count < 4)
		return fits;
	*used = g->count - 1;
	if (count >= *used && one_less(g->runes, runes, *used))
		return 1.5f;
	*used = g->count + 1;
	return count >= *used && runes[0] == g->runes[0] && one_less(runes, g->runes, g->count)
		       ? 1.5f
		       : 0;
}

/* Letters put in, left out, taken for another or changed with the next, at least. */
static size_t slips(const int *a, size_t n, const int *b, size_t m)
{
	size_t rows[3][LETTERS_MOST + 1], *old = rows[0], *last = rows[1], *now = rows[2];
	for (size_t j = 0; j <= m; j++)
		last[j] = j;
	for (size_t i = 1; i <= n; i++) {
		now[0] = i;
		for (size_t j = 1; j <= m; j++) {
			size_t least = last[j - 1] + (a[i - 1] != b[j - 1]);
			least = last[j] + 1 < least ? last[j] + 1 : least;
			least = now[j - 1] + 1 < least ? now[j - 1] + 1 : least;
			if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] &&
				old[j - 2] + 1 < least)
				least = old[j - 2] + 1;
			now[j] = least;
		}
		size_t *free_row = old;
		old = last, last = now, now = free_row;
	}
	return last[m];
}

float guess_letters(const struct guess *g, const int *runes, size_t count)
{
	size_t most = g->count >= TWO_SLIPS ? 2 : 1;
	if (!g->letters || g->count < LETTERS_LEAST || g->count > LETTERS_MOST ||
		count > LETTERS_MOST || count + most < g->count || count > g->count + most)
		return 0;
	for (size_t i = 0; i < count; i++)
		if (!letter(runes[i]))
			return 0;
	size_t n = slips(g->runes, g->count, runes, count);
	return n == 0 || n > most ? 0 : n == 1 ? 3.5f : 2;
}
