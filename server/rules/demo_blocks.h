/* demo_blocks: the small formats of the sample's files. For demo_sample.c. */
#ifndef RULES_DEMO_BLOCKS_H
#define RULES_DEMO_BLOCKS_H

#include "base/strings.h"

/* `@@ a | b | c`, and the text up to the next such line. */
struct demo_block {
	struct strings head;
	const char *text;
};
struct demo_blocks {
	struct demo_block *items;
	size_t count, room;
};

struct demo_blocks demo_blocks_read(struct arena *a, const char *embedded_file);
struct strings demo_blocks_lines(struct arena *a, const char *embedded_file);
/* The words between separators, trimmed; empty ones are left out. */
struct strings demo_blocks_split(struct arena *a, const char *s, char separator);

#endif
