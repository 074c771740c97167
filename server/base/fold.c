#include "fold.h"

#include <assert.h>
#include <pthread.h>
#include <stdint.h>
#include <string.h>

#include "out.h"
#include "text.h"

struct fold_run {
	int first, last, step, to;
};

#include "fold_table.inc"

/*
 * The table, spread out once: a page for each 256 characters that has anything to say.
 * A cell: low 21 bits the value, then what it means, then whether the character is a letter.
 */
enum {
	SELF = 0,
	ONE = 1 << 21,
	MANY = 2 << 21,
	NONE = 3 << 21,
	MEANING = 3 << 21,
	LETTER = 4 << 21
};
#define VALUE 0x1FFFFF
#define PAGES 640

static uint32_t pages[PAGES][256]; /* page 0 stays empty: nothing to say */
static uint16_t page_of[0x1100];
static pthread_once_t once = PTHREAD_ONCE_INIT;
static bool ready;

/* Beyond rune_is_cjk: Yi, Tangut, Nüshu, old kana, and ideographs of versions to come. */
static bool is_gram(int r)
{
	if (r == 0x30FB || r == 0x30A0)
		return false;
	return rune_is_cjk(r) || (r >= 0xA000 && r <= 0xA48C) || (r >= 0x16FE0 && r <= 0x18D8F) ||
	       (r >= 0x1AFF0 && r <= 0x1B2FF) || (r >= 0x20000 && r <= 0x3FFFD);
}

static void say(int rune, uint32_t bits)
{
	static int used = 1;
	uint16_t *page = &page_of[rune >> 8];
	if (!*page) {
		assert(used < PAGES);
		*page = (uint16_t)used++;
	}
	pages[*page][rune & 0xFF] |= bits;
}

static void spread(void)
{
#define EACH(i, table) for (size_t i = 0; i < sizeof(table) / sizeof *(table); i++)
	EACH(i, fold_dropped)
	for (int r = fold_dropped[i][0]; r <= fold_dropped[i][1]; r++)
		if (!rune_is_private(r) && r < 0xF0000)
			say(r, NONE);
	EACH(i, fold_letters)
	for (int r = fold_letters[i][0]; r <= fold_letters[i][1]; r++)
		if (!is_gram(r) && r < 0x20000)
			say(r, LETTER);
	EACH(i, fold_runs)
	{
		const struct fold_run *run = &fold_runs[i];
		for (int r = run->first; r <= run->last; r += run->step)
			say(r, ONE | (uint32_t)(run->to + r - run->first));
	}
	for (size_t i = 0; i < sizeof fold_many / sizeof *fold_many; i += 2 + (size_t)fold_many[i])
		say(fold_many[i + 1], MANY | (uint32_t)i);
	for (const char *p = fold_han, *end = p + sizeof fold_han - 1; p < end;) {
		int from = text_rune(&p, end);
		say(from, ONE | (uint32_t)text_rune(&p, end));
	}
	__atomic_store_n(&ready, true, __ATOMIC_RELEASE);
}

static inline uint32_t cell(int rune)
{
	if (!__atomic_load_n(&ready, __ATOMIC_ACQUIRE))
		pthread_once(&once, spread);
	return pages[page_of[rune >> 8]][rune & 0xFF];
}

/* Kana followed by a voicing mark, of either width. 0: they do not join. */
static int voiced(int kana, int mark)
{
	int shift = kana >= 0x30A0 ? 0x60 : 0, k = kana - shift;
	if (mark == 0x309A || mark == 0xFF9F)
		return k >= 0x306F && k <= 0x307B && k % 3 == 0 ? kana + 2 : 0;
	if (mark != 0x3099 && mark != 0xFF9E)
		return 0;
	if ((k >= 0x304B && k <= 0x3061 && k % 2 == 1) || k == 0x3064 || k == 0x3066 ||
		k == 0x3068 || (k >= 0x306F && k <= 0x307B && k % 3 == 0) || k == 0x309D)
		return kana + 1;
	if (k == 0x3046)
		return kana + 0x4E;
	return kana >= 0x30EF && kana <= 0x30F2 ? kana + 8 : 0;
}

/* Hangul in parts: leading consonant and vowel, then a trailing consonant. */
static int syllable(int left, int right)
{
	if (left >= 0x1100 && left <= 0x1112 && right >= 0x1161 && right <= 0x1175)
		return 0xAC00 + ((left - 0x1100) * 21 + right - 0x1161) * 28;
	if (left >= 0xAC00 && left <= 0xD7A3 && (left - 0xAC00) % 28 == 0 && right > 0x11A7 &&
		right <= 0x11C2)
		return left + right - 0x11A7;
	return 0;
}

static int joined(int folded, const char **p, const char *end)
{
	while (*p < end) {
		const char *next = *p;
		int mark = text_rune(&next, end);
		if (mark < 0)
			break;
		uint32_t c = cell(mark);
		int part = (c & MEANING) == ONE ? (int)(c & VALUE) : mark;
		int whole = folded < 0x3100 && folded >= 0x3041 ? voiced(folded, mark)
								: syllable(folded, part);
		if (!whole)
			break;
		folded = whole;
		*p = next;
	}
	return folded;
}

/* The short way for what most text is made of: Han that stay, or become one other. 0: it is none.
 */
static inline int han_at(const char *p, const char *end)
{
	const unsigned char *s = (const unsigned char *)p;
	if (s[0] < 0xE4 || s[0] > 0xE9 || end - p < 3 || (s[1] & 0xC0) != 0x80 ||
		(s[2] & 0xC0) != 0x80)
		return 0;
	int rune = (s[0] & 0xF) << 12 | (s[1] & 0x3F) << 6 | (s[2] & 0x3F);
	if (rune < 0x4E00)
		return 0;
	uint32_t c = cell(rune), meaning = c & MEANING;
	return meaning == SELF ? rune : meaning == ONE ? (int)(c & VALUE) : 0;
}

int fold_next(const char **p, const char *end, int out[FOLD_MAX])
{
	unsigned char byte = (unsigned char)**p;
	if (byte < 0x80) {
		*p += 1;
		out[0] = byte >= 'A' && byte <= 'Z' ? byte | 0x20 : byte;
		return 1;
	}
	int rune = han_at(*p, end);
	if (rune) {
		*p += 3;
		out[0] = rune;
		return 1;
	}
	rune = text_rune(p, end);
	if (rune < 0) {
		out[0] = 0xFFFD;
		return 1;
	}
	if (rune_is_private(rune))
		return 0;
	uint32_t c = cell(rune);
	switch (c & MEANING) {
	case NONE:
		return 0;
	case MANY: {
		const int *row = &fold_many[c & VALUE];
		memcpy(out, row + 2, sizeof(int) * (size_t)row[0]);
		return row[0];
	}
	case ONE:
		rune = (int)(c & VALUE);
	}
	if ((rune >= 0x3041 && rune <= 0x30FF) || (rune >= 0x1100 && rune <= 0x1112) ||
		(rune >= 0xAC00 && rune <= 0xD7A3))
		rune = joined(rune, p, end);
	out[0] = rune;
	return 1;
}

enum fold_class fold_class(int folded)
{
	if (folded < 0x80) {
		if ((folded >= 'a' && folded <= 'z') || (folded >= '0' && folded <= '9'))
			return FOLD_WORD;
		if (folded == '\n' || folded == '\r')
			return FOLD_BREAK;
		return folded <= ' ' || folded == 0x7F ? FOLD_BLANK : FOLD_MARK;
	}
	if (folded >= 0x4E00 && folded <= 0x9FFF)
		return FOLD_GRAM;
	if (cell(folded) & LETTER)
		return FOLD_WORD;
	if (folded == 0x2028 || folded == 0x2029)
		return FOLD_BREAK;
	if (rune_is_space(folded) || folded < 0xA0)
		return FOLD_BLANK;
	return is_gram(folded) ? FOLD_GRAM : FOLD_MARK;
}

char *fold_text(struct arena *a, const char *s)
{
	struct out o = out_new(a);
	int out[FOLD_MAX];
	for (const char *end = s + strlen(s); s < end;) {
		int n = fold_next(&s, end, out);
		for (int i = 0; i < n; i++)
			out_rune(&o, (unsigned)out[i]);
	}
	return arena_copy(a, o.data ? o.data : "", o.len);
}
