#include "rollup_gather.h"

#include <stdlib.h>

#include "base/list.h"
#include "base/text.h"
#include "cursor.h"
#include "rules/deputy.h"
#include "rollup_page.h"
#include "rollup_warn.h"
#include "synthesis.h"
#include "unit.h"
#include "views/week.h"

const struct unit *rollup_gather_unit(struct visit *v)
{
	return unit_named(v, v->word);
}

static void gather_frame(struct visit *v, const struct gathering *g, struct rollup_view *view)
{
	struct arena *a = v->work.arena;
	struct week now = work_week(&v->work);
	view->chrome = &v->chrome;
	view->zone = v->zone;
	view->unit = g->unit;
	view->parent = g->unit->parent.n ? unit_get(v->work.db, g->unit->parent) : NULL;
	view->week = week_name(a, g->week);
	view->words = week_words(a, g->week);
	view->dates = week_days_words(a, g->week);
	view->before = week_name(a, (struct week){ g->week.n - 1 });
	view->after = g->week.n < now.n ? week_name(a, (struct week){ g->week.n + 1 }) : NULL;
	view->works = view->rights.manages && !view->state.closed;
	view->names_deputies = deputy_may_name(&v->work, g->unit->id);
	if (view->state.closed)
		view->closed_on = visit_time(v, view->state.closed_at);
}

/* Names for the team and its manager; why somebody was away, for the manager and themselves. */
static void gather_roster(struct visit *v, const struct gathering *g, struct rollup_view *view)
{
	if (!view->rights.numbers)
		return;
	view->roster = roster_of_any(v->work.db, g->unit->id, g->week,
		week_start(v->work.zone, (struct week){ g->week.n + 1 }));
	if (!view->rights.names)
		view->roster.count = 0;
	LIST_EACH (struct roster_line, l, &view->roster)
		if (!view->rights.manages && l->person.n != v->work.who->person.n)
			l->reason = NULL;
}

static void count_topic(struct visit *v, struct rollup_view *view, const struct topic *t,
	const int64_t of_kind[KINDS])
{
	LIST_EACH (struct rollup_topic, known, &view->topics)
		if (known->topic->id.n == t->id.n) {
			for (int k = 0; k < KINDS; k++)
				known->of_kind[k] += of_kind[k];
			return;
		}
	struct rollup_topic *added = LIST_ADD(v->work.arena, &view->topics);
	added->topic = t;
	for (int k = 0; k < KINDS; k++)
		added->of_kind[k] = of_kind[k];
}

/* All that is listed is all that the viewer may see: it is counted. */
static void count_lines(struct visit *v, struct rollup_view *view)
{
	LIST_EACH (const struct rollup_line, l, &view->lines) {
		view->of_kind[l->kind]++;
		view->unclassified += !l->topics.count;
	}
	LIST_EACH (const struct order_group, g, &view->groups)
		if (g->topic)
			count_topic(v, view, g->topic, g->of_kind);
}

/* The figures that are kept: whatever the number of points. Topics stand in the order of the page,
 * then those that are on other pages. */
static void count_tally(struct visit *v, struct rollup_view *view, const struct tally_rows *rows)
{
	static const int64_t none[KINDS];
	LIST_EACH (const struct order_group, g, &view->groups)
		if (g->topic)
			count_topic(v, view, g->topic, none);
	LIST_EACH (const struct tally_row, r, rows) {
		for (int k = 0; k < KINDS; k++) {
			view->of_kind[k] += r->topic.n == TALLY_TOTAL ? r->of_kind[k] : 0;
			view->unclassified += r->topic.n == TALLY_UNCLASSIFIED ? r->of_kind[k] : 0;
		}
		if (r->topic.n > 0)
			count_topic(v, view, topic_get_any(v->work.db, r->topic), r->of_kind);
	}
}

static void gather_part(struct visit *v, const struct gathering *g, struct rollup_view *view,
	const struct rollup_part *part, const struct tally_rows *rows)
{
	struct rollup_part_view *p = LIST_ADD(v->work.arena, &view->parts);
	p->part = part;
	LIST_EACH (const struct tally_row, r, rows)
		for (int k = 0; k < KINDS && r->topic.n == TALLY_TOTAL && r->part.n == part->unit.n;
			k++) {
			p->of_kind[k] = r->of_kind[k];
			p->shown = true;
		}
	p->shown = p->shown || part->closed;
	if (g->unit->kind != UNIT_BRANCH || !p->part->closed)
		return;
	struct roster list = roster_of_any(v->work.db, part->unit, g->week,
		week_start(v->work.zone, (struct week){ g->week.n + 1 }));
	for (int i = SUBMITTED; i <= EXCUSED; i++)
		p->presence[i] = list.of[i];
}

struct matrix rollup_matrix_of(struct visit *v, const struct unit *unit, struct week week,
	const struct rollup_parts *parts, const struct tally_rows *rows)
{
	struct arena *a = v->work.arena;
	struct topics topics = { 0 };
	struct matrix_parts columns = { 0 };
	struct tally_rows before = tally_of_any(v->work.db, unit->id, (struct week){ week.n - 1 });
	LIST_EACH (const struct rollup_part, p, parts)
		*LIST_ADD(a, &columns) = (struct matrix_part){
			.unit = p->unit, .name = p->name, .code = p->code, .closed = p->closed
		};
	const struct tally_rows *both[] = { rows, &before };
	for (int i = 0; i < 2; i++)
		LIST_EACH (const struct tally_row, r, both[i]) {
			bool known = r->topic.n <= 0;
			LIST_EACH (const struct topic, t, &topics)
				known = known || t->id.n == r->topic.n;
			if (!known)
				*LIST_ADD(a, &topics) = *topic_get_any(v->work.db, r->topic);
		}
	struct matrix m = matrix_make(a, &columns, &topics, rows, &before);
	m.unit_code = unit->code;
	m.week = week_name(a, week);
	return m;
}

static void gather_figures(struct visit *v, const struct gathering *g, struct rollup_view *view)
{
	if (g->unit->kind == UNIT_TEAM || !view->rights.sees_all) {
		count_lines(v, view);
		return;
	}
	struct tally_rows rows = tally_of_any(v->work.db, g->unit->id, g->week);
	count_tally(v, view, &rows);
	struct rollup_parts *parts = ARENA_NEW(v->work.arena, struct rollup_parts);
	*parts = rollup_parts(v->work.db, g->unit, g->week);
	LIST_EACH (const struct rollup_part, p, parts)
		gather_part(v, g, view, p, &rows);
	if (g->unit->kind == UNIT_HQ)
		view->matrix = rollup_matrix_of(v, g->unit, g->week, parts, &rows);
}

/* ?topic=5 or none, ?part=: only what is under it, or came from there. */
static void narrow(struct visit *v, struct rollup_selection *s, struct rollup_view *view)
{
	const char *topic = visit_query(v, "topic");
	if (text_same(topic, "none"))
		s->topic.n = -1;
	else if (*topic)
		s->topic.n = atol(topic) > 0 ? atol(topic) : 0;
	view->only = s->topic.n > 0 ? topic_get_any(v->work.db, s->topic) : NULL;
	s->part.n = atol(visit_query(v, "part"));
	view->only_part = s->part;
	const struct unit *part = s->part.n ? unit_get(v->work.db, s->part) : NULL;
	const char *words = view->only       ? point_topic_name(view->only)
			    : s->topic.n < 0 ? _("Not classified")
					     : NULL;
	if (part)
		view->narrowed =
			words ? arena_format(v->work.arena, _("Only %1$s, from %2$s."), words,
					part->name)
			      : arena_format(v->work.arena, _("Only from %s."), part->name);
	else if (words)
		view->narrowed = arena_format(v->work.arena, _("Only points under %s."), words);
}

static const char *next_after(struct visit *v, struct point_id last)
{
	return cursor_make(v, "rollup", last.n);
}

/* Where figures are counted from what is listed, a program's page is cut out of the whole list. */
static void cut(struct visit *v, const struct gathering *g, struct rollup_view *view)
{
	struct order_entries *e = &view->entries;
	while (e->count && e->items->line->id.n <= g->after)
		e->items++, e->count--;
	if (!g->limit || e->count <= (size_t)g->limit)
		return;
	e->count = (size_t)g->limit;
	view->next = next_after(v, e->items[e->count - 1].line->id);
}

static void gather_points(struct visit *v, const struct gathering *g, struct rollup_view *view)
{
	struct rollup_selection s = { .unit = g->unit->id,
		.kind = g->unit->kind,
		.week = g->week,
		.all = view->rights.sees_all,
		.bodies = g->bodies };
	bool long_list = s.all && s.kind != UNIT_TEAM && !g->whole;
	size_t page = g->limit ? (size_t)g->limit : GATHER_PAGE;
	if (long_list)
		narrow(v, &s, view);
	if (long_list && g->paged) {
		rollup_page_fill(v, &s, g->after, GATHER_PAGE, view);
		return;
	}
	if (long_list) {
		s.after.n = g->after;
		s.limit = (int64_t)page + 1;
	}
	view->lines = rollup_line_list(v->work.db, v->work.who, &s);
	if (long_list && view->lines.count > page) {
		view->lines.count = page;
		view->next = next_after(v, view->lines.items[page - 1].id);
	}
	struct order order = order_of_any(v->work.db, view->state.id);
	view->entries = order_entries_of(v->work.arena, &view->lines);
	view->groups = order_groups_of(v->work.arena, &view->entries, &order);
	if (!long_list)
		cut(v, g, view);
}

static void gather_texts(struct visit *v, const struct gathering *g, struct rollup_view *view)
{
	if (g->unit->kind == UNIT_TEAM)
		return;
	struct syntheses *own = ARENA_NEW(v->work.arena, struct syntheses);
	*own = synthesis_of_rollup(v->work.db, v->work.who, g->unit->id, g->week);
	view->syntheses = synthesis_texts_of(v, own);
	if (g->unit->kind != UNIT_HQ)
		return;
	struct syntheses *below = ARENA_NEW(v->work.arena, struct syntheses);
	*below = synthesis_below(v->work.db, v->work.who, g->unit->id, g->week);
	view->below = synthesis_texts_of(v, below);
}

static void gather_handled(struct visit *v, const struct gathering *g, struct rollup_view *view)
{
	if (g->unit->kind != UNIT_BRANCH || !view->rights.sees_all)
		return;
	view->told = true;
	view->handled = handled_counts_any(v->work.db, g->unit->id, g->week, view->state.id);
}

static void tell_lines(struct visit *v, struct rollup_view *view)
{
	if (view->told)
		LIST_EACH (struct rollup_line, l, &view->lines) {
			l->told = true;
			l->handled = handled_of_any(v->work.db, view->state.id, l->id, &l->left);
		}
}

bool rollup_gather_frame(struct visit *v, const struct gathering *g, struct rollup_view *view)
{
	*view = (struct rollup_view){ .state = rollup_get(v->work.db, g->unit->id, g->week) };
	view->rights = rollup_rights(&v->work, v->work.db, g->unit, &view->state);
	if (!view->rights.opens)
		return false;
	gather_frame(v, g, view);
	gather_handled(v, g, view);
	return true;
}

bool rollup_gather(struct visit *v, const struct gathering *g, struct rollup_view *view)
{
	if (!rollup_gather_frame(v, g, view))
		return false;
	gather_roster(v, g, view);
	gather_points(v, g, view);
	gather_figures(v, g, view);
	gather_texts(v, g, view);
	tell_lines(v, view);
	if (g->unit->kind == UNIT_HQ)
		view->picks = pick_list(v->work.db, v->work.who, view->state.id);
	if (view->works)
		rollup_warn(v, view);
	return true;
}
