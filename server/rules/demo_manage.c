/* What managers of the sample do: excuse, classify, flag, merge, distil, choose, close. */
#include <stdlib.h>
#include <string.h>

#include "base/out.h"
#include "base/text.h"
#include "classify.h"
#include "demo_acting.h"
#include "excuse.h"
#include "highlight.h"
#include "merge.h"
#include "person.h"
#include "pick.h"
#include "rollup.h"
#include "synthesis.h"

static const char *one_of(struct demo_acting *act, const struct strings *list)
{
	return list->items[dice_below(&act->plan->dice, list->count)];
}

enum outcome demo_manage_excuse(struct demo_acting *act, const struct demo_event *event)
{
	const struct demo_plan *p = act->plan;
	const struct demo_entry *e = &p->entries.items[event->index];
	const struct demo_person *person = &p->people.items[e->person];
	demo_acting_be_manager(act, person->unit);
	return excuse_put(&act->work, p->units.items[person->unit].id, event->week, person->id,
		one_of(act, &p->sample->excuses));
}

/* Most of the points that came without tags. */
enum outcome demo_manage_classify(struct demo_acting *act, const struct demo_event *event)
{
	struct demo_plan *p = act->plan;
	demo_acting_be_manager(act, event->index);
	LIST_EACH (const struct demo_entry, e, &p->entries) {
		if (e->week.n != event->week.n || p->people.items[e->person].unit != event->index)
			continue;
		for (size_t i = 0; i < e->count; i++) {
			const struct demo_pick *pick = &e->picks[i];
			if (!pick->bare || !pick->id.n || !dice_percent(&p->dice, 75))
				continue;
			const struct classification c = { .words = pick->point->topics };
			enum outcome outcome = classify_set(&act->work, pick->id, &c);
			if (outcome == BROKEN || outcome == INVALID)
				return outcome;
		}
	}
	return DONE;
}

enum outcome demo_manage_flag(struct demo_acting *act, const struct demo_event *event)
{
	struct demo_plan *p = act->plan;
	const struct demo_entry *e = &p->entries.items[event->index];
	for (size_t i = 0; i < e->count; i++) {
		if (!e->picks[i].point->highlight || !e->picks[i].id.n)
			continue;
		demo_acting_be_manager(act, p->units.items[p->people.items[e->person].unit].parent);
		return highlight_set(
			&act->work, e->picks[i].id, one_of(act, &p->sample->highlight_reasons));
	}
	return DONE;
}

/* Planted points of one recurring lesson come under the first of them. */
static enum outcome gather(struct demo_acting *act, const struct demo_pick *const *picks, size_t n)
{
	struct point_id same[8];
	size_t count = 0;
	const char *group = NULL;
	for (size_t i = 0; i < n; i++) {
		const char *its = picks[i] ? picks[i]->point->recurring : NULL;
		group = group ? group : its;
		if (its && text_same(group, its))
			same[count++] = picks[i]->id;
	}
	if (count < 2)
		return DONE;
	return merge_points(&act->work, same[0], same, count);
}

/* [[2]] cites the second of the planted points; what was not written after all is left out. */
static const char *cite(
	struct demo_acting *act, const char *text, const struct demo_pick *const *picks, size_t n)
{
	struct out o = out_new(act->work.arena);
	for (const char *open; (open = strstr(text, "[[")); text = strstr(open, "]]") + 2) {
		out_bytes(&o, text, (size_t)(open - text));
		size_t number = (size_t)atol(open + 2);
		if (number >= 1 && number <= n && picks[number - 1])
			out_format(&o, "[[%lld]]", (long long)picks[number - 1]->id.n);
	}
	out_text(&o, text);
	return out_string(&o);
}

static enum outcome write_synthesis(struct demo_acting *act, const struct demo_plant *plant,
	const struct demo_pick *const *picks)
{
	struct demo_plan *p = act->plan;
	struct arena *a = act->work.arena;
	bool cites = false;
	for (size_t i = 0; i < plant->count; i++)
		cites = cites || picks[i];
	if (!cites)
		return DONE; /* nobody wrote what it was to cite */
	const struct synthesis_edit e = { .unit = p->units.items[plant->unit].id,
		.week = plant->week,
		.topic = topic_by_word_any(act->work.db, plant->synthesis->topic)->id,
		.body = cite(act, demo_sample_fill(a, p->sample, &p->dice, plant->synthesis->text),
			picks, plant->count),
		.base_version = -1 };
	struct synthesis_id id;
	return synthesis_save(&act->work, &e, &id);
}

enum outcome demo_manage_distil(struct demo_acting *act, const struct demo_event *event)
{
	struct demo_plan *p = act->plan;
	const struct demo_plant *plant = &p->plants.items[event->index];
	const struct demo_pick *picks[8] = { 0 };
	demo_acting_be_manager(act, plant->unit);
	for (size_t i = 0; i < plant->count; i++) {
		if (plant->found[i].entry == DEMO_NOBODY)
			continue;
		const struct demo_entry *e = &p->entries.items[plant->found[i].entry];
		const struct demo_pick *pick = &e->picks[plant->found[i].pick];
		if (pick->id.n && point_get(act->work.db, act->work.who, pick->id))
			picks[i] = pick; /* it has risen that far */
	}
	enum outcome outcome = plant->synthesis->hq ? DONE : gather(act, picks, plant->count);
	if (outcome == BROKEN || outcome == INVALID)
		return outcome;
	return write_synthesis(act, plant, picks);
}

/* The points that the week's texts cite, the first few of them with a word. */
enum outcome demo_manage_pick(struct demo_acting *act, const struct demo_event *event)
{
	struct demo_plan *p = act->plan;
	size_t chosen = 0;
	demo_acting_be_first(act, HQ);
	LIST_EACH (const struct demo_plant, plant, &p->plants) {
		if (plant->week.n != event->week.n || chosen >= 4)
			continue;
		const struct demo_found *found = &plant->found[0];
		if (found->entry == DEMO_NOBODY)
			continue;
		struct point_id id = p->entries.items[found->entry].picks[found->pick].id;
		const char *comment = chosen % 2 ? "" : one_of(act, &p->sample->hq_remarks);
		enum outcome outcome = id.n ? pick_set(&act->work, id, comment) : DONE;
		if (outcome == BROKEN || outcome == INVALID)
			return outcome;
		chosen += outcome == DONE;
	}
	return DONE;
}

enum outcome demo_manage_close(struct demo_acting *act, const struct demo_event *event)
{
	demo_acting_be_manager(act, event->index);
	return rollup_close(&act->work, act->plan->units.items[event->index].id, event->week);
}

enum outcome demo_manage_leave(struct demo_acting *act, const struct demo_event *event)
{
	demo_acting_be_first(act, ADMIN);
	return person_deactivate(&act->work, act->plan->people.items[event->index].id);
}
