/* What is done on the workbench to the points on its left; each goes back to where it was done. */
#include <stdlib.h>

#include "base/list.h"
#include "base/text.h"
#include "rollup_gather.h"
#include "rollup_handlers.h"
#include "rules/highlight.h"
#include "rules/leave.h"
#include "rules/merge.h"
#include "rules/order.h"
#include "views/workbench.h"
#include "workbench.h"

struct bench {
	struct visit *v;
	const struct unit *unit;
	struct week week;
	struct point_id point;
	const char *reason;
};

static enum outcome move(const struct bench *b, int by)
{
	return order_move(&b->v->work, b->unit->id, b->week, atol(visit_field(b->v, "topic")),
		b->point.n, by);
}
static enum outcome up(const struct bench *b)
{
	return move(b, -1);
}
static enum outcome down(const struct bench *b)
{
	return move(b, 1);
}
static enum outcome merge(const struct bench *b)
{
	const struct point_id lead = { visit_number(b->v, "lead") };
	return merge_points(&b->v->work, lead, &b->point, 1);
}
static enum outcome part(const struct bench *b)
{
	return merge_undo(&b->v->work, b->point);
}
static enum outcome flag(const struct bench *b)
{
	return highlight_set(&b->v->work, b->point, b->reason);
}
static enum outcome unflag(const struct bench *b)
{
	return highlight_undo(&b->v->work, b->point);
}
static enum outcome unleave(const struct bench *b)
{
	return leave_undo(&b->v->work, b->point);
}

/* One point, or all that are ticked. */
static enum outcome leave(const struct bench *b)
{
	struct {
		struct point_id *items;
		size_t count, room;
	} points = { 0 };
	for (const struct field *f = fields_next(&b->v->form, "point", NULL); f;
		f = fields_next(&b->v->form, "point", f))
		LIST_ADD(b->v->work.arena, &points)->n = atol(f->value);
	return leave_points(&b->v->work, points.items, points.count, b->reason);
}

static const struct {
	const char *name;
	enum outcome (*does)(const struct bench *b);
} deeds[] = { { "up", up }, { "down", down }, { "merge", merge }, { "part", part },
	{ "flag", flag }, { "unflag", unflag }, { "leave", leave }, { "unleave", unleave } };

enum outcome workbench_post(struct visit *v)
{
	struct bench b = { .v = v,
		.unit = rollup_gather_unit(v),
		.point = { visit_number(v, "point") },
		.reason = visit_field(v, "reason") };
	const char *typed = visit_field(v, "topic"), *deed = visit_field(v, "do");
	bool word = text_same(typed, "none") || text_same(typed, "open");
	const char *scope =
		word ? typed : arena_format(v->work.arena, "%ld", (long)visit_number(v, "topic"));
	if (!b.unit || !visit_week(v, work_week(&v->work), &b.week))
		return NOT_FOUND;
	enum outcome outcome = NOT_FOUND;
	for (size_t i = 0; i < sizeof deeds / sizeof *deeds; i++)
		if (text_same(deeds[i].name, deed))
			outcome = deeds[i].does(&b);
	work_refresh(&v->work);
	if (outcome == INVALID || outcome == CONFLICT)
		return workbench_page(v, b.unit, b.week, scope, NULL, outcome);
	if (outcome != DONE)
		return outcome;
	struct url to =
		workbench_url(v->work.arena, b.unit->code, week_name(v->work.arena, b.week), scope);
	return visit_see_other(
		v, arena_format(v->work.arena, "%s&said=saved#p%ld", to.address, (long)b.point.n));
}
