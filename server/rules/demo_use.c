/* The sample's people try what they read and tell what came of it, failures among them. */
#include "base/list.h"
#include "base/text.h"
#include "demo_acting.h"
#include "demo_blocks.h"
#include "report.h"
#include "report_text.h"
#include "use.h"

enum { OFTEN = 16, SHOWN = 3, MOST = 4, DAYS = 12, DAY = 86400 }; /* percent; times; days back */
enum { STRIDE = 10 }; /* no divisor of how many texts there are */

struct trying {
	struct demo_acting *act;
	struct demo_blocks texts;
	struct dice dice;
	size_t told; /* so that none is told twice before all were */
};

/* One who may sign in; of the author's own team, or of any. */
static const struct demo_person *somebody(struct trying *g, const struct demo_entry *e)
{
	struct demo_plan *p = g->act->plan;
	size_t team = p->people.items[e->person].unit;
	for (int tries = 0; tries < 20; tries++) {
		size_t i = dice_below(&g->dice, p->people.count);
		const struct demo_person *one = &p->people.items[i];
		bool near = one->unit == team || tries > 12;
		if (i != e->person && one->active && near && one->roles & (REP | TEAM_MANAGER))
			return one;
	}
	return NULL;
}

/* Lessons and stories of success are told of alike: most of it worked. */
static enum outcome try_it(struct trying *g, const struct demo_entry *e, struct use_subject s)
{
	struct work *w = &g->act->work;
	const struct demo_person *one = somebody(g, e);
	size_t back = dice_below(&g->dice, DAYS), n = g->told++ * STRIDE % g->texts.count;
	bool anonymous = dice_percent(&g->dice, OFTEN);
	const struct demo_block *b = &g->texts.items[n];
	if (!one)
		return DONE;
	demo_acting_be(g->act, one);
	const struct use_text said = { .effect = b->head.items[0],
		.customer = b->head.items[1],
		.conditions = b->head.count > 2 ? b->head.items[2] : NULL,
		.text = b->text,
		.day = report_text_day_name(w->arena, report_today(w) - (int64_t)back),
		.anonymous = anonymous };
	struct use_id id;
	enum outcome outcome = use_record(w, s, &said, &id);
	w->faults.count = 0;
	return outcome == BROKEN || outcome == INVALID ? outcome : DONE;
}

static enum outcome of_entry(struct trying *g, const struct demo_entry *e)
{
	for (size_t i = 0; i < e->count; i++) {
		if (!e->picks[i].id.n || !dice_percent(&g->dice, OFTEN))
			continue;
		const struct use_subject s = { USE_POINT, e->picks[i].id.n };
		size_t times = 1 + dice_below(&g->dice, MOST);
		for (size_t k = 0; k < times; k++)
			if (try_it(g, e, s) != DONE)
				return BROKEN;
	}
	return DONE;
}

/* Of a published story, by whoever of the sample it falls to. */
static enum outcome of_stories(struct trying *g)
{
	const struct demo_entry *e = &g->act->plan->entries.items[0];
	for (int64_t story = 1; story <= SHOWN; story++)
		for (int64_t k = 0; k < SHOWN; k++)
			if (try_it(g, e, (struct use_subject){ USE_STORY, story }) != DONE)
				return BROKEN;
	return DONE;
}

enum outcome demo_use_all(struct demo_acting *act)
{
	struct arena *mine = act->work.arena;
	struct trying g = { .act = act,
		.texts = demo_blocks_read(mine, "sample/uses.txt"),
		.dice = { act->plan->dice.state } };
	act->work.now = act->plan->now - DAY;
	act->work.faults = (struct faults){ .arena = mine };
	LIST_EACH (const struct demo_entry, e, &act->plan->entries)
		if (e->at < act->work.now - DAYS * DAY && of_entry(&g, e) != DONE)
			return BROKEN;
	return act->plan->entries.count ? of_stories(&g) : DONE;
}
