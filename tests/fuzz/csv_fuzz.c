/* Any bytes at all: rows or faults, never both missing their lines, and what is written reads back.
 */
#include <assert.h>
#include <stdint.h>
#include <string.h>

#include "doors/csv.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *a = arena_new();
	struct csv_rows rows = { 0 }, again = { 0 };
	struct faults faults = { .arena = a };
	struct out o = out_new(a);
	if (csv_read(a, (const char *)data, size, &rows, &faults)) {
		for (size_t i = 0; i < rows.count; i++) {
			for (size_t j = 0; j < rows.items[i].count; j++)
				csv_field_exact(&o, rows.items[i].fields[j]);
			csv_end(&o);
		}
		size_t written = o.len;
		if (written && rows.items[0].count > 1 && written < CSV_FILE_MAX &&
			!memchr(o.data, ';', written) && !memchr(o.data, '\t', written)) {
			assert(csv_read(a, o.data, written, &again, &faults));
			assert(again.count == rows.count);
		}
	} else
		assert(faults.count > 0);
	arena_free(a);
	return 0;
}
