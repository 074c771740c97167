/* Any bytes: parsed or refused with a place; written as a string, they parse again. */
#include <assert.h>
#include <stdint.h>

#include "doors/json.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *a = arena_new();
	struct json_problem problem = { 0 };
	if (!json_parse(a, (const char *)data, size, &problem))
		assert(problem.line > 0 && problem.column > 0 && problem.message);
	bool zero = false;
	for (size_t i = 0; i < size; i++)
		zero |= !data[i];
	struct out o = out_new(a);
	struct json_writer w = json_writer(&o);
	json_begin_array(&w);
	json_bytes(&w, (const char *)data, size);
	json_end(&w);
	assert(json_done(&w));
	assert(zero || o.len > JSON_BYTES_MAX || json_parse(a, o.data, o.len, &problem));
	arena_free(a);
	return 0;
}
