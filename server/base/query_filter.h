/* query_filter: the signs, keys and values of the filters that query.h names. For query.c. */
#ifndef BASE_QUERY_FILTER_H
#define BASE_QUERY_FILTER_H

#include "query.h"

bool query_filter_sign(int rune); /* # or @, of either width */

/* Is what stands at p such a sign, or a key with its colon? *behind is then behind it. */
bool query_filter_key(struct arena *a, const char *p, const char *end, enum query_kind *kind,
	const char **behind);

/* Reads part->text as a value of part->kind: a known kind gets its English name, weeks their first
 * and last. False if it is none. */
bool query_filter_read(struct arena *a, struct query_part *part);

#endif
