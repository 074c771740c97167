/*
 * Where guards go, and what each cures:
 *
 * - Between punctuation and a run of stars with a letter on its other side, if either is Chinese.
 *   CommonMark lets a run close emphasis only if it does not stand between punctuation and a
 *   letter, which assumes spaces between words: in `**先听后讲。**效果` nothing closes. With the
 * guard between 。 and ** the run has a letter on both sides and may open and close. Likewise at
 * the start: `他说**“先听”**然后`.
 * - After < where a tag, a comment or a declaration could begin, so that none does.
 * - Between ] and :, so that no line is taken for a link definition and disappears.
 * - Between ! and [ from the 501st image on: cmark 0.30.2 goes quadratic over open image brackets.
 *
 * And two characters stand in for others that would be taken for marks: stars between digits
 * (2*3*4, 3米*2米, 138****8888; two stars stay marks) and underscores in bare addresses, unless one
 * stands right before the address, as a mark would. Underscores elsewhere keep the rules of
 * CommonMark.
 *
 * A fourth stands around escaped brackets, so that \[[12]] cites nothing and \[ ] is no box: cmark
 * hands on the brackets without telling that they were escaped.
 */
#include "markdown_parts.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "base/text.h"

#define GUARD "\xEE\x80\x80" /* U+E000: taken out again */
#define STAR  "\xEE\x80\x81" /* U+E001: * */
#define LOW   "\xEE\x80\x82" /* U+E002: _ */
#define BREAK "\xEE\x80\x83" /* U+E003: around an escaped bracket */

enum { GUARD_RUNE = 0xE000, STAR_RUNE, LOW_RUNE, BREAK_RUNE };

enum { IMAGE_LIMIT = 500 };

struct guarding {
	struct out out;
	const char *end;
	int prev; /* the character before, '\n' at the start */
	int unit; /* letters since the last digit; many if something else came between */
	int images;
};

static bool is_digit(int rune)
{
	return (rune >= '0' && rune <= '9') || (rune >= 0xFF10 && rune <= 0xFF19);
}

/* Underscores are left out: a guard beside one would take its own right to close from it. */
static bool is_punct(int rune)
{
	if (rune < 0x80)
		return ispunct(rune) && rune != '_';
	return rune_is_cjk_punct(rune) || (rune >= 0x2010 && rune <= 0x205E) || rune == 0xA7 ||
	       rune == 0xAB || rune == 0xBB;
}

static bool is_letter(int rune)
{
	return rune != '_' && !rune_is_space(rune) && !is_punct(rune);
}

static bool needs_guard(int punct, int letter)
{
	return is_punct(punct) && is_letter(letter) &&
	       (rune_is_cjk(letter) || rune_is_cjk_punct(punct));
}

enum { NO_UNIT = 9 };

static void pass(struct guarding *g, int rune)
{
	g->prev = rune;
	if (is_digit(rune))
		g->unit = 0;
	else if (g->unit < NO_UNIT)
		g->unit = is_letter(rune) ? g->unit + 1 : NO_UNIT;
}

static const char *stars(struct guarding *g, const char *p)
{
	const char *first = p;
	while (p < g->end && *p == '*')
		p++;
	const char *peek = p;
	int next = p < g->end ? text_rune(&peek, g->end) : '\n';
	bool times = p - first == 1 ? g->unit <= 2 : p - first != 2 && g->unit == 0;
	if (times && is_digit(next)) {
		for (; first < p; first++)
			out_text(&g->out, STAR);
	} else {
		if (needs_guard(g->prev, next))
			out_text(&g->out, GUARD);
		out_bytes(&g->out, first, (size_t)(p - first));
		if (needs_guard(next, g->prev))
			out_text(&g->out, GUARD);
	}
	pass(g, '*');
	return p;
}

/* Does <… begin an address in angle brackets? What these do begin cannot begin a tag. */
static bool is_autolink(const char *p, const char *end)
{
	static const char *const schemes[] = { "http:", "https:", "mailto:", "tel:" };
	for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++)
		if ((size_t)(end - p) > strlen(schemes[i]) &&
			strncasecmp(p, schemes[i], strlen(schemes[i])) == 0)
			return true;
	for (const char *s = p; s < end && s - p <= 64; s++) {
		if (*s == '@')
			return s > p;
		if (!isalnum((unsigned char)*s) && !strchr("+.-_", *s))
			return false;
	}
	return false;
}

static bool begins_tag(const char *p, const char *end)
{
	return p < end && (isalpha((unsigned char)*p) || *p == '/' || *p == '!' || *p == '?') &&
	       !is_autolink(p, end);
}

/* Would this character and the next mean something to cmark that they do not mean here? */
static bool must_part(struct guarding *g, char c, const char *next)
{
	if (next == g->end)
		return false;
	return (c == '<' && begins_tag(next, g->end)) || (c == ']' && *next == ':') ||
	       (c == '!' && *next == '[' && ++g->images > IMAGE_LIMIT);
}

static const char *address(struct guarding *g, const char *p, size_t len)
{
	for (const char *end = p + len; p < end; p++) {
		if (*p == '_')
			out_text(&g->out, LOW);
		else
			out_char(&g->out, *p);
	}
	pass(g, p[-1]);
	return p;
}

struct out markdown_guard_set(struct arena *a, const char *md, size_t len)
{
	struct guarding g = { .out = out_new(a), .end = md + len, .prev = '\n', .unit = NO_UNIT };
	const char *p = md;
	while (p < g.end) {
		const char *from = p;
		size_t link;
		if (*p == '*') {
			p = stars(&g, p);
			continue;
		}
		if (strchr("hHwW", *p) && *p &&
			!(g.prev < 0x80 && (isalnum(g.prev) || g.prev == '_')) &&
			(link = markdown_link_length(p, g.end))) {
			p = address(&g, p, link);
			continue;
		}
		if (*p == '\\' && p + 1 < g.end && ispunct((unsigned char)p[1]))
			p++; /* an escaped mark is no mark */
		const char *apart = p > from && (*p == '[' || *p == ']') ? BREAK : "";
		pass(&g, text_rune(&p, g.end));
		out_text(&g.out, apart);
		out_bytes(&g.out, from, (size_t)(p - from));
		out_text(&g.out, apart);
		if (p - from == 1 && must_part(&g, *from, p))
			out_text(&g.out, GUARD);
	}
	return g.out;
}

static const char *lift(struct arena *a, const char *s, bool breaks)
{
	struct out o = out_new(a);
	const char *p = s ? s : "", *end = p + strlen(p), *kept = p;
	while (p < end) {
		const char *from = p;
		if ((unsigned char)*p >= 0x20 && (unsigned char)*p < 0x7F) {
			p++;
			continue;
		}
		int rune = text_rune(&p, end);
		if (rune >= 0xA0 && rune < GUARD_RUNE)
			continue;
		if (text_forbidden_at(from, (size_t)(p - from)) == (size_t)(p - from))
			continue;
		out_bytes(&o, kept, (size_t)(from - kept));
		kept = p;
		if (rune == STAR_RUNE)
			out_char(&o, '*');
		else if (rune == LOW_RUNE)
			out_char(&o, '_');
		else if (rune == BREAK_RUNE && breaks)
			out_char(&o, MARKDOWN_BREAK);
	}
	out_bytes(&o, kept, (size_t)(end - kept));
	return out_string(&o);
}

const char *markdown_guard_lift(struct arena *a, const char *s)
{
	return lift(a, s, false);
}

const char *markdown_guard_lift_words(struct arena *a, const char *s)
{
	return lift(a, s, true);
}
