#include "lexicon.h"

#include <assert.h>
#include <math.h>
#include <pthread.h>

#include "text.h"

#include "lexicon_table.inc"

/* Words, and pairs inside of longer ones, spread out of the table once. A key is up to four
 * characters of 16 bits. */
enum { BITS = 17, SLOTS = 1 << BITS };

static struct entry {
	uint64_t key;
	float word; /* how often; 0: no word */
	float text; /* of one or two characters: how often in any word */
} entries[SLOTS];
static double words, places; /* counted in all */
static pthread_once_t once = PTHREAD_ONCE_INIT;

/* 0: such are in no word. */
static uint64_t key_of(const int *runes, size_t count)
{
	uint64_t key = 0;
	if (count > LEXICON_MOST)
		return 0;
	for (size_t i = 0; i < count; i++) {
		if (runes[i] <= 0 || runes[i] > 0xFFFF)
			return 0;
		key = key << 16 | (uint64_t)runes[i];
	}
	return key;
}

static struct entry *entry_of(uint64_t key)
{
	size_t i = key * 0x9E3779B97F4A7C15u >> (64 - BITS);
	while (entries[i].key && entries[i].key != key)
		i = (i + 1) % SLOTS;
	return &entries[i];
}

static void learn(const int *runes, size_t count, float times)
{
	static int used;
	struct entry *e = entry_of(key_of(runes, count));
	used += !e->key;
	e->key = key_of(runes, count);
	e->word = times;
	words += (double)times;
	for (size_t i = 0; i < count; i++)
		for (size_t n = 1; n <= 2 && i + n <= count; n++) {
			e = entry_of(key_of(runes + i, n));
			used += !e->key;
			e->key = key_of(runes + i, n);
			e->text += times;
		}
	places += (double)times * (double)count;
	assert(used < SLOTS * 3 / 4);
}

static void spread(void)
{
	int runes[LEXICON_MOST];
	size_t count = 0;
	for (const char *p = lexicon_table, *end = p + sizeof lexicon_table - 1; p < end;) {
		int rune = text_rune(&p, end);
		if (rune >= 'a' && rune <= 'z') {
			learn(runes, count, expf((float)(rune - 'a') / 2));
			count = 1;
		} else if (rune == '\n') {
			count = 0;
		} else {
			assert(count < LEXICON_MOST);
			runes[count++] = rune;
		}
	}
}

static const struct entry *find(const int *runes, size_t count)
{
	static const struct entry none;
	pthread_once(&once, spread);
	uint64_t key = key_of(runes, count);
	return key ? entry_of(key) : &none;
}

bool lexicon_has(const int *runes, size_t count)
{
	return find(runes, count)->word > 0;
}

void lexicon_cut(const int *runes, size_t count, uint8_t *lengths)
{
	double best[LEXICON_MOST + 1] = { 0 }; /* of what begins at i, at i modulo its size */
	const size_t size = LEXICON_MOST + 1;
	for (size_t i = count; i-- > 0;) {
		double *here = &best[i % size];
		*here = -INFINITY;
		for (size_t n = 1; n <= LEXICON_MOST && i + n <= count; n++) {
			float times = find(runes + i, n)->word;
			if (times == 0 && n > 1)
				continue;
			double way = log((times > 0 ? (double)times : 1) / words) +
				     (i + n < count ? best[(i + n) % size] : 0);
			if (way > *here) {
				*here = way;
				lengths[i] = (uint8_t)n;
			}
		}
	}
	for (size_t i = 0, next = 0; i < count; i++) {
		if (i == next)
			next += lengths[i];
		else
			lengths[i] = 0;
	}
}

double lexicon_share(const int *runes, size_t count)
{
	if (count > 2)
		return fmax(1, (double)find(runes, count)->word) / places;
	double share = fmax(1, (double)find(runes, 1)->text) / places;
	if (count < 2)
		return share;
	/* Side by side by chance, over the border of two words. */
	return share * 3 * lexicon_share(runes + 1, 1) + (double)find(runes, 2)->text / places;
}
