/* files: the cases of a folder, a pair of files each. Tests run in the repository's root. */
#ifndef TEST_FILES_H
#define TEST_FILES_H

#include <dirent.h>
#include <stdio.h>

#include "base/list.h"
#include "base/out.h"
#include "base/strings.h"

/* The whole file, NUL-terminated; NULL if it is not there. */
static inline char *file_read(struct arena *a, const char *path, size_t *len)
{
	FILE *f = fopen(path, "rb");
	if (!f)
		return NULL;
	struct out o = out_new(a);
	char part[4096];
	for (size_t n; (n = fread(part, 1, sizeof part, f)) > 0;)
		out_bytes(&o, part, n);
	fclose(f);
	*len = o.len;
	out_string(&o);
	return o.data;
}

/* Names in the folder that end so, without the ending. */
static inline struct strings files_in(struct arena *a, const char *folder, const char *ending)
{
	struct strings found = { 0 };
	DIR *d = opendir(folder);
	for (struct dirent *e; d && (e = readdir(d));) {
		size_t n = strlen(e->d_name), m = strlen(ending);
		if (n > m && strcmp(e->d_name + n - m, ending) == 0)
			*LIST_ADD(a, &found) = arena_copy(a, e->d_name, n - m);
	}
	if (d)
		closedir(d);
	return found;
}

#endif
