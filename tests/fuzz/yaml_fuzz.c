/* Any bytes at all: what is read without a fault is written and read back the same. */
#include <assert.h>
#include <stdint.h>
#include <string.h>

#include "doors/yaml.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *a = arena_new();
	const char *text = (const char *)data;
	struct faults faults = { .arena = a };
	struct yaml_map map, again;
	if (yaml_read(a, text, size, 1, &map, &faults)) {
		struct out o = out_new(a);
		LIST_EACH (const struct yaml_entry, e, &map)
			for (size_t i = 0; i < e->count; i++)
				yaml_put_text(&o, arena_format(a, "k%zu", o.len), e->items[i].text);
		assert(o.len > YAML_MAX_BYTES ||
			yaml_read(a, out_string(&o), o.len, 1, &again, &faults));
	} else {
		assert(faults.count > 0);
	}
	arena_free(a);
	return 0;
}
