#include "demo_act.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "base/text.h"
#include "reflection.h"
#include "rollup.h"

enum what { HAND_IN_SHORT, HAND_IN, CLOSE };

struct event {
	int64_t at;
	size_t order;
	enum what what;
	size_t index; /* of an entry or a unit */
	struct week week;
};
struct events {
	struct event *items;
	size_t count, room;
};

struct acting {
	struct work work; /* at the event's moment, for the person who acts */
	struct demo_plan *plan;
};

static void add_event(struct demo_plan *p, struct events *all, int64_t at, enum what what,
	size_t index, struct week week)
{
	if (at > p->now)
		return;
	size_t order = all->count;
	*LIST_ADD(p->arena, all) = (struct event){ at, order, what, index, week };
}

static void plan_entries(struct demo_plan *p, struct events *all)
{
	for (size_t i = 0; i < p->entries.count; i++) {
		const struct demo_entry *e = &p->entries.items[i];
		if (e->presence > LATE)
			continue;
		if (e->revised)
			add_event(p, all, e->at, HAND_IN_SHORT, i, e->week);
		int64_t again = e->at + 25 * 60;
		add_event(
			p, all, e->revised && again <= p->now ? again : e->at, HAND_IN, i, e->week);
	}
}

/* Older weeks are closed up to the headquarters. Of last week one branch is still open, and so is
 * the last of its teams. */
static bool stays_open(const struct demo_plan *p, size_t unit, struct week week)
{
	if (week.n < p->last.n - 1)
		return false;
	const struct demo_unit *u = &p->units.items[unit];
	size_t last_branch = 0, last_team = 0;
	for (size_t i = 0; i < p->units.count; i++) {
		if (p->units.items[i].kind == UNIT_BRANCH)
			last_branch = i;
		if (p->units.items[i].kind == UNIT_TEAM && p->units.items[i].parent == last_branch)
			last_team = i;
	}
	return u->kind == UNIT_HQ || week.n == p->last.n || unit == last_branch ||
	       unit == last_team;
}

static void plan_closes(struct demo_plan *p, struct events *all)
{
	for (struct week week = p->first; week.n < p->last.n; week.n++)
		for (size_t i = 0; i < p->units.count; i++) {
			if (stays_open(p, i, week))
				continue;
			int day = 7 + UNIT_TEAM - (int)p->units.items[i].kind; /* Monday: teams */
			/* Now and then a team is late, and its points go up a week later. */
			if (p->units.items[i].kind == UNIT_TEAM && dice_percent(&p->dice, 6))
				day += 2;
			int hour = (int)dice_between(&p->dice, 14, 18);
			int minute = (int)dice_below(&p->dice, 60);
			add_event(p, all, demo_plan_moment(p, week, day, hour, minute), CLOSE, i,
				week);
		}
}

static int by_moment(const void *a, const void *b)
{
	const struct event *x = a, *y = b;
	if (x->at != y->at)
		return x->at < y->at ? -1 : 1;
	return x->order < y->order ? -1 : 1;
}

/* ---- doing it -------------------------------------------------------------------------------- */

static void be(struct acting *act, const struct demo_person *person)
{
	act->work.who = who_login_any(act->work.db, person->login);
	assert(act->work.who);
}

/* The manager of a unit; a team without one is its branch manager's. */
static const struct demo_person *manager(const struct demo_plan *p, size_t unit)
{
	const struct demo_unit *u = &p->units.items[unit];
	if (u->manager != DEMO_NOBODY)
		return &p->people.items[u->manager];
	if (u->kind == UNIT_TEAM)
		return manager(p, u->parent);
	LIST_EACH (const struct demo_person, person, &p->people)
		if (person->roles & HQ)
			return person;
	return NULL;
}

static enum outcome hand_in(struct acting *act, const struct event *event)
{
	struct work *w = &act->work;
	const struct demo_entry *e = &act->plan->entries.items[event->index];
	be(act, &act->plan->people.items[e->person]);
	const char *text = demo_plan_text(w->arena, act->plan, e, event->what == HAND_IN_SHORT);
	struct reflection_rules rules = reflection_rules_now(w);
	struct reflection_text parsed;
	if (!reflection_text_parse(w->arena, text, strlen(text), &rules, &parsed, &w->faults))
		return INVALID;
	const struct submission s = { .text = &parsed };
	struct reflection_id id;
	bool created;
	enum outcome outcome = reflection_submit(w, &s, &id, &created);
	return outcome == CONFLICT ? DONE : outcome; /* the team closed in between */
}

static enum outcome close_week(struct acting *act, const struct event *event)
{
	be(act, manager(act->plan, event->index));
	return rollup_close(&act->work, act->plan->units.items[event->index].id, event->week);
}

static enum outcome (*const acts[])(struct acting *, const struct event *) = {
	[HAND_IN_SHORT] = hand_in,
	[HAND_IN] = hand_in,
	[CLOSE] = close_week,
};

static enum outcome act_all(struct acting *act, const struct events *all)
{
	struct arena *mine = act->work.arena;
	LIST_EACH (const struct event, event, all) {
		db_end(act->work.db);
		arena_reset(mine);
		db_begin(act->work.db, mine);
		act->work.now = event->at;
		enum outcome outcome = acts[event->what](act, event);
		if (outcome != DONE) {
			log_event("demo", "step", arena_format(mine, "%d", (int)event->what),
				"outcome", arena_format(mine, "%d", (int)outcome), "fault",
				act->work.faults.count ? act->work.faults.items[0].message : "-",
				NULL);
			return outcome;
		}
	}
	return DONE;
}

enum outcome demo_act_weeks(struct work *w, struct demo_plan *p)
{
	struct events all = { 0 };
	plan_entries(p, &all);
	plan_closes(p, &all);
	if (all.count)
		qsort(all.items, all.count, sizeof *all.items, by_moment);
	struct acting act = { .work = *w, .plan = p };
	act.work.arena = arena_new();
	act.work.faults = (struct faults){ .arena = act.work.arena };
	enum outcome outcome = act_all(&act, &all);
	db_end(w->db);
	arena_free(act.work.arena);
	db_begin(w->db, w->arena);
	return outcome;
}
