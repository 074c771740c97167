/* Drafts save themselves here while one types. The form's own fields come in, JSON goes out. */
#include "rules/draft.h"

#include "base/list.h"
#include "base/text.h"
#include "handlers.h"
#include "hint.h"
#include "workbench.h"
#include "write.h"

/* Not part of what was typed. */
static bool is_machinery(const char *name)
{
	static const char *const names[] = { "csrf", "draft_version", "base_version", "subject",
		"then", "week", "topic", "from" };
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (text_same(names[i], name))
			return true;
	return false;
}

/* As the browser sent it, but for what belongs to the session; base_version says what it began
 * from. */
static const char *kept(struct visit *v)
{
	struct out o = out_new(v->work.arena);
	LIST_EACH (const struct field, f, &v->form) {
		bool base = text_same(f->name, "base_version");
		if (f->file_name || (is_machinery(f->name) && !base))
			continue;
		if (o.len)
			out_char(&o, '&');
		uri_encode(&o, f->name);
		out_char(&o, '=');
		uri_encode(&o, f->value);
	}
	return out_string(&o);
}

static void saved(struct visit *v, int status, const struct draft *d)
{
	struct json_writer j = visit_json(v, 200);
	v->out->status = status; /* a 409 is no problem+json: the other draft is its answer */
	json_begin_object(&j);
	json_key_number(&j, "version", d ? d->version : 0);
	json_key_text(&j, "saved", write_time(v, d ? d->saved_at : v->work.now));
	if (status == 200)
		hint_draft(v, &j, v->word);
	if (status == 409) {
		struct fields fields = draft_fields(v->work.arena, d);
		struct write_target t;
		/* No draft is left: it was handed in elsewhere, and that is the other text. */
		if (!d && write_target_of(v, v->word, &t) == DONE && t.now) {
			struct reflection_form form = write_form_now(v, &t);
			const struct draft now = { .fields = reflection_form_encode(
							   v->work.arena, &form) };
			fields = draft_fields(v->work.arena, &now);
		}
		const char *text = d ? NULL : workbench_saved(v, v->word);
		json_key_object(&j, "fields");
		if (text)
			json_key_text(&j, "body", text);
		LIST_EACH (const struct field, f, &fields)
			if (!is_machinery(f->name) && fields_find(&fields, f->name) == f)
				json_key_text(&j, f->name, f->value);
		json_end(&j);
	}
	json_end(&j);
}

enum outcome draft_take(struct visit *v)
{
	const struct draft *now;
	enum outcome outcome =
		draft_save(&v->work, v->word, kept(v), visit_number(v, "draft_version"), &now);
	if (outcome == STALE)
		work_refresh(&v->work);
	if (outcome != DONE && outcome != STALE)
		return outcome;
	saved(v, outcome == DONE ? 200 : 409, now);
	return DONE;
}
