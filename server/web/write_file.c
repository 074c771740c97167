/* The whole reflection as one Markdown text. */
#include <stdlib.h>
#include <string.h>

#include "base/list.h"
#include "base/text.h"
#include "handlers.h"
#include "templates.h"
#include "write.h"

static const char *file_subject(struct visit *v, const struct write_target *t)
{
	return arena_format(v->work.arena, "file/%s", t->subject);
}

static enum outcome page(
	struct visit *v, const struct write_target *t, const char *text, int64_t base, int status)
{
	struct arena *a = v->work.arena;
	const struct draft *draft = draft_get(v->work.db, v->work.who, file_subject(v, t));
	struct write_file_view view = { .chrome = &v->chrome,
		.about = write_about_of(v, t),
		.draft_version = draft ? draft->version : 0,
		.draft_key =
			arena_format(a, "%ld:%s", (long)v->work.who->person.n, file_subject(v, t)),
		.draft_time = draft ? write_time(v, draft->saved_at) : NULL,
		.text = text,
		.faults = v->work.faults,
		.readers = write_readers(v, t),
		.until = write_until(v, t) };
	view.about.base_version = base;
	v->chrome.writing = true;
	write_file(visit_page(v, view.about.title), &view);
	v->out->status = status;
	return DONE;
}

/* What the form's draft says, else what is handed in, else the headings to begin with. */
static const char *text_now(struct visit *v, const struct write_target *t)
{
	struct arena *a = v->work.arena;
	const struct draft *draft = draft_get(v->work.db, v->work.who, t->subject);
	const char *stored = t->now ? reflection_text_any(v->work.db, t->now->id, 0) : NULL;
	if (draft || !stored) {
		struct fields fields = draft_fields(a, draft);
		struct reflection_form form = reflection_form_read(a, &fields);
		struct reflection_text text = write_text(v, t, &form);
		if (!t->has_week && !*text.task)
			text.task = _("Name of the task");
		stored = reflection_text_print(a, &text);
		if (!text.points.count)
			stored = arena_format(a, "%s# %s\n## \n\n# %s\n## \n", stored,
				kind_heading(EXPERIENCE), kind_heading(LESSON));
	}
	return stored;
}

enum outcome write_file_show(struct visit *v)
{
	struct write_target t;
	const char *subject = visit_query(v, "subject");
	enum outcome outcome = write_target_of(
		v, *subject ? subject : week_name(v->work.arena, work_week(&v->work)), &t);
	if (outcome != DONE)
		return outcome;
	if (!write_is_open_to(v, &t))
		return write_none_page(v);
	const struct draft *draft = draft_get(v->work.db, v->work.who, file_subject(v, &t));
	if (!draft)
		return page(v, &t, text_now(v, &t), t.now ? t.now->version : 0, 200);
	struct fields fields = draft_fields(v->work.arena, draft);
	const char *text = fields_value(&fields, "text");
	const char *base = fields_value(&fields, "base_version");
	return page(v, &t, text ? text : "", base ? strtol(base, NULL, 10) : 0, 200);
}

enum outcome write_file_submit(struct visit *v)
{
	struct write_target t;
	enum outcome outcome = write_target_of(v, visit_field(v, "subject"), &t);
	if (outcome != DONE)
		return outcome;
	if (!write_is_open_to(v, &t))
		return FORBIDDEN;
	struct reflection_rules rules = reflection_rules_now(&v->work);
	rules.has_expected = t.has_week;
	rules.expected = t.week;
	rules.task_only = !t.has_week;
	const char *typed = visit_field(v, "text");
	struct reflection_text text;
	if (!reflection_text_parse(
		    v->work.arena, typed, strlen(typed), &rules, &text, &v->work.faults))
		return page(v, &t, typed, write_base(v), 422);
	bool refused;
	outcome = write_hand_in(v, &t, &text, true, &refused);
	return refused ? page(v, &t, typed, write_base(v), 409) : outcome;
}
