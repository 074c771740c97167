/* A unit's roll-up of one week: shown, closed, reopened. */
#include "rules/rollup.h"

#include "base/list.h"
#include "base/text.h"
#include "doors/markdown.h"
#include "handlers.h"
#include "store/point.h"
#include "store/roster.h"
#include "templates.h"
#include "views/rollup.h"

/* By number or by code. NULL: none such, or not for this viewer. */
static const struct unit *find_unit(struct visit *v)
{
	int64_t number = 0;
	const char *p = v->word;
	for (; *p >= '0' && *p <= '9' && number < INT32_MAX; p++)
		number = number * 10 + (*p - '0');
	const struct unit *u = *p ? NULL : unit_get(v->work.db, (struct unit_id){ number });
	if (!u)
		u = unit_by_code(v->work.db, v->word);
	return u && rollup_may_open(&v->work, u) ? u : NULL;
}

static struct rollup_topic *group_of(
	struct visit *v, struct rollup_topics *all, const struct topic *topic)
{
	LIST_EACH (struct rollup_topic, g, all)
		if (topic ? g->topic && g->topic->id.n == topic->id.n : !g->topic)
			return g;
	struct rollup_topic *g = LIST_ADD(v->work.arena, all);
	g->topic = topic;
	return g;
}

static void add_line(struct visit *v, struct rollup_topic *g, const struct point *p)
{
	g->of_kind[p->kind]++;
	*LIST_ADD(v->work.arena, &g->lines) =
		(struct rollup_line){ p, visit_date(v, p->submitted_at),
			text_cut(v->work.arena, markdown_plain(v->work.arena, p->body_md), 80) };
}

static void group(struct visit *v, struct rollup_view *view)
{
	LIST_EACH (const struct point, p, &view->points)
		if (!p->topics.count)
			add_line(v, group_of(v, &view->topics, NULL), p);
	LIST_EACH (const struct point, p, &view->points)
		LIST_EACH (const struct topic, t, &p->topics)
			add_line(v, group_of(v, &view->topics, t), p);
}

/* Names are for the team and its manager. */
static bool sees_roster(struct visit *v, const struct unit *unit)
{
	return unit->kind == UNIT_TEAM && (who_manages(v->work.db, v->work.who, unit->id) ||
						  v->work.who->team.n == unit->id.n);
}

enum outcome rollup_show(struct visit *v)
{
	const struct unit *unit = find_unit(v);
	struct week now = work_week(&v->work), week;
	if (!unit)
		return NOT_FOUND;
	if (!visit_week(v, now, &week)) {
		fault_add(&v->work.faults, "week", _("Write a week like 2026-W47."));
		return INVALID;
	}
	if (week.n > now.n)
		return NOT_FOUND;
	struct arena *a = v->work.arena;
	struct rollup_view view = { .chrome = &v->chrome, .unit = unit };
	view.parent = unit->parent.n ? unit_get(v->work.db, unit->parent) : NULL;
	view.week = week_name(a, week);
	view.before = week_name(a, (struct week){ week.n - 1 });
	view.after = week.n < now.n ? week_name(a, (struct week){ week.n + 1 }) : NULL;
	view.closed = rollup_get(v->work.db, unit->id, week).closed;
	view.may_close = who_manages(v->work.db, v->work.who, unit->id);
	view.points = point_of_rollup(v->work.db, v->work.who, unit->id, unit->kind, week);
	LIST_EACH (const struct point, p, &view.points)
		view.of_kind[p->kind]++;
	if (sees_roster(v, unit))
		view.roster = roster_of_any(v->work.db, unit->id, week,
			week_start(v->work.zone, (struct week){ week.n + 1 }));
	group(v, &view);
	if (v->face == JSON) {
		struct json_writer j = visit_json(v, 200);
		rollup_json(&j, &view);
		return DONE;
	}
	rollup(visit_page(v, unit->name), &view);
	return DONE;
}

static enum outcome change(struct visit *v,
	enum outcome (*rule)(struct work *, struct unit_id, struct week), const char *said)
{
	const struct unit *unit = find_unit(v);
	struct week week;
	if (!unit || !visit_week(v, work_week(&v->work), &week))
		return NOT_FOUND;
	enum outcome outcome = rule(&v->work, unit->id, week);
	if (outcome != DONE)
		return outcome;
	if (v->face == PAGE)
		return visit_see_other(v, arena_format(v->work.arena, "/units/%s?week=%s&said=%s",
						  v->word, week_name(v->work.arena, week), said));
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
