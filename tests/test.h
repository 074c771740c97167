/* test: what every test program shares: cmocka, and an arena for each test (`struct test *t =
 * *state`). */
#ifndef TEST_H
#define TEST_H

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"

struct test {
	struct arena *arena;
};

static inline int test_begin(void **state)
{
	struct test *t = calloc(1, sizeof *t);
	t->arena = arena_new();
	*state = t;
	return 0;
}

static inline int test_end(void **state)
{
	struct test *t = *state;
	arena_free(t->arena);
	free(t);
	return 0;
}

#define TEST(fn) cmocka_unit_test_setup_teardown(fn, test_begin, test_end)

#endif
