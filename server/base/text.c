#include "text.h"

#include <string.h>

#include "out.h"

struct range {
	int first, last;
};

static bool in_ranges(int rune, const struct range *r, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (rune >= r[i].first && rune <= r[i].last)
			return true;
	return false;
}

#define IN(rune, table) in_ranges((rune), (table), sizeof(table) / sizeof *(table))

static const struct range spaces[] = {
	{ '\t', '\r' },
	{ ' ', ' ' },
	{ 0x85, 0x85 },
	{ 0xA0, 0xA0 },
	{ 0x1680, 0x1680 },
	{ 0x2000, 0x200A },
	{ 0x2028, 0x2029 },
	{ 0x202F, 0x202F },
	{ 0x205F, 0x205F },
	{ 0x3000, 0x3000 },
};
static const struct range privates[] = {
	{ 0xE000, 0xF8FF },
	{ 0xF0000, 0xFFFFD },
	{ 0x100000, 0x10FFFD },
};
static const struct range han[] = {
	{ 0x3005, 0x3007 },
	{ 0x3400, 0x4DBF },
	{ 0x4E00, 0x9FFF },
	{ 0xF900, 0xFAFF },
	{ 0x20000, 0x323AF },
};
static const struct range other_cjk[] = {
	{ 0x1100, 0x11FF }, /* Hangul jamo */
	{ 0x3040, 0x30FF }, /* kana */
	{ 0x3100, 0x312F }, /* bopomofo */
	{ 0x3130, 0x318F }, { 0x31A0, 0x31BF }, { 0x31F0, 0x31FF }, { 0xAC00, 0xD7AF }, /* Hangul */
	{ 0xFF66, 0xFF9D }, /* half-width kana */
};
static const struct range cjk_punct[] = {
	{ 0x00B7, 0x00B7 },
	{ 0x2013, 0x2014 },
	{ 0x2018, 0x201F },
	{ 0x2025, 0x2026 },
	{ 0x3001, 0x3003 },
	{ 0x3008, 0x3011 },
	{ 0x3014, 0x301F },
	{ 0xFE30, 0xFE4F },
	{ 0xFF01, 0xFF0F },
	{ 0xFF1A, 0xFF20 },
	{ 0xFF3B, 0xFF40 },
	{ 0xFF5B, 0xFF65 },
};

bool rune_is_space(int rune)
{
	return IN(rune, spaces);
}

bool rune_is_private(int rune)
{
	return IN(rune, privates);
}

bool rune_is_han(int rune)
{
	return IN(rune, han);
}

bool rune_is_cjk(int rune)
{
	return rune_is_han(rune) || IN(rune, other_cjk);
}

bool rune_is_cjk_punct(int rune)
{
	return IN(rune, cjk_punct);
}

int text_rune(const char **p, const char *end)
{
	const unsigned char *s = (const unsigned char *)*p;
	size_t left = (size_t)(end - *p);
	unsigned c = s[0];
	if (c < 0x80) {
		*p += 1;
		return (int)c;
	}
	size_t len = c >= 0xF0 && c < 0xF5   ? 4
		     : c >= 0xE0 && c < 0xF0 ? 3
		     : c >= 0xC2 && c < 0xE0 ? 2
					     : 0;
	if (len == 0 || left < len)
		goto bad;
	unsigned rune = c & (0xFFu >> (len + 1));
	for (size_t i = 1; i < len; i++) {
		if ((s[i] & 0xC0) != 0x80)
			goto bad;
		rune = rune << 6 | (s[i] & 0x3Fu);
	}
	if ((len == 3 && (rune < 0x800 || (rune >= 0xD800 && rune <= 0xDFFF))) ||
		(len == 4 && (rune < 0x10000 || rune > 0x10FFFF)))
		goto bad;
	*p += len;
	return (int)rune;
bad:
	*p += 1;
	return -1;
}

bool text_valid(const char *s, size_t len, size_t *bad_at)
{
	const char *p = s, *end = s + len;
	while (p < end) {
		const char *start = p;
		if (text_rune(&p, end) < 0) {
			if (bad_at)
				*bad_at = (size_t)(start - s);
			return false;
		}
	}
	return true;
}

static bool rune_forbidden(int rune)
{
	if (rune < 0x20)
		return rune != '\t' && rune != '\n' && rune != '\r';
	if (rune >= 0x7F && rune < 0xA0)
		return rune != 0x85;
	return rune_is_private(rune) || (rune & 0xFFFE) == 0xFFFE ||
	       (rune >= 0xFDD0 && rune <= 0xFDEF);
}

size_t text_forbidden_at(const char *s, size_t len)
{
	const char *p = s, *end = s + len;
	while (p < end) {
		const char *start = p;
		int rune = text_rune(&p, end);
		if (rune >= 0 && rune_forbidden(rune))
			return (size_t)(start - s);
	}
	return len;
}

size_t text_runes(const char *s)
{
	size_t n = 0;
	for (; *s; s++)
		if ((*s & 0xC0) != 0x80)
			n++;
	return n;
}

char *text_cut(struct arena *a, const char *s, size_t runes)
{
	const char *p = s, *end = s + strlen(s);
	for (size_t i = 0; p < end && i < runes; i++)
		text_rune(&p, end);
	if (p == end)
		return arena_string(a, s);
	struct out o = out_new(a);
	out_bytes(&o, s, (size_t)(p - s));
	out_text(&o, "…");
	return o.data;
}

char *text_cut_bytes(struct arena *a, const char *s, size_t bytes)
{
	static const char mark[] = "…";
	size_t len = strlen(s), room = bytes > sizeof mark - 1 ? bytes - (sizeof mark - 1) : 0;
	if (len <= bytes)
		return arena_string(a, s);
	while (room && (s[room] & 0xC0) == 0x80)
		room--;
	return arena_format(a, "%.*s%s", (int)room, s, bytes >= sizeof mark - 1 ? mark : "");
}

char *text_trim(struct arena *a, const char *s)
{
	const char *end = s + strlen(s), *first = end, *last = s;
	for (const char *p = s; p < end;) {
		const char *start = p;
		int rune = text_rune(&p, end);
		if (rune_is_space(rune))
			continue;
		if (first == end)
			first = start;
		last = p;
	}
	return arena_copy(a, first, last > first ? (size_t)(last - first) : 0);
}

bool text_blank(const char *s)
{
	if (!s)
		return true;
	const char *end = s + strlen(s);
	while (s < end)
		if (!rune_is_space(text_rune(&s, end)))
			return false;
	return true;
}

bool text_starts(const char *s, const char *prefix)
{
	return strncmp(s, prefix, strlen(prefix)) == 0;
}

bool text_same(const char *a, const char *b)
{
	return a && b ? strcmp(a, b) == 0 : a == b;
}

char *text_unix_lines(struct arena *a, const char *s, size_t *len)
{
	size_t n = *len, to = 0;
	char *copy = arena_alloc(a, n + 1);
	for (size_t i = 0; i < n; i++) {
		if (s[i] != '\r')
			copy[to++] = s[i];
		else if (i + 1 == n || s[i + 1] != '\n')
			copy[to++] = '\n';
		/* By what came out: what is left of ill-formed bytes must not make a new one. */
		if (to >= 3 && memcmp(copy + to - 3, "\xEF\xBB\xBF", 3) == 0)
			to -= 3;
	}
	copy[to] = 0;
	*len = to;
	return copy;
}
