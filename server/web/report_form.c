/* Writing a daily report. */
#include <stdlib.h>

#include "base/list.h"
#include "handlers.h"
#include "report.h"
#include "rules/draft.h"
#include "templates.h"
#include "write.h"

static void add_places(
	struct visit *v, struct report_form_view *view, const struct report_text *text)
{
	struct arena *a = v->work.arena;
	for (int i = 0; i < REPORT_FIELDS; i++) {
		enum report_field f = (enum report_field)i;
		const char *name = report_field_name(f);
		bool needed = report_field_required(f);
		struct report_places *list = needed                 ? &view->needed
					     : f >= REPORT_DECISION ? &view->asks
								    : &view->more;
		const struct report_place place = { .field = f,
			.name = name,
			.label = report_field_word(f),
			.hint = report_field_hint(f),
			.typed = point_text_unescape(a, text->field[i]),
			.fault = fault_of(&v->work.faults, name),
			.needed = needed };
		*LIST_ADD(a, list) = place;
		view->more_open |= list == &view->more && (*place.typed || place.fault);
	}
}

static enum outcome page(struct visit *v, int64_t day, const struct report_text *text, int64_t base,
	enum outcome why)
{
	struct arena *a = v->work.arena;
	const char *name = report_text_day_name(a, day);
	const char *subject = arena_format(a, "report/%s", name);
	if (why == STALE)
		work_refresh(&v->work);
	const struct draft *draft = draft_get(v->work.db, v->work.who, subject);
	const struct report *now = report_of_day(v->work.db, v->work.who, day);
	struct report_form_view view = { .chrome = &v->chrome,
		.day = name,
		.words = report_day_words(v, day),
		.subject = subject,
		.draft_key = arena_format(a, "%ld:%s", (long)v->work.who->person.n, subject),
		.draft_time = draft ? write_time(v, draft->saved_at) : NULL,
		.draft_version = draft ? draft->version : 0,
		.base_version = why == STALE && now ? now->version : base,
		.gives = text->gives,
		.faults = v->work.faults,
		.theirs = why == STALE && now ? now->text : NULL,
		.changes = now != NULL };
	add_places(v, &view, text);
	v->chrome.writing = true;
	report_form_page(
		visit_page(v, arena_format(a, _("Daily report of %s"), view.words)), &view);
	v->out->status = why == DONE ? 200 : outcome_status(why);
	return DONE;
}

/* The day that is written about: today's if none is named. */
static enum outcome day_of(struct visit *v, const char *named, int64_t *day)
{
	int64_t today = report_today(&v->work);
	*day = today;
	if (*named && !report_text_day(named, day))
		return NOT_FOUND;
	if (*day > today || *day < today - REPORT_DAYS_BACK)
		return NOT_FOUND;
	return report_may_write(&v->work) ? DONE : FORBIDDEN;
}

enum outcome report_form_show(struct visit *v)
{
	int64_t day;
	enum outcome outcome = day_of(v, visit_query(v, "day"), &day);
	if (outcome != DONE)
		return outcome;
	struct arena *a = v->work.arena;
	const struct draft *draft = draft_get(v->work.db, v->work.who,
		arena_format(a, "report/%s", report_text_day_name(a, day)));
	const struct report *now = report_of_day(v->work.db, v->work.who, day);
	if (draft) {
		struct fields fields = draft_fields(a, draft);
		struct report_text text = report_text_of_fields(a, &fields);
		const char *base = fields_value(&fields, "base_version");
		return page(v, day, &text, base ? strtol(base, NULL, 10) : 0, DONE);
	}
	struct report_text text = report_text_stored(a, now ? now->text : "");
	return page(v, day, &text, now ? now->version : 0, DONE);
}

enum outcome report_form_post(struct visit *v)
{
	int64_t day;
	enum outcome outcome = day_of(v, visit_field(v, "day"), &day);
	if (outcome != DONE)
		return outcome;
	struct arena *a = v->work.arena;
	if (*visit_field(v, "discard")) {
		outcome = draft_discard(
			&v->work, arena_format(a, "report/%s", report_text_day_name(a, day)));
		return outcome == DONE ? visit_see_other(v, "/reports?said=discarded") : outcome;
	}
	struct report_text text = report_text_of_fields(a, &v->form);
	int64_t base = visit_number(v, "base_version");
	if (!report_text_check(&text, &v->work.faults))
		return page(v, day, &text, base, INVALID);
	const struct report_input in = { .text = &text, .day = day, .base_version = base };
	struct report_id id;
	bool created;
	outcome = report_submit(&v->work, &in, &id, &created);
	if (outcome == STALE || outcome == INVALID || outcome == CONFLICT)
		return page(v, day, &text, base, outcome);
	if (outcome != DONE)
		return outcome;
	return visit_see_other(v, arena_format(a, "/reports/%ld?said=%s", (long)id.n,
					  created ? "reported" : "changed"));
}
