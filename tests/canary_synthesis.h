/* canary_synthesis: what a branch writes on a week that is still open, for the canary. */
#ifndef CANARY_SYNTHESIS_H
#define CANARY_SYNTHESIS_H

#include "house.h"

enum { RISEN = 2 }; /* the point that the branch works on */

static inline void canary_left(struct house *h, const char *words)
{
	struct answer a = house_ask(h, "gao", PUT,
		arena_format(h->arena, "/api/points/%d/leave", RISEN), "application/json",
		arena_format(h->arena, "{\"reason\":\"%s\"}", words), NULL);
	assert_int_equal(a.status, 200);
}

static inline void canary_synthesis(struct house *h, const char *words)
{
	struct answer a = house_ask(h, "gao", PUT,
		"/api/units/east/rollup/syntheses/1?week=2026-W44", "application/json",
		arena_format(h->arena, "{\"body_md\":\"%s [[%d]]\"}", words, RISEN), NULL);
	assert_true(a.status == 200 || a.status == 201);
}

#endif
