/* house_ground: the database that a house stands on. */
#ifndef HOUSE_GROUND_H
#define HOUSE_GROUND_H

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>

#include "test.h"

#include "rules/install.h"

/* A database without anybody: made by the first house of a process, copied for those after it. */
static inline void house_lay_ground(const char *path, struct arena *a)
{
	static char *blank;
	static size_t size;
	if (!blank) {
		struct install install;
		const char *why = "";
		if (!install_open(&install, path, a, &why))
			fail_msg("%s", why);
		install_close(&install);
		FILE *f = fopen(path, "rb");
		assert_non_null(f);
		assert_int_equal(fseek(f, 0, SEEK_END), 0);
		size = (size_t)ftell(f);
		rewind(f);
		blank = malloc(size);
		assert_int_equal(fread(blank, 1, size, f), size);
		fclose(f);
		return;
	}
	FILE *f = fdopen(open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600), "wb");
	assert_non_null(f);
	assert_int_equal(fwrite(blank, 1, size, f), size);
	assert_int_equal(fclose(f), 0);
}

#endif
