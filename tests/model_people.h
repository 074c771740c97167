/* model_people: who acts, and how the organisation changes under the players. */
#ifndef MODEL_PEOPLE_H
#define MODEL_PEOPLE_H

#include "model_play.h"

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

static inline void play_deputy(struct play *g)
{
	int number = play_anybody(g), unit = play_below(g, g->m->unit_count);
	struct model_person *p = &g->m->people[number];
	p->deputy_of[unit] = !p->deputy_of[unit];
	struct arena *a = arena_new();
	{
		TXN(t, g->h->app.install.writer, a);
		const char *sql = arena_format(a,
			p->deputy_of[unit]
				? "INSERT INTO deputy (unit_id, person_id, since) VALUES (%d, %d, "
				  "0)"
				: "DELETE FROM deputy WHERE unit_id = %d AND person_id = %d",
			(int)g->m->units[unit].id, (int)p->id);
		assert_true(txn_script(&t, sql));
		sight_refresh(&t);
		assert_true(txn_commit(&t));
	}
	arena_free(a);
}

static inline void play_move_team(struct play *g)
{
	int unit = 3 + play_below(g, 3);
	struct model_unit *u = &g->m->units[unit];
	u->parent = 1 + play_below(g, 2);
	struct arena *a = arena_new();
	{
		TXN(t, g->h->app.install.writer, a);
		struct unit row = *unit_get(t.db, (struct unit_id){ u->id });
		row.parent.n = g->m->units[u->parent].id;
		unit_change(&t, &row);
		sight_refresh(&t);
		assert_true(txn_commit(&t));
	}
	arena_free(a);
}

#endif
