/* Any bytes at all: faults, or a story that is printed, read and printed the same; plain or not. */
#include <assert.h>
#include <stdint.h>
#include <string.h>

#include "rules/story_plain.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *a = arena_new();
	const char *text = (const char *)data;
	struct story_text s, again;
	struct story_document preface;
	struct faults faults = { .arena = a };
	bool ok = story_text_parse(a, text, size, &s, &faults);
	assert(ok || faults.count > 0);
	if (ok) {
		const char *file = story_text_print(a, &s);
		if (strlen(file) <= STORY_MAX_BYTES) {
			ok = story_text_parse(a, file, strlen(file), &again, &faults);
			assert(ok && strcmp(story_text_print(a, &again), file) == 0);
		}
	}
	if (story_plain_read(a, text, size, &s, &faults))
		assert(*s.title);
	story_plain_split(a, text, size, &preface);
	story_plain_is(text, size);
	arena_free(a);
	return 0;
}
