#include "html_snippet.h"

#include <string.h>

#include "base/list.h"
#include "base/out.h"
#include "base/text.h"

enum { WINDOW = 60 };

static void escape(struct out *o, int rune)
{
	switch (rune) {
	case '&':
		out_text(o, "&amp;");
		return;
	case '<':
		out_text(o, "&lt;");
		return;
	case '>':
		out_text(o, "&gt;");
		return;
	case '"':
		out_text(o, "&quot;");
		return;
	case '\'':
		out_text(o, "&#39;");
		return;
	}
	if (!rune_is_private(rune))
		out_rune(o, rune < 0 ? 0xFFFD : (unsigned)rune);
}

static bool blank(int rune)
{
	return (rune >= 0 && rune < ' ') || rune == 0x7F || rune_is_space(rune);
}

/* *space says that a blank was written last. */
static void escape_span(struct out *o, const char *text, size_t from, size_t to, bool *space)
{
	for (const char *p = text + from, *end = text + to; p < end;) {
		int rune = text_rune(&p, end);
		if (!blank(rune))
			escape(o, rune);
		else if (!*space)
			out_char(o, ' ');
		*space = blank(rune);
	}
}

static struct safe marked(struct arena *a, const char *text, const struct snippet *s)
{
	struct out o = out_new(a);
	size_t at = s->window.at;
	bool space = true;
	if (s->more_before)
		out_text(&o, "…");
	LIST_EACH (const struct span, mark, &s->marks) {
		escape_span(&o, text, at, mark->at, &space);
		at = mark->at + mark->len;
		out_text(&o, "<mark>");
		escape_span(&o, text, mark->at, at, &space);
		out_text(&o, "</mark>");
	}
	escape_span(&o, text, at, s->window.at + s->window.len, &space);
	if (s->more_after)
		out_text(&o, "…");
	return (struct safe){ out_string(&o) };
}

struct safe html_snippet(struct arena *a, const char *text, const struct terms *terms)
{
	struct snippet s = snippet_best(a, text, terms, WINDOW);
	return marked(a, text, &s);
}

struct safe html_snippet_whole(struct arena *a, const char *text, const struct terms *terms)
{
	struct snippet s = { .window = { 0, strlen(text) },
		.marks = snippet_marks(a, text, terms) };
	return marked(a, text, &s);
}
