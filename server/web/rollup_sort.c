/* One point on its manager's desk: its topics, its flag, its merger, its choice for headquarters.
 */
#include "views/rollup_sort.h"

#include "base/list.h"
#include "base/text.h"
#include "handlers.h"
#include "rollup_gather.h"
#include "rollup_warn.h"
#include "rules/classify.h"
#include "rules/highlight.h"
#include "rules/radar.h"
#include "templates.h"
#include "views/radar.h"

enum { SAME = 10, NEAR = 3 };

/* Names with blanks cannot be typed as one word: then the dash stands for them, as in a tag. */
static const char *words_of(struct visit *v, const struct topics *topics)
{
	struct out o = out_new(v->work.arena);
	LIST_EACH (const struct topic, t, topics) {
		if (o.len)
			out_char(&o, ' ');
		for (const char *s = t->name_zh; *s; s++)
			out_char(&o, *s == ' ' ? '-' : *s);
	}
	return out_string(&o);
}

/* Where it lies for this viewer: the highest level that they manage. */
static bool place(struct visit *v, const struct point *p, struct gathering *g)
{
	const struct unit_id hq = { 1 };
	struct unit_id unit = p->team;
	g->week = p->team_week;
	if (p->hq_week.n && who_manages(v->work.db, v->work.who, hq)) {
		unit = hq;
		g->week = p->hq_week;
	} else if (p->reach >= REACH_BRANCH && who_manages(v->work.db, v->work.who, p->branch)) {
		unit = p->branch;
		g->week = p->branch_week;
	} else if (!who_manages(v->work.db, v->work.who, unit)) {
		return false;
	}
	g->unit = unit_get(v->work.db, unit);
	return true;
}

static bool has(const struct topics *list, struct topic_id id)
{
	LIST_EACH (const struct topic, t, list)
		if (t->id.n == id.n)
			return true;
	return false;
}

/* What its nearest neighbours are about, as if its own topics were not known. */
static void neighbours(struct visit *v, struct rollup_sort_view *view)
{
	struct radar_text text = radar_text_of(v->work.arena, view->point);
	struct radar_likes same = radar_similar(v->work.db, v->work.who, &text, SAME, false);
	view->said = radar_said(v->work.arena, &same);
	text.topics = NULL;
	struct topics near = radar_topics(v->work.db, v->work.who, &text, NEAR);
	LIST_EACH (const struct topic, t, &near)
		if (!has(&view->point->topics, t->id))
			*LIST_ADD(v->work.arena, &view->near) = *t;
}

static void choices(struct visit *v, const struct gathering *g, struct rollup_sort_view *view)
{
	struct rollup_view rollup;
	struct gathering all = *g;
	all.whole = g->unit->kind == UNIT_BRANCH; /* it may go under any of them */
	if (!rollup_gather(v, &all, &rollup))
		return;
	rollup_offer(v, &rollup);
	LIST_EACH (const struct topic, t, &rollup.offered) {
		if (!has(&view->point->topics, t->id) && !has(&view->near, t->id))
			*LIST_ADD(v->work.arena, &view->offered) = *t;
	}
	view->merges = rollup.works && g->unit->kind == UNIT_BRANCH;
	view->picks = rollup.works && g->unit->kind == UNIT_HQ;
	LIST_EACH (const struct order_entry, e, &rollup.entries)
		if (e->line->id.n != view->point->id.n)
			*LIST_ADD(v->work.arena, &view->others) = *e;
	LIST_EACH (const struct pick, k, &rollup.picks)
		if (k->point.n == view->point->id.n) {
			view->picked = true;
			view->comment = k->comment;
		}
}

enum outcome rollup_sort_show(struct visit *v)
{
	const struct point *p = point_get(v->work.db, v->work.who, (struct point_id){ v->arg[0] });
	struct gathering g = { 0 };
	if (!p)
		return NOT_FOUND;
	if (!place(v, p, &g))
		return FORBIDDEN;
	struct rollup_sort_view view = { .chrome = &v->chrome,
		.point = p,
		.words = words_of(v, &p->topics),
		.back = g.unit->code,
		.week = week_name(v->work.arena, g.week),
		.classifies = classify_allowed(&v->work, v->work.db, p) == DONE,
		.flags = highlight_allowed(&v->work, v->work.db, p) };
	neighbours(v, &view);
	choices(v, &g, &view);
	rollup_sort(visit_page(v, p->headline), &view);
	return DONE;
}
