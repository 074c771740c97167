/* rollup_kit: what the tests of roll-ups share: weeks written and closed, and questions to the
 * JSON. */
#ifndef ROLLUP_KIT_H
#define ROLLUP_KIT_H

#include "house.h"

#include "store/tally.h"

#define WEEK "?week=2026-W47"

/* Hands in two points for this week: an experience with a tag, a lesson without. The number of the
 * first. */
static inline int64_t kit_write(struct house *h, const char *login, const char *headline)
{
	struct answer a = house_put(h, login, "/api/reflections/2026-W47",
		arena_format(h->arena,
			"# 经验\n## %s #报价\n先问三件事。\n# 教训\n## "
			"%s之后没有回访\n**先听后讲。**效果\n",
			headline, headline));
	assert_int_equal(a.status, 201);
	return json_get_number(json_at(json_get(a.json, "points"), 0), "id", 0);
}

static inline struct answer kit_json(struct house *h, const char *login, enum method method,
	const char *target, const char *body)
{
	return house_ask(h, login, method, target, "application/json", body, NULL);
}

static inline struct answer kit_rollup(struct house *h, const char *login, const char *unit)
{
	return house_get(h, login, arena_format(h->arena, "/api/units/%s/rollup" WEEK, unit));
}

static inline void kit_close(struct house *h, const char *login, const char *unit)
{
	struct answer a =
		house_do(h, login, arena_format(h->arena, "/api/units/%s/rollup/close" WEEK, unit));
	if (a.status != 200)
		fail_msg("%s closes %s: %d %s", login, unit, a.status, a.body);
}

static inline int64_t kit_total(const struct json *rollup, const char *kind)
{
	return json_get_number(json_get(rollup, "totals"), kind, -1);
}

/* The point with this number among a roll-up's points, or among what is merged under them. */
static inline const struct json *kit_point(const struct json *points, int64_t id)
{
	for (size_t i = 0; i < json_count(points); i++) {
		const struct json *p = json_at(points, i);
		if (json_get_number(p, "id", 0) == id)
			return p;
	}
	return NULL;
}

static inline int64_t kit_topic(
	struct house *h, const char *login, const char *unit, const char *name)
{
	const struct json *topics = json_get(kit_rollup(h, login, unit).json, "topics");
	for (size_t i = 0; i < json_count(topics); i++)
		if (text_same(json_get_text(json_at(topics, i), "name"), name))
			return json_get_number(json_at(topics, i), "id", 0);
	return 0;
}

static inline int64_t kit_audits(struct house *h, const char *action)
{
	struct arena *a = arena_new();
	db_begin(h->worker->db, a);
	int64_t n = db_long(h->worker->db,
		SQL("SELECT count(*) FROM audit WHERE action = ?1 /*scan*/"), V(action));
	db_end(h->worker->db);
	arena_free(a);
	return n;
}

static inline void kit_counts_hold(struct house *h)
{
	assert_int_equal(house_differences(h, tally_differences_any), 0);
}

#endif
