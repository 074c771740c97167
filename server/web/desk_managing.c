/* The part of the desk for those who manage units, and for trainers. */
#include "base/list.h"
#include "desk.h"
#include "store/answer.h"
#include "store/ask.h"
#include "store/desk.h"
#include "store/handled.h"
#include "store/rollup.h"
#include "store/roster.h"
#include "store/steward.h"
#include "views/week.h"
#include "views/workbench.h"

enum { UNITS_MOST = 12, WEEKS_MOST = 4, NAMES_MOST = 6 };

/* Weeks gone by that hold points and are still open. */
static void add_weeks_to_close(struct visit *v, struct desk_view *view, const struct unit *u)
{
	struct arena *a = v->work.arena;
	struct week now = work_week(&v->work);
	struct desk_weeks weeks = desk_open_weeks_any(v->work.db, u->id,
		(struct week){ now.n - DESK_WEEKS_BACK }, (struct week){ now.n - 1 });
	size_t shown = 0;
	LIST_EACH (const struct desk_week, w, &weeks) {
		if (shown++ == WEEKS_MOST)
			break;
		*LIST_ADD(a, &view->waiting) = (struct desk_item){ .icon = "layers",
			/* Translators: unit, week. */
			.text = arena_format(a, _("%s: %s is not rolled up yet"), u->name,
				week_short(a, w->week)),
			.meta = arena_format(
				a, n_("%ld point", "%ld points", w->points), (long)w->points),
			.more = w->unclassified
					? arena_format(a,
						  n_("%ld without a topic", "%ld without a topic",
							  w->unclassified),
						  (long)w->unclassified)
					: NULL,
			.to = desk_unit_url(a, u->code, week_name(a, w->week)) };
	}
}

static const char *names_of(struct arena *a, const struct strings *names)
{
	struct out o = out_new(a);
	for (size_t i = 0; i < names->count && i < NAMES_MOST; i++)
		out_format(&o, "%s%s", i ? c_("between names", ", ") : "", names->items[i]);
	if (names->count > NAMES_MOST)
		out_text(&o, " …");
	return out_string(&o);
}

/* This week of a team: who has written and who has not. */
static void add_team(struct visit *v, struct desk_view *view, const struct unit *u)
{
	struct arena *a = v->work.arena;
	struct week now = work_week(&v->work);
	if (rollup_get(v->work.db, u->id, now).closed)
		return;
	struct roster list = roster_of_any(
		v->work.db, u->id, now, week_start(v->work.zone, (struct week){ now.n + 1 }));
	struct strings missing = { 0 };
	LIST_EACH (const struct roster_line, l, &list)
		if (l->presence == MISSING)
			*LIST_ADD(a, &missing) = l->name;
	struct desk_weeks weeks = desk_open_weeks_any(v->work.db, u->id, now, now);
	int64_t loose = weeks.count ? weeks.items[0].unclassified : 0;
	if (loose)
		*LIST_ADD(a, &view->waiting) = (struct desk_item){ .icon = "tag",
			.text = arena_format(a,
				n_("%ld point is not classified yet",
					"%ld points are not classified yet", loose),
				(long)loose),
			.meta = u->name,
			.more = week_short(a, now),
			.to = desk_unit_url(a, u->code, week_name(a, now)) };
	*LIST_ADD(a, &view->state) = (struct desk_item){ .icon = "users",
		.text = arena_format(a, _("%s: %ld of %ld have written"), u->name,
			(long)(list.of[SUBMITTED] + list.of[LATE]),
			(long)(list.count - (size_t)list.of[EXCUSED])),
		.meta = missing.count ? arena_format(a, _("not yet: %s"), names_of(a, &missing))
				      : NULL,
		.to = desk_unit_url(a, u->code, week_name(a, now)) };
}

/* Points that rose into a week of the branch that is still open, and that nobody has dealt with. */
static void add_distilling(
	struct visit *v, struct desk_view *view, const struct unit *u, struct week week)
{
	struct arena *a = v->work.arena;
	struct rollup r = rollup_get(v->work.db, u->id, week);
	if (u->kind != UNIT_BRANCH || r.closed)
		return;
	struct handled_counts c = handled_counts_any(v->work.db, u->id, week, r.id);
	if (!c.of[OPEN])
		return;
	struct out o = out_new(a);
	*LIST_ADD(a, &view->waiting) = (struct desk_item){ .icon = "pen-line",
		/* Translators: unit, week, how many. */
		.text = arena_format(a,
			n_("%s, %s: %ld point waits to be distilled",
				"%s, %s: %ld points wait to be distilled", c.of[OPEN]),
			u->name, week_short(a, week), (long)c.of[OPEN]),
		.meta = workbench_sum(&o, &c),
		.to = workbench_url(a, u->code, week_name(a, week), "") };
}

/* The week before, of a branch or the headquarters: which units below have closed it. */
static void add_below(struct visit *v, struct desk_view *view, const struct unit *u)
{
	struct arena *a = v->work.arena;
	struct week last = { work_week(&v->work).n - 1 };
	add_distilling(v, view, u, last);
	add_distilling(v, view, u, work_week(&v->work));
	struct units below = unit_children(v->work.db, u->id);
	struct strings open = { 0 };
	long units = 0;
	LIST_EACH (const struct unit, child, &below) {
		if (!child->active)
			continue;
		units++;
		if (!rollup_get(v->work.db, child->id, last).closed)
			*LIST_ADD(a, &open) = child->name;
	}
	if (!units)
		return;
	*LIST_ADD(a, &view->state) = (struct desk_item){ .icon = "network",
		/* Translators: unit, week, how many, of how many. */
		.text = arena_format(a, _("%s, %s: %ld of %ld have closed it"), u->name,
			week_short(a, last), units - (long)open.count, units),
		.meta = open.count ? arena_format(a, _("still open: %s"), names_of(a, &open))
				   : NULL,
		.to = desk_unit_url(a, u->code, week_name(a, last)) };
}

/* What is owed to people comes before what is owed to tables. */
static void add_answers(struct visit *v, struct desk_view *view)
{
	int64_t n = answer_waiting_count(v->work.db, v->work.who);
	if (!n)
		return;
	struct answer_lines oldest = answer_waiting(v->work.db, v->work.who, 1);
	bool late = oldest.count && oldest.items[0].due_at < v->work.now;
	*LIST_ADD(v->work.arena, &view->waiting) = (struct desk_item){ .icon = "message-circle",
		.text = arena_format(v->work.arena,
			n_("%ld point waits for your answer", "%ld points wait for your answer", n),
			(long)n),
		.meta = oldest.count ? arena_format(v->work.arena,
					       late ? _("the oldest was due on %s")
						    : _("the oldest is due by %s"),
					       visit_time(v, oldest.items[0].due_at))
				     : NULL,
		.to = desk_answers_url() };
}

static void add_asks(struct visit *v, struct desk_view *view)
{
	int64_t n = ask_waiting_count(v->work.db, v->work.who);
	if (!n)
		return;
	struct asks oldest = ask_waiting(v->work.db, v->work.who, 1);
	*LIST_ADD(v->work.arena, &view->waiting) = (struct desk_item){ .icon = "hand-helping",
		.text = arena_format(v->work.arena,
			n_("%ld colleague asks for help or a decision",
				"%ld colleagues ask for help or a decision", n),
			(long)n),
		.meta = oldest.items[0].text,
		.to = desk_asks_url() };
}

void desk_add_managing(struct visit *v, struct desk_view *view)
{
	add_asks(v, view);
	add_answers(v, view);
	struct units mine = steward_units(v->work.db, v->work.who);
	size_t shown = 0;
	LIST_EACH (const struct unit, u, &mine) {
		if (shown++ == UNITS_MOST)
			break;
		add_weeks_to_close(v, view, u);
		if (u->kind == UNIT_TEAM)
			add_team(v, view, u);
		else
			add_below(v, view, u);
	}
	if (!mine.count && !who_is(v->work.who, TRAINER))
		return;
	int64_t proposed = desk_proposed_topics(v->work.db, v->work.who);
	if (proposed)
		*LIST_ADD(v->work.arena, &view->waiting) = (struct desk_item){ .icon = "map",
			.text = arena_format(v->work.arena,
				n_("%ld new topic is proposed", "%ld new topics are proposed",
					proposed),
				(long)proposed),
			.meta = _("accept, rename or merge"),
			.to = desk_topics_url() };
}
