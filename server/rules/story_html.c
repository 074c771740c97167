/* A long story is rendered in pieces: Markdown takes 64 KB at a time. */
#include <string.h>

#include "base/list.h"
#include "base/out.h"
#include "doors/markdown.h"
#include "story.h"

static int highest(const struct story_parts *parts)
{
	int level = 7;
	LIST_EACH (const struct story_part, p, parts)
		if (p->level && p->level < level)
			level = p->level;
	return level;
}

static void put(struct arena *a, struct out *html, const char *md)
{
	out_text(html, markdown_html(a, md, NULL).html);
}

/* Parts from one heading of the highest level to the next go together, so that the headings below
 * keep their rank; unless they are too long together. */
static void put_group(struct arena *a, struct out *html, const struct story_part *parts, size_t n)
{
	struct out md = out_new(a);
	for (size_t i = 0; i < n; i++)
		out_text(&md, parts[i].text);
	if (md.len <= MARKDOWN_PART_LIMIT) {
		put(a, html, out_string(&md));
		return;
	}
	for (size_t i = 0; i < n; i++)
		put(a, html, parts[i].text);
}

const char *story_html(struct arena *a, const char *body)
{
	struct out html = out_new(a);
	if (strlen(body) <= MARKDOWN_PART_LIMIT) {
		put(a, &html, body);
		return out_string(&html);
	}
	struct story_parts parts = story_text_parts(a, body);
	int level = highest(&parts);
	for (size_t from = 0; from < parts.count;) {
		size_t to = from + 1;
		while (to < parts.count && parts.items[to].level != level)
			to++;
		put_group(a, &html, parts.items + from, to - from);
		from = to;
	}
	return out_string(&html);
}
