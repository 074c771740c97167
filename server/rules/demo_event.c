#include "demo_event.h"

#include "demo_line.h"
#include "demo_meet.h"

static void add(struct demo_plan *p, struct demo_events *all, int64_t at, enum demo_what what,
	size_t index, struct week week)
{
	if (at > p->now)
		return;
	size_t order = all->count;
	*LIST_ADD(p->arena, all) = (struct demo_event){ at, order, what, index, week };
}

static void entry_events(struct demo_plan *p, struct demo_events *all, size_t i)
{
	const struct demo_entry *e = &p->entries.items[i];
	if (e->draft)
		add(p, all, e->at, BEGIN_DRAFT, i, e->week);
	if (e->presence == EXCUSED)
		add(p, all, demo_plan_moment(p, e->week, 6, 20, 15), EXCUSE, i, e->week);
	if (e->presence > LATE)
		return;
	int64_t again = e->at + 25 * 60;
	if (e->revised)
		add(p, all, e->at, HAND_IN_SHORT, i, e->week);
	add(p, all, e->revised && again <= p->now ? again : e->at, HAND_IN, i, e->week);
	if (e->week.n < p->last.n)
		add(p, all, demo_plan_moment(p, e->week, 8, 11, (int)i % 60), FLAG, i, e->week);
}

/* Older weeks are closed up to the headquarters. Of last week one branch is still open, and so is
 * the last of its teams. */
static bool stays_open(const struct demo_plan *p, size_t unit, struct week week)
{
	if (week.n < p->last.n - 1)
		return false;
	size_t last_branch = 0, last_team = 0;
	for (size_t i = 0; i < p->units.count; i++) {
		if (p->units.items[i].kind == UNIT_BRANCH)
			last_branch = i;
		if (p->units.items[i].kind == UNIT_TEAM && p->units.items[i].parent == last_branch)
			last_team = i;
	}
	return p->units.items[unit].kind == UNIT_HQ || unit == last_branch || unit == last_team;
}

static void unit_events(struct demo_plan *p, struct demo_events *all, size_t i, struct week week)
{
	const struct demo_unit *u = &p->units.items[i];
	int day = 7 + UNIT_TEAM - (int)u->kind; /* Monday the teams, Tuesday the branches … */
	/* Now and then a team is late, and its points go up a week later; not last week, which is
	 * looked at first. */
	if (u->kind == UNIT_TEAM && week.n < p->last.n - 1 && dice_percent(&p->dice, 6))
		day += 2;
	int hour = (int)dice_between(&p->dice, 14, 18), minute = (int)dice_below(&p->dice, 60);
	if (u->kind == UNIT_TEAM)
		add(p, all, demo_plan_moment(p, week, day, 9, minute), CLASSIFY, i, week);
	if (u->kind == UNIT_BRANCH)
		add(p, all, demo_plan_moment(p, week, day, 13, minute), DISTIL_REST, i, week);
	if (u->kind == UNIT_HQ)
		add(p, all, demo_plan_moment(p, week, day, 10, minute), PICK, i, week);
	if (!stays_open(p, i, week))
		add(p, all, demo_plan_moment(p, week, day, hour, minute), CLOSE, i, week);
}

static void plant_events(struct demo_plan *p, struct demo_events *all, size_t i)
{
	const struct demo_plant *plant = &p->plants.items[i];
	int day = 7 + UNIT_TEAM - (int)p->units.items[plant->unit].kind;
	add(p, all, demo_plan_moment(p, plant->week, day, 12, (int)(i * 7 % 60)), DISTIL, i,
		plant->week);
}

/* What was asked on a Friday is decided on Monday, a manager's own by the branch; what only the
 * branch decides has climbed by Thursday. */
static void decision_events(
	struct demo_plan *p, struct demo_events *all, size_t team, struct week week)
{
	int minute = (int)(team * 11 % 60);
	size_t branch = p->units.items[team].parent;
	add(p, all, demo_plan_moment(p, week, 7, 10, minute), DECIDE, team, week);
	add(p, all, demo_plan_moment(p, week, 7, 15, minute), DECIDE, branch, week);
	add(p, all, demo_plan_moment(p, week, 10, 11, minute), DECIDE, branch, week);
	add(p, all, demo_plan_moment(p, week, 8, 8, minute), THANK, team, week);
	add(p, all, demo_plan_moment(p, week, 11, 8, minute), THANK, team, week);
}

/* A few teams meet on Fridays; the next meeting is planned. */
static void meeting_events(struct demo_plan *p, struct demo_events *all)
{
	size_t teams = 0;
	for (size_t i = 0; i < p->units.count && teams < DEMO_MEETING_TEAMS; i++) {
		if (p->units.items[i].kind != UNIT_TEAM)
			continue;
		teams++;
		for (int back = DEMO_MEETING_WEEKS; back > 0; back--) {
			struct week week = { p->last.n - back };
			if (week.n < p->first.n)
				continue;
			add(p, all, demo_plan_moment(p, week, 4, 17, (int)i % 60), MEET, i, week);
			decision_events(p, all, i, week);
		}
		add(p, all, p->now - 1800, PLAN, i, p->last);
	}
	for (size_t i = 0; i < demo_meet_tasks(); i++)
		add(p, all, p->now - 3600, TASK, i, p->last);
}

static int by_moment(const void *a, const void *b)
{
	const struct demo_event *x = a, *y = b;
	if (x->at != y->at)
		return x->at < y->at ? -1 : 1;
	return x->order < y->order ? -1 : 1;
}

struct demo_events demo_event_all(struct demo_plan *p)
{
	struct demo_events all = { 0 };
	for (size_t i = 0; i < p->entries.count; i++)
		entry_events(p, &all, i);
	for (struct week week = p->first; week.n < p->last.n; week.n++)
		for (size_t i = 0; i < p->units.count; i++)
			unit_events(p, &all, i, week);
	for (size_t i = 0; i < p->plants.count; i++)
		plant_events(p, &all, i);
	for (size_t i = 0; i < DEMO_STORIES; i++) {
		struct week week = { p->last.n - (int64_t)(DEMO_STORIES - i) };
		if (week.n >= p->first.n)
			add(p, &all, demo_plan_moment(p, week, 10, 15, 20), STORY, i, week);
	}
	for (size_t i = 0; i < DEMO_BULLETINS; i++) { /* the day after the headquarters' week */
		struct week week = { p->last.n - 1 - (int64_t)(DEMO_BULLETINS - i) };
		if (week.n >= p->first.n)
			add(p, &all, demo_plan_moment(p, week, 10, 10, 40), ISSUE, i, week);
	}
	for (size_t i = 0; i < p->people.count; i++)
		if (!p->people.items[i].active)
			add(p, &all, demo_plan_moment(p, (struct week){ p->last.n - 2 }, 2, 9, 30),
				LEAVE, i, (struct week){ p->last.n - 2 });
	meeting_events(p, &all);
	demo_line_all(p);
	for (size_t i = 0; i < p->lines.count; i++)
		add(p, &all, p->lines.items[i].at, SAY, i, (struct week){ 0 });
	for (struct week week = p->first; week.n <= p->last.n; week.n++)
		for (int day = 0; day < 7; day++)
			add(p, &all, week_start(p->zone, week) + day * 86400 + 7 * 3600, CLIMB, 0,
				week);
	add(p, &all, demo_report_begin(p), CHOOSE_REPORTS, 0, p->last);
	for (size_t i = 0; i < demo_report_count(p); i++)
		add(p, &all, demo_report_at(p, i), WRITE_REPORT, i, p->last);
	add(p, &all, p->now - 3600, SHARE, 0, p->last);
	LIST_SORT(&all, by_moment);
	return all;
}
