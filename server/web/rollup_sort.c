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
#include "templates.h"

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

static void choices(struct visit *v, const struct gathering *g, struct rollup_sort_view *view)
{
	struct rollup_view rollup;
	if (!rollup_gather(v, g, &rollup))
		return;
	rollup_offer(v, &rollup);
	LIST_EACH (const struct topic, t, &rollup.offered) {
		bool has = false;
		LIST_EACH (const struct topic, own, &view->point->topics)
			has = has || own->id.n == t->id.n;
		if (!has)
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
	choices(v, &g, &view);
	rollup_sort(visit_page(v, p->headline), &view);
	return DONE;
}
