/* model_acts: managers' acts, done to the program and to the model. */
#ifndef MODEL_ACTS_H
#define MODEL_ACTS_H

#include "model_manage.h"
#include "model_people.h"

/* Asks as a person; anything but `expected` (from somebody active) is wrong. */
static inline struct answer play_ask(struct play *g, int person, enum method method,
	const char *target, const char *body, int expected)
{
	if (!g->m->people[person].active)
		expected = 401;
	struct answer a = house_ask(g->h, play_login(g, person), method, target,
		body ? "application/json" : NULL, body, NULL);
	if (a.status != expected)
		PLAY_WRONG(g, "%s asks %s %s: %d, expected %d\n%s", play_login(g, person), target,
			body ? body : "", a.status, expected, a.body);
	return a;
}

static inline const char *play_at(struct play *g, const struct model_point *p, const char *what)
{
	return arena_format(g->h->arena, "/api/points/%d/%s", (int)p->id, what);
}

static inline const char *play_of(struct play *g, int unit, const char *what, int64_t week)
{
	return arena_format(g->h->arena, "/api/units/%s/rollup%s?week=%s", g->m->units[unit].code,
		what, play_week(g, week));
}

/* Points that still count, mostly. */
static inline int play_some_point(struct play *g)
{
	int point = play_below(g, g->m->point_count);
	for (int i = 0; i < 6 && g->m->points[point].withdrawn; i++)
		point = play_below(g, g->m->point_count);
	return point;
}

/* The unit whose week it lies in now. */
static inline int play_unit_of(const struct model_point *p)
{
	return p->reach >= REACH_HQ ? 0 : p->reach == REACH_BRANCH ? p->branch : p->team;
}

static inline int play_some_manager(struct play *g, int unit)
{
	return play_chance(g, 80) ? play_somebody_who_manages(g, unit) : play_anybody(g);
}

static inline void play_classify(struct play *g)
{
	if (!g->m->point_count)
		return;
	struct model_point *p = &g->m->points[play_some_point(g)];
	int person = play_some_manager(g, play_unit_of(p)), n = 0;
	unsigned tags = (unsigned)play_below(g, 1 << MODEL_TAGS);
	struct out o = out_new(g->h->arena);
	out_text(&o, "{\"topics\":[");
	for (int b = 0; b < MODEL_TAGS; b++)
		if (tags >> b & 1)
			out_format(&o, "%s\"%s\"", n++ ? "," : "", play_tags[b]);
	out_text(&o, "]}");
	int expected = model_classify_status(g->m, person, p);
	if (play_ask(g, person, PUT, play_at(g, p, "topics"), out_string(&o), expected).status ==
		200) {
		p->tags = tags;
		p->classified = true;
	}
}

/* Points that lie beside the first one, mostly. */
static inline void play_merge(struct play *g)
{
	struct model *m = g->m;
	int points[3], n = 1 + play_below(g, 3), lead = m->point_count ? play_some_point(g) : 0;
	if (!m->point_count)
		return;
	for (int i = 0; i < 200 && m->points[lead].reach != REACH_BRANCH; i++)
		lead = play_some_point(g);
	const struct model_point *l = &m->points[lead];
	struct out o = out_new(g->h->arena);
	for (int i = 0; i < n; i++) {
		points[i] = play_some_point(g);
		for (int j = 0; j < 60 && (m->points[points[i]].reach != l->reach ||
						  m->points[points[i]].branch != l->branch);
			j++)
			points[i] = play_some_point(g);
		out_format(&o, "%s%d", i ? "," : "", (int)m->points[points[i]].id);
	}
	int person = play_some_manager(g, l->branch < 0 ? l->team : l->branch);
	int expected = model_merge_status(m, person, lead, points, n);
	const char *body = arena_format(g->h->arena, "{\"points\":[%s]}", out_string(&o));
	if (play_ask(g, person, POST, play_at(g, l, "merge"), body, expected).status == 200)
		model_merge(m, lead, points, n);
}

static inline void play_unmerge(struct play *g)
{
	if (!g->m->point_count)
		return;
	int point = play_some_point(g);
	for (int i = 0; i < 100 && g->m->points[point].lead < 0; i++)
		point = play_some_point(g);
	const struct model_point *p = &g->m->points[point];
	int person = play_some_manager(g, play_unit_of(p));
	int expected = model_merges(g->m, person, point);
	if (play_ask(g, person, POST, play_at(g, p, "unmerge"), NULL, expected).status == 200)
		model_part(g->m, point);
}

static inline void play_highlight(struct play *g)
{
	if (!g->m->point_count)
		return;
	struct model_point *p = &g->m->points[play_some_point(g)];
	int person = play_some_manager(g, play_unit_of(p));
	bool on = play_chance(g, 60);
	struct answer a = play_ask(g, person, on ? PUT : DELETE, play_at(g, p, "highlight"),
		on ? "{\"reason\":\"值得写\"}" : NULL, model_highlight_status(g->m, person, p));
	if (a.status == 200)
		p->highlighted = on;
}

static inline void play_leave(struct play *g)
{
	if (!g->m->point_count)
		return;
	int point = play_some_point(g);
	for (int i = 0; i < 20 && g->m->points[point].reach != REACH_BRANCH; i++)
		point = play_some_point(g);
	struct model_point *p = &g->m->points[point];
	int person = play_some_manager(g, play_unit_of(p));
	bool on = play_chance(g, 75);
	struct answer a = play_ask(g, person, on ? PUT : DELETE, play_at(g, p, "leave"),
		on ? "{\"reason\":\"只有一家\"}" : NULL,
		on ? model_leave_status(g->m, person, point) : model_merges(g->m, person, point));
	if (a.status == 200)
		p->left = on;
}

static inline void play_pick(struct play *g)
{
	if (!g->m->point_count)
		return;
	struct model_point *p = &g->m->points[play_some_point(g)];
	for (int i = 0; i < 50 && p->reach < REACH_HQ; i++)
		p = &g->m->points[play_some_point(g)];
	int person = play_some_manager(g, 0);
	bool on = play_chance(g, 65);
	struct answer a = play_ask(g, person, on ? PUT : DELETE, play_at(g, p, "pick"),
		on ? "{\"comment\":\"发下去\"}" : NULL, model_pick_status(g->m, person, p));
	if (a.status == 200)
		p->picked[model_at(g->m, p->lies_in[REACH_HQ])] = on;
}

static inline void play_excuse(struct play *g)
{
	int unit = play_chance(g, 95) ? 3 + play_below(g, 3) : play_below(g, 3);
	int person = play_some_manager(g, unit), excused = play_anybody(g);
	int64_t week = play_some_week(g) + play_chance(g, 3);
	for (int i = 0; i < 8 && g->m->people[excused].home != unit; i++)
		excused = play_anybody(g);
	bool on = play_chance(g, 70);
	const char *target = play_of(g, unit,
		arena_format(g->h->arena, "/excuses/%d", (int)g->m->people[excused].id), week);
	int expected = model_excuse_status(g->m, person, unit, week, excused);
	if (play_ask(g, person, on ? PUT : DELETE, target, on ? "{\"reason\":\"休假\"}" : NULL,
		    expected)
			.status == 200)
		g->m->people[excused].excused[model_at(g->m, week)] = on;
}

/* Whatever is put in order, what is listed and counted stays the same: the model knows no order. */
static inline void play_order(struct play *g)
{
	static const char *const lists[] = { "points", "picks", "topics" };
	int unit = play_below(g, g->m->unit_count), person = play_some_manager(g, unit);
	int64_t week = play_some_week(g);
	struct out o = out_new(g->h->arena);
	out_format(&o, "{\"topic\":0,\"%s\":[", lists[play_below(g, 3)]);
	for (int i = 0; i < 5 && g->m->point_count; i++)
		out_format(&o, "%s%d", i ? "," : "",
			(int)g->m->points[play_below(g, g->m->point_count)].id);
	out_text(&o, "]}");
	play_ask(g, person, PUT, play_of(g, unit, "/order", week), out_string(&o),
		model_open_status(g->m, person, unit, week));
}

static inline int64_t play_topic(struct play *g, int tag)
{
	struct arena *a = arena_new();
	db_begin(g->h->worker->db, a);
	int64_t id = db_long(g->h->worker->db,
		SQL("SELECT topic_id FROM topic_word WHERE word = ?1"), V(play_tags[tag]));
	db_end(g->h->worker->db);
	arena_free(a);
	return id;
}

static inline void play_synthesis(struct play *g)
{
	int unit = play_chance(g, 95) ? play_below(g, 3) : 3, tag = play_below(g, MODEL_TAGS);
	int person = play_some_manager(g, unit);
	int64_t week = play_some_week(g), topic = play_topic(g, tag);
	if (!topic || !g->m->point_count)
		return;
	int expected = model_open_status(g->m, person, unit, week);
	if (expected == 200 && g->m->units[unit].kind == UNIT_TEAM)
		expected = 404;
	int cites = play_some_point(g);
	if (expected == 200 && !model_sees(g->m, person, &g->m->points[cites]))
		expected = 422;
	struct model_synthesis *s = &g->m->units[unit].syntheses[model_at(g->m, week)][tag];
	const char *target =
		play_of(g, unit, arena_format(g->h->arena, "/syntheses/%d", (int)topic), week);
	struct answer a = play_ask(g, person, PUT, target,
		arena_format(g->h->arena,
			"{\"body_md\":\"见 [[%d]]，第 %ld 次写。\",\"version\":%d}",
			(int)g->m->points[cites].id, g->step, (int)s->version),
		expected);
	if (a.status != 200)
		return;
	if (s->id && s->id != json_get_number(a.json, "id", 0))
		PLAY_WRONG(g, "synthesis %d became another", (int)s->id);
	s->id = json_get_number(a.json, "id", 0);
	s->version++;
	s->cites = cites;
}

#endif
