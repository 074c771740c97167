/* Any bytes at all: faults, or a reflection that is printed, read and printed the same. */
#include <assert.h>
#include <stdint.h>
#include <string.h>

#include "rules/reflection_text.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *a = arena_new();
	const char *text = (const char *)data;
	struct reflection_rules rules = {
		.now = { 2967 }, .any_week = true, .author_allowed = true
	};
	struct reflection_text r, again;
	struct faults faults = { .arena = a };
	if (reflection_text_parse(a, text, size, &rules, &r, &faults)) {
		const char *file = reflection_text_print(a, &r);
		rules.now.n += 100000;
		bool ok = reflection_text_parse(a, file, strlen(file), &rules, &again, &faults);
		assert(ok || strlen(file) > REFLECTION_MAX_BYTES);
		assert(!ok || strcmp(reflection_text_print(a, &again), file) == 0);
	} else {
		assert(faults.count > 0);
	}
	const char *clean = point_text_escape(a, arena_copy(a, text, size));
	assert(strcmp(point_text_escape(a, clean), clean) == 0);
	assert(strcmp(point_text_escape(a, point_text_unescape(a, clean)), clean) == 0);
	assert(point_text_shown(a, clean));
	arena_free(a);
	return 0;
}
