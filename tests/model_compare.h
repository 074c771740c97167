/* model_compare: what a viewer gets from the program, held against the model. */
#ifndef MODEL_COMPARE_H
#define MODEL_COMPARE_H

#include "model_manage.h"
#include "model_play.h"

/* "What the viewer may not see does not exist": a lead, or what is under one, as little. */
static inline void play_compare_merger(
	struct play *g, int person, const struct model_point *p, const struct json *json)
{
	const struct model *m = g->m;
	bool led = p->lead >= 0 && model_sees(m, person, &m->points[p->lead]);
	int64_t lead = led ? m->points[p->lead].id : 0;
	size_t under = 0;
	if (json_get_number(json, "lead", 0) != lead)
		PLAY_WRONG(g, "point %d is under %d for %s, expected %d", (int)p->id,
			(int)json_get_number(json, "lead", 0), play_login(g, person), (int)lead);
	for (int i = 0; i < m->point_count; i++)
		under += m->points[i].lead == p - m->points && model_sees(m, person, &m->points[i]);
	if (json_count(json_get(json, "merged")) != under)
		PLAY_WRONG(g, "point %d has %zu under it for %s, expected %zu", (int)p->id,
			json_count(json_get(json, "merged")), play_login(g, person), under);
}

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
	play_compare_merger(g, person, p, a.json);
	const char *text = arena_format(g->h->arena, "第 %ld 步", p->step);
	if ((strstr(a.body, text) != NULL) == g->m->redacted[p->step])
		PLAY_WRONG(g, "point %d: its words were%s redacted\n%s", (int)p->id,
			g->m->redacted[p->step] ? "" : " not", a.body);
}

/* Its headline is searched for. */
static inline void play_compare_search(struct play *g, int person, const struct model_point *p)
{
	if (!g->m->people[person].active)
		return;
	int64_t expected = 0;
	for (int i = 0; i < g->m->point_count; i++)
		expected += g->m->points[i].headline == p->headline && !g->m->points[i].withdrawn &&
			    model_sees(g->m, person, &g->m->points[i]);
	struct answer a = house_get(g->h, play_login(g, person),
		arena_format(g->h->arena, "/api/search?q=%%22%%E7%%AC%%AC%ld%%E6%%9D%%A1%%22",
			p->headline));
	if (a.status != 200 || json_get_number(a.json, "total", -1) != expected)
		PLAY_WRONG(g, "%s searches headline %ld: %d, %d hits, expected %d",
			play_login(g, person), p->headline, a.status,
			(int)json_get_number(a.json, "total", -1), (int)expected);
}

static inline void play_compare_synthesis(
	struct play *g, int person, int unit, int64_t week, int tag)
{
	const struct model_synthesis *s = &g->m->units[unit].syntheses[model_at(g->m, week)][tag];
	if (!s->id)
		return;
	int expected = !g->m->people[person].active                     ? 401
		       : model_sees_synthesis(g->m, person, unit, week) ? 200
									: 404;
	struct answer a = house_get(g->h, play_login(g, person),
		arena_format(g->h->arena, "/api/syntheses/%d", (int)s->id));
	if (a.status != expected)
		PLAY_WRONG(g, "%s reads synthesis %d: %d, expected %d", play_login(g, person),
			(int)s->id, a.status, expected);
	if (expected == 200 && json_get_number(a.json, "version", 0) != s->version)
		PLAY_WRONG(g, "synthesis %d is version %d, expected %d", (int)s->id,
			(int)json_get_number(a.json, "version", 0), (int)s->version);
}

static inline void play_compare_roster(
	struct play *g, int person, int unit, int64_t week, const struct json *rollup)
{
	static const char *const names[] = { "submitted", "late", "missing", "excused" };
	bool named = model_names(g->m, person, unit);
	bool numbers = model_numbers(g->m, person, unit, week);
	int64_t of[4] = { 0 }, people = 0;
	model_attendance(g->m, unit, week, of);
	const struct json *attendance = json_get(rollup, "attendance");
	if ((attendance != NULL) != numbers)
		PLAY_WRONG(g, "%s, unit %d, week %s: the numbers of the roster are %s",
			play_login(g, person), unit, play_week(g, week),
			numbers ? "missing" : "shown");
	for (int i = 0; i < 4; i++) {
		people += of[i];
		if (numbers && json_get_number(attendance, names[i], -1) != of[i])
			PLAY_WRONG(g, "%s, unit %d, week %s: %d %s, expected %d",
				play_login(g, person), unit, play_week(g, week),
				(int)json_get_number(attendance, names[i], -1), names[i],
				(int)of[i]);
	}
	size_t listed = json_count(json_get(rollup, "roster"));
	if (listed != (named ? (size_t)people : 0))
		PLAY_WRONG(g, "%s, unit %d, week %s: %zu on the roster", play_login(g, person),
			unit, play_week(g, week), listed);
}

static inline void play_compare_picks(
	struct play *g, int person, int64_t week, const struct json *rollup)
{
	const struct json *picks = json_get(rollup, "picks");
	size_t expected = 0;
	for (int i = 0; i < g->m->point_count; i++) {
		const struct model_point *p = &g->m->points[i];
		expected += p->picked[model_at(g->m, week)] && model_in_rollup(g->m, p, 0, week) &&
			    model_sees(g->m, person, p);
	}
	if (json_count(picks) != expected)
		PLAY_WRONG(g, "%s at headquarters, week %s: %zu picks, expected %zu",
			play_login(g, person), play_week(g, week), json_count(picks), expected);
}

/* Each entry of the list, and under it what was merged; a point whose lead is not there stands
 * alone. */
static inline const struct json *play_find_line(
	const struct json *points, int64_t id, int64_t *lead)
{
	for (size_t i = 0; i < json_count(points); i++) {
		const struct json *p = json_at(points, i), *merged = json_get(p, "merged");
		*lead = 0;
		if (json_get_number(p, "id", 0) == id)
			return p;
		*lead = json_get_number(p, "id", 0);
		for (size_t j = 0; j < json_count(merged); j++)
			if (json_get_number(json_at(merged, j), "id", 0) == id)
				return json_at(merged, j);
	}
	return NULL;
}

static inline void play_compare_lines(struct play *g, const char *where, int person, int unit,
	int64_t week, const struct json *points)
{
	const struct model *m = g->m;
	for (int i = 0; i < m->point_count; i++) {
		const struct model_point *p = &m->points[i], *l = NULL;
		if (!model_in_rollup(m, p, unit, week) || !model_sees(m, person, p))
			continue;
		if (p->lead >= 0)
			l = &m->points[p->lead];
		int64_t lead = 0, expected = 0;
		if (l && model_in_rollup(m, l, unit, week) && model_sees(m, person, l))
			expected = l->id;
		const struct json *line = play_find_line(points, p->id, &lead);
		if (!line)
			PLAY_WRONG(g, "%s: point %d is missing", where, (int)p->id);
		if (lead != expected)
			PLAY_WRONG(g, "%s: point %d stands under %d, expected %d", where,
				(int)p->id, (int)lead, (int)expected);
		if ((json_get_text(line, "highlight") != NULL) != p->highlighted)
			PLAY_WRONG(g, "%s: the flag of point %d", where, (int)p->id);
		const char *handled = json_get_text(line, "handled");
		bool branch = m->units[unit].kind == UNIT_BRANCH;
		if (!handled && branch && model_manages(g->m, person, unit))
			PLAY_WRONG(g, "%s: what became of point %d is not told", where, (int)p->id);
		if (handled && (!branch || !text_same(handled, model_handled(g->m, p))))
			PLAY_WRONG(g, "%s: point %d is %s, expected %s", where, (int)p->id, handled,
				model_handled(g->m, p));
	}
}

static inline size_t play_listed(const struct json *points)
{
	size_t n = json_count(points);
	for (size_t i = 0; i < json_count(points); i++)
		n += json_count(json_get(json_at(points, i), "merged"));
	return n;
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
	if (play_listed(points) != (size_t)c.points)
		PLAY_WRONG(g, "%s: lists %zu points, expected %d", where, play_listed(points),
			c.points);
	play_compare_lines(g, where, person, unit, week, points);
	if (m->units[unit].kind == UNIT_TEAM)
		play_compare_roster(g, person, unit, week, a.json);
	if (m->units[unit].kind == UNIT_HQ)
		play_compare_picks(g, person, week, a.json);
}

#endif
