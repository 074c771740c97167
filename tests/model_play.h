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
	int reflection = model_submit(g->m, t);
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

/* ---- what is compared ---- */

static inline void play_compare_point(struct play *g, int person, const struct model_point *p)
{
	bool active = g->m->people[person].active, sees = model_sees(g->m, person, p);
	int expected = !active ? 401 : sees ? 200 : 404;
	struct answer a = house_get(g->h, play_login(g, person),
		arena_format(g->h->arena, "/api/points/%d", (int)p->id));
	if (a.status != expected)
		PLAY_WRONG(g, "%s asks for point %d: %d, expected %d", play_login(g, person),
			(int)p->id, a.status, expected);
	if (expected != 200)
		return;
	if (!p->withdrawn && !text_same(json_get_text(a.json, "reach"), reach_name(p->reach)))
		PLAY_WRONG(g, "point %d: reach is %s, expected %s", (int)p->id,
			json_get_text(a.json, "reach"), reach_name(p->reach));
	bool named = !p->anonymous || p->author == person || model_member(g->m, person, p->team) ||
		     model_manages(g->m, person, p->team);
	if ((json_get_text(a.json, "author") != NULL) != named)
		PLAY_WRONG(g, "point %d: the author's name is %s from %s", (int)p->id,
			named ? "hidden" : "not hidden", play_login(g, person));
}

struct play_counts {
	int64_t all[KINDS], tag[MODEL_TAGS][KINDS];
	int points;
};

static inline struct play_counts play_count(struct play *g, int person, int unit, int64_t week)
{
	struct play_counts c = { 0 };
	for (int i = 0; i < g->m->point_count; i++) {
		const struct model_point *p = &g->m->points[i];
		if (!model_in_rollup(g->m, p, unit, week) || !model_sees(g->m, person, p))
			continue;
		c.points++;
		c.all[p->kind]++;
		for (int b = 0; b < MODEL_TAGS; b++)
			c.tag[b][p->kind] += p->tags >> b & 1;
	}
	return c;
}

static inline void play_compare_topics(
	struct play *g, const char *where, const struct json *topics, const struct play_counts *c)
{
	int64_t expected = 0, found = 0;
	for (int b = 0; b < MODEL_TAGS; b++)
		expected += (c->tag[b][EXPERIENCE] || c->tag[b][LESSON]);
	for (size_t i = 0; i < json_count(topics); i++)
		for (int b = 0; b < MODEL_TAGS; b++) {
			const struct json *t = json_at(topics, i);
			if (!text_same(json_get_text(t, "name"), play_tags[b]))
				continue;
			for (int k = 0; k < KINDS; k++)
				if (json_get_number(t, kind_name((enum kind)k), -1) != c->tag[b][k])
					PLAY_WRONG(g, "%s: %s counts %d of kind %d, expected %d",
						where, play_tags[b],
						(int)json_get_number(
							t, kind_name((enum kind)k), -1),
						k, (int)c->tag[b][k]);
			found++;
		}
	if (found != expected || json_count(topics) != (size_t)expected)
		PLAY_WRONG(
			g, "%s: %zu topics, expected %d", where, json_count(topics), (int)expected);
}

static inline void play_compare_rollup(struct play *g, int person, int unit, int64_t week)
{
	struct model *m = g->m;
	int expected = !m->people[person].active                         ? 401
		       : !model_opens(m, person, unit) || week > m->week ? 404
									 : 200;
	const char *target = arena_format(g->h->arena, "/api/units/%s/rollup?week=%s",
		m->units[unit].code, play_week(g, week));
	const char *where = arena_format(g->h->arena, "%s opens %s", play_login(g, person), target);
	struct answer a = house_get(g->h, play_login(g, person), target);
	if (a.status != expected)
		PLAY_WRONG(g, "%s: %d, expected %d", where, a.status, expected);
	if (expected != 200)
		return;
	const char *state = *model_closed(m, unit, week) ? "closed" : "open";
	if (!text_same(json_get_text(a.json, "state"), state))
		PLAY_WRONG(g, "%s: it is not %s", where, state);
	struct play_counts c = play_count(g, person, unit, week);
	for (int k = 0; k < KINDS; k++) {
		int64_t n =
			json_get_number(json_get(a.json, "totals"), kind_name((enum kind)k), -1);
		if (n != c.all[k])
			PLAY_WRONG(g, "%s: %d of kind %d, expected %d", where, (int)n, k,
				(int)c.all[k]);
	}
	play_compare_topics(g, where, json_get(a.json, "topics"), &c);
	const struct json *points = json_get(a.json, "points");
	if (json_count(points) != (size_t)c.points)
		PLAY_WRONG(g, "%s: lists %zu points, expected %d", where, json_count(points),
			c.points);
	for (int i = 0; i < m->point_count; i++) {
		const struct model_point *p = &m->points[i];
		if (!model_in_rollup(m, p, unit, week) || !model_sees(m, person, p))
			continue;
		bool found = false;
		for (size_t j = 0; j < json_count(points) && !found; j++)
			found = json_get_number(json_at(points, j), "id", 0) == p->id;
		if (!found)
			PLAY_WRONG(g, "%s: point %d is missing", where, (int)p->id);
	}
}

#endif
