#include "markdown.h"

#include <stdlib.h>
#include <string.h>

#include "markdown_parts.h"

/* Nothing a person types can look like this: their < and " are escaped. */
#define CITE_BEGIN "<a class=\"cite\" data-cite=\""
#define CITE_END   "</a>"

void markdown_cites_link(struct out *o, const char *url, long number)
{
	if (!url) {
		out_format(o, "<span class=\"cite\">%ld</span>", number);
		return;
	}
	out_format(o, CITE_BEGIN "%ld\" href=\"", number);
	markdown_escape(o, url, strlen(url));
	out_format(o, "\">%ld" CITE_END, number);
}

struct safe markdown_cites_filter(
	struct arena *a, struct safe html, bool (*may_see)(void *ctx, long point_number), void *ctx)
{
	struct out o = out_new(a);
	const char *kept = html.html;
	for (const char *p = kept; p && (p = strstr(p, CITE_BEGIN));) {
		long number = strtol(p + strlen(CITE_BEGIN), NULL, 10);
		const char *end = strstr(p, CITE_END);
		if (!end)
			break;
		end += strlen(CITE_END);
		if (!may_see(ctx, number)) {
			out_bytes(&o, kept, (size_t)(p - kept));
			markdown_cites_link(&o, NULL, number);
			kept = end;
		}
		p = end;
	}
	if (kept == html.html)
		return html;
	out_text(&o, kept);
	return (struct safe){ out_string(&o) };
}

const char *markdown_cites_left_out(struct arena *a, const char *html)
{
	struct out o = out_new(a);
	for (const char *p; (p = strstr(html, CITE_BEGIN));) {
		const char *end = strstr(p, CITE_END);
		if (!end)
			break;
		out_bytes(&o, html, (size_t)(p - html));
		html = end + strlen(CITE_END);
	}
	out_text(&o, html);
	return out_string(&o);
}

/* A set of numbers in open addressing, at most half full; 0 is free. */
struct longs markdown_cites_once(struct arena *a, struct longs cites)
{
	size_t size = 16;
	while (size < cites.count * 2)
		size *= 2;
	long *seen = ARENA_MANY(a, long, size);
	struct longs once = { 0 };
	LIST_EACH (const long, cite, &cites) {
		size_t at =
			(size_t)((unsigned long)*cite * 0x9E3779B97F4A7C15UL >> 20) & (size - 1);
		while (seen[at] && seen[at] != *cite)
			at = (at + 1) & (size - 1);
		if (seen[at])
			continue;
		seen[at] = *cite;
		*LIST_ADD(a, &once) = *cite;
	}
	return once;
}
