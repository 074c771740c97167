#include "html_marked.h"

#include <string.h>

#include "base/list.h"
#include "base/out.h"

/* One stretch of text, read as people see it; at[i] is where byte i of it stands in the HTML. */
struct stretch {
	char *text;
	size_t *at, len;
};

/* The character that an entity at p stands for, and its length; 0: none that the door writes. */
static char entity(const char *p, size_t *len)
{
	static const struct {
		const char *name;
		char means;
	} all[] = { { "&amp;", '&' }, { "&lt;", '<' }, { "&gt;", '>' }, { "&quot;", '"' } };
	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		if (strncmp(p, all[i].name, strlen(all[i].name)) == 0) {
			*len = strlen(all[i].name);
			return all[i].means;
		}
	return 0;
}

static struct stretch stretch_of(struct arena *a, const char *html, size_t len)
{
	struct stretch s = { ARENA_MANY(a, char, len + 1), ARENA_MANY(a, size_t, len + 1), 0 };
	for (size_t i = 0, step; i < len; i += step) {
		char c = html[i] == '&' ? entity(html + i, &step) : 0;
		if (!c)
			c = html[i], step = 1;
		s.at[s.len] = i;
		s.text[s.len++] = c;
	}
	s.at[s.len] = len;
	s.text[s.len] = 0;
	return s;
}

static void mark(
	struct arena *a, struct out *o, const char *html, size_t len, const struct terms *terms)
{
	struct stretch s = stretch_of(a, html, len);
	struct spans marks = snippet_marks(a, s.text, terms);
	size_t from = 0;
	LIST_EACH (const struct span, m, &marks) {
		size_t at = s.at[m->at], end = s.at[m->at + m->len];
		out_bytes(o, html + from, at - from);
		out_text(o, "<mark>");
		out_bytes(o, html + at, end - at);
		out_text(o, "</mark>");
		from = end;
	}
	out_bytes(o, html + from, len - from);
}

struct safe html_marked(struct arena *a, struct safe html, const struct terms *terms)
{
	if (!terms->count || !html.html)
		return html;
	struct out o = out_new(a);
	for (const char *p = html.html; *p;) {
		size_t text = strcspn(p, "<");
		mark(a, &o, p, text, terms);
		p += text;
		size_t tag = strcspn(p, ">");
		tag += p[tag] == '>';
		out_bytes(&o, p, tag);
		p += tag;
	}
	return (struct safe){ out_string(&o) };
}
