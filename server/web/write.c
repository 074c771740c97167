/* The page to write on, and handing in. */
#include "write.h"

#include <stdlib.h>
#include <string.h>

#include "base/list.h"
#include "base/text.h"
#include "handlers.h"

struct reflection_form write_form_from(struct visit *v, const char *stored)
{
	struct arena *a = v->work.arena;
	struct reflection_text text = { 0 };
	const struct reflection_rules rules = {
		.now = work_week(&v->work), .any_week = true, .author_allowed = true
	};
	struct faults ignored = { .arena = a };
	if (stored)
		reflection_text_parse(a, stored, strlen(stored), &rules, &text, &ignored);
	return reflection_form_of(a, &text);
}

struct reflection_form write_form_now(struct visit *v, const struct write_target *t)
{
	return write_form_from(v, t->now ? reflection_text_any(v->work.db, t->now->id, 0) : NULL);
}

static enum outcome show(struct visit *v, const char *subject)
{
	struct write_target t;
	enum outcome outcome = write_target_of(v, subject, &t);
	if (outcome != DONE)
		return outcome;
	if (!write_is_open_to(v, &t))
		return write_none_page(v);
	if (t.now && text_same(t.now->state, "closed"))
		return visit_see_other(
			v, arena_format(v->work.arena, "/reflections/%ld?said=frozen",
				   (long)t.now->id.n));
	const struct draft *draft = draft_get(v->work.db, v->work.who, subject);
	if (!draft) {
		struct reflection_form form = write_form_now(v, &t);
		if (text_same(subject, "task"))
			form.task = visit_query(v, "task");
		return write_page(v, &t, &form, t.now ? t.now->version : 0, 200);
	}
	struct fields fields = draft_fields(v->work.arena, draft);
	struct reflection_form form = reflection_form_read(v->work.arena, &fields);
	const char *base = fields_value(&fields, "base_version");
	return write_page(v, &t, &form, base ? strtol(base, NULL, 10) : 0, 200);
}

enum outcome write_show(struct visit *v)
{
	struct week week;
	if (!visit_week(v, work_week(&v->work), &week))
		return NOT_FOUND;
	return show(v, week_name(v->work.arena, week));
}

enum outcome write_task_show(struct visit *v)
{
	const char *edit = visit_query(v, "edit");
	return show(v, *edit ? arena_format(v->work.arena, "reflection/%s", edit) : "task");
}

struct reflection_text write_text(
	struct visit *v, const struct write_target *t, const struct reflection_form *form)
{
	struct reflection_text text = { .has_week = t->has_week, .week = t->week };
	reflection_form_text(v->work.arena, form, &text);
	if (!t->has_week)
		text.task = text_trim(v->work.arena, form->task);
	return text;
}

enum outcome write_hand_in(struct visit *v, const struct write_target *t,
	const struct reflection_text *text, bool file, bool *refused)
{
	struct submission s = { .text = text,
		.has_base = true,
		.base_version = write_base(v),
		.via = file ? VIA_FILE : VIA_PAGE };
	if (!t->has_week && t->now)
		s.edits = t->now->id;
	struct reflection_id id;
	bool created;
	enum outcome outcome = reflection_submit(&v->work, &s, &id, &created);
	*refused = outcome == CONFLICT;
	if (outcome == STALE)
		return write_conflict_page(v, t, reflection_text_print(v->work.arena, text), file);
	if (outcome != DONE)
		return outcome;
	return visit_see_other(v, arena_format(v->work.arena, "/reflections/%ld?said=%s",
					  (long)id.n, created ? "submitted" : "changed"));
}

enum outcome write_submit(struct visit *v)
{
	struct write_target t;
	enum outcome outcome = write_target_of(v, visit_field(v, "subject"), &t);
	if (outcome != DONE)
		return outcome;
	if (!write_is_open_to(v, &t))
		return FORBIDDEN;
	struct reflection_form form = reflection_form_read(v->work.arena, &v->form);
	if (!reflection_form_check(v->work.arena, &form, !t.has_week, &v->work.faults))
		return write_page(v, &t, &form, write_base(v), 422);
	struct reflection_text text = write_text(v, &t, &form);
	bool refused;
	outcome = write_hand_in(v, &t, &text, false, &refused);
	return refused ? write_page(v, &t, &form, write_base(v), 409) : outcome;
}
