/* canary_story: a case, a bulletin and an answer that are not given out, for the canary. */
#ifndef CANARY_STORY_H
#define CANARY_STORY_H

#include "house.h"

static inline void canary_story(struct house *h, const char *words)
{
	struct answer a = house_ask(h, "tian", POST, "/api/stories", "text/markdown",
		arena_format(
			h->arena, "---\ntitle: 一个案例 %s\n---\n经过 %s 之后。\n", words, words),
		NULL);
	assert_int_equal(a.status, 201);
}

static inline void canary_bulletin(struct house *h, const char *words)
{
	struct answer a = house_ask(h, "han", POST, "/api/bulletins", "application/json",
		"{\"week\":\"2026-W47\"}", NULL);
	assert_int_equal(a.status, 201);
	a = house_ask(h, "han", PUT, "/api/bulletins/1", "application/json",
		arena_format(h->arena, "{\"title\":\"%s\",\"frame_md\":\"%s\"}", words, words),
		NULL);
	assert_int_equal(a.status, 200);
}

#endif
