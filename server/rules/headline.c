#include "headline.h"

#include <stdbool.h>
#include <string.h>

#include "base/text.h"

#define WIDE_HASH 0xFF03 /* ＃, from a Chinese keyboard */

/* The character before `at`, and where it begins. Needs s < at. */
static int rune_before(const char *s, const char *at, const char **start)
{
	const char *p = at - 1;
	while (p > s && (*p & 0xC0) == 0x80)
		p--;
	*start = p;
	return text_rune(&p, at);
}

/* What may stand between tags: a blank, or a mark that only separates. */
static bool separates(int rune)
{
	return rune_is_space(rune) || rune == 0x3001 || rune == 0x3002 || rune == 0xFF0C ||
	       rune == 0xFF1B;
}

static const char *skip_back(const char *s, const char *end, bool marks_too)
{
	const char *start;
	while (end > s) {
		int rune = rune_before(s, end, &start);
		if (!(marks_too ? separates(rune) : rune_is_space(rune)))
			break;
		end = start;
	}
	return end;
}

/* The word that ends at `end`, if it is one with a # in front: where its # begins, and its bytes
 * behind the #. */
static bool tag_before(
	const char *s, const char *end, const char **hash, struct strings *into, struct arena *a)
{
	const char *start = end, *at;
	while (start > s) {
		int rune = rune_before(s, start, &at);
		if (rune == WIDE_HASH) {
			start = at;
			break;
		}
		if (rune_is_space(rune) || rune_is_cjk_punct(rune))
			break;
		start = at;
	}
	const char *word = start;
	int first = word < end ? text_rune(&word, end) : 0;
	/* `#报价#` is how some networks write a tag. */
	if (end - word > 1 && end[-1] == '#' && (end[-2] & 0x80))
		end--;
	if ((first != '#' && first != WIDE_HASH) || word >= end || *word == '#')
		return false;
	*hash = start;
	*LIST_ADD(a, into) = arena_copy(a, word, (size_t)(end - word));
	return true;
}

/* The end of what stands before the tags. found gets them, the last first. */
static const char *cut_tags(struct arena *a, const char *s, const char *end, struct strings *found)
{
	size_t sure = found->count;
	const char *cut = end, *at = skip_back(s, end, true), *hash;
	while (at > s && tag_before(s, at, &hash, found, a)) {
		const char *before;
		if (hash == s || rune_is_space(rune_before(s, hash, &before))) {
			cut = hash;
			sure = found->count;
		} else if (skip_back(s, hash, true) == hash) {
			break;
		}
		at = skip_back(s, hash, true);
	}
	found->count = sure;
	return cut;
}

/* A closing run of # as Markdown allows it: `报价 ##`. */
static const char *cut_closing(const char *s, const char *end)
{
	const char *p = end, *before;
	while (p > s && p[-1] == '#')
		p--;
	if (p == end || (p > s && !rune_is_space(rune_before(s, p, &before))))
		return end;
	return p;
}

const char *headline_split(struct arena *a, const char *typed, struct strings *tags)
{
	const char *s = text_trim(a, typed), *end = s + strlen(s);
	struct strings found = { 0 };
	for (const char *was = NULL; was != end;) {
		was = end;
		end = skip_back(s, cut_closing(s, end), false);
		end = skip_back(s, cut_tags(a, s, end, &found), false);
	}
	*tags = (struct strings){ 0 };
	for (size_t i = found.count; i > 0; i--)
		*LIST_ADD(a, tags) = found.items[i - 1];
	return arena_copy(a, s, (size_t)(end - s));
}
