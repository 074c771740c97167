/*
 * model: who sees what and how much counts where, as DESIGN §2 and §8 say it; written from the
 * words, not from the program, with nothing but arrays. tests/model_test.c compares the two.
 *
 * Units, people and points are numbers into the arrays below; -1 is none. Weeks are numbers as in
 * base/ids.h. Everything is counted anew at each question: slow, and without a counter to go wrong.
 */
#ifndef MODEL_H
#define MODEL_H

#include <stdbool.h>
#include <stdint.h>

#include "base/kind.h"
#include "base/reach.h"
#include "base/role.h"

enum { MODEL_UNITS = 8, MODEL_PEOPLE = 24, MODEL_POINTS = 4000, MODEL_REFLECTIONS = 2000 };
enum { MODEL_REMARKS = 2000 };
enum { MODEL_WEEKS = 128, MODEL_TAGS = 5, MODEL_STEPS = 20000 };

struct model_unit {
	const char *code;
	enum unit_kind kind;
	int parent;
	int64_t id;
	bool closed[MODEL_WEEKS];   /* by week - model.first_week */
	unsigned kept[MODEL_WEEKS]; /* a closed team's list: a bit a person */
	struct model_synthesis {
		int64_t id, version; /* 0: none */
		int cites;           /* the point that its newest version cites */
	} syntheses[MODEL_WEEKS][MODEL_TAGS];
};

struct model_person {
	const char *login;
	int home;
	unsigned roles;
	bool active;
	bool deputy_of[MODEL_UNITS], excused[MODEL_WEEKS];
	int64_t id;
};

enum model_state { M_SUBMITTED, M_CLOSED, M_WITHDRAWN };

struct model_reflection {
	int64_t id, week, lies_in; /* the week of the team's roll-up */
	int person, team;
	bool task, late;
	enum model_state state;
};

struct model_point {
	int64_t id, week;
	int64_t lies_in[4]; /* the week of the roll-up of each level, by enum reach: team, branch,
			       hq */
	int reflection, author, team, branch;
	int position, lead;  /* lead: the point it is merged under, or -1 */
	long headline, step; /* its number; when it was written */
	enum kind kind;
	enum reach reach;
	bool team_only, anonymous, withdrawn, classified, highlighted, answered;
	bool left; /* out of its branch's texts, with a reason */
	bool picked[MODEL_WEEKS];
	unsigned tags; /* bits */
	unsigned used; /* by whom: a bit a person */
	int of_effect[3];
};

struct model_remark {
	int64_t id;
	int point, person;
	bool author_lets, manager_lets; /* it rises where both do */
};

struct model {
	struct model_unit units[MODEL_UNITS];
	struct model_person people[MODEL_PEOPLE];
	struct model_reflection reflections[MODEL_REFLECTIONS];
	struct model_point points[MODEL_POINTS];
	struct model_remark remarks[MODEL_REMARKS];
	int remark_count;
	int unit_count, person_count, reflection_count, point_count;
	int64_t first_week, week;   /* week: the current one */
	bool redacted[MODEL_STEPS]; /* what was written in that step */
};

static inline int model_at(const struct model *m, int64_t week)
{
	return (int)(week - m->first_week);
}

static inline bool *model_closed(struct model *m, int unit, int64_t week)
{
	return &m->units[unit].closed[model_at(m, week)];
}

static inline int64_t model_first_open(struct model *m, int unit, int64_t week)
{
	while (*model_closed(m, unit, week))
		week++;
	return week;
}

/* Of a team, as one who works in it: "a unit role counts for the home unit only". */
static inline bool model_member(const struct model *m, int person, int team)
{
	const struct model_person *p = &m->people[person];
	return p->active && p->home == team && (p->roles & (REP | TEAM_MANAGER));
}

static inline bool model_leads(const struct model *m, int person, int unit)
{
	static const unsigned role_of[] = { 0, HQ, BRANCH_MANAGER, TEAM_MANAGER };
	const struct model_person *p = &m->people[person];
	return p->active && (p->deputy_of[unit] ||
				    (p->home == unit && (p->roles & role_of[m->units[unit].kind])));
}

/* "A team without a manager is its branch manager's." */
static inline bool model_manages(const struct model *m, int person, int unit)
{
	if (model_leads(m, person, unit))
		return true;
	if (m->units[unit].kind != UNIT_TEAM)
		return false;
	for (int i = 0; i < m->person_count; i++)
		if (model_leads(m, i, unit))
			return false;
	return model_leads(m, person, m->units[unit].parent);
}

static inline bool model_is(const struct model *m, int person, unsigned roles)
{
	return m->people[person].active && (m->people[person].roles & roles);
}

static inline bool model_sees(const struct model *m, int person, const struct model_point *p)
{
	if (!m->people[person].active)
		return false;
	if (p->author == person)
		return true;
	if (p->withdrawn)
		return false;
	if (model_member(m, person, p->team) || model_manages(m, person, p->team))
		return true;
	if (p->reach >= REACH_BRANCH && model_manages(m, person, p->branch))
		return true;
	return p->reach >= REACH_HQ &&
	       (model_manages(m, person, 0) || model_is(m, person, TRAINER));
}

/* May open the page of a unit's roll-up: 200 or 404. A deputy opens what the manager would; whoever
 * manages a team opens its branch. */
static inline bool model_opens(const struct model *m, int person, int unit)
{
	const struct model_unit *u = &m->units[unit];
	if (!m->people[person].active)
		return false;
	if (model_manages(m, person, unit) || model_manages(m, person, 0) ||
		model_is(m, person, TRAINER))
		return true;
	for (int i = 0; i < m->unit_count; i++)
		if (m->units[i].kind == UNIT_TEAM && m->units[i].parent == unit &&
			model_manages(m, person, i))
			return true;
	int home = m->people[person].home;
	if (u->kind == UNIT_HQ)
		return true;
	if (u->kind == UNIT_BRANCH)
		return home == unit || m->units[home].parent == unit;
	return model_member(m, person, unit) || model_manages(m, person, u->parent);
}

static inline bool model_in_rollup(
	const struct model *m, const struct model_point *p, int unit, int64_t week)
{
	if (p->withdrawn)
		return false;
	switch (m->units[unit].kind) {
	case UNIT_TEAM:
		return p->team == unit && p->lies_in[REACH_TEAM] == week;
	case UNIT_BRANCH:
		return p->reach >= REACH_BRANCH && p->branch == unit &&
		       p->lies_in[REACH_BRANCH] == week;
	case UNIT_HQ:
		return p->reach >= REACH_HQ && p->lies_in[REACH_HQ] == week;
	case UNIT_NONE:
		break;
	}
	return false;
}

/* Who is asked to write in a team's week, a bit a person: its reps of today, or those who were
 * when it closed; and whoever wrote. */
static inline unsigned model_roster(const struct model *m, int team, int64_t week)
{
	unsigned all = m->units[team].kept[model_at(m, week)];
	for (int i = 0; i < m->person_count && !m->units[team].closed[model_at(m, week)]; i++)
		if (m->people[i].active && m->people[i].home == team && m->people[i].roles & REP)
			all |= 1u << i;
	for (int i = 0; i < m->reflection_count; i++) {
		const struct model_reflection *r = &m->reflections[i];
		if (r->team == team && r->week == week && !r->task && r->state != M_WITHDRAWN)
			all |= 1u << r->person;
	}
	return all;
}

/* Out of a merger, neither under a lead nor over others. */
static inline void model_part(struct model *m, int point)
{
	m->points[point].lead = -1;
	for (int i = 0; i < m->point_count; i++)
		if (m->points[i].lead == point)
			m->points[i].lead = -1;
}

/* Words stay as they are from the team's close on; closing lets them rise. */
static inline void model_close(struct model *m, int unit, int64_t week)
{
	if (*model_closed(m, unit, week))
		return;
	m->units[unit].kept[model_at(m, week)] = model_roster(m, unit, week);
	*model_closed(m, unit, week) = true;
	for (int i = 0; i < m->reflection_count; i++) {
		struct model_reflection *r = &m->reflections[i];
		if (r->team == unit && r->lies_in == week && r->state == M_SUBMITTED)
			r->state = M_CLOSED;
	}
	for (int i = 0; i < m->point_count; i++) {
		struct model_point *p = &m->points[i];
		if (!model_in_rollup(m, p, unit, week) || p->team_only)
			continue;
		if (m->units[unit].kind == UNIT_TEAM && p->reach == REACH_TEAM) {
			p->reach = REACH_BRANCH;
			p->branch = m->units[unit].parent;
			p->lies_in[REACH_BRANCH] = model_first_open(m, p->branch, week);
		} else if (m->units[unit].kind == UNIT_BRANCH && p->reach == REACH_BRANCH) {
			p->reach = REACH_HQ;
			p->lies_in[REACH_HQ] = model_first_open(m, 0, week);
		}
	}
}

/* "409 once the parent has closed that week": the week of the same name, or the one in which what
 * rose from here now lies. */
static inline bool model_may_reopen(struct model *m, int unit, int64_t week)
{
	const struct model_unit *u = &m->units[unit];
	if (u->kind == UNIT_HQ)
		return true;
	if (*model_closed(m, u->parent, week))
		return false;
	enum reach above = u->kind == UNIT_TEAM ? REACH_BRANCH : REACH_HQ;
	for (int i = 0; i < m->point_count; i++) {
		const struct model_point *p = &m->points[i];
		int parent = u->kind == UNIT_TEAM ? p->branch : 0;
		if (model_in_rollup(m, p, unit, week) && p->reach >= above &&
			*model_closed(m, parent, p->lies_in[above]))
			return false;
	}
	return true;
}

static inline void model_reopen(struct model *m, int unit, int64_t week)
{
	if (!*model_closed(m, unit, week))
		return;
	*model_closed(m, unit, week) = false;
	m->units[unit].kept[model_at(m, week)] = 0;
	for (int i = 0; i < m->reflection_count; i++) {
		struct model_reflection *r = &m->reflections[i];
		if (r->team == unit && r->lies_in == week && r->state == M_CLOSED)
			r->state = M_SUBMITTED;
	}
	enum unit_kind kind = m->units[unit].kind;
	for (int i = 0; i < m->point_count && kind != UNIT_HQ; i++) {
		struct model_point *p = &m->points[i];
		if (model_in_rollup(m, p, unit, week) &&
			p->reach == (kind == UNIT_TEAM ? REACH_BRANCH : REACH_HQ)) {
			p->reach--;
			if (kind == UNIT_TEAM) {
				model_part(m, i);
				p->left = false;
			}
		}
	}
}

#endif
