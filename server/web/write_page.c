/* The form to write on, built from what was typed. */
#include "base/list.h"
#include "base/text.h"
#include "store/unit.h"
#include "templates.h"
#include "views/week.h"
#include "write_take.h"

const char *write_badge(struct arena *a, int place)
{
	int n = place % REFLECTION_MAX_POINTS + 1;
	return form_kind(place) == EXPERIENCE ? arena_format(a, _("Experience %d"), n)
					      : arena_format(a, _("Lesson %d"), n);
}

/* One is open: the first with a fault, else of a new entry the first that is still to be written,
 * of one that is handed in the first that is. */
static void add_places(
	struct visit *v, struct write_view *view, const struct reflection_form *form, bool fresh)
{
	struct arena *a = v->work.arena;
	int open = -1, empty = -1, full = -1;
	for (int i = 0; i < FORM_PLACES; i++) {
		struct write_place *p = LIST_ADD(a, &view->of_kind[form_kind(i)]);
		struct form_place *typed = ARENA_NEW(a, struct form_place);
		*typed = form->places[i];
		typed->anonymous |= v->work.who->anonymous && !typed->named;
		*p = (struct write_place){ .number = i,
			.by_default = v->work.who->anonymous,
			.badge = write_badge(a, i),
			.typed = typed,
			.optional = i % REFLECTION_MAX_POINTS != 0,
			.headline_fault =
				fault_of(&v->work.faults, arena_format(a, "p%d.headline", i)),
			.story_fault = fault_of(&v->work.faults, arena_format(a, "p%d.story", i)) };
		if (open < 0 && (p->headline_fault || p->story_fault))
			open = i;
		if (empty < 0 && !p->optional && form_place_is_empty(p->typed))
			empty = i;
		if (full < 0 && !form_place_is_empty(p->typed))
			full = i;
	}
	if (open < 0)
		open = fresh && empty >= 0 ? empty : full < 0 ? 0 : full;
	view->of_kind[form_kind(open)].items[open % REFLECTION_MAX_POINTS].open = true;
}

struct write_faults write_faults_of(struct visit *v)
{
	struct arena *a = v->work.arena;
	struct write_faults list = { 0 };
	LIST_EACH (const struct fault, f, &v->work.faults) {
		bool place = f->field && f->field[0] == 'p' && f->field[1] >= '0' &&
			     f->field[1] < '0' + FORM_PLACES && f->field[2] == '.';
		const char *message = place ? arena_format(a, _("%s: %s"),
						      write_badge(a, f->field[1] - '0'), f->message)
					    : f->message;
		*LIST_ADD(a, &list) = (struct write_fault){ f->field, message };
	}
	return list;
}

static const char *week_state(const struct reflection *r, bool closed, bool over)
{
	if (r && text_same(r->state, "closed"))
		return _("closed");
	if (r && !text_same(r->state, "withdrawn"))
		return _("handed in");
	return closed || over ? _("not written; late now") : _("not written yet");
}

/* This week and the eight before it. */
static struct write_weeks weeks_of(struct visit *v, const struct write_target *t)
{
	struct arena *a = v->work.arena;
	struct write_weeks list = { 0 };
	struct week now = work_week(&v->work);
	for (int back = 0; back <= REFLECTION_WEEKS_BACK; back++) {
		struct week w = { now.n - back };
		const struct reflection *r =
			reflection_weekly_any(v->work.db, v->work.who->person, w);
		bool closed = r && text_same(r->state, "closed");
		*LIST_ADD(a, &list) = (struct write_week){ .week = week_name(a, w),
			.words = week_words(a, w),
			.state = week_state(r, false, back > 0),
			.closed = closed ? r->id : (struct reflection_id){ 0 },
			.here = t->has_week && w.n == t->week.n };
	}
	return list;
}

static const struct reflection *before(struct visit *v, const struct write_target *t)
{
	struct reflections own = reflection_of_person(v->work.db, v->work.who);
	LIST_EACH (const struct reflection, r, &own)
		if (!text_same(r->state, "withdrawn") && r->week.n < t->week.n)
			return r;
	return NULL;
}

enum outcome write_page(struct visit *v, const struct write_target *t,
	const struct reflection_form *form, int64_t base, int status)
{
	struct arena *a = v->work.arena;
	const struct draft *draft = draft_get(v->work.db, v->work.who, t->subject);
	struct write_view view = { .chrome = &v->chrome,
		.about = write_about_of(v, t),
		.draft_key = arena_format(a, "%ld:%s", (long)v->work.who->person.n, t->subject),
		.draft_version = draft ? draft->version : 0,
		.draft_time = draft ? write_time(v, draft->saved_at) : NULL,
		.task = form->task,
		.task_fault = fault_of(&v->work.faults, "task"),
		.readers = write_readers(v, t),
		.until = write_until(v, t),
		.faults = write_faults_of(v),
		.weeks = weeks_of(v, t),
		.takes = write_takes_of(v, t),
		.tasks = write_tasks_of(v),
		.before = before(v, t),
		.example = write_example(a),
		.pasted = text_same(visit_query(v, "said"), "pasted"),
		.has_file = draft_get(v->work.db, v->work.who,
				    arena_format(a, "file/%s", t->subject)) != NULL };
	view.about.base_version = base;
	add_places(v, &view, form, !t->now);
	v->chrome.writing = true;
	write_form(visit_page(v, view.about.title), &view);
	v->out->status = status;
	return DONE;
}

enum outcome write_none_page(struct visit *v)
{
	struct out *o = visit_page(v, _("Write"));
	const struct write_none_view view = { &v->chrome, v->chrome.unit_code };
	write_none(o, &view);
	return DONE;
}
