/* canary_meeting: a meeting, a task and a daily report for tests/canary_test.c. */
#ifndef CANARY_MEETING_H
#define CANARY_MEETING_H

#include "house.h"

static inline void canary_meeting(struct house *h, const char *words)
{
	struct answer a = house_ask(
		h, "lin", POST, "/api/meetings", "application/json", "{\"unit\":4}", NULL);
	assert_int_equal(a.status, 201);
	const char *at =
		arena_format(h->arena, "/api/meetings/%d", (int)json_get_number(a.json, "id", 0));
	a = house_ask(h, "lin", POST, arena_format(h->arena, "%s/lines", at), "application/json",
		arena_format(h->arena, "{\"question\":\"ability\",\"text\":\"%s\"}", words), NULL);
	assert_int_equal(a.status, 201);
	int line = (int)json_get_number(json_at(json_get(a.json, "lines"), 0), "id", 0);
	a = house_ask(h, "lin", POST, arena_format(h->arena, "%s/lines/%d/become", at, line),
		"application/json", "{\"as\":\"ability\"}", NULL);
	assert_int_equal(a.status, 200);
	a = house_ask(h, "lin", PUT, arena_format(h->arena, "%s/reviews/1", at), "application/json",
		arena_format(h->arena,
			"{\"happened\":\"%s\",\"next\":{\"step\":\"%s\",\"until\":\"2026-11-20\"}}",
			words, words),
		NULL);
	assert_int_equal(a.status, 200);
}

static inline void canary_task(struct house *h, const char *words)
{
	struct answer a = house_ask(h, "li", POST, "/api/tasks", "application/json",
		arena_format(h->arena, "{\"name\":\"%s\"}", words), NULL);
	assert_int_equal(a.status, 201);
}

static inline void canary_report(struct house *h, const char *words)
{
	struct answer a = house_put(h, "li", "/api/reports/2026-11-17",
		arena_format(h->arena,
			"# 经过\n去了 %s\n# 问题\n没有\n# 下一步\n再去\n# 请示\n%s\n", words,
			words));
	assert_int_equal(a.status, 201);
}

#endif
