/* anonymity_kit: what wang of e1 writes, and whatever can be made of it. */
#ifndef ANONYMITY_KIT_H
#define ANONYMITY_KIT_H

#include "house.h"

#include "doors/disk.h"
#include "doors/i18n.h"
#include "rules/export.h"
#include "rules/radar.h"
#include "store/search_fill.h"
#include "views/bulletin_letter.h"
#include "web/routes.h"

static inline void done(struct answer a, const char *what)
{
	if (a.status < 200 || a.status >= 400)
		fail_msg("%s: %d\n%s", what, a.status, a.body);
}

static inline struct work owner_of(struct house *h, struct arena *a)
{
	return (struct work){ .arena = a,
		.db = h->worker->db,
		.writer = h->app.install.writer,
		.who = who_operator(),
		.now = clock_now(),
		.zone = zone_find("Asia/Shanghai"),
		.faults = { .arena = a } };
}

/* Who tells the same is put together. */
static inline void gather(struct house *h)
{
	struct arena *a = arena_new();
	db_begin(h->worker->db, a);
	struct work w = owner_of(h, a);
	assert_int_equal(radar_gather(&w, 100), 3);
	db_end(h->worker->db);
	arena_free(a);
}

static inline void json(
	struct house *h, const char *who, enum method m, const char *to, const char *body)
{
	done(house_ask(h, who, m, to, "application/json", body, NULL), to);
}

static inline void close_all(struct house *h)
{
	static const char *const by[][2] = { { "lin", "e1" }, { "zhao", "e2" }, { "gao", "east" },
		{ "han", "hq" } };
	for (int i = 0; i < 4; i++)
		done(house_do(h, by[i][0],
			     arena_format(h->arena, "/api/units/%s/rollup/close?week=2026-W47",
				     by[i][1])),
			by[i][1]);
}

#define SAME                                                                                                                                   \
	"报价前先问清三件事：谁签字、什么时候要、上一辆车为什么换，问完再谈价格，客户自己就说出了" \
	"预算。"

/* What wang wrote, and whatever can be made of it: said, cited, flagged, chosen, told, used. */
static inline struct house *written(const char *sign)
{
	struct house *h = house_new();
	done(house_put(h, "wang", "/api/reflections/2026-W47",
		     arena_format(h->arena,
			     "# 经验\n## 报价前先问清流程 #报价\n" SAME "\n求助: 给一份表\n%s\n"
			     "# 教训\n## 样品寄出后没约回访 #报价\n没有约。\n%s\n",
			     sign, sign)),
		"reflection");
	done(house_put(h, "qian", "/api/reflections/2026-W47",
		     "# 经验\n## 先问再报价 #报价\n" SAME "\n"),
		"qian");
	gather(h);
	json(h, "lin", POST, "/api/points/1/remarks", "{\"kind\":\"why\",\"text\":\"为什么先问\"}");
	json(h, "wang", POST, "/api/points/1/remarks",
		"{\"kind\":\"answer\",\"to\":1,\"text\":\"问了才知道\"}");
	json(h, "lin", PUT, "/api/remarks/1/rise", "");
	json(h, "lin", PUT, "/api/remarks/2/rise", "");
	json(h, "wang", PUT, "/api/remarks/1/rise", "");
	json(h, "wang", PUT, "/api/remarks/2/rise", "");
	close_all(h);
	done(house_do(h, "han", "/api/units/hq/rollup/reopen?week=2026-W47"), "reopen");
	json(h, "han", PUT, "/api/units/hq/rollup/syntheses/1?week=2026-W47",
		"{\"body_md\":\"先问再报[[1]]，回访[[2]]。\"}");
	json(h, "han", PUT, "/api/points/1/highlight", "{\"reason\":\"可以深挖\"}");
	json(h, "han", PUT, "/api/points/1/pick?week=2026-W47", "{\"comment\":\"都看看\"}");
	done(house_do(h, "han", "/api/units/hq/rollup/close?week=2026-W47"), "close");
	done(house_ask(h, "tian", POST, "/api/stories", "text/markdown",
		     "---\ntitle: 三次上门\nsources: [1, 2]\n---\n\n一个下午。\n", NULL),
		"story");
	done(house_do(h, "tian", "/api/stories/1/publish"), "publish");
	json(h, "han", POST, "/api/bulletins", "{\"week\":\"2026-W47\"}");
	done(house_do(h, "han", "/api/bulletins/1/publish"), "bulletin");
	json(h, "wang", POST, "/api/stories/1/uses",
		arena_format(h->arena, "{\"effect\":\"worked\",\"text\":\"照着做了\"%s}",
			*sign ? ",\"anonymous\":true" : ""));
	return h;
}

#endif
