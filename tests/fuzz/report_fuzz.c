/* Any bytes at all: faults, or a daily report that is printed, read and printed the same. */
#include <assert.h>
#include <stdint.h>
#include <string.h>

#include "rules/report_text.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *a = arena_new();
	struct report_text r, again;
	struct faults faults = { .arena = a };
	bool ok = report_text_parse(a, (const char *)data, size, &r, &faults);
	assert(ok || faults.count > 0);
	if (ok) {
		const char *file = report_text_print(a, &r);
		ok = strlen(file) > REPORT_MAX_BYTES ||
		     (report_text_parse(a, file, strlen(file), &again, &faults) &&
			     strcmp(report_text_print(a, &again), file) == 0);
		assert(ok);
	}
	arena_free(a);
	return 0;
}
