/* Whatever a request line holds: it is refused with a word, or it is clean UTF-8 that survives
 * being encoded again. */
#include <assert.h>
#include <stdint.h>
#include <string.h>

#include "base/text.h"
#include "base/uri.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *a = arena_new();
	const char *target = arena_copy(a, (const char *)data, size), *path = NULL, *why = NULL;
	struct fields query;
	if (!uri_parse(a, target, &path, &query, &why)) {
		assert(why);
		arena_free(a);
		return 0;
	}
	assert(path[0] == '/' && text_valid(path, strlen(path), NULL));
	struct out o = out_new(a);
	out_text(&o, "/?");
	for (size_t i = 0; i < query.count; i++) {
		uri_encode(&o, query.items[i].name);
		out_char(&o, '=');
		uri_encode(&o, query.items[i].value);
		out_char(&o, '&');
	}
	struct fields again;
	assert(uri_parse(a, out_string(&o), &path, &again, &why) && again.count == query.count);
	for (size_t i = 0; i < query.count; i++)
		assert(!strcmp(again.items[i].value, query.items[i].value));
	arena_free(a);
	return 0;
}
