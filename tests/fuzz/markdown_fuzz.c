/* Any bytes: checked with a place or rendered; no private-use character and no < that is not ours
 * comes out; what is struck, linked or boxed is closed again (asserted within). */
#include <assert.h>
#include <stdint.h>
#include <string.h>

#include "base/text.h"
#include "doors/markdown.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static bool is_even(void *ctx, long n)
{
	(void)ctx;
	return n % 2 == 0;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *a = arena_new();
	const char *md = arena_copy(a, (const char *)data, size);
	int line = 0, column = 0;
	if (markdown_check(md, size, 4096, &line, &column))
		assert(line > 0 && column > 0);
	struct safe html = markdown_html(a, md, NULL);
	size_t len = strlen(html.html);
	assert(text_valid(html.html, len, NULL) && text_forbidden_at(html.html, len) == len);
	assert(!strstr(html.html, "<script") && !strstr(html.html, "href=\"javascript:"));
	html = markdown_cites_filter(a, html, is_even, NULL);
	assert(!strstr(html.html, "data-cite=\"1\""));
	const char *plain = markdown_plain(a, md);
	assert(text_forbidden_at(plain, strlen(plain)) == strlen(plain));
	struct longs cites = markdown_cites(a, md);
	LIST_EACH (const long, cite, &cites)
		assert(*cite > 0);
	arena_free(a);
	return 0;
}
