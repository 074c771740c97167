/* bulletin_kit: a week that has risen to the headquarters, with points chosen and distilled. */
#ifndef BULLETIN_KIT_H
#define BULLETIN_KIT_H

#include "house.h"

#define W47 "2026-W47"

static inline void close_week(struct house *h, const char *login, const char *unit)
{
	struct answer a = house_do(
		h, login, arena_format(h->arena, "/api/units/%s/rollup/close?week=" W47, unit));
	assert_int_equal(a.status, 200);
}

static inline struct answer send(
	struct house *h, const char *login, enum method m, const char *target, const char *body)
{
	return house_ask(h, login, m, target, body ? "application/json" : NULL, body, NULL);
}

/* Points 1 (by wang), 2 (by li, anonymous), 3 (stays in the team), 4 (of another team) at the
 * headquarters, 1 and 2 chosen; a synthesis of the east that cites 1 and 4. */
static inline struct house *ready(void)
{
	struct house *h = house_new();
	assert_int_equal(house_put(h, "wang", "/api/reflections/" W47,
				 "# 经验\n## 先问流程 #报价\n先问三件事。\n")
				 .status,
		201);
	assert_int_equal(house_put(h, "li", "/api/reflections/" W47,
				 "# 教训\n## 样品没有回访 #回访\n忘了约。\n署名: 匿名\n"
				 "## 只在队里\n队里的事。\n范围: 本团队\n")
				 .status,
		201);
	assert_int_equal(house_put(h, "qian", "/api/reflections/" W47,
				 "# 经验\n## 钱多的一条 #报价\n没有选上的话。\n")
				 .status,
		201);
	close_week(h, "lin", "e1");
	close_week(h, "zhao", "e2");
	assert_int_equal(send(h, "gao", PUT, "/api/units/east/rollup/syntheses/1?week=" W47,
				 "{\"body_md\":\"都说先问 [[1]]，也见 [[4]]。\"}")
				 .status,
		200);
	close_week(h, "gao", "east");
	assert_int_equal(
		send(h, "han", PUT, "/api/points/1/pick", "{\"comment\":\"先学这个\"}").status,
		200);
	assert_int_equal(send(h, "han", PUT, "/api/points/2/pick", "{}").status, 200);
	return h;
}

static inline struct house *issued(void)
{
	struct house *h = ready();
	assert_int_equal(
		send(h, "han", POST, "/api/bulletins", "{\"week\":\"" W47 "\"}").status, 201);
	assert_int_equal(house_do(h, "han", "/api/bulletins/1/publish").status, 200);
	return h;
}

static inline bool says(struct answer a, const char *words)
{
	return strstr(a.body, words) != NULL;
}

#endif
