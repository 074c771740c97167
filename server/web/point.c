/* One point: its words, topics, and its way up so far. */
#include "store/point.h"

#include "base/list.h"
#include "handlers.h"
#include "store/rollup.h"
#include "store/unit.h"
#include "templates.h"
#include "views/html_stored.h"
#include "views/point.h"

static bool may_see(void *p, long number)
{
	struct visit *v = p;
	return point_get(v->work.db, v->work.who, (struct point_id){ number }) != NULL;
}

static void add_step(struct visit *v, struct point_way *way, const char *step, struct unit_id unit,
	const char *by, int64_t at)
{
	const struct unit *u = unit.n ? unit_get(v->work.db, unit) : NULL;
	*LIST_ADD(v->work.arena, way) = (struct point_step){ .step = step,
		.unit = unit,
		.unit_name = u ? u->name : NULL,
		.by = by,
		.at = at,
		.date = at ? visit_day(v, at) : NULL };
}

static struct point_way way_of(struct visit *v, const struct point *p)
{
	struct point_way way = { 0 };
	add_step(v, &way, "submitted", p->team, p->author_name, p->submitted_at);
	struct rollup team = rollup_get(v->work.db, p->team, p->team_week);
	bool risen = p->reach >= REACH_BRANCH, at_hq = p->reach >= REACH_HQ;
	add_step(v, &way, "team", p->team, risen ? team.closed_by_name : NULL,
		risen ? team.closed_at : 0);
	struct rollup branch = rollup_get(v->work.db, p->branch, p->branch_week);
	add_step(v, &way, "branch", p->branch, at_hq ? branch.closed_by_name : NULL,
		at_hq ? branch.closed_at : 0);
	struct unit_id hq = { 1 };
	struct rollup top = rollup_get(v->work.db, hq, p->hq_week);
	add_step(v, &way, "hq", hq, at_hq ? top.closed_by_name : NULL,
		at_hq && top.closed ? top.closed_at : 0);
	return way;
}

enum outcome point_show(struct visit *v)
{
	const struct point *p = point_get(v->work.db, v->work.who, (struct point_id){ v->arg[0] });
	if (!p)
		return NOT_FOUND;
	const struct point_view view = { .chrome = &v->chrome,
		.point = p,
		.body = html_stored(v->work.arena, p->body_html, may_see, v),
		.date = visit_date(v, p->submitted_at),
		.week = week_name(v->work.arena, p->week),
		.way = way_of(v, p),
		.own = p->author.n == v->work.who->person.n,
		.lead = { p->lead.n && may_see(v, (long)p->lead.n) ? p->lead.n : 0 },
		.merged = point_merged_under(v->work.db, v->work.who, p->id),
		.cited_in = synthesis_citing(v->work.db, v->work.who, p->id) };
	if (v->face == JSON) {
		struct json_writer j = visit_json(v, 200);
		point_json_whole(&j, &view);
		return DONE;
	}
	point(visit_page(v, p->headline), &view);
	return DONE;
}
