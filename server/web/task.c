/* Tasks: what a team does for a while, and what it learnt of it. */
#include "base/list.h"
#include "base/text.h"
#include "doors/markdown.h"
#include "meeting_handlers.h"
#include "rules/meeting.h"
#include "rules/report_text.h"
#include "store/steward.h"
#include "templates.h"
#include "views/task.h"

enum { SHOWN = 100 };

/* The own team first, then those that one manages. */
static struct units teams_of(struct visit *v)
{
	struct units list = { 0 }, mine = steward_units(v->work.db, v->work.who);
	const struct unit *home = unit_get(v->work.db, v->work.who->home);
	if (home && task_may_open(&v->work, v->work.db, home->id))
		*LIST_ADD(v->work.arena, &list) = *home;
	LIST_EACH (const struct unit, u, &mine)
		if (u->kind == UNIT_TEAM && u->id.n != v->work.who->home.n)
			*LIST_ADD(v->work.arena, &list) = *u;
	return list;
}

static struct task_form form_of(struct visit *v, const struct task *task)
{
	struct arena *a = v->work.arena;
	struct task_form form = { .chrome = &v->chrome, .task = task, .name = "", .to = "" };
	if (!task) {
		form.teams = teams_of(v);
		form.from = report_text_day_name(a, meeting_today(&v->work));
		return form;
	}
	form.name = task->name;
	form.from = report_text_day_name(a, task->from);
	form.to = task->to ? report_text_day_name(a, task->to) : "";
	form.people = task_people_any(v->work.db, task);
	return form;
}

static enum outcome list_page(struct visit *v, const struct task_form *form)
{
	struct tasks all = task_list(v->work.db, v->work.who, (struct unit_id){ 0 }, SHOWN);
	struct task_list_view view = { .chrome = &v->chrome,
		.form = form->teams.count ? form : NULL };
	LIST_EACH (const struct task, k, &all) {
		*LIST_ADD(v->work.arena, k->closed ? &view.closed : &view.open) =
			(struct task_card){ k, task_days(v->work.arena, k) };
		view.many_teams |= k->team.n != all.items[0].team.n;
	}
	task_list_page(visit_page(v, _("Tasks")), &view);
	return DONE;
}

enum outcome task_list_show(struct visit *v)
{
	struct task_form form = form_of(v, NULL);
	return list_page(v, &form);
}

static struct task_input read_form(struct visit *v)
{
	struct task_input in = { .team = { visit_number(v, "team") },
		.name = visit_field(v, "name"),
		.from = visit_field(v, "from"),
		.to = visit_field(v, "to"),
		.base_version = visit_number(v, "version") };
	struct person_id *people = ARENA_MANY(v->work.arena, struct person_id, v->form.count + 1);
	for (const struct field *f = NULL; (f = fields_next(&v->form, "people", f));)
		people[in.count++].n = strtoll(f->value, NULL, 10);
	in.people = people;
	return in;
}

enum outcome task_new_post(struct visit *v)
{
	struct task_input in = read_form(v);
	struct task_id id;
	enum outcome outcome = task_open(&v->work, &in, &id);
	if (outcome == INVALID) {
		struct task_form form = form_of(v, NULL);
		form.name = in.name;
		form.from = in.from;
		form.to = in.to;
		form.faults = v->work.faults;
		form.open = true;
		list_page(v, &form);
		v->out->status = 422;
		return DONE;
	}
	return outcome == DONE ? visit_see_other(v, arena_format(v->work.arena,
							    "/tasks/%ld?said=opened", (long)id.n))
			       : outcome;
}

static enum outcome page(struct visit *v, const struct task_view *typed, enum outcome why)
{
	struct arena *a = v->work.arena;
	const struct task *task = task_get(v->work.db, v->work.who, (struct task_id){ v->arg[0] });
	if (!task)
		return NOT_FOUND;
	struct task_view view = typed ? *typed : (struct task_view){ .typed = task->review };
	view.chrome = &v->chrome;
	view.task = task;
	view.days = task_days(a, task);
	view.review = markdown_html(a, task->review, NULL);
	view.points = task_points(v->work.db, v->work.who, task);
	view.people = task_people_any(v->work.db, task);
	view.may_close = task_may_close(&v->work, v->work.db, task);
	view.may_meet = meeting_may_hold(&v->work, v->work.db, task->team);
	view.writes = who_is(v->work.who, REP) && v->work.who->team.n == task->team.n;
	if (!typed)
		view.outcome = task->outcome;
	if (!view.form.chrome)
		view.form = form_of(v, task);
	LIST_EACH (const struct task_person, p, &view.people)
		view.wrote |= p->wrote && p->person.n == v->work.who->person.n;
	struct meetings all = meeting_of_task(v->work.db, v->work.who, task->id);
	LIST_EACH (const struct meeting, m, &all)
		*LIST_ADD(a, &view.meetings) =
			(struct meeting_card){ m, meeting_day_words(a, m->day) };
	task_page_show(visit_page(v, task->name), &view);
	v->out->status = why == DONE ? 200 : outcome_status(why);
	return DONE;
}

enum outcome task_show(struct visit *v)
{
	return page(v, NULL, DONE);
}

static enum outcome back(struct visit *v, enum outcome outcome, const char *said)
{
	return outcome == DONE
		       ? visit_see_other(v, arena_format(v->work.arena, "/tasks/%ld?said=%s",
						    (long)v->arg[0], said))
		       : outcome;
}

static void say_stale(struct visit *v)
{
	work_refresh(&v->work);
	fault_add(&v->work.faults, NULL,
		_("Somebody else changed it meanwhile. Look at what is there now, then save "
		  "again."));
}

enum outcome task_edit_post(struct visit *v)
{
	struct task_input in = read_form(v);
	enum outcome outcome = task_change(&v->work, (struct task_id){ v->arg[0] }, &in);
	if (outcome != INVALID && outcome != STALE)
		return back(v, outcome, "saved");
	if (outcome == STALE)
		say_stale(v);
	const struct task *task = task_get(v->work.db, v->work.who, (struct task_id){ v->arg[0] });
	struct task_view view = { .typed = task ? task->review : "", .form = form_of(v, task) };
	view.form.name = in.name;
	view.form.from = in.from;
	view.form.to = in.to;
	view.form.open = true;
	view.form.faults = v->work.faults;
	return page(v, &view, outcome);
}

enum outcome task_close_post(struct visit *v)
{
	struct task_view view = { .typed = visit_field(v, "review") };
	if (!task_outcome_parse(visit_field(v, "outcome"), &view.outcome)) {
		fault_add(&v->work.faults, "outcome",
			_("How did it end? Choose one; a failure teaches as much."));
		view.faults = v->work.faults;
		return page(v, &view, INVALID);
	}
	enum outcome outcome = task_finish(&v->work, (struct task_id){ v->arg[0] }, view.outcome,
		view.typed, visit_number(v, "version"));
	if (outcome == STALE)
		say_stale(v);
	view.faults = v->work.faults;
	return outcome == INVALID || outcome == STALE ? page(v, &view, outcome)
						      : back(v, outcome, "task-closed");
}

enum outcome task_reopen_post(struct visit *v)
{
	return back(v, task_reopen(&v->work, (struct task_id){ v->arg[0] }), "saved");
}
