/*
 * change: what changes in a record, field by field: for the audit log, and for what an import would
 * do. Field names are the code's (name, unit, roles …); views say them in words.
 */
#ifndef RULES_CHANGE_H
#define RULES_CHANGE_H

#include <stdbool.h>

#include "base/list.h"

struct change_field {
	const char *name, *from, *to; /* "" where there is nothing; never NULL */
};
struct changes {
	struct change_field *items;
	size_t count, room;
};

/* Remembers the field if it changes; NULL counts as "". */
void change_add(
	struct arena *a, struct changes *d, const char *name, const char *from, const char *to);
void change_add_bool(struct arena *a, struct changes *d, const char *name, bool from, bool to);

/* A line a field, "name: from → to", as the audit log keeps it; NULL if nothing changes. Line ends
 * and arrows in the values become blanks, so that it can be read back. */
const char *change_print(struct arena *a, const struct changes *d);
/* What change_print wrote. Text that it did not write gives no fields. */
struct changes change_parse(struct arena *a, const char *text);

#endif
