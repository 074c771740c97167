#include "embedded.h"

#include <stdlib.h>
#include <string.h>

static int by_name(const void *name, const void *file)
{
	return strcmp(name, ((const struct embedded *)file)->name);
}

const struct embedded *embedded_find(const char *name)
{
	return bsearch(name, embedded_table, embedded_count, sizeof *embedded_table, by_name);
}

const struct embedded *embedded_at(const char *url_path)
{
	for (size_t i = 0; i < embedded_count; i++) {
		const struct embedded *e = &embedded_table[i];
		if (e->url && (strcmp(e->url, url_path) == 0 ||
				      (url_path[0] == '/' && strcmp(e->name, url_path + 1) == 0)))
			return e;
	}
	return NULL;
}
