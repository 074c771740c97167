#include "pinyin.h"

#include <assert.h>
#include <pthread.h>
#include <stdint.h>
#include <string.h>

#include "text.h"

#include "pinyin_table.inc"

enum { FIRST = 0x3400, LAST = 0x9FFF, MOST = 6, SYLLABLES = 512, LETTERS = 7 };

/* Numbers of syllables, 0 for none; spread out of the table once. */
static uint16_t read_as[LAST - FIRST + 1][MOST];
static char syllable[SYLLABLES][LETTERS];
static uint16_t loose[SYLLABLES]; /* the first syllable that is often taken for this one */
static int syllables;
static pthread_once_t once = PTHREAD_ONCE_INIT;

/* zhang becomes zan. */
static void loosen(const char *from, char to[LETTERS])
{
	size_t n = 0;
	for (const char *p = from; *p; p++)
		if (!(p == from + 1 && *p == 'h'))
			to[n++] = p == from && *p == 'l' ? 'n' : *p;
	if (n > 2 && to[n - 1] == 'g' && to[n - 2] == 'n' && to[n - 3] != 'o')
		n--;
	to[n] = 0;
}

static uint16_t loose_number(const char *name)
{
	char ours[LETTERS], other[LETTERS];
	loosen(name, ours);
	for (int i = 1; i < syllables; i++) {
		loosen(syllable[i], other);
		if (strcmp(ours, other) == 0)
			return (uint16_t)i;
	}
	return (uint16_t)syllables;
}

static void add_reading(int rune, int number)
{
	if (rune < FIRST || rune > LAST)
		return;
	uint16_t *list = read_as[rune - FIRST];
	for (int i = 0; i < MOST; i++)
		if (!list[i]) {
			list[i] = (uint16_t)number;
			return;
		}
}

static void spread(void)
{
	const char *p = pinyin_table, *end = p + sizeof pinyin_table - 1;
	while (p < end) {
		size_t len = strcspn(p, " ");
		int number = ++syllables;
		assert(number < SYLLABLES && len < LETTERS);
		memcpy(syllable[number], p, len);
		loose[number] = loose_number(syllable[number]);
		for (p += len + 1; *p != '\n';)
			add_reading(text_rune(&p, end), number);
		p++;
	}
}

static const uint16_t *readings(int rune)
{
	static const uint16_t none[MOST];
	pthread_once(&once, spread);
	return rune < FIRST || rune > LAST ? none : read_as[rune - FIRST];
}

/* How many letters of both are the same from the beginning on; u will do for v. */
static size_t agree(const char *typed, const char *name)
{
	size_t n = 0;
	while (name[n] && (typed[n] == name[n] || (name[n] == 'v' && typed[n] == 'u')))
		n++;
	return n;
}

/* How many characters were used to use up the letters; 0: they do not fit. */
static size_t reads(
	const char *typed, enum pinyin_fit way, const int *runes, size_t count, size_t at)
{
	typed += *typed == '\'' && at;
	if (!*typed)
		return at > 1 ? at : 0;
	if (at == count)
		return 0;
	const uint16_t *list = readings(runes[at]);
	for (int i = 0; i < MOST && list[i]; i++) {
		const char *name = syllable[list[i]];
		size_t n = agree(typed, name), used;
		if (way == PINYIN_BEGUN && at && n && !typed[n] && name[n])
			return at + 1;
		n = way == PINYIN_FIRSTS ? n > 0 : name[n] ? 0 : n;
		if (n && (used = reads(typed + n, way, runes, count, at + 1)))
			return used;
	}
	return 0;
}

size_t pinyin_reads(const char *typed, enum pinyin_fit way, const int *runes, size_t count)
{
	return reads(typed, way, runes, count, 0);
}

bool pinyin_begins(const char *typed, const int *runes, size_t count)
{
	typed += *typed == '\'';
	if (!count || *typed < 'a' || *typed > 'z')
		return false;
	const uint16_t *list = readings(runes[0]);
	for (int i = 0; i < MOST && list[i]; i++)
		for (size_t n = agree(typed, syllable[list[i]]); n > 0; n--)
			if (!typed[n] || pinyin_begins(typed + n, runes + 1, count - 1))
				return true;
	return false;
}

enum { LONGEST = 40 };

/* Do the letters part into syllables from here on? parts[i] says it of what follows. */
static bool parts_here(const char *typed, const char *parts, bool first, enum pinyin_fit way)
{
	for (int i = 1; i <= syllables; i++) {
		size_t n = agree(typed, syllable[i]);
		if (way == PINYIN_BEGUN && !first && n && !typed[n])
			return true;
		if (n && !syllable[i][n] && (parts[n] || (typed[n] == '\'' && parts[n + 1])) &&
			!(first && !typed[n]))
			return true;
	}
	return false;
}

static bool parts(const char *typed, size_t len, enum pinyin_fit way)
{
	char can[LONGEST + 2] = { 0 };
	can[len] = way == PINYIN_WHOLE;
	for (size_t at = len; at-- > 0;)
		can[at] = parts_here(typed + at, can + at, at == 0, way);
	return can[0];
}

enum pinyin_fit pinyin_fit(const char *typed)
{
	enum { FIRSTS = 6 };
	size_t len = strlen(typed);
	readings(0); /* the table stands */
	if (len < 2 || len > LONGEST || strspn(typed, "abcdefghijklmnopqrstuvwxyz'") != len)
		return PINYIN_NOT;
	if (parts(typed, len, PINYIN_WHOLE))
		return PINYIN_WHOLE;
	if (parts(typed, len, PINYIN_BEGUN))
		return PINYIN_BEGUN;
	return strspn(typed, "bcdfghjklmnpqrstwxyz") == len && len <= FIRSTS ? PINYIN_FIRSTS
									     : PINYIN_NOT;
}

static bool alike(int a, int b, bool near)
{
	const uint16_t *x = readings(a), *y = readings(b);
	for (int i = 0; i < MOST && x[i]; i++)
		for (int j = 0; j < MOST && y[j]; j++)
			if (near ? loose[x[i]] == loose[y[j]] : x[i] == y[j])
				return true;
	return false;
}

bool pinyin_same(int a, int b)
{
	return a != b && alike(a, b, false);
}

bool pinyin_near(int a, int b)
{
	return a != b && alike(a, b, true);
}
