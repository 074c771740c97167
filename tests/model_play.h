/* model_play: the same thing done to the program and to the model, and their answers compared. */
#ifndef MODEL_PLAY_H
#define MODEL_PLAY_H

#include "house.h"
#include "model_write.h"
#include "rules/reflection.h"

struct play {
	struct house *h;
	struct model *m;
	uint64_t dice, seed;
	long step, headlines;
	int64_t now;
};

static const char *const play_tags[MODEL_TAGS] = { "报价", "回访", "大客户", "交车", "异议" };

/* xorshift64* (Vigna, "An experimental exploration of Marsaglia's xorshift generators"). */
static inline uint64_t play_roll(struct play *g)
{
	g->dice ^= g->dice >> 12;
	g->dice ^= g->dice << 25;
	g->dice ^= g->dice >> 27;
	return g->dice * 2685821657736338717u >> 11;
}

static inline int play_below(struct play *g, int n)
{
	return (int)(play_roll(g) % (uint64_t)n);
}

static inline bool play_chance(struct play *g, int percent)
{
	return play_below(g, 100) < percent;
}

#define PLAY_WRONG(g, ...)                                                                         \
	do {                                                                                       \
		print_message(                                                                     \
			"# seed %llu, step %ld: ", (unsigned long long)(g)->seed, (g)->step);      \
		fail_msg(__VA_ARGS__);                                                             \
	} while (0)

/* Answers are many: each lives only until the next call of play_forget(). */
static inline void play_forget(struct house *h, struct arena **life)
{
	if (*life) {
		arena_free(h->arena);
		h->arena = *life;
		*life = NULL;
		return;
	}
	*life = h->arena;
	h->arena = arena_new();
}

static inline const char *play_login(const struct play *g, int person)
{
	return g->m->people[person].login;
}

static inline const char *play_week(struct play *g, int64_t week)
{
	return week_name(g->h->arena, (struct week){ week });
}

/* Runs a rule as a person, for what has no address yet. */
static inline enum outcome play_rule(
	struct play *g, int person, enum outcome (*rule)(struct work *, void *), void *with)
{
	struct arena *a = arena_new();
	db_begin(g->h->worker->db, a);
	struct work w = { .arena = a,
		.db = g->h->worker->db,
		.writer = g->h->app.install.writer,
		.now = clock_now(),
		.zone = zone_find("Asia/Shanghai"),
		.faults = { .arena = a } };
	w.who = who_login_any(w.db, play_login(g, person));
	enum outcome outcome = w.who ? rule(&w, with) : FORBIDDEN;
	db_end(g->h->worker->db);
	arena_free(a);
	return outcome;
}

static inline const char *play_markdown(struct play *g, const struct model_text *t)
{
	struct out o = out_new(g->h->arena);
	if (t->task)
		out_format(&o, "---\ntask: 第 %ld 件事\n---\n", g->step);
	for (int kind = 0; kind < KINDS; kind++) {
		bool begun = false;
		for (int i = 0; i < t->count; i++) {
			const struct model_item *item = &t->items[i];
			if ((int)item->kind != kind)
				continue;
			if (!begun)
				out_format(&o, "# %s\n", kind_heading((enum kind)kind));
			begun = true;
			out_format(&o, "## 第%ld条", item->headline);
			for (int b = 0; b < MODEL_TAGS; b++)
				if (item->tags & 1u << b)
					out_format(&o, " #%s", play_tags[b]);
			out_format(&o, "\n经过第 %ld 步。\n", g->step);
			if (item->team_only)
				out_text(&o, "范围: 本团队\n");
			if (item->anonymous)
				out_text(&o, "署名: 匿名\n");
		}
	}
	return out_string(&o);
}

/* The numbers that the program gave; old ones must be the old ones, new ones new. */
static inline void play_take_numbers(
	struct play *g, const struct model_text *t, int reflection, const struct json *json)
{
	struct model_reflection *r = &g->m->reflections[reflection];
	int64_t id = json_get_number(json, "id", 0);
	if (r->id && r->id != id)
		PLAY_WRONG(g, "reflection %d became %d", (int)r->id, (int)id);
	r->id = id;
	if (json_get_bool(json, "late", false) != r->late)
		PLAY_WRONG(g, "reflection %d: late is %d", (int)id, !r->late);
	const struct json *points = json_get(json, "points");
	size_t at = 0;
	for (int kind = 0; kind < KINDS; kind++)
		for (int i = 0; i < t->count; i++) {
			if ((int)t->items[i].kind != kind)
				continue;
			struct model_point *p = &g->m->points[t->items[i].is];
			int64_t given = json_get_number(json_at(points, at++), "id", 0);
			if (p->id && p->id != given)
				PLAY_WRONG(g, "point %d became %d", (int)p->id, (int)given);
			for (int j = 0; j < g->m->point_count && !p->id; j++)
				if (g->m->points[j].id == given)
					PLAY_WRONG(g, "number %d used again", (int)given);
			p->id = given;
		}
	if (json_count(points) != at)
		PLAY_WRONG(g, "%zu points, %zu expected", json_count(points), at);
}

static inline void play_submit(struct play *g, struct model_text *t)
{
	int expected = model_submit_status(g->m, t);
	const char *target = "/api/reflections";
	bool put = !t->task || t->edits >= 0;
	if (!t->task)
		target = arena_format(g->h->arena, "/api/reflections/%s", play_week(g, t->week));
	else if (put)
		target = arena_format(
			g->h->arena, "/api/reflections/%d", (int)g->m->reflections[t->edits].id);
	struct answer a = house_ask(g->h, play_login(g, t->person), put ? PUT : POST, target,
		"text/markdown", play_markdown(g, t), NULL);
	if (a.status != expected)
		PLAY_WRONG(g, "%s sends %s: %d, expected %d\n%s", play_login(g, t->person), target,
			a.status, expected, a.body);
	if (expected >= 300)
		return;
	int reflection = model_submit(g->m, t, g->step);
	play_take_numbers(g, t, reflection, a.json);
}

static inline void play_close(struct play *g, int person, int unit, int64_t week, bool close)
{
	struct model *m = g->m;
	int expected = !m->people[person].active         ? 401
		       : !model_opens(m, person, unit)   ? 404
		       : week > m->week                  ? 404
		       : !model_manages(m, person, unit) ? 403
							 : 200;
	bool changes = *model_closed(m, unit, week) != close;
	if (expected == 200 && !close && changes && !model_may_reopen(m, unit, week))
		expected = 409;
	const char *target = arena_format(g->h->arena, "/api/units/%s/rollup/%s?week=%s",
		m->units[unit].code, close ? "close" : "reopen", play_week(g, week));
	struct answer a = house_do(g->h, play_login(g, person), target);
	if (a.status != expected)
		PLAY_WRONG(g, "%s posts %s: %d, expected %d\n%s", play_login(g, person), target,
			a.status, expected, a.body);
	if (expected == 200)
		(close ? model_close : model_reopen)(m, unit, week);
}

#endif
