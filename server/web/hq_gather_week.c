/* What a week comes to: its clock, what the branches handed up and did with it, topics against
 * branches, and the weeks before. */
#include "base/list.h"
#include "bulletin.h"
#include "hq_gather.h"
#include "rollup_gather.h"
#include "views/week.h"

enum { WEEKS = 12, RISEN = 4, PASSED = 3 /* of each branch */ };

static const struct unit_id hq = { 1 };

void hq_gather_clock(struct visit *v, struct week week, struct hq_view *view)
{
	struct arena *a = v->work.arena;
	struct bulletin_clock clock = bulletin_clock_of(v->work.db, v->work.zone, week);
	struct hq_clock *c = &view->clock;
	*c = (struct hq_clock){ .words = bulletin_clock_words(v, clock),
		.now = v->work.now,
		.cut_at = clock.cut_at,
		.due_at = clock.due_at };
	view->out = bulletin_of_week(v->work.db, week);
	if (view->out.n) {
		const struct bulletin_edition *e = bulletin_edition_get(v->work.db, view->out, 0);
		c->out_at = e->first_at;
		c->out_on = visit_time(v, e->first_at);
		if (e->first_at > e->due_at)
			c->out_late = hq_span(a, e->first_at - e->due_at);
	}
	if (c->now < c->due_at)
		c->left = hq_span(a, (c->now < c->cut_at ? c->cut_at : c->due_at) - c->now);
	else if (!c->out_at)
		c->late = hq_span(a, c->now - c->due_at);
}

/* What the newest branch on the list, which has closed, did with its points. */
static void add_handled(struct visit *v, const struct rollup *r, struct hq_view *view)
{
	struct hq_branch *b = &view->branches.items[view->branches.count - 1];
	struct handled_counts *all = &view->branches.handled;
	b->handled = handled_counts_any(v->work.db, r->unit, r->week, r->id);
	all->points += b->handled.points;
	for (int h = 0; h < HANDLINGS; h++)
		all->of[h] += b->handled.of[h];
	long open = (long)b->handled.of[OPEN];
	if (!open)
		return;
	b->passed_words = arena_format(
		v->work.arena, n_("passed over %ld point", "passed over %ld points", open), open);
	struct handled_points few = handled_open_any(v->work.db, r->unit, r->week, r->id, PASSED);
	LIST_EACH (const struct handled_point, h, &few) {
		const struct point *p = point_get(v->work.db, v->work.who, h->id);
		if (p)
			hq_gather_point(v, view, &view->passed, p);
	}
}

static void add_matrix(struct visit *v, struct week week, struct hq_view *view)
{
	struct arena *a = v->work.arena;
	struct rollup_parts *parts = ARENA_NEW(a, struct rollup_parts);
	struct tally_rows rows = tally_of_any(v->work.db, hq, week);
	*parts = rollup_parts(v->work.db, view->unit, week);
	view->matrix = rollup_matrix_of(v, view->unit, week, parts, &rows);
	LIST_EACH (const struct matrix_part, p, &view->matrix.parts) {
		struct rollup r = rollup_get(v->work.db, p->unit, week);
		*LIST_ADD(a, &view->branches) = (struct hq_branch){ .part = p,
			.closed_at = r.closed ? r.closed_at : 0,
			.closed_on = r.closed ? visit_time(v, r.closed_at) : NULL,
			.late = (r.closed ? r.closed_at : v->work.now) > view->clock.cut_at };
		view->branches.closed += r.closed;
		if (r.closed)
			add_handled(v, &r, view);
	}
}

static void add_risen(struct visit *v, struct hq_view *view)
{
	for (;;) {
		const struct matrix_row *best = NULL;
		LIST_EACH (const struct matrix_row, r, &view->matrix) {
			bool had = !r->topic || r->change <= 0;
			for (size_t i = 0; i < view->risen.count; i++)
				had |= view->risen.items[i] == r;
			if (!had && (!best || r->change > best->change))
				best = r;
		}
		if (!best || view->risen.count == RISEN)
			return;
		*LIST_ADD(v->work.arena, &view->risen) = best;
	}
}

static void add_trends(struct visit *v, struct week week, struct hq_view *view)
{
	struct arena *a = v->work.arena;
	view->weeks = trend_weeks_of(a, week, WEEKS);
	view->matrix.weeks = &view->weeks;
	for (int k = 0; k < KINDS; k++)
		view->of_kind[k] = trend_empty(a, &view->weeks);
	LIST_EACH (struct matrix_row, r, &view->matrix)
		r->trend = trend_empty(a, &view->weeks);
	struct tally_weeks all =
		tally_weeks_any(v->work.db, hq, (struct week){ week.n - WEEKS + 1 }, week);
	LIST_EACH (const struct tally_week, t, &all) {
		for (int k = 0; k < KINDS && t->topic.n == TALLY_TOTAL; k++)
			trend_add(&view->of_kind[k], &view->weeks, t->week, t->of_kind[k]);
		LIST_EACH (struct matrix_row, r, &view->matrix)
			if ((r->topic ? r->topic->id.n : TALLY_UNCLASSIFIED) == t->topic.n)
				trend_add(&r->trend, &view->weeks, t->week,
					t->of_kind[EXPERIENCE] + t->of_kind[LESSON]);
	}
	int64_t most = 0; /* both lines in one picture */
	for (int k = 0; k < KINDS; k++)
		most = view->of_kind[k].most > most ? view->of_kind[k].most : most;
	for (int k = 0; k < KINDS; k++)
		view->of_kind[k].most = most;
}

void hq_gather_week(struct visit *v, struct week week, struct hq_view *view)
{
	add_matrix(v, week, view);
	add_risen(v, view);
	add_trends(v, week, view);
}
