/* model_use: who may tell that they used a point, what it comes to for whoever sees it, and whether
 * the author's name stands above the team. */
#ifndef MODEL_USE_H
#define MODEL_USE_H

#include "model_acts.h"

static inline void play_use(struct play *g)
{
	static const char *const effects[] = { "worked", "partly", "failed" };
	struct model *m = g->m;
	if (!m->point_count)
		return;
	int point = play_some_point(g), person = play_some_manager(g, m->points[point].team);
	struct model_point *p = &m->points[point];
	if (play_chance(g, 10))
		person = p->author;
	if (p->used & 1u << person)
		return; /* one a day, and the model's days are long */
	int effect = play_below(g, 3);
	int expected = !model_sees(m, person, p)             ? 404
		       : p->withdrawn || p->author == person ? 403
							     : 201;
	struct answer a = play_ask(g, person, POST, play_at(g, p, "uses"),
		arena_format(g->h->arena,
			"{\"effect\":\"%s\",\"text\":\"用了\",\"conditions\":\"忙\"}",
			effects[effect]),
		expected);
	if (a.status != 201)
		return;
	p->used |= 1u << person;
	p->of_effect[effect]++;
}

static inline void play_sign(struct play *g)
{
	struct model *m = g->m;
	if (!m->point_count)
		return;
	struct model_point *p = &m->points[play_some_point(g)];
	bool on = play_chance(g, 50), open = m->reflections[p->reflection].state == M_SUBMITTED;
	if (!m->people[p->author].active)
		return;
	int expected = open && !p->withdrawn ? 409 : 200;
	struct answer a = play_ask(g, p->author, PUT, play_at(g, p, "sign"),
		on ? "{\"anonymous\":true}" : "{\"anonymous\":false}", expected);
	if (a.status == 200)
		p->anonymous = on;
}

static inline void play_compare_uses(struct play *g, int person, int point)
{
	static const char *const effects[] = { "worked", "partly", "failed" };
	const struct model_point *p = &g->m->points[point];
	struct answer a = house_get(g->h, play_login(g, person), play_at(g, p, "uses"));
	if (a.status != 200)
		return; /* who sees the point at all is compared elsewhere */
	for (int i = 0; i < 3; i++) {
		int found = (int)json_get_number(json_get(a.json, "evidence"), effects[i], 0);
		if (found != p->of_effect[i])
			PLAY_WRONG(g, "%s reads %d %s of point %d, expected %d",
				play_login(g, person), found, effects[i], (int)p->id,
				p->of_effect[i]);
	}
}

#endif
