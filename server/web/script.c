/* Stories told aloud: the three-minute version, and the log of who told it to whom. */
#include "script.h"

#include <stdlib.h>

#include "base/list.h"
#include "base/text.h"
#include "cursor.h"
#include "handlers.h"
#include "playbook_handlers.h"
#include "rules/report.h"
#include "rules/report_text.h"
#include "rules/script.h"
#include "rules/story.h"
#include "templates.h"
#include "version.h"
#include "views/meeting.h"
#include "write.h"

enum { TOLD_SHOWN = 5, MEETINGS = 5 };

static const char *day_words(struct visit *v, int64_t number)
{
	int y, m, d;
	day_date(number, &y, &m, &d);
	return visit_date(v, zone_moment(v->zone, y, m, d, 12, 0));
}

static void add_meetings(struct visit *v, struct telling_form *form)
{
	int64_t chosen = visit_number(v, "meeting");
	struct meetings all =
		meeting_before(v->work.db, v->work.who, report_today(&v->work) + 1, MEETINGS);
	LIST_EACH (const struct meeting, m, &all)
		*LIST_ADD(v->work.arena, &form->meetings) = (struct telling_meeting){ m->id,
			arena_format(v->work.arena, "%s · %s · %s", m->unit_name,
				meeting_kind_word(m->kind), day_words(v, m->day)),
			m->id.n == chosen };
}

static struct telling_form form_of(struct visit *v)
{
	const char *today = report_text_day_name(v->work.arena, report_today(&v->work));
	struct telling_form form = { .whom = visit_field(v, "whom"),
		.day = *visit_field(v, "day") ? visit_field(v, "day") : today,
		.listeners = visit_field(v, "listeners"),
		.latest = today,
		.faults = v->work.faults };
	add_meetings(v, &form);
	return form;
}

const struct script_view *script_gather(struct visit *v, const struct story *s)
{
	struct script_view *view = ARENA_NEW(v->work.arena, struct script_view);
	*view = (struct script_view){ .chrome = &v->chrome,
		.story = s,
		.script = script_of_any(v->work.db, s->id),
		.may_write = story_may_write(v->work.db, v->work.who, s),
		.may_tell = s->published,
		.open = v->work.faults.count,
		.sum = telling_sum_words(v->work.arena, telling_sum_any(v->work.db, s->id)),
		.form = form_of(v) };
	view->length = script_length(v->work.arena, view->script.text);
	int64_t limit = text_same(visit_query(v, "told"), "all") ? 200 : TOLD_SHOWN;
	struct tellings all = telling_list(v->work.db, v->work.who, s->id, 0, limit + 1);
	view->more = all.count > (size_t)limit;
	all.count -= view->more;
	LIST_EACH (const struct telling, x, &all)
		*LIST_ADD(v->work.arena, &view->lines) =
			(struct telling_line){ x, day_words(v, x->day) };
	return view;
}

static const struct story *story_of(struct visit *v)
{
	return story_get(v->work.db, v->work.who, (struct story_id){ v->arg[0] });
}

static enum outcome find(struct visit *v, const struct story **s)
{
	*s = story_of(v);
	if (!*s)
		return NOT_FOUND;
	return story_may_write(v->work.db, v->work.who, *s) ? DONE : FORBIDDEN;
}

static enum outcome form(struct visit *v, struct script_edit_view *view, enum outcome why)
{
	struct arena *a = v->work.arena;
	const char *subject = arena_format(a, "script/%ld", (long)view->story->id.n);
	const struct draft *d = draft_get(v->work.db, v->work.who, subject);
	view->chrome = &v->chrome;
	view->faults = v->work.faults;
	view->length = script_length(a, view->text);
	view->draft_subject = subject;
	view->draft_key = arena_format(a, "%ld:%s", (long)v->work.who->person.n, subject);
	view->draft_version = d ? d->version : 0;
	view->draft_time = d ? write_time(v, d->saved_at) : NULL;
	script_edit(visit_page(v, view->story->title), view);
	v->out->status = why == DONE ? 200 : outcome_status(why);
	return DONE;
}

enum outcome script_edit_show(struct visit *v)
{
	struct script_edit_view view = { 0 };
	enum outcome outcome = find(v, &view.story);
	if (outcome != DONE)
		return outcome;
	struct script now = script_of_any(v->work.db, view.story->id);
	view.text = now.text;
	view.base_version = now.version;
	const struct draft *d = draft_get(v->work.db, v->work.who,
		arena_format(v->work.arena, "script/%ld", (long)view.story->id.n));
	if (d) {
		struct fields fields = draft_fields(v->work.arena, d);
		const char *text = fields_value(&fields, "text");
		const char *base = fields_value(&fields, "base_version");
		view.text = text ? text : view.text;
		view.base_version = base ? strtoll(base, NULL, 10) : 0;
	}
	return form(v, &view, DONE);
}

enum outcome script_edit_post(struct visit *v)
{
	struct script_edit_view view = { .text = visit_field(v, "text") };
	enum outcome outcome = find(v, &view.story);
	if (outcome != DONE)
		return outcome;
	const struct story_id id = view.story->id;
	const char *subject = arena_format(v->work.arena, "script/%ld", (long)id.n);
	const char *page = arena_format(v->work.arena, "/stories/%ld", (long)id.n);
	if (fields_value(&v->form, "discard")) {
		outcome = draft_discard(&v->work, subject);
		return outcome != DONE
			       ? outcome
			       : visit_see_other(v, arena_format(v->work.arena, "%s/script", page));
	}
	view.base_version = *visit_field(v, "base_version") ? visit_number(v, "base_version") : -1;
	outcome = script_save(&v->work, id, view.text, view.base_version);
	if (outcome == STALE) {
		work_refresh(&v->work);
		struct script theirs = script_of_any(v->work.db, id);
		view.theirs = theirs.text;
		view.theirs_by = theirs.changed_by;
		view.theirs_time = visit_time(v, theirs.changed_at);
		view.base_version = theirs.version;
	}
	if (outcome == STALE || outcome == INVALID)
		return form(v, &view, outcome);
	if (outcome == DONE)
		outcome = draft_discard(&v->work, subject);
	return outcome != DONE ? outcome
			       : visit_see_other(v,
					 arena_format(v->work.arena, "%s?said=saved#script", page));
}

static enum outcome answer(struct visit *v, struct story_id id)
{
	work_refresh(&v->work);
	struct script s = script_of_any(v->work.db, id);
	version_tell(v, s.version);
	struct json_writer j = visit_json(v, 200);
	script_json(&j, &s);
	return DONE;
}

enum outcome script_show(struct visit *v)
{
	const struct story *s = story_of(v);
	return s ? answer(v, s->id) : NOT_FOUND;
}

/* {"text": "…"} */
enum outcome script_api_put(struct visit *v)
{
	struct json_problem problem;
	const struct story *s;
	enum outcome outcome = find(v, &s);
	if (outcome != DONE)
		return outcome;
	const struct json *j = json_parse(v->work.arena, v->in->body, v->in->body_len, &problem);
	const char *text = j ? json_get_text(j, "text") : NULL;
	if (!j)
		fault_add_at(&v->work.faults, problem.line, problem.column, problem.message);
	else if (!text)
		fault_add(&v->work.faults, "text", _("Say what is told: “text” is missing."));
	if (!text)
		return INVALID;
	outcome = script_save(&v->work, s->id, text, version_asked(v, -1));
	if (outcome == STALE) {
		work_refresh(&v->work);
		struct script theirs = script_of_any(v->work.db, s->id);
		return version_stale(v, theirs.version, text, theirs.text);
	}
	return outcome == DONE ? answer(v, s->id) : outcome;
}
