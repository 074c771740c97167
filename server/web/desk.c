/* My desk: what waits for me, and where my points have come to. */
#include "desk.h"

#include "base/list.h"
#include "base/text.h"
#include "handlers.h"
#include "inbox.h"
#include "store/desk.h"
#include "store/draft.h"
#include "store/person.h"
#include "store/review.h"
#include "store/rollup.h"
#include "templates.h"
#include "views/meeting.h"
#include "views/week.h"
#include "write.h"

enum { NEWS_MOST = 5, STEPS_MOST = 3 };

/* Weeks gone by that were not written: late is better than never. */
static void add_late_weeks(struct visit *v, struct desk_view *view)
{
	struct arena *a = v->work.arena;
	struct week now = work_week(&v->work);
	int64_t since = person_get_any(v->work.db, v->work.who->person)->created_at;
	for (int back = 1; back <= DESK_WEEKS_BACK && view->waiting.count < 3; back++) {
		struct week w = { now.n - back };
		bool here = since < week_start(v->work.zone, (struct week){ w.n + 1 });
		if (!here || desk_week_is_done(v->work.db, v->work.who, w))
			continue;
		*LIST_ADD(a, &view->waiting) = (struct desk_item){ .icon = "clock",
			.text = arena_format(a, _("Still to write: %s"), week_words(a, w)),
			.meta = _("Late is better than never: one point is enough"),
			.to = desk_write_url(a, week_name(a, w)) };
	}
}

static void add_blind_changes(struct visit *v, struct desk_view *view)
{
	struct arena *a = v->work.arena;
	const struct reflection *r = view->written;
	if (!r || text_same(r->state, "withdrawn"))
		return;
	struct reflection_versions all = reflection_versions_any(v->work.db, r->id);
	if (all.count && all.items[0].blind)
		*LIST_ADD(a, &view->waiting) = (struct desk_item){ .icon = "copy",
			.text = _("Your reflection was changed from elsewhere: look whether it is "
				  "what you want"),
			.meta = write_time(v, all.items[0].saved_at),
			.to = desk_reflection_url(a, r->id) };
}

static void add_own(struct visit *v, struct desk_view *view)
{
	struct week now = work_week(&v->work);
	const struct who *who = v->work.who;
	view->written = reflection_weekly_any(v->work.db, who->person, now);
	view->closed = view->written && text_same(view->written->state, "closed");
	if (view->written && text_same(view->written->state, "withdrawn"))
		view->written = NULL;
	const struct draft *draft = draft_get(v->work.db, who, week_name(v->work.arena, now));
	view->draft_time = draft ? write_time(v, draft->saved_at) : NULL;
	add_blind_changes(v, view);
	add_late_weeks(v, view);
}

/* The newest of what is unread in the inbox. */
static void add_news(struct visit *v, struct desk_view *view)
{
	struct notices all =
		notice_list(v->work.db, v->work.who, (struct notice_place){ 0 }, NEWS_MOST);
	LIST_EACH (const struct notice, n, &all)
		if (n->unread)
			*LIST_ADD(v->work.arena, &view->news) = inbox_line(v, n);
}

static void add_step(struct visit *v, struct desk_steps *way, const char *name, bool done,
	bool here, struct unit_id unit, struct week week)
{
	struct rollup r = done ? rollup_get(v->work.db, unit, week) : (struct rollup){ 0 };
	*LIST_ADD(v->work.arena, way) = (struct desk_step){ .name = name,
		.date = r.closed ? visit_day(v, r.closed_at) : NULL,
		.done = done,
		.here = here };
}

static void add_points(struct visit *v, struct desk_view *view)
{
	struct arena *a = v->work.arena;
	struct desk_points ids = desk_own_points(v->work.db, v->work.who, 4);
	LIST_EACH (const struct point_id, id, &ids) {
		const struct point *p = point_get(v->work.db, v->work.who, *id);
		if (!p)
			continue;
		struct desk_point *line = LIST_ADD(a, &view->points);
		line->point = p;
		bool branch = p->reach >= REACH_BRANCH, hq = p->reach >= REACH_HQ;
		add_step(v, &line->way, _("Team"), branch, !branch, p->team, p->team_week);
		if (!p->team_only) {
			add_step(v, &line->way, _("Branch"), hq, branch && !hq, p->branch,
				p->branch_week);
			add_step(v, &line->way, _("Headquarters"), p->reach >= REACH_ALL,
				hq && p->reach < REACH_ALL, (struct unit_id){ 1 }, p->hq_week);
		}
		int64_t stories = desk_stories_of_any(v->work.db, *id);
		if (stories)
			line->stories = arena_format(a,
				n_("Told in a case story", "Told in %ld case stories", stories),
				(long)stories);
	}
}

/* What one took on at a meeting, the one due first first. */
static void add_steps(struct visit *v, struct desk_view *view)
{
	struct arena *a = v->work.arena;
	struct reviews all = review_own_steps(v->work.db, v->work.who, STEPS_MOST);
	LIST_EACH (const struct review, r, &all)
		*LIST_ADD(a, &view->waiting) = (struct desk_item){ .icon = "check",
			.text = arena_format(a, _("Agreed: %s"), r->step),
			.meta = r->step_until ? arena_format(a, _("until %s"),
							meeting_step_day(a, r->step_until))
					      : NULL,
			.to = desk_point_url(a, r->point) };
}

enum outcome desk_show(struct visit *v)
{
	const struct who *who = v->work.who;
	struct week week = work_week(&v->work);
	struct desk_view view = { .chrome = &v->chrome,
		.name = who->name,
		.week = week_words(v->work.arena, week),
		.days = week_days_words(v->work.arena, week),
		.writes = who_is(who, REP) && who->team.n };
	if (view.writes)
		add_own(v, &view);
	add_news(v, &view);
	desk_add_bulletins(v, &view);
	add_steps(v, &view);
	desk_add_playbook(v, &view);
	desk_add_managing(v, &view);
	add_points(v, &view);
	desk(visit_page(v, _("My desk")), &view);
	return DONE;
}
