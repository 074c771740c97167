/* Any bytes at all: at most three points of a kind, each with a headline. */
#include <assert.h>
#include <stdint.h>
#include <string.h>

#include "rules/paste.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *a = arena_new();
	const char *text = (const char *)data;
	struct paste p;
	int kinds[KINDS] = { 0 };
	paste_split(a, text, size, &p);
	LIST_EACH (const struct paste_point, one, &p) {
		assert(*one->headline && one->body);
		kinds[one->kind]++;
	}
	assert(kinds[EXPERIENCE] <= 3 && kinds[LESSON] <= 3);
	arena_free(a);
	return 0;
}
