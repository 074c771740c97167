#include "excerpt.h"

#include <string.h>

#include "out.h"
#include "text.h"

/* The character an entity stands for, and its length; 0: it is none that the renderer writes. */
static size_t entity(const char *s, char *c)
{
	static const struct {
		const char *name;
		char c;
	} all[] = { { "&amp;", '&' }, { "&lt;", '<' }, { "&gt;", '>' }, { "&quot;", '"' },
		{ "&#39;", '\'' } };
	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		if (text_starts(s, all[i].name)) {
			*c = all[i].c;
			return strlen(all[i].name);
		}
	return 0;
}

/* A tag within a line parts no words. */
static bool is_inline(const char *tag)
{
	static const char *const all[] = { "strong>", "em>", "del>", "code>", "a>", "a " };
	tag += tag[1] == '/' ? 2 : 1;
	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		if (text_starts(tag, all[i]))
			return true;
	return false;
}

/* Han punctuation, or the like, already parts what stands before it. */
static bool ends_in_mark(const struct out *o)
{
	static const char *const marks[] = { "\xe3\x80", "\xef\xbc", "\xef\xbd", "\xe2\x80" };
	if (o->len < 3)
		return false;
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
		if (memcmp(o->data + o->len - 3, marks[i], 2) == 0)
			return true;
	return false;
}

const char *excerpt_of_html(struct arena *a, const char *html)
{
	struct out o = out_new(a);
	bool gap = false, blank = false; /* a line ended; a blank was typed, or a block ended */
	/* Enough bytes for the cut below to see that there was more. */
	while (html && *html && o.len < EXCERPT_RUNES * 5) {
		char c = *html;
		size_t len = c == '&' ? entity(html, &c) : 0;
		if (*html == '<') {
			const char *end = strchr(html, '>');
			gap = gap || !is_inline(html);
			blank = blank || (html[1] == '/' && !is_inline(html) && !ends_in_mark(&o));
			html = end ? end + 1 : "";
			continue;
		}
		html += len ? len : 1;
		if (c == ' ' || c == '\n' || c == '\t') {
			gap = true;
			blank = blank || c != '\n';
			continue;
		}
		/* Where only a line ended between two Han characters, no blank is wanted. */
		if (gap && o.len &&
			(blank || (unsigned char)c < 0x80 ||
				(unsigned char)o.data[o.len - 1] < 0x80))
			out_char(&o, ' ');
		gap = blank = false;
		out_char(&o, c);
	}
	return text_cut(a, out_string(&o), EXCERPT_RUNES);
}
