/* What people of the sample write. */
#include <assert.h>
#include <string.h>

#include "demo_acting.h"
#include "draft.h"
#include "reflection.h"
#include "reflection_form.h"
#include "store/point.h"

static enum outcome parse(struct demo_acting *act, const struct demo_entry *e, bool without_last,
	struct reflection_text *text)
{
	struct work *w = &act->work;
	demo_acting_be(act, &act->plan->people.items[e->person]);
	const char *typed = demo_plan_text(w->arena, act->plan, e, without_last);
	struct reflection_rules rules = reflection_rules_now(w);
	return reflection_text_parse(w->arena, typed, strlen(typed), &rules, text, &w->faults)
		       ? DONE
		       : INVALID;
}

/* The numbers that the points got: in the order of kind and place, as they were picked. */
static void note_numbers(struct demo_acting *act, struct demo_entry *e, struct reflection_id id)
{
	work_refresh(&act->work);
	struct points points = point_of_reflection_any(act->work.db, id);
	for (enum kind kind = EXPERIENCE; kind <= LESSON; kind++) {
		int64_t place = 0;
		for (size_t i = 0; i < e->count; i++) {
			if (e->picks[i].point->kind != kind)
				continue;
			LIST_EACH (const struct point, p, &points)
				if (!p->withdrawn && p->kind == kind && p->position == place)
					e->picks[i].id = p->id;
			place++;
		}
	}
}

enum outcome demo_write_entry(struct demo_acting *act, const struct demo_event *event)
{
	struct demo_entry *e = &act->plan->entries.items[event->index];
	struct reflection_text text;
	enum outcome outcome = parse(act, e, event->what == HAND_IN_SHORT, &text);
	if (outcome != DONE)
		return outcome;
	const struct submission s = { .text = &text,
		.via = e->seed % 10 == 0 ? VIA_FILE : VIA_PAGE };
	struct reflection_id id;
	bool created;
	outcome = reflection_submit(&act->work, &s, &id, &created);
	if (outcome == DONE && event->what == HAND_IN)
		note_numbers(act, e, id);
	return outcome;
}

enum outcome demo_write_draft(struct demo_acting *act, const struct demo_event *event)
{
	const struct demo_entry *e = &act->plan->entries.items[event->index];
	struct reflection_text text;
	enum outcome outcome = parse(act, e, false, &text);
	if (outcome != DONE)
		return outcome;
	struct reflection_form form = reflection_form_of(act->work.arena, &text);
	const struct draft *now;
	return draft_save(&act->work, week_name(act->work.arena, e->week),
		reflection_form_encode(act->work.arena, &form), 0, &now);
}
