#include "demo_act.h"

#include <assert.h>

#include "base/log.h"
#include "demo_acting.h"

void demo_acting_be(struct demo_acting *act, const struct demo_person *person)
{
	act->work.who = who_login_any(act->work.db, person->login);
	assert(act->work.who);
}

void demo_acting_be_first(struct demo_acting *act, enum role role)
{
	act->work.who = who_operator();
	LIST_EACH (const struct demo_person, person, &act->plan->people)
		if ((person->roles & role) && person->active) {
			demo_acting_be(act, person);
			return;
		}
}

void demo_acting_be_manager(struct demo_acting *act, size_t unit)
{
	const struct demo_unit *u = &act->plan->units.items[unit];
	if (u->manager != DEMO_NOBODY)
		demo_acting_be(act, &act->plan->people.items[u->manager]);
	else if (u->kind == UNIT_TEAM)
		demo_acting_be_manager(act, u->parent);
	else
		demo_acting_be_first(act, HQ);
}

static demo_act *const acts[] = {
	[HAND_IN_SHORT] = demo_write_entry,
	[HAND_IN] = demo_write_entry,
	[BEGIN_DRAFT] = demo_write_draft,
	[EXCUSE] = demo_manage_excuse,
	[CLASSIFY] = demo_manage_classify,
	[FLAG] = demo_manage_flag,
	[DISTIL] = demo_manage_distil,
	[DISTIL_REST] = demo_distil_week,
	[PICK] = demo_manage_pick,
	[CLOSE] = demo_manage_close,
	[STORY] = demo_story_write,
	[LEAVE] = demo_manage_leave,
	[CHOOSE_REPORTS] = demo_report_choose,
	[WRITE_REPORT] = demo_report_write,
	[SHARE] = demo_report_share,
	[SAY] = demo_say,
	[MEET] = demo_meet_hold,
	[PLAN] = demo_meet_plan,
	[DECIDE] = demo_meet_decide,
	[THANK] = demo_meet_thank,
	[TASK] = demo_meet_task,
	[ISSUE] = demo_issue,
	[CLIMB] = demo_say_climb,
};

/* What a person may find closed, late or gone, the sample's people find so too; anything else is a
 * fault of the sample. */
static bool is_life(enum outcome outcome)
{
	return outcome == DONE || outcome == CONFLICT || outcome == NOT_FOUND ||
	       outcome == FORBIDDEN;
}

static enum outcome act_all(struct demo_acting *act, const struct demo_events *all)
{
	struct arena *mine = act->work.arena;
	LIST_EACH (const struct demo_event, event, all) {
		db_end(act->work.db);
		arena_reset(mine);
		db_begin(act->work.db, mine);
		act->work.now = event->at;
		act->work.faults = (struct faults){ .arena = mine };
		enum outcome outcome = acts[event->what](act, event);
		if (is_life(outcome))
			continue;
		const struct faults *f = &act->work.faults;
		log_event("demo", "step", arena_format(mine, "%d", (int)event->what), "outcome",
			arena_format(mine, "%d", (int)outcome), "fault",
			f->count ? f->items[0].message : "-", NULL);
		return outcome;
	}
	return DONE;
}

enum outcome demo_act_weeks(struct work *w, struct demo_plan *p)
{
	struct demo_events all = demo_event_all(p);
	struct demo_acting act = { .work = *w, .plan = p };
	act.work.arena = arena_new();
	enum outcome outcome = act_all(&act, &all);
	if (outcome == DONE) {
		db_end(w->db);
		arena_reset(act.work.arena);
		db_begin(w->db, act.work.arena);
		outcome = demo_use_all(&act);
		if (outcome == DONE)
			outcome = demo_playbook_all(&act);
	}
	db_end(w->db);
	arena_free(act.work.arena);
	db_begin(w->db, w->arena);
	return outcome;
}
