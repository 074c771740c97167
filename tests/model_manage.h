/* model_manage: what managers do to points and weeks, in the model: for each act the status that it
 * gets (DESIGN §8), and what it changes. */
#ifndef MODEL_MANAGE_H
#define MODEL_MANAGE_H

#include "model.h"

/* A point of the branch's open week that the person manages: 200, or why not. */
static inline int model_merges(struct model *m, int person, int point)
{
	const struct model_point *p = &m->points[point];
	if (!model_sees(m, person, p))
		return 404;
	bool risen = p->reach >= REACH_BRANCH;
	if (!model_manages(m, person, risen ? p->branch : m->units[p->team].parent))
		return 403;
	if (p->team_only || !risen)
		return 409;
	bool begun = p->lies_in[REACH_BRANCH] <= m->week;
	return !begun || *model_closed(m, p->branch, p->lies_in[REACH_BRANCH]) ? 409 : 200;
}

static inline int model_merge_status(
	struct model *m, int person, int lead, const int *points, int n)
{
	int status = model_merges(m, person, lead), others = 0;
	const struct model_point *l = &m->points[lead];
	for (int i = 0; i < n && status == 200; i++) {
		const struct model_point *p = &m->points[points[i]];
		if (points[i] == lead)
			continue;
		others++;
		status = model_merges(m, person, points[i]);
		if (status == 200 && (p->branch != l->branch ||
					     p->lies_in[REACH_BRANCH] != l->lies_in[REACH_BRANCH]))
			status = 409;
	}
	return status == 200 && !others ? 422 : status;
}

static inline bool model_cited(struct model *m, const struct model_point *p)
{
	int64_t at = model_at(m, p->lies_in[REACH_BRANCH]);
	for (int tag = 0; tag < MODEL_TAGS; tag++) {
		const struct model_synthesis *s = &m->units[p->branch].syntheses[at][tag];
		if (s->id && &m->points[s->cites] == p)
			return true;
	}
	return false;
}

/* What became of a point of a branch's week (store/handled.h). */
static inline const char *model_handled(struct model *m, const struct model_point *p)
{
	int64_t at = model_at(m, p->lies_in[REACH_BRANCH]);
	if (p->lead >= 0)
		return "merged";
	if (model_cited(m, p))
		return "cited";
	if (p->left)
		return "left";
	for (int tag = 0; tag < MODEL_TAGS; tag++)
		if (p->tags >> tag & 1 && m->units[p->branch].syntheses[at][tag].id)
			return "placed";
	return "open";
}

static inline int model_leave_status(struct model *m, int person, int point)
{
	const struct model_point *p = &m->points[point];
	int status = model_merges(m, person, point);
	return status == 200 && (p->lead >= 0 || model_cited(m, p)) ? 409 : status;
}

/* "What was under one of them comes along." */
static inline void model_merge(struct model *m, int lead, const int *points, int n)
{
	m->points[lead].lead = -1;
	for (int i = 0; i < n; i++) {
		if (points[i] == lead)
			continue;
		for (int j = 0; j < m->point_count; j++)
			if (m->points[j].lead == points[i])
				m->points[j].lead = lead;
		m->points[points[i]].lead = lead;
	}
}

/* The team's manager until the team closes; for what lies in the branch, the branch's until that
 * closes. */
static inline int model_classify_status(struct model *m, int person, const struct model_point *p)
{
	if (!model_sees(m, person, p))
		return 404;
	bool team = model_manages(m, person, p->team);
	bool branch = p->reach >= REACH_BRANCH && model_manages(m, person, p->branch);
	if (p->withdrawn || (!team && !branch))
		return 403;
	if (team && p->reach == REACH_TEAM && !*model_closed(m, p->team, p->lies_in[REACH_TEAM]))
		return 200;
	return branch && p->reach == REACH_BRANCH &&
			       !*model_closed(m, p->branch, p->lies_in[REACH_BRANCH])
		       ? 200
		       : 409;
}

static inline int model_highlight_status(
	const struct model *m, int person, const struct model_point *p)
{
	if (!model_sees(m, person, p))
		return 404;
	bool may = (p->reach >= REACH_BRANCH && model_manages(m, person, p->branch)) ||
		   (p->reach >= REACH_HQ && model_manages(m, person, 0));
	return may ? 200 : 403;
}

static inline int model_pick_status(struct model *m, int person, const struct model_point *p)
{
	if (!model_sees(m, person, p))
		return 404;
	if (!model_manages(m, person, 0))
		return 403;
	if (p->reach < REACH_HQ || p->lies_in[REACH_HQ] > m->week)
		return 409;
	return *model_closed(m, 0, p->lies_in[REACH_HQ]) ? 409 : 200;
}

/* What may be done to a unit's week by who manages it, whether it is closed or not. */
static inline int model_works_status(struct model *m, int person, int unit, int64_t week)
{
	if (week > m->week || !model_opens(m, person, unit))
		return 404;
	return model_manages(m, person, unit) ? 200 : 403;
}

static inline int model_open_status(struct model *m, int person, int unit, int64_t week)
{
	int status = model_works_status(m, person, unit, week);
	return status == 200 && *model_closed(m, unit, week) ? 409 : status;
}

static inline int model_excuse_status(
	struct model *m, int person, int team, int64_t week, int excused)
{
	if (m->units[team].kind != UNIT_TEAM)
		return 404;
	int status = model_works_status(m, person, team, week);
	return status == 200 && !(model_roster(m, team, week) >> excused & 1) ? 422 : status;
}

/* "Names for the team and its manager; above it, after close, four numbers": at headquarters when
 * the branch has closed too. */
static inline bool model_names(const struct model *m, int person, int team)
{
	return model_manages(m, person, team) || model_member(m, person, team);
}

static inline bool model_numbers(struct model *m, int person, int team, int64_t week)
{
	int branch = m->units[team].parent;
	return model_names(m, person, team) ||
	       (*model_closed(m, team, week) &&
		       (model_manages(m, person, branch) || *model_closed(m, branch, week)));
}

/* By enum presence of store/roster.h: handed in, late, missing, excused. */
static inline void model_attendance(struct model *m, int team, int64_t week, int64_t of[4])
{
	unsigned roster = model_roster(m, team, week);
	for (int i = 0; i < m->person_count; i++) {
		int is = m->people[i].excused[model_at(m, week)] ? 3 : 2;
		for (int j = 0; j < m->reflection_count; j++) {
			const struct model_reflection *r = &m->reflections[j];
			if (r->person == i && r->team == team && r->week == week && !r->task &&
				r->state != M_WITHDRAWN)
				is = r->late;
		}
		of[is] += roster >> i & 1;
	}
}

/* Draft: its managers. Closed: headquarters, trainers, and who works in the branch. */
static inline bool model_sees_synthesis(struct model *m, int person, int unit, int64_t week)
{
	if (!m->people[person].active)
		return false;
	if (model_manages(m, person, unit))
		return true;
	if (!*model_closed(m, unit, week))
		return false;
	if (model_manages(m, person, 0) || model_is(m, person, TRAINER))
		return true;
	int home = m->people[person].home;
	if (unit && model_is(m, person, REP | TEAM_MANAGER | BRANCH_MANAGER) &&
		(home == unit || m->units[home].parent == unit))
		return true;
	for (int i = 0; unit && i < m->unit_count; i++)
		if (m->units[i].parent == unit && model_manages(m, person, i))
			return true;
	return false;
}

/* "Named by the unit's managers (not by deputies) or an administrator." */
static inline bool model_names_deputies(const struct model *m, int person, int unit)
{
	return model_is(m, person, ADMIN) ||
	       (model_manages(m, person, unit) && !m->people[person].deputy_of[unit]);
}

/* A manager: people of the unit, below it and above it; an administrator: anybody. */
static inline bool model_may_be_deputy(const struct model *m, int by, int person, int unit)
{
	int home = m->people[person].home;
	if (!m->people[person].active)
		return false;
	return model_is(m, by, ADMIN) ||
	       (person != by && (home == unit || m->units[home].parent == unit ||
					home == m->units[unit].parent));
}

#endif
