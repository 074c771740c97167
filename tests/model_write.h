/* model_write: handing in, changing and withdrawing in the model (DESIGN §8 "Weeks", "Input"). */
#ifndef MODEL_WRITE_H
#define MODEL_WRITE_H

#include "model.h"

struct model_item { /* a point as typed */
	enum kind kind;
	long headline;
	bool team_only, anonymous;
	unsigned tags;
	int is; /* the point it continues, or became; set by model_submit */
};

struct model_text {
	int person;
	int64_t week; /* ignored for an after-task one */
	bool task;
	int edits; /* the after-task reflection to change, or -1 */
	struct model_item items[6];
	int count;
};

static inline int model_find(const struct model *m, const struct model_text *t)
{
	if (t->task)
		return t->edits;
	for (int i = 0; i < m->reflection_count; i++)
		if (m->reflections[i].person == t->person && !m->reflections[i].task &&
			m->reflections[i].week == t->week)
			return i;
	return -1;
}

/* The status that handing it in gets. Between "two faults at once" the test does not choose. */
static inline int model_submit_status(const struct model *m, const struct model_text *t)
{
	const struct model_person *p = &m->people[t->person];
	if (!p->active)
		return 401;
	if (!t->task && (t->week > m->week || t->week < m->week - 8))
		return 422;
	int old = model_find(m, t);
	if (old >= 0)
		return m->reflections[old].state == M_CLOSED ? 409 : 200;
	return (p->roles & REP) && m->units[p->home].kind == UNIT_TEAM ? 201 : 403;
}

static inline int model_position(const struct model_text *t, int item)
{
	int n = 0;
	for (int i = 0; i < item; i++)
		n += t->items[i].kind == t->items[item].kind;
	return n;
}

/* "keeps a point's id if kind and headline are equal, else by kind and position" */
static inline void model_match(const struct model *m, int reflection, struct model_text *t)
{
	bool taken[MODEL_POINTS] = { false };
	for (int i = 0; i < t->count; i++)
		t->items[i].is = -1;
	for (int by_place = 0; by_place < 2; by_place++)
		for (int i = 0; i < t->count; i++)
			for (int j = 0; j < m->point_count && t->items[i].is < 0; j++) {
				const struct model_point *p = &m->points[j];
				if (taken[j] || p->reflection != reflection || p->withdrawn ||
					p->kind != t->items[i].kind)
					continue;
				if (by_place ? p->position != model_position(t, i)
					     : p->headline != t->items[i].headline)
					continue;
				t->items[i].is = j;
				taken[j] = true;
			}
}

static inline void model_withdraw_point(struct model *m, int point)
{
	m->points[point].withdrawn = true;
	m->points[point].reach = REACH_AUTHOR;
}

static inline void model_withdraw(struct model *m, int reflection)
{
	m->reflections[reflection].state = M_WITHDRAWN;
	for (int j = 0; j < m->point_count; j++)
		if (m->points[j].reflection == reflection)
			model_withdraw_point(m, j);
}

/* The others move up; with the last one goes the reflection. */
static inline void model_withdraw_one(struct model *m, int point)
{
	const struct model_point *gone = &m->points[point];
	int left = 0;
	model_withdraw_point(m, point);
	for (int j = 0; j < m->point_count; j++) {
		struct model_point *p = &m->points[j];
		if (p->reflection != gone->reflection || p->withdrawn)
			continue;
		left++;
		p->position -= p->kind == gone->kind && p->position > gone->position;
	}
	if (!left)
		model_withdraw(m, gone->reflection);
}

static inline int model_add_reflection(struct model *m, const struct model_text *t)
{
	int number = m->reflection_count++;
	m->reflections[number] = (struct model_reflection){ .person = t->person,
		.team = m->people[t->person].home,
		.week = t->task ? m->week : t->week,
		.task = t->task,
		.state = M_WITHDRAWN };
	return number;
}

static inline int model_new_point(struct model *m, int reflection, enum kind kind)
{
	const struct model_reflection *r = &m->reflections[reflection];
	struct model_point *p = &m->points[m->point_count];
	*p = (struct model_point){ .reflection = reflection,
		.author = r->person,
		.team = r->team,
		.branch = -1,
		.lead = -1,
		.week = r->week,
		.kind = kind,
		.reach = REACH_TEAM };
	p->lies_in[REACH_TEAM] = r->lies_in;
	return m->point_count++;
}

/* After a 200 or 201: the reflection's number; t->items[].is says which point each became. */
static inline int model_submit(struct model *m, struct model_text *t, long step)
{
	int number = model_find(m, t);
	if (number < 0)
		number = model_add_reflection(m, t);
	struct model_reflection *r = &m->reflections[number];
	if (r->state == M_WITHDRAWN) {
		/* DESIGN speaks of the week written about; what follows a task is about none. */
		r->late = !r->task && (*model_closed(m, r->team, r->week) || m->week > r->week);
		r->lies_in = model_first_open(m, r->team, r->week);
		r->state = M_SUBMITTED;
	}
	model_match(m, number, t);
	for (int j = 0; j < m->point_count; j++) {
		bool kept = m->points[j].reflection != number || m->points[j].withdrawn;
		for (int i = 0; i < t->count; i++)
			kept |= t->items[i].is == j;
		if (!kept)
			model_withdraw_point(m, j);
	}
	for (int i = 0; i < t->count; i++) {
		struct model_item *item = &t->items[i];
		if (item->is < 0)
			item->is = model_new_point(m, number, item->kind);
		struct model_point *p = &m->points[item->is];
		p->position = model_position(t, i);
		p->headline = item->headline;
		if (!p->classified) /* the manager's survives */
			p->tags = item->tags;
		p->step = step;
		p->team_only = item->team_only;
		p->anonymous = item->anonymous;
	}
	return number;
}

#endif
