#include "demo_blocks.h"

#include <assert.h>
#include <string.h>

#include "base/embedded.h"
#include "base/text.h"

static struct strings cut(struct arena *a, const char *s, char separator, bool keep_empty)
{
	struct strings parts = { 0 };
	for (const char *end; *s; s = *end ? end + 1 : end) {
		end = strchrnul(s, separator);
		const char *part = arena_copy(a, s, (size_t)(end - s));
		part = keep_empty ? part : text_trim(a, part);
		if (*part || keep_empty)
			*LIST_ADD(a, &parts) = part;
	}
	return parts;
}

struct strings demo_blocks_split(struct arena *a, const char *s, char separator)
{
	return cut(a, s, separator, false);
}

struct strings demo_blocks_lines(struct arena *a, const char *embedded_file)
{
	const struct embedded *file = embedded_find(embedded_file);
	assert(file);
	return cut(a, (const char *)file->data, '\n', true);
}

struct demo_blocks demo_blocks_read(struct arena *a, const char *embedded_file)
{
	const struct embedded *file = embedded_find(embedded_file);
	assert(file);
	struct demo_blocks blocks = { 0 };
	const char *s = (const char *)file->data;
	while (s && text_starts(s, "@@ ")) {
		const char *line_end = strchrnul(s, '\n');
		const char *next = strstr(s, "\n@@ ");
		struct demo_block *b = LIST_ADD(a, &blocks);
		/* The last field may be empty; it counts. */
		b->head = cut(a, arena_copy(a, s + 3, (size_t)(line_end - s - 3)), '|', true);
		for (size_t i = 0; i < b->head.count; i++)
			b->head.items[i] = text_trim(a, b->head.items[i]);
		size_t len = next ? (size_t)(next - line_end) : strlen(line_end);
		b->text = text_trim(a, arena_copy(a, line_end, len));
		s = next ? next + 1 : NULL;
	}
	return blocks;
}
