#include "alike.h"

#include <math.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "base/embedded.h"
#include "base/fold.h"
#include "base/list.h"
#include "base/text.h"
#include "tokenizer.h"

enum { HEADLINE = 2, MOST = 15, SLOTS = 1 << 18 };
static const double k1 = 1.2;

static uint32_t hash(const char *s, size_t len)
{
	uint64_t h = 0xcbf29ce484222325u;
	for (size_t i = 0; i < len; i++)
		h = (h ^ (unsigned char)s[i]) * 0x100000001b3u;
	h ^= h >> 32;
	h *= 0xd6e8feb86659fd93u;
	return (uint32_t)(h >> 36);
}

/* A pair of characters, or letters; not a single character, a mark, a number. */
static bool counts(const struct token *t)
{
	const char *p = t->text, *end = t->text + t->len;
	enum fold_class class = fold_class(text_rune(&p, end));
	if (class == FOLD_GRAM)
		return p < end;
	if (class != FOLD_WORD || p == end)
		return false;
	for (p = t->text; p < end; p++)
		if (*p < '0' || *p > '9')
			return true;
	return false;
}

struct reading {
	struct arena *arena;
	struct words {
		uint32_t *items; /* the hash << 4 | times */
		size_t count, room;
	} words;
	uint32_t times;
};

static int read_word(void *context, const struct token *t)
{
	struct reading *r = context;
	if (counts(t))
		*LIST_ADD(r->arena, &r->words) = hash(t->text, t->len) << 4 | r->times;
	return r->words.count >= (size_t)ALIKE_WORDS * 4;
}

static int by_hash(const void *x, const void *y)
{
	uint32_t a = *(const uint32_t *)x, b = *(const uint32_t *)y;
	return (a > b) - (a < b);
}

/* Equal ones become one, with their times added up. */
static void gather(struct words *w)
{
	size_t kept = 0;
	LIST_SORT(w, by_hash);
	for (size_t i = 0; i < w->count; i++) {
		if (!kept || alike_hash(w->items[kept - 1]) != alike_hash(w->items[i])) {
			w->items[kept++] = w->items[i];
			continue;
		}
		uint32_t times = (w->items[kept - 1] & MOST) + (w->items[i] & MOST);
		w->items[kept - 1] = alike_hash(w->items[i]) << 4 | (times < MOST ? times : MOST);
	}
	w->count = kept;
}

/* In how many of the program's own texts a word stands; words that share a slot share the count. */
static uint16_t texts_with[SLOTS];
static double texts;

static void count_text(struct arena *a, const char *s, size_t len)
{
	struct reading r = { .arena = a, .times = 1 };
	tokenizer_cut(s, len, TOKENIZER_TEXT, read_word, &r);
	gather(&r.words);
	for (size_t i = 0; i < r.words.count; i++)
		texts_with[alike_hash(r.words.items[i]) % SLOTS]++;
	texts++;
}

/* Each file of points holds many texts, a line with @@ between. */
static void count_file(struct arena *a, const char *s)
{
	while ((s = strstr(s, "@@"))) {
		s += strcspn(s, "\n");
		const char *end = strstr(s, "\n@@");
		count_text(a, s, end ? (size_t)(end - s) : strlen(s));
	}
}

static void count_all(void)
{
	struct arena *a = arena_new();
	for (size_t i = 0; i < embedded_count; i++)
		if (text_starts(embedded_table[i].name, "sample/points"))
			count_file(a, (const char *)embedded_table[i].data);
	arena_free(a);
}

static double rarity(uint32_t word)
{
	static pthread_once_t once = PTHREAD_ONCE_INIT;
	pthread_once(&once, count_all);
	return log(1 + texts / (texts_with[alike_hash(word) % SLOTS] + 0.5));
}

static double weight(uint32_t word)
{
	double times = word & MOST;
	return times * (k1 + 1) / (times + k1) * rarity(word);
}

static struct alike made(const uint32_t *words, size_t count)
{
	double sum = 0;
	for (size_t i = 0; i < count; i++)
		sum += weight(words[i]) * weight(words[i]);
	return (struct alike){ words, count, sqrt(sum) };
}

struct alike alike_of(struct arena *a, const char *headline, const char *body)
{
	struct reading r = { .arena = a, .times = HEADLINE };
	tokenizer_cut(headline, strlen(headline), TOKENIZER_TEXT, read_word, &r);
	r.times = 1;
	tokenizer_cut(body, strlen(body), TOKENIZER_TEXT, read_word, &r);
	gather(&r.words);
	if (r.words.count > ALIKE_WORDS)
		r.words.count = ALIKE_WORDS; /* any will do: they stand by hash */
	return made(r.words.items, r.words.count);
}

struct alike alike_kept(const void *words, size_t bytes)
{
	return made(words, bytes / sizeof(uint32_t));
}

double alike_cosine(const struct alike *a, const struct alike *b)
{
	double sum = 0;
	for (size_t i = 0, k = 0; i < a->count && k < b->count;) {
		uint32_t x = alike_hash(a->words[i]), y = alike_hash(b->words[k]);
		if (x == y)
			sum += weight(a->words[i]) * weight(b->words[k]);
		i += x <= y;
		k += y <= x;
	}
	return sum > 0 ? sum / (a->length * b->length) : 0;
}

static int by_weight(const void *x, const void *y)
{
	double a = weight(*(const uint32_t *)x), b = weight(*(const uint32_t *)y);
	return a != b ? (a < b) - (a > b) : by_hash(x, y);
}

size_t alike_telling(struct arena *a, const struct alike *text, size_t n, uint32_t *hashes)
{
	struct words all = { 0 };
	for (size_t i = 0; i < text->count; i++)
		*LIST_ADD(a, &all) = text->words[i];
	LIST_SORT(&all, by_weight);
	n = n < all.count ? n : all.count;
	for (size_t i = 0; i < n; i++)
		hashes[i] = alike_hash(all.items[i]);
	return n;
}

struct sharing {
	struct arena *arena;
	const struct alike *other;
	struct alike_stretches found;
};

static int note_shared(void *context, const struct token *t)
{
	struct sharing *s = context;
	if (!counts(t))
		return 0;
	uint32_t word = hash(t->text, t->len) << 4 | 1;
	size_t low = 0, high = s->other->count;
	while (low < high) {
		size_t mid = (low + high) / 2;
		alike_hash(s->other->words[mid]) < alike_hash(word) ? (low = mid + 1)
								    : (high = mid);
	}
	if (low == s->other->count || alike_hash(s->other->words[low]) != alike_hash(word))
		return 0;
	struct alike_stretch *last = s->found.count ? &s->found.items[s->found.count - 1] : NULL;
	if (last && t->at < last->at + last->len) { /* pairs that overlap are one stretch */
		last->len = t->end - last->at;
		last->weight += rarity(word);
	} else {
		*LIST_ADD(s->arena, &s->found) =
			(struct alike_stretch){ t->at, t->end - t->at, rarity(word) };
	}
	return 0;
}

static int heavier(const void *x, const void *y)
{
	const struct alike_stretch *a = x, *b = y;
	return a->weight != b->weight ? (a->weight < b->weight) - (a->weight > b->weight)
				      : (a->at > b->at) - (a->at < b->at);
}

struct alike_stretches alike_shared(struct arena *a, const char *text, const struct alike *other)
{
	struct sharing s = { .arena = a, .other = other };
	tokenizer_cut(text, strlen(text), TOKENIZER_TEXT, note_shared, &s);
	LIST_SORT(&s.found, heavier);
	return s.found;
}
