/* model_talk: what is said under points, who may say it, who hears it, and who waits for whose
 * answer; done to the program and to the model. */
#ifndef MODEL_TALK_H
#define MODEL_TALK_H

#include "model_acts.h"
#include "store/answer.h"

static inline bool model_in_team(const struct model *m, int person, int team)
{
	return model_member(m, person, team) || model_manages(m, person, team);
}

/* Of a level above the team that the point has risen to. */
static inline bool model_manages_above(
	const struct model *m, int person, const struct model_point *p)
{
	return (p->reach >= REACH_BRANCH && model_manages(m, person, p->branch)) ||
	       (p->reach >= REACH_HQ && model_manages(m, person, 0));
}

static inline int model_talk_status(
	const struct model *m, int person, const struct model_point *p, const char *kind)
{
	bool author = p->author == person;
	if (!model_sees(m, person, p))
		return 404;
	if (p->withdrawn)
		return 403;
	if (text_same(kind, "comment"))
		return 201;
	if (text_same(kind, "answer"))
		return author ? 201 : 403;
	if (text_same(kind, "why"))
		return author ? 403 : 201;
	return !author && (model_manages(m, person, p->team) || model_manages_above(m, person, p))
		       ? 201
		       : 403;
}

static inline bool model_hears(const struct model *m, int person, const struct model_remark *r)
{
	const struct model_point *p = &m->points[r->point];
	return model_sees(m, person, p) &&
	       ((r->author_lets && r->manager_lets) || r->person == person || p->author == person ||
		       model_in_team(m, person, p->team));
}

/* "Direct manager": of the team; of a manager's own point the branch's, once it is there. */
static inline bool model_owes(const struct model *m, int person, const struct model_point *p)
{
	if (!m->people[person].active || p->withdrawn || p->author == person)
		return false;
	if (!model_manages(m, p->author, p->team))
		return model_manages(m, person, p->team);
	return p->reach >= REACH_BRANCH && model_manages(m, person, p->branch);
}

static inline void play_talk(struct play *g)
{
	static const char *const kinds[] = { "comment", "comment", "why", "answer", "advice" };
	struct model *m = g->m;
	if (!m->point_count || m->remark_count == MODEL_REMARKS)
		return;
	int point = play_some_point(g), person = play_some_manager(g, m->points[point].team);
	struct model_point *p = &m->points[point];
	if (play_chance(g, 25))
		person = p->author;
	const char *kind = kinds[play_below(g, 5)];
	struct answer a = play_ask(g, person, POST, play_at(g, p, "remarks"),
		arena_format(g->h->arena, "{\"kind\":\"%s\",\"text\":\"说一句\"}", kind),
		model_talk_status(m, person, p, kind));
	if (a.status != 201)
		return;
	m->remarks[m->remark_count++] = (struct model_remark){
		.id = json_get_number(a.json, "id", 0),
		.point = point,
		.person = person,
	};
	struct model_remark *r = &m->remarks[m->remark_count - 1];
	r->author_lets = r->manager_lets =
		person != p->author && !model_in_team(m, person, p->team);
	p->answered = p->answered || model_owes(m, person, p);
}

static inline void play_raise(struct play *g)
{
	if (!g->m->remark_count)
		return;
	struct model_remark *r = &g->m->remarks[play_below(g, g->m->remark_count)];
	const struct model_point *p = &g->m->points[r->point];
	int person = play_chance(g, 40) ? p->author : play_some_manager(g, p->team);
	bool on = play_chance(g, 60);
	bool may = p->author == person || model_manages(g->m, person, p->team);
	int expected = !model_hears(g->m, person, r) ? 404 : may ? 200 : 403;
	const char *target = arena_format(g->h->arena, "/api/remarks/%d/rise", (int)r->id);
	if (play_ask(g, person, on ? PUT : DELETE, target, NULL, expected).status != 200)
		return;
	if (p->author == person)
		r->author_lets = on;
	if (model_manages(g->m, person, p->team))
		r->manager_lets = on;
}

static inline void play_compare_remarks(struct play *g, int person, int point)
{
	const struct model_point *p = &g->m->points[point];
	struct answer a = house_get(g->h, play_login(g, person), play_at(g, p, "remarks"));
	size_t expected = 0;
	if (a.status != 200)
		return; /* who sees the point at all is compared elsewhere */
	for (int i = 0; i < g->m->remark_count; i++)
		expected += g->m->remarks[i].point == point &&
			    model_hears(g->m, person, &g->m->remarks[i]);
	size_t found = json_count(json_get(a.json, "items"));
	if (found != expected)
		PLAY_WRONG(g, "%s hears %zu remarks under point %d, expected %zu",
			play_login(g, person), found, (int)p->id, expected);
}

static inline void play_compare_waiting(struct play *g, int person)
{
	struct arena *a = arena_new();
	int64_t expected = 0, found = 0;
	for (int i = 0; i < g->m->point_count; i++)
		expected += !g->m->points[i].answered && model_owes(g->m, person, &g->m->points[i]);
	db_begin(g->h->worker->db, a);
	const struct who *who = who_login_any(g->h->worker->db, play_login(g, person));
	if (who)
		found = answer_waiting_count(g->h->worker->db, who);
	db_end(g->h->worker->db);
	arena_free(a);
	if (found != expected)
		PLAY_WRONG(g, "%d points wait for %s, expected %d", (int)found,
			play_login(g, person), (int)expected);
}

#endif
