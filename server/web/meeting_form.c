/* Making a meeting, and changing its frame. */
#include "base/list.h"
#include "base/text.h"
#include "meeting.h"
#include "meeting_handlers.h"
#include "rules/report_text.h"
#include "templates.h"

enum { TASKS_OFFERED = 50 };

static enum outcome page(struct visit *v, struct meeting_form_view *view, enum outcome why)
{
	struct db *db = v->work.db;
	view->chrome = &v->chrome;
	view->units = meeting_units(&v->work);
	if (!view->unit.n && view->units.count)
		view->unit = view->units.items[0].id;
	view->people = view->old ? meeting_people_any(db, view->old)
				 : meeting_people_of_unit_any(db, view->unit);
	view->tasks = task_list(db, v->work.who, view->unit, TASKS_OFFERED);
	view->faults = v->work.faults;
	meeting_form_page(
		visit_page(v, view->old ? _("Change the meeting") : _("New meeting")), view);
	v->out->status = why == DONE ? 200 : outcome_status(why);
	return DONE;
}

enum outcome meeting_new_show(struct visit *v)
{
	struct meeting_form_view view = { .kind = MEETING_WEEKLY,
		.length = LENGTH_HOUR,
		.day = report_text_day_name(v->work.arena, meeting_today(&v->work)),
		.unit = { visit_query_number(v, "unit") },
		.task = { visit_query_number(v, "task") },
		.notes = "",
		.may_hold = true };
	const struct task *task = view.task.n ? task_get(v->work.db, v->work.who, view.task) : NULL;
	if (task) {
		view.kind = MEETING_TASK;
		view.unit = task->team;
	}
	if (!meeting_units(&v->work).count)
		return FORBIDDEN;
	if (view.unit.n && !meeting_may_hold(&v->work, v->work.db, view.unit))
		return NOT_FOUND;
	return page(v, &view, DONE);
}

/* What the form says; false: it says something that is none. */
static bool read_form(struct visit *v, struct meeting_input *in)
{
	*in = (struct meeting_input){ .unit = { visit_number(v, "unit") },
		.task = { visit_number(v, "task") },
		.recorder = { visit_number(v, "recorder") },
		.notes = visit_field(v, "notes"),
		.base_version = visit_number(v, "version") };
	if (!report_text_day(visit_field(v, "day"), &in->day))
		fault_add(&v->work.faults, "day", _("Write the day like 2026-11-24."));
	return meeting_kind_parse(visit_field(v, "kind"), &in->kind) &&
	       meeting_length_parse(visit_field(v, "length"), &in->length);
}

static struct meeting_form_view typed(
	struct visit *v, const struct meeting_input *in, const struct meeting *old)
{
	return (struct meeting_form_view){ .old = old,
		.unit = old ? old->unit : in->unit,
		.kind = in->kind,
		.length = in->length,
		.day = visit_field(v, "day"),
		.task = in->task,
		.recorder = in->recorder,
		.notes = in->notes,
		.version = old ? old->version : 0,
		.may_hold = !old || meeting_may_hold(&v->work, v->work.db, old->unit) };
}

enum outcome meeting_new_post(struct visit *v)
{
	struct meeting_input in;
	struct meeting_id id;
	if (!read_form(v, &in))
		return NOT_FOUND;
	enum outcome outcome = v->work.faults.count ? INVALID : meeting_make(&v->work, &in, &id);
	if (outcome == INVALID && !meeting_may_hold(&v->work, v->work.db, in.unit))
		return FORBIDDEN;
	if (outcome == INVALID) {
		struct meeting_form_view view = typed(v, &in, NULL);
		return page(v, &view, INVALID);
	}
	return outcome == DONE ? meeting_back(v, id, "met", "") : outcome;
}

static enum outcome keeper(struct visit *v, const struct meeting **m)
{
	*m = meeting_get(v->work.db, v->work.who, (struct meeting_id){ v->arg[0] });
	if (!*m)
		return NOT_FOUND;
	return meeting_may_keep(&v->work, v->work.db, *m) ? DONE : FORBIDDEN;
}

enum outcome meeting_edit_show(struct visit *v)
{
	const struct meeting *m;
	enum outcome outcome = keeper(v, &m);
	if (outcome != DONE)
		return outcome;
	struct meeting_form_view view = { .old = m,
		.unit = m->unit,
		.kind = m->kind,
		.length = m->length,
		.day = report_text_day_name(v->work.arena, m->day),
		.task = m->task,
		.recorder = m->recorder,
		.notes = m->notes,
		.version = m->version,
		.may_hold = meeting_may_hold(&v->work, v->work.db, m->unit) };
	return page(v, &view, DONE);
}

enum outcome meeting_edit_post(struct visit *v)
{
	const struct meeting *m;
	struct meeting_input in;
	enum outcome outcome = keeper(v, &m);
	if (outcome != DONE)
		return outcome;
	if (!read_form(v, &in))
		return NOT_FOUND;
	if (!meeting_may_hold(&v->work, v->work.db, m->unit))
		in.recorder = m->recorder;
	outcome = v->work.faults.count ? INVALID : meeting_change(&v->work, m->id, &in);
	if (outcome == STALE) {
		work_refresh(&v->work);
		keeper(v, &m);
		fault_add(&v->work.faults, NULL,
			_("Somebody else changed it meanwhile. Look at what is there now, then "
			  "save again."));
	}
	if (outcome == INVALID || outcome == STALE) {
		struct meeting_form_view view = typed(v, &in, m);
		return page(v, &view, outcome);
	}
	return outcome == DONE ? meeting_back(v, m->id, "saved", "") : outcome;
}

enum outcome meeting_drop_post(struct visit *v)
{
	enum outcome outcome = meeting_call_off(&v->work, (struct meeting_id){ v->arg[0] });
	return outcome == DONE ? visit_see_other(v, "/meetings?said=called-off") : outcome;
}
