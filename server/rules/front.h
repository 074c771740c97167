/*
 * front: the beginning that reflections and stories share: characters checked, front matter cut off
 * and read.
 *
 *	---
 *	week: 2026-W47
 *	---
 */
#ifndef RULES_FRONT_H
#define RULES_FRONT_H

#include "doors/yaml.h"

struct front {
	bool present, faulty; /* faulty: what it says is not known for sure */
	struct yaml_map map;
	const char *rest; /* what follows the front matter, \n lines, ended by a NUL */
	size_t rest_len;
	int rest_line; /* number of its first line */
};

/* Reports invalid UTF-8 and characters that may not be typed (the first of each line), front matter
 * that does not end, and what is wrong in it. *out is usable after faults too. */
void front_read(
	struct arena *a, const char *bytes, size_t len, struct front *out, struct faults *faults);

/* Only the characters, of a text with \n lines. */
void front_check_characters(const char *text, size_t len, struct faults *faults);

/* The entry's one text, trimmed; "" if it is a list (a fault) or empty. */
const char *front_text(struct arena *a, const struct yaml_entry *e, struct faults *faults);

/* The column, in characters from 1, of the place `at` in the line that begins at `line`. */
int front_column(const char *line, const char *at);

#endif
