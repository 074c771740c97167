/* Drafts save themselves here while one types. The form's own fields come in, JSON goes out. */
#include "rules/draft.h"

#include "base/list.h"
#include "base/text.h"
#include "handlers.h"
#include "rules/coach.h"
#include "write.h"

/* Not part of what was typed. */
static bool is_machinery(const char *name)
{
	static const char *const names[] = { "csrf", "draft_version", "base_version", "subject",
		"then", "week" };
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

/* What the coach says of each place that is written on: {"0": [{kind, text}], …}. */
static void add_hints(struct visit *v, struct json_writer *j)
{
	struct arena *a = v->work.arena;
	struct reflection_form form = reflection_form_read(a, &v->form);
	struct coach coach = coach_of(&v->work, v->app->coach);
	struct reflection_text text = { 0 };
	reflection_form_text(a, &form, &text);
	const struct point_text *p = text.points.items; /* one for each place that is not empty */
	json_key_object(j, "hints");
	for (int i = 0; i < FORM_PLACES; i++) {
		if (form_place_is_empty(&form.places[i]))
			continue;
		json_key_array(j, arena_format(a, "%d", i));
		struct coach_hints hints = coach_hints(a, &coach, p++);
		LIST_EACH (const struct coach_hint, h, &hints) {
			json_begin_object(j);
			json_key_text(j, "kind", h->name);
			json_key_text(j, "text", h->text);
			json_end(j);
		}
		json_end(j);
	}
	json_end(j);
}

static void saved(struct visit *v, int status, const struct draft *d)
{
	struct json_writer j = visit_json(v, 200);
	v->out->status = status; /* a 409 is no problem+json: the other draft is its answer */
	json_begin_object(&j);
	json_key_number(&j, "version", d ? d->version : 0);
	json_key_text(&j, "saved", write_time(v, d ? d->saved_at : v->work.now));
	if (status == 200)
		add_hints(v, &j);
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
		json_key_object(&j, "fields");
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
