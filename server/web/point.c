/* One point: its words, topics, and its way up so far. */
#include "store/point.h"

#include "ask.h"
#include "base/list.h"
#include "base/text.h"
#include "handlers.h"
#include "point.h"
#include "remark.h"
#include "rules/answer.h"
#include "store/bulletin.h"
#include "store/leave.h"
#include "store/point_version.h"
#include "store/reflection.h"
#include "store/review.h"
#include "store/rollup.h"
#include "store/unit.h"
#include "templates.h"
#include "search_mark.h"
#include "use.h"
#include "views/html_marked.h"
#include "views/html_snippet.h"
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

/* The very second would join an anonymous point to its author's others. */
static int64_t day_of(struct visit *v, int64_t at)
{
	struct local l = zone_local(v->work.zone, at);
	return zone_moment(v->work.zone, l.year, l.month, l.day, 0, 0);
}

/* For those who see the meeting; among what is done, by its time. */
static void add_discussed(struct visit *v, struct point_way *way, struct point_id point)
{
	struct reviews all = review_of_point(v->work.db, v->work.who, point);
	LIST_EACH (const struct review, r, &all) {
		add_step(v, way, "discussed", r->unit, r->by, r->at);
		struct point_step step = way->items[way->count - 1];
		step.meeting = r->meeting;
		size_t i = way->count - 1;
		for (; i > 1 && (!way->items[i - 1].at || way->items[i - 1].at > step.at); i--)
			way->items[i] = way->items[i - 1];
		way->items[i] = step;
	}
}

struct point_way point_way_of(struct visit *v, const struct point *p)
{
	struct point_way way = { 0 };
	add_step(v, &way, "submitted", p->team, p->author_name,
		p->author_name ? p->submitted_at : day_of(v, p->submitted_at));
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
	int64_t issued = 0;
	if (bulletin_carrying(v->work.db, PIECE_POINT, p->id.n, &issued).n)
		add_step(v, &way, "bulletin", hq, NULL, issued);
	add_discussed(v, &way, p->id);
	return way;
}

static const char *whole(struct visit *v, const struct point_version *x)
{
	return arena_format(v->work.arena, "%s%s%s\n\n%s", x->headline, *x->tags ? " " : "",
		x->tags, x->body_md);
}

static struct point_changes changes_of(struct visit *v, const struct point *p)
{
	struct point_changes list = { 0 };
	struct point_versions all = point_version_list(v->work.db, v->work.who, p->id);
	for (size_t i = all.count; i-- > 0;) {
		const struct point_version *x = &all.items[i];
		struct point_change *c = LIST_ADD(v->work.arena, &list);
		c->number = x->number;
		c->headline = x->headline;
		c->date = p->author_name ? visit_time(v, x->saved_at) : visit_date(v, x->saved_at);
		c->first = i == 0;
		if (i)
			c->diff = diff_texts(v->work.arena, whole(v, x - 1), whole(v, x));
	}
	return list;
}

/* Beside a point whose author is hidden stands none: its neighbours could tell who it was. */
static void add_neighbours(struct visit *v, struct point_view *view)
{
	if (!view->point->author_name)
		return;
	struct points all = point_of_reflection(v->work.db, v->work.who, view->point->reflection);
	bool passed = false;
	LIST_EACH (const struct point, p, &all) {
		if (p->id.n == view->point->id.n)
			passed = true;
		else if (!p->author_name)
			continue;
		else if (!passed)
			view->before = p;
		else if (!view->after)
			view->after = p;
	}
}

/* Where those who may sort and close it do so: the lowest roll-up that they manage. */
static struct point_rollup rollup_of(struct visit *v, const struct point *p)
{
	const struct {
		struct unit_id unit;
		struct week week;
		bool there;
	} levels[] = { { p->team, p->team_week, p->reach >= REACH_TEAM },
		{ p->branch, p->branch_week, p->reach >= REACH_BRANCH },
		{ { 1 }, p->hq_week, p->reach >= REACH_HQ } };
	for (size_t i = 0; i < sizeof levels / sizeof *levels; i++)
		if (levels[i].there && who_manages(v->work.db, v->work.who, levels[i].unit))
			return (struct point_rollup){ unit_get(v->work.db, levels[i].unit)->code,
				week_name(v->work.arena, levels[i].week) };
	return (struct point_rollup){ NULL, NULL };
}

enum outcome point_show(struct visit *v)
{
	return point_show_with(v, (struct point_id){ v->arg[0] }, NULL);
}

static const struct remark_view *remarks_of(
	struct visit *v, const struct point *p, const struct remark_text *said)
{
	struct remark_view *view = remark_gather(v, p);
	view->kind = REMARK_COMMENT;
	if (!said)
		return view;
	view->faults = v->work.faults;
	view->kind = said->kind;
	view->typed = said->text;
	view->whom = said->whom;
	view->until = said->until;
	return view;
}

enum outcome point_show_with(struct visit *v, struct point_id id, const struct remark_text *said)
{
	const struct point *p = point_get(v->work.db, v->work.who, id);
	if (!p)
		return NOT_FOUND;
	struct point_view view = { .chrome = &v->chrome,
		.point = p,
		.body = html_stored(v->work.arena, p->body_html, may_see, v),
		.date = visit_date(v, p->submitted_at),
		.week = week_name(v->work.arena, p->week),
		.way = point_way_of(v, p),
		.own = p->author.n == v->work.who->person.n,
		.left = leave_reason(v->work.db, v->work.who, p->id),
		.lead = { p->lead.n && may_see(v, (long)p->lead.n) ? p->lead.n : 0 },
		.merged = point_merged_under(v->work.db, v->work.who, p->id),
		.cited_in = synthesis_citing(v->work.db, v->work.who, p->id),
		.stories = story_citing(v->work.db, v->work.who, p->id),
		.evidence =
			evidence_of_any(v->work.db, (struct use_subject){ USE_POINT, p->id.n }) };
	struct terms marked = search_marked(v);
	if (v->face == JSON) {
		struct json_writer j = visit_json(v, 200);
		point_json_whole(&j, &view);
		return DONE;
	}
	const struct reflection *r =
		view.own ? reflection_get_any(v->work.db, p->reflection) : NULL;
	view.open = r && text_same(r->state, "submitted") && !p->withdrawn;
	if (answer_read(&v->work, p) != DONE)
		return BROKEN;
	view.headline = html_snippet_whole(v->work.arena, p->headline, &marked);
	view.body = html_marked(v->work.arena, view.body, &marked);
	view.remarks = remarks_of(v, p, said);
	view.uses = use_gather(v, (struct use_subject){ USE_POINT, p->id.n }, p->headline);
	view.asks = ask_cards_of(v, ask_of_point(v->work.db, v->work.who, p->id));
	view.changes = changes_of(v, p);
	view.rollup = rollup_of(v, p);
	view.guides = guide_citing(v->work.db, v->work.who, p->id);
	add_neighbours(v, &view);
	point(visit_page(v, p->headline), &view);
	return DONE;
}
