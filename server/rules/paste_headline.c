#include "paste_headline.h"

#include <stdbool.h>
#include <string.h>

#include "base/text.h"
#include "rules/paste.h"

#define SHORTEST 4 /* characters before a comma that may end the headline */

enum ends { ENDS_NOTHING, ENDS_CLAUSE, ENDS_SENTENCE, ENDS_LOUDLY };

/* `next` tells the full stop of `3.5` and `a.com` from one that ends. */
static enum ends ends_at(int rune, int next)
{
	bool apart = next == 0 || rune_is_space(next);
	switch (rune) {
	case 0xFF01: /* ！ */
	case 0xFF1F:
		return ENDS_LOUDLY;
	case '!':
	case '?':
		return apart || rune_is_cjk(next) ? ENDS_LOUDLY : ENDS_NOTHING;
	case 0x3002: /* 。 */
	case 0xFF1B:
		return ENDS_SENTENCE;
	case '.':
	case ';':
		return apart ? ENDS_SENTENCE : ENDS_NOTHING;
	case 0xFF0C: /* ， */
	case 0xFF1A:
		return ENDS_CLAUSE;
	case ',':
	case ':':
		return apart || rune_is_cjk(next) ? ENDS_CLAUSE : ENDS_NOTHING;
	default:
		return ENDS_NOTHING;
	}
}

static const char *cut(struct arena *a, const char *text, const char *at, const char *behind,
	const char **rest, const char **dropped)
{
	*dropped = arena_copy(a, at, (size_t)(behind - at));
	*rest = text_trim(a, behind);
	return text_trim(a, arena_copy(a, text, (size_t)(at - text)));
}

const char *paste_headline(
	struct arena *a, const char *text, const char **rest, const char **dropped)
{
	const char *end = strchrnul(text, '\n'), *clause = NULL, *after_clause = NULL;
	size_t runes = 0;
	for (const char *p = text; p < end && runes < PASTE_HEADLINE; runes++) {
		const char *at = p;
		int rune = text_rune(&p, end);
		const char *ahead = p;
		enum ends found = ends_at(rune, ahead < end ? text_rune(&ahead, end) : 0);
		bool last = p == end;
		if (at == text || found == ENDS_NOTHING)
			continue;
		if (found == ENDS_LOUDLY)
			return cut(a, text, p, p, rest, dropped);
		if (found == ENDS_SENTENCE || last)
			return cut(a, text, at, p, rest, dropped);
		if (runes >= SHORTEST) {
			clause = at;
			after_clause = p;
		}
	}
	if (text_runes(arena_copy(a, text, (size_t)(end - text))) <= PASTE_HEADLINE)
		return cut(a, text, end, end, rest, dropped);
	if (clause)
		return cut(a, text, clause, after_clause, rest, dropped);
	*dropped = "";
	*rest = text;
	return text_cut(a, text, PASTE_HEADLINE - 1);
}
