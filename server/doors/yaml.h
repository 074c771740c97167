/*
 * yaml: front matter, a small part of YAML read by libyaml.
 *
 * One mapping of names to a scalar or to a list of scalars. Everything else that YAML knows is a
 * fault with its place: nesting, anchors, aliases, tags, directives, several documents, a name that
 * comes twice. Every scalar is text as written: no value becomes a number, a date or a truth.
 */
#ifndef DOORS_YAML_H
#define DOORS_YAML_H

#include <stdbool.h>

#include "base/list.h"
#include "base/out.h"
#include "base/outcome.h"
#include "base/strings.h"

struct yaml_value {
	const char *text;
	int line, column; /* characters, from 1 */
};

struct yaml_entry {
	const char *name;
	int line, column;
	bool is_list;
	struct yaml_value *items; /* one if it is no list */
	size_t count, room;
};

struct yaml_map {
	struct yaml_entry *items;
	size_t count, room;
};

#define YAML_MAX_BYTES 16384

/* first_line is the number of the text's first line in the file it came from. True if there is no
 * fault; what could be read is in *out either way. */
bool yaml_read(struct arena *a, const char *text, size_t len, int first_line, struct yaml_map *out,
	struct faults *faults);

const struct yaml_entry *yaml_find(const struct yaml_map *map, const char *name); /* or NULL */

/* One line `name: value`, quoted where it must be, so that yaml_read gives the same text back. The
 * text must be UTF-8 without forbidden characters (base/text.h). */
void yaml_put_text(struct out *o, const char *name, const char *value);
void yaml_put_list(struct out *o, const char *name, const struct strings *values);

#endif
