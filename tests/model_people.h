/* model_people: who acts, and how the organisation changes under the players. */
#ifndef MODEL_PEOPLE_H
#define MODEL_PEOPLE_H

#include "model_manage.h"
#include "model_play.h"
#include "rules/deputy.h"
#include "rules/redact.h"
#include "rules/unit.h"

static inline int play_anybody(struct play *g)
{
	return play_below(g, g->m->person_count);
}

static inline int play_somebody_who_manages(struct play *g, int unit)
{
	int person = play_anybody(g);
	for (int i = 0; i < g->m->person_count; i++)
		if (model_manages(g->m, (person + i) % g->m->person_count, unit))
			return (person + i) % g->m->person_count;
	return person;
}

static inline int play_some_writer(struct play *g)
{
	int person = play_anybody(g);
	for (int i = 0; i < 4 && !model_is(g->m, person, REP); i++)
		person = play_anybody(g);
	return person;
}

static inline int64_t play_some_week(struct play *g)
{
	return g->m->week - (play_chance(g, 60) ? 0 : play_below(g, 4));
}

static inline void play_store_person(struct play *g, int number)
{
	const struct model_person *p = &g->m->people[number];
	struct arena *a = arena_new();
	{
		TXN(t, g->h->app.install.writer, a);
		struct person row = *person_get_any(t.db, (struct person_id){ (int64_t)p->id });
		row.unit.n = g->m->units[p->home].id;
		row.roles = p->roles;
		row.active = p->active;
		person_change(&t, &row);
		sight_refresh(&t);
		assert_true(txn_commit(&t));
	}
	arena_free(a);
}

static inline void play_move_person(struct play *g)
{
	static const unsigned fits[][4] = { { HQ, TRAINER, HQ | TRAINER, ADMIN },
		{ BRANCH_MANAGER, BRANCH_MANAGER, TRAINER, BRANCH_MANAGER | TRAINER },
		{ REP, REP, REP | TEAM_MANAGER, TEAM_MANAGER } };
	int number = play_anybody(g);
	struct model_person *p = &g->m->people[number];
	p->home = play_below(g, g->m->unit_count);
	p->roles = fits[g->m->units[p->home].kind - UNIT_HQ][play_below(g, 4)];
	p->active = play_chance(g, 90);
	play_store_person(g, number);
}

/* Who may change this: administrators, mostly. */
static inline int play_some_admin(struct play *g)
{
	int person = play_anybody(g);
	for (int i = 0; i < 20 && !model_is(g->m, person, ADMIN); i++)
		person = play_anybody(g);
	return person;
}

static inline void play_expect(struct play *g, const char *what, int person, int64_t id,
	enum outcome outcome, enum outcome expected)
{
	if (!g->m->people[person].active)
		expected = FORBIDDEN;
	if (outcome != expected)
		PLAY_WRONG(g, "%s %s %d: %d, expected %d", play_login(g, person), what, (int)id,
			outcome, expected);
}

struct play_deputy {
	struct unit_id unit;
	const char *login;
	struct person_id person;
	bool named;
};

static inline enum outcome play_rule_deputy(struct work *w, void *p)
{
	struct play_deputy *d = p;
	return d->named ? deputy_name(w, d->unit, d->login, "")
			: deputy_dismiss(w, d->unit, d->person);
}

static inline void play_deputy(struct play *g)
{
	struct model *m = g->m;
	int number = play_anybody(g), unit = play_below(g, m->unit_count);
	int by = play_chance(g, 50) ? play_somebody_who_manages(g, unit) : play_some_admin(g);
	bool *is = &m->people[number].deputy_of[unit];
	struct play_deputy d = { { m->units[unit].id }, m->people[number].login,
		{ m->people[number].id }, play_chance(g, *is ? 20 : 80) };
	enum outcome expected = DONE;
	if (!model_names_deputies(m, by, unit) || (!d.named && !*is))
		expected = NOT_FOUND;
	else if (d.named && !model_may_be_deputy(m, by, number, unit))
		expected = INVALID;
	enum outcome outcome = play_rule(g, by, play_rule_deputy, &d);
	play_expect(g, d.named ? "names a deputy" : "dismisses", by, d.person.n, outcome, expected);
	if (outcome == DONE)
		*is = d.named;
}

static inline enum outcome play_rule_move(struct work *w, void *p)
{
	const struct unit *wanted = p;
	struct unit now = *unit_get(w->db, wanted->id);
	now.parent = wanted->parent;
	return unit_alter(w, &now);
}

static inline void play_move_team(struct play *g)
{
	int unit = 3 + play_below(g, 3), parent = 1 + play_below(g, 2), by = play_some_admin(g);
	const struct unit wanted = { .id = { g->m->units[unit].id },
		.parent = { g->m->units[parent].id } };
	enum outcome outcome = play_rule(g, by, play_rule_move, (void *)&wanted);
	play_expect(g, "moves unit", by, wanted.id.n, outcome,
		model_is(g->m, by, ADMIN) ? DONE : FORBIDDEN);
	if (outcome == DONE)
		g->m->units[unit].parent = parent;
}

static inline enum outcome play_rule_redact(struct work *w, void *text)
{
	struct redact_places places;
	return redact_apply(w, text, &places);
}

/* What was written in one step is taken out; the page is for administrators, the route sees to it.
 */
static inline void play_redact(struct play *g)
{
	int by = play_some_admin(g);
	long step = 1 + play_below(g, (int)g->step);
	const char *text = arena_format(g->h->arena, "第 %ld 步", step);
	enum outcome outcome = play_rule(g, by, play_rule_redact, (void *)text);
	play_expect(g, "redacts", by, step, outcome, DONE);
	g->m->redacted[step] |= outcome == DONE;
}

#endif
