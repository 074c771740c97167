/* A unit's roll-up of one week: shown, closed, reopened. */
#include "rules/rollup.h"

#include "base/text.h"
#include "cursor.h"
#include "handlers.h"
#include "rollup_csv.h"
#include "rollup_gather.h"
#include "templates.h"

/* Not said: as many as a page shows, so that a usual week is whole. */
static bool read_page(struct visit *v, struct gathering *g)
{
	int64_t limit;
	g->paged = v->face == PAGE;
	if (!cursor_read(v, g->paged ? "rollup_page" : "rollup", &g->after, &limit))
		return false;
	g->limit = !g->paged && *visit_query(v, "limit") ? limit : 0;
	return true;
}

enum outcome rollup_show(struct visit *v)
{
	struct gathering g = { .unit = rollup_gather_unit(v) };
	struct week now = work_week(&v->work);
	if (!g.unit)
		return NOT_FOUND;
	if (!visit_week(v, now, &g.week))
		fault_add(&v->work.faults, "week", _("Write a week like 2026-W47."));
	if (!read_page(v, &g) || v->work.faults.count)
		return rollup_may_open(&v->work, g.unit) ? INVALID : NOT_FOUND;
	struct rollup_view view;
	g.whole = g.bodies = v->face == PAGE && text_same(visit_query(v, "format"), "csv");
	if (g.week.n > now.n || !rollup_gather(v, &g, &view))
		return NOT_FOUND;
	if (v->face == JSON) {
		struct json_writer j = visit_json(v, 200);
		rollup_json(&j, &view);
		return DONE;
	}
	if (g.whole)
		return rollup_csv(v, &view);
	rollup(visit_page(v, g.unit->name), &view);
	return DONE;
}

static enum outcome change(struct visit *v,
	enum outcome (*rule)(struct work *, struct unit_id, struct week), const char *said)
{
	const struct unit *unit = rollup_gather_unit(v);
	struct week week;
	if (!unit || !visit_week(v, work_week(&v->work), &week))
		return NOT_FOUND;
	enum outcome outcome = rule(&v->work, unit->id, week);
	if (outcome != DONE)
		return outcome;
	if (v->face == PAGE)
		return visit_see_other(
			v, arena_format(v->work.arena, "/units/%s?week=%s&said=%s", unit->code,
				   week_name(v->work.arena, week), said));
	work_refresh(&v->work);
	return rollup_show(v);
}

enum outcome rollup_close_post(struct visit *v)
{
	return change(v, rollup_close, "closed");
}

enum outcome rollup_reopen_post(struct visit *v)
{
	return change(v, rollup_reopen, "reopened");
}
