/* The page of one reflection, and the list of one's own. */
#include <string.h>

#include "base/list.h"
#include "base/text.h"
#include "handlers.h"
#include "reflection.h"
#include "rules/answer.h"
#include "rules/coach.h"
#include "store/unit.h"
#include "templates.h"
#include "views/html_stored.h"
#include "views/week.h"
#include "write.h"

static bool may_see(void *p, long number)
{
	struct visit *v = p;
	return point_get(v->work.db, v->work.who, (struct point_id){ number }) != NULL;
}

static void add_items(struct visit *v, struct reflection_view *view)
{
	struct arena *a = v->work.arena;
	struct coach coach = coach_of(&v->work, v->app->coach);
	LIST_EACH (const struct point, p, &view->points) {
		struct point_text text = { .kind = p->kind, .headline = p->headline };
		point_text_set_body(a, &text, p->body_md);
		struct reflection_item *item = LIST_ADD(a, &view->items);
		*item = (struct reflection_item){ .point = p,
			.body = html_stored(a, p->body_html, may_see, v),
			.asks = text.asks,
			.team = p->reach >= REACH_TEAM,
			.branch = p->reach >= REACH_BRANCH,
			.hq = p->reach >= REACH_HQ,
			.may_withdraw = view->own && view->open };
		if (view->own && view->open)
			item->hints = coach_hints(a, &coach, &text);
	}
}

static void add_versions(struct visit *v, struct reflection_view *view)
{
	struct reflection_versions all = reflection_versions_any(v->work.db, view->reflection->id);
	LIST_EACH (const struct reflection_version, r, &all)
		*LIST_ADD(v->work.arena, &view->versions) = (struct reflection_version_line){
			.number = r->number,
			.time = write_time(v, r->saved_at),
			.via = reflection_via_word(r->via),
			.blind = r->blind,
		};
	if (all.count && all.items[0].blind)
		view->blind_time = view->versions.items[0].time;
}

/* What only its author is shown. */
static void add_own(struct visit *v, struct reflection_view *view)
{
	struct arena *a = v->work.arena;
	const struct reflection *r = view->reflection;
	struct write_target t;
	const char *subject =
		r->task ? arena_format(a, "reflection/%ld", (long)r->id.n) : week_name(a, r->week);
	add_versions(v, view);
	if (!view->open || write_target_of(v, subject, &t) != DONE)
		return;
	view->edit = write_address(a, &t);
	view->readers = write_readers(v, &t);
	view->until = write_until(v, &t);
	const struct draft *draft = draft_get(v->work.db, v->work.who, subject);
	view->draft_time = draft ? write_time(v, draft->saved_at) : NULL;
	const char *said = visit_query(v, "said");
	if (draft || !(text_same(said, "submitted") || text_same(said, "changed") ||
			     text_same(said, "kept")))
		return;
	if (r->task && text_same(said, "submitted"))
		subject = "task";
	long person = (long)v->work.who->person.n;
	view->forget[0] = arena_format(a, "%ld:%s", person, subject);
	view->forget[1] = arena_format(a, "%ld:file/%s", person, subject);
}

static enum outcome show_page(struct visit *v, struct reflection_view *view)
{
	const struct reflection *r = view->reflection;
	const struct unit *team = unit_get(v->work.db, r->team);
	view->open = !text_same(r->state, "closed");
	view->withdrawn = text_same(r->state, "withdrawn");
	view->title = reflection_title(v->work.arena, r);
	view->days = r->task ? NULL : week_days_words(v->work.arena, r->week);
	view->team_name = team ? team->name : NULL;
	if (r->rollup_week.n != r->week.n)
		view->lands = week_words(v->work.arena, r->rollup_week);
	add_items(v, view);
	if (answer_read_all(&v->work, &view->points) != DONE)
		return BROKEN;
	if (view->own)
		add_own(v, view);
	reflection(visit_page(v, view->title), view);
	return DONE;
}

const struct reflection *reflection_here(struct visit *v, struct reflection_view *view)
{
	const struct reflection *r =
		reflection_get(v->work.db, v->work.who, (struct reflection_id){ v->arg[0] });
	if (!r)
		return NULL;
	*view = reflection_view_of(v, r);
	/* All its points are another's to see, or would give a hidden name away. */
	return view->own || view->points.count ? r : NULL;
}

enum outcome reflection_page(struct visit *v)
{
	struct reflection_view view;
	return reflection_here(v, &view) ? show_page(v, &view) : NOT_FOUND;
}

enum outcome reflection_list(struct visit *v)
{
	struct arena *a = v->work.arena;
	struct reflections own = reflection_of_person(v->work.db, v->work.who);
	struct reflection_list_view view = { .chrome = &v->chrome };
	LIST_EACH (const struct reflection, r, &own) {
		struct out o = out_new(a);
		struct points points = point_of_reflection(v->work.db, v->work.who, r->id);
		LIST_EACH (const struct point, p, &points)
			out_format(&o, "%s%s", o.len ? " · " : "", p->headline);
		*LIST_ADD(a, &view.lines) = (struct reflection_line){ .reflection = r,
			.title = reflection_title(a, r),
			.days = r->task ? week_words(a, r->week) : week_days_words(a, r->week),
			.state = reflection_state_word(r),
			.headlines = out_string(&o) };
	}
	struct out *o = visit_page(v, _("My reflections"));
	view.writes = v->chrome.writes;
	reflection_list_page(o, &view);
	return DONE;
}
