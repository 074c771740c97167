/* What a branch of the sample makes of the rest of a week: a text on each topic that several wrote
 * on, and a reason for what is left. A week that is still open is half done. */
#include "base/out.h"
#include "base/text.h"
#include "demo_acting.h"
#include "leave.h"
#include "rollup.h"
#include "store/handled.h"
#include "store/rollup_line.h"
#include "synthesis.h"

enum { SEVERAL = 3, TOLD = 2, MOST = 200 };

static void tell(struct out *o, const struct rollup_lines *lines, enum kind kind, const char *words)
{
	int told = 0;
	LIST_EACH (const struct rollup_line, l, lines) {
		if (l->kind != kind || l->lead.n || told == TOLD)
			continue;
		out_format(o, "%s%s [[%ld]]", told ? "；" : words, l->headline, (long)l->id.n);
		told++;
	}
	if (told)
		out_text(o, "。\n\n");
}

static enum outcome write(struct demo_acting *act, const struct unit *branch, struct week week,
	const struct handled_topic *topic)
{
	const struct rollup_selection s = { .unit = branch->id,
		.kind = UNIT_BRANCH,
		.week = week,
		.all = true,
		.topic = topic->topic };
	struct rollup_lines lines = rollup_line_list(act->work.db, act->work.who, &s);
	struct out o = out_new(act->work.arena);
	tell(&o, &lines, EXPERIENCE, "**做成的。**");
	tell(&o, &lines, LESSON, "**没做成的。**");
	const struct strings *closes = &act->plan->sample->distil_closes;
	size_t turn = (size_t)(week.n * 5 + branch->id.n * 3 + topic->topic.n);
	out_format(&o, "%s\n", closes->items[turn % closes->count]);
	const struct synthesis_edit e = { .unit = branch->id,
		.week = week,
		.topic = topic->topic,
		.body = out_string(&o),
		.base_version = -1 };
	struct synthesis_id id;
	return synthesis_save(&act->work, &e, &id);
}

static enum outcome leave(struct demo_acting *act, const struct unit *branch, struct week week,
	struct rollup_id rollup)
{
	const struct strings *reasons = &act->plan->sample->leave_reasons;
	struct handled_points open = handled_open_any(act->work.db, branch->id, week, rollup, MOST);
	enum outcome outcome = DONE;
	for (size_t i = 0; i < open.count && outcome == DONE; i++)
		outcome = leave_points(&act->work, &open.items[i].id, 1,
			reasons->items[dice_below(&act->plan->dice, reasons->count)]);
	return outcome;
}

/* Last week of the last branch (demo_event.c). */
static bool stays_open(const struct demo_plan *p, const struct demo_event *event)
{
	for (size_t i = event->index + 1; i < p->units.count; i++)
		if (p->units.items[i].kind == UNIT_BRANCH)
			return false;
	return event->week.n + 1 >= p->last.n;
}

enum outcome demo_distil_week(struct demo_acting *act, const struct demo_event *event)
{
	const struct unit *branch = unit_get(act->work.db, act->plan->units.items[event->index].id);
	const bool half = stays_open(act->plan, event);
	demo_acting_be_manager(act, event->index);
	struct rollup r = rollup_get(act->work.db, branch->id, event->week);
	struct handled_topics topics =
		handled_topics_any(act->work.db, branch->id, event->week, r.id);
	size_t written = 0;
	LIST_EACH (const struct handled_topic, t, &topics) {
		if (!t->topic.n || t->text || t->open < SEVERAL || (half && written == 1))
			continue;
		enum outcome outcome = write(act, branch, event->week, t);
		if (outcome != DONE)
			return outcome;
		written++;
	}
	work_refresh(&act->work);
	r = rollup_get(act->work.db, branch->id, event->week);
	return half ? DONE : leave(act, branch, event->week, r.id);
}
