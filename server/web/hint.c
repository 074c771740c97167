/* The coach while one types: in drafts, and in what is said under points and to asks. */
#include "hint.h"

#include <string.h>

#include "base/list.h"
#include "base/text.h"
#include "handlers.h"
#include "rules/reflection.h"
#include "rules/report_text.h"
#include "write.h"

enum { SAID_MOST = 20000 };

void hint_list(struct json_writer *j, const char *key, const struct coach_hints *hints)
{
	json_key_array(j, key);
	LIST_EACH (const struct coach_hint, h, hints) {
		json_begin_object(j);
		json_key_text(j, "kind", h->name);
		json_key_text(j, "text", h->text);
		json_end(j);
	}
	json_end(j);
}

static void of_form(struct visit *v, struct json_writer *j, const struct coach *coach)
{
	struct arena *a = v->work.arena;
	struct reflection_form form = reflection_form_read(a, &v->form);
	struct reflection_text text = { 0 };
	reflection_form_text(a, &form, &text);
	const struct point_text *p = text.points.items; /* one for each place that is not empty */
	for (int i = 0; i < FORM_PLACES; i++) {
		if (form_place_is_empty(&form.places[i]))
			continue;
		struct coach_hints hints = coach_hints(a, coach, p++);
		hint_list(j, arena_format(a, "%d", i), &hints);
	}
}

/* Half a text has faults still: what can be read of it is looked at. */
static void of_file(struct visit *v, struct json_writer *j, const struct coach *coach)
{
	struct arena *a = v->work.arena;
	struct reflection_rules rules = reflection_rules_now(&v->work);
	struct reflection_text text = { 0 };
	struct faults ignored = { .arena = a };
	struct coach_hints all = { 0 };
	const char *typed = visit_field(v, "text");
	reflection_text_parse(a, typed, strlen(typed), &rules, &text, &ignored);
	LIST_EACH (const struct point_text, p, &text.points) {
		if (text_blank(p->body) || text_blank(p->headline))
			continue;
		struct coach_hints hints = coach_hints(a, coach, p);
		LIST_EACH (struct coach_hint, h, &hints) {
			/* Translators: a headline, and a hint on the text under it. */
			h->text =
				arena_format(a, _("%s: %s"), text_cut(a, p->headline, 16), h->text);
			*LIST_ADD(a, &all) = *h;
		}
	}
	hint_list(j, "file", &all);
}

static void of_report(struct visit *v, struct json_writer *j, const struct coach *coach)
{
	struct report_text text = report_text_of_fields(v->work.arena, &v->form);
	for (int i = 0; i < REPORT_FIELDS; i++) {
		if (!*text.field[i])
			continue;
		struct coach_hints hints = coach_said(v->work.arena, coach, text.field[i]);
		hint_list(j, report_field_name((enum report_field)i), &hints);
	}
}

void hint_draft(struct visit *v, struct json_writer *j, const char *subject)
{
	struct coach coach = coach_of(&v->work, v->app->coach);
	json_key_object(j, "hints");
	if (text_starts(subject, "file/"))
		of_file(v, j, &coach);
	else if (text_starts(subject, "report/"))
		of_report(v, j, &coach);
	else
		of_form(v, j, &coach);
	json_end(j);
}

/* What is being said, and not kept anywhere yet. */
enum outcome hint_said_post(struct visit *v)
{
	struct coach coach = coach_of(&v->work, v->app->coach);
	const char *text = text_cut(v->work.arena, visit_field(v, "text"), SAID_MOST);
	struct coach_hints hints = coach_said(v->work.arena, &coach, text);
	struct json_writer j = visit_json(v, 200);
	json_begin_object(&j);
	hint_list(&j, "hints", &hints);
	json_end(&j);
	return DONE;
}
