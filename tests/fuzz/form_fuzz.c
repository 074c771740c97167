/* The first line is the content type, the rest the body. */
#include <assert.h>
#include <stdint.h>
#include <string.h>

#include "base/form.h"
#include "base/text.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *a = arena_new();
	const char *text = arena_copy(a, (const char *)data, size);
	const char *line = memchr(text, '\n', size), *why = NULL;
	size_t type_len = line ? (size_t)(line - text) : 0, from = line ? type_len + 1 : 0;
	const char *type =
		line ? arena_copy(a, text, type_len) : "multipart/form-data; boundary=XX";
	const char *body = arena_copy(a, text + from, size - from);
	struct fields f;
	enum form_outcome got = form_parse(a, type, body, size - from, &f, &why);
	assert(got == FORM_READ || why);
	for (size_t i = 0; got == FORM_READ && i < f.count; i++) {
		const struct field *p = &f.items[i];
		assert(p->name && p->value && p->value[p->len] == 0);
		assert(p->file_name ||
			(strlen(p->value) == p->len && text_valid(p->value, p->len, NULL)));
	}
	arena_free(a);
	return 0;
}
