/* The first line is the query, the rest the text: marks equal a term, and nothing is cut in two. */
#include <assert.h>
#include <stdint.h>
#include <string.h>

#include "base/query.h"
#include "base/snippet.h"
#include "base/text.h"
#include "views/html_snippet.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct arena *a;
	if (!a)
		a = arena_new();
	char *typed = arena_copy(a, (const char *)data, size), *text = strchr(typed, '\n');
	if (text) {
		*text++ = 0;
		struct query q = query_parse(a, typed);
		struct terms terms = query_terms(a, &q);
		struct snippet s = snippet_best(a, text, &terms, 30);
		size_t at = s.window.at, end = s.window.at + s.window.len;
		assert(end <= strlen(text));
		for (size_t i = 0; i < s.marks.count; i++) {
			struct span m = s.marks.items[i];
			assert(m.len && m.at >= at && m.at + m.len <= end);
			at = m.at + m.len;
			const char *marked = snippet_term(a, arena_copy(a, text + m.at, m.len));
			bool equal = false;
			for (size_t t = 0; t < terms.count; t++)
				equal = equal || strcmp(marked, terms.items[t].folded) == 0;
			assert(equal);
		}
		const char *html = html_snippet(a, text, &terms).html;
		assert(text_valid(html, strlen(html), NULL));
	}
	arena_reset(a);
	return 0;
}
