/* What a manager does on a roll-up's page: excuse, order, merge; and to one point: classify, flag,
 * choose. Each goes back to where it was done. */
#include <stdlib.h>
#include <string.h>

#include "base/list.h"
#include "base/text.h"
#include "handlers.h"
#include "rollup_gather.h"
#include "rollup_warn.h"
#include "rules/classify.h"
#include "rules/excuse.h"
#include "rules/highlight.h"
#include "rules/merge.h"
#include "rules/pick.h"
#include "templates.h"

static struct week week_of_form(struct visit *v)
{
	struct week week;
	return visit_week(v, work_week(&v->work), &week) ? week : (struct week){ INT32_MAX };
}

static enum outcome back_to_unit(
	struct visit *v, const struct unit *unit, struct week week, const char *place)
{
	return visit_see_other(v, arena_format(v->work.arena, "/units/%s?week=%s&said=saved%s",
					  unit->code, week_name(v->work.arena, week), place));
}

/* To the roll-up in which the viewer works on this point. */
static enum outcome back_to_point(struct visit *v, struct point_id id)
{
	work_refresh(&v->work);
	const struct point *p = point_get(v->work.db, v->work.who, id);
	if (!p)
		return visit_see_other(v, "/");
	const struct unit_id hq = { 1 };
	struct unit_id unit = p->team;
	struct week week = p->team_week;
	if (p->reach >= REACH_HQ && p->hq_week.n && who_manages(v->work.db, v->work.who, hq)) {
		unit = hq;
		week = p->hq_week;
	} else if (p->reach >= REACH_BRANCH && who_manages(v->work.db, v->work.who, p->branch)) {
		unit = p->branch;
		week = p->branch_week;
	}
	return back_to_unit(v, unit_get(v->work.db, unit), week,
		arena_format(v->work.arena, "#p%ld", (long)id.n));
}

enum outcome rollup_excuse_post(struct visit *v)
{
	const struct unit *unit = rollup_gather_unit(v);
	struct week week = week_of_form(v);
	struct person_id person = { visit_number(v, "person") };
	if (!unit)
		return NOT_FOUND;
	enum outcome outcome =
		*visit_field(v, "back")
			? excuse_drop(&v->work, unit->id, week, person)
			: excuse_put(&v->work, unit->id, week, person, visit_field(v, "reason"));
	return outcome == DONE ? back_to_unit(v, unit, week, "") : outcome;
}

static int64_t scope_of(const char *name)
{
	if (text_same(name, "topics"))
		return ORDER_TOPICS;
	return text_same(name, "picks") ? ORDER_PICKS : atol(name);
}

struct numbers {
	int64_t *items;
	size_t count, room;
};

/* "3,5,9" */
static struct numbers split(struct visit *v, const char *s)
{
	struct numbers list = { 0 };
	for (; *s; s += strspn(s, ",")) {
		*LIST_ADD(v->work.arena, &list) = strtoll(s, NULL, 10);
		s += strcspn(s, ",");
	}
	return list;
}

enum outcome rollup_order_post(struct visit *v)
{
	const struct unit *unit = rollup_gather_unit(v);
	struct week week = week_of_form(v);
	const char *scope = visit_field(v, "scope");
	int64_t up = visit_number(v, "up"), id = up ? up : visit_number(v, "down");
	enum outcome outcome;
	if (!unit)
		return NOT_FOUND;
	if (id) {
		outcome = order_move(&v->work, unit->id, week, scope_of(scope), id, up ? -1 : 1);
	} else {
		struct numbers list = split(v, visit_field(v, "order"));
		outcome = order_set(
			&v->work, unit->id, week, scope_of(scope), list.items, list.count);
	}
	if (outcome != DONE)
		return outcome;
	return back_to_unit(v, unit, week,
		arena_format(
			v->work.arena, "#%s%ld", text_same(scope, "topics") ? "t" : "p", (long)id));
}

static enum outcome merge_all(struct visit *v, struct point_id lead, const char *field)
{
	struct {
		struct point_id *items;
		size_t count, room;
	} points = { 0 };
	for (const struct field *f = fields_next(&v->form, field, NULL); f;
		f = fields_next(&v->form, field, f))
		LIST_ADD(v->work.arena, &points)->n = atol(f->value);
	if (!lead.n && points.count)
		lead = points.items[0];
	if (!lead.n) {
		fault_add(&v->work.faults, "points",
			_("Tick at least two points that say the same."));
		return INVALID;
	}
	enum outcome outcome = merge_points(&v->work, lead, points.items, points.count);
	return outcome == DONE ? back_to_point(v, lead) : outcome;
}

/* The ticked ones: the uppermost leads. */
enum outcome rollup_merge_post(struct visit *v)
{
	return merge_all(v, (struct point_id){ 0 }, "point");
}

/* This one under the chosen. */
enum outcome rollup_point_merge(struct visit *v)
{
	struct point_id id = { v->arg[0] }, lead = { visit_number(v, "lead") };
	enum outcome outcome = *visit_field(v, "back") ? merge_undo(&v->work, id)
						       : merge_points(&v->work, lead, &id, 1);
	return outcome == DONE ? back_to_point(v, lead.n ? lead : id) : outcome;
}

/* The article alone, for a tap that replaces it. */
static enum outcome tapped(struct visit *v, struct point_id id)
{
	work_refresh(&v->work);
	const struct point *p = point_get(v->work.db, v->work.who, id);
	bool team = p && p->reach == REACH_TEAM;
	const struct gathering g = { .unit = p ? unit_get(v->work.db, team ? p->team : p->branch)
					       : NULL,
		.week = p ? (team ? p->team_week : p->branch_week) : (struct week){ 0 },
		.whole = true };
	struct rollup_view view;
	if (!g.unit || !rollup_gather(v, &g, &view))
		return NOT_FOUND;
	rollup_offer(v, &view);
	struct out *o = visit_page(v, p->headline);
	LIST_EACH (const struct order_entry, e, &view.entries)
		if (e->line->id.n == id.n)
			rollup_point(o, &view, e, 1);
	return DONE;
}

/* Words as people part them: blanks, #, commas of either width. */
static struct strings words_of(struct visit *v, const char *typed)
{
	static const char *const gaps[] = { " ", "\t", "\r", "\n", "#", ",", "，", "、", ";", "；",
		"　", "＃" };
	struct strings list = { 0 };
	const char *word = typed;
	for (const char *s = typed;;) {
		size_t gap = 0;
		for (size_t i = 0; i < sizeof gaps / sizeof *gaps && !gap && *s; i++)
			gap = text_starts(s, gaps[i]) ? strlen(gaps[i]) : 0;
		if (*s && !gap) {
			s++;
			continue;
		}
		if (s > word)
			*LIST_ADD(v->work.arena, &list) =
				arena_copy(v->work.arena, word, (size_t)(s - word));
		if (!*s)
			return list;
		s += gap;
		word = s;
	}
}

enum outcome rollup_classify_post(struct visit *v)
{
	struct point_id id = { v->arg[0] };
	struct topic_id topic = { visit_number(v, "topic") };
	const struct classification c = { .words = words_of(v, visit_field(v, "topics")) };
	enum outcome outcome =
		topic.n ? classify_toggle(&v->work, id, topic) : classify_set(&v->work, id, &c);
	if (outcome != DONE)
		return outcome;
	return request_header(v->in, "HX-Request") ? tapped(v, id) : back_to_point(v, id);
}

enum outcome rollup_highlight_post(struct visit *v)
{
	struct point_id id = { v->arg[0] };
	enum outcome outcome = *visit_field(v, "back")
				       ? highlight_undo(&v->work, id)
				       : highlight_set(&v->work, id, visit_field(v, "reason"));
	return outcome == DONE ? back_to_point(v, id) : outcome;
}

enum outcome rollup_pick_post(struct visit *v)
{
	struct point_id id = { v->arg[0] };
	enum outcome outcome = *visit_field(v, "back")
				       ? pick_undo(&v->work, id)
				       : pick_set(&v->work, id, visit_field(v, "comment"));
	return outcome == DONE ? back_to_point(v, id) : outcome;
}
