/* mention: what was said, with the people named in it. */
#ifndef VIEWS_MENTION_H
#define VIEWS_MENTION_H

#include "base/arena.h"
#include "doors/json.h"
#include "store/mention.h"

struct mention_spans {
	struct mention_span {
		const char *text;         /* NULL: a person */
		const char *name, *login; /* as they are called today */
	} * items;
	size_t count, room;
};
struct mention_spans mention_spans(
	struct arena *a, const char *text, const struct mentions *mentions);

/* [{word, name}]: `word` is what stands behind the @ in the text. */
void mention_json(struct json_writer *j, const char *key, const struct mentions *mentions);

#endif
