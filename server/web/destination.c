/* Where bulletins go besides: groups' chats and other programs. */
#include "base/list.h"
#include "base/text.h"
#include "destination_handlers.h"
#include "rules/destination.h"
#include "store/unit.h"
#include "templates.h"
#include "views/destination.h"

static struct destination_line line_of(struct visit *v, const struct destination *d)
{
	return (struct destination_line){ .d = d,
		.kind = _(destination_kind_words(d->kind)->label),
		.host = destination_host(v->work.arena, d->url),
		.sent_on = d->sent_at ? visit_time(v, d->sent_at) : NULL,
		.next_on = d->queued ? visit_time(v, d->next_at) : NULL,
		.error = d->error ? _(d->error) : NULL };
}

enum outcome destination_list_show(struct visit *v)
{
	if (!destination_may_look(v->work.db, v->work.who))
		return FORBIDDEN;
	struct destinations all = destination_list_any(v->work.db);
	struct destination_list_view view = { .chrome = &v->chrome };
	LIST_EACH (const struct destination, d, &all)
		*LIST_ADD(v->work.arena, &view.lines) = line_of(v, d);
	if (v->face == PAGE) {
		destination_list(visit_page(v, _("Where bulletins go")), &view);
		return DONE;
	}
	struct json_writer j = visit_json(v, 200);
	json_begin_object(&j);
	json_key_array(&j, "items");
	LIST_EACH (const struct destination_line, l, &view.lines)
		destination_json(&j, l);
	json_end(&j);
	json_key_text(&j, "next", NULL);
	json_end(&j);
	return DONE;
}

static enum outcome form(struct visit *v, const struct destination *d, int status, const char *made)
{
	struct units all = unit_all(v->work.db);
	struct destination_form_view view = { .chrome = &v->chrome,
		.d = *d,
		.units = unit_choices_of(
			v->work.arena, &all, 1u << UNIT_HQ | 1u << UNIT_BRANCH, d->unit),
		.made = made,
		.typed = status == 422 ? visit_field(v, "url") : "",
		.faults = v->work.faults };
	if (d->id)
		view.line = line_of(v, destination_get_any(v->work.db, d->id));
	for (int k = 0; k < DESTINATION_KINDS; k++)
		*LIST_ADD(v->work.arena,
			&view.kinds) = (struct destination_kind_choice){ (enum destination_kind)k,
			destination_kind_words((enum destination_kind)k), (int)d->kind == k };
	destination_form(visit_page(v, d->id ? d->name : _("Add a destination")), &view);
	v->out->status = status;
	return DONE;
}

enum outcome destination_new_show(struct visit *v)
{
	if (!destination_may_look(v->work.db, v->work.who))
		return FORBIDDEN;
	const struct destination d = {
		.unit = { 1 }, .name = "", .language = i18n_language(), .bulletins = true
	};
	return form(v, &d, 200, NULL);
}

static const struct destination *find(struct visit *v)
{
	return destination_may_look(v->work.db, v->work.who)
		       ? destination_get_any(v->work.db, v->arg[0])
		       : NULL;
}

enum outcome destination_show(struct visit *v)
{
	const struct destination *d = find(v);
	return d ? form(v, d, 200, NULL) : NOT_FOUND;
}

static struct destination typed(struct visit *v)
{
	struct arena *a = v->work.arena;
	struct destination d = { .id = v->arg[0],
		.name = text_trim(a, visit_field(v, "name")),
		.url = text_trim(a, visit_field(v, "url")),
		.secret = text_trim(a, visit_field(v, "secret")),
		.unit = { visit_number(v, "unit") },
		.language = text_same(visit_field(v, "language"), "en") ? "en" : "zh",
		.bulletins = *visit_field(v, "bulletins"),
		.reminders = *visit_field(v, "reminders") };
	destination_kind_parse(visit_field(v, "kind"), &d.kind);
	return d;
}

/* A secret that was made is shown in the answer itself: the only time that it is seen. */
enum outcome destination_save_post(struct visit *v)
{
	struct destination d = typed(v);
	const char *made = NULL;
	enum outcome outcome = destination_save(&v->work, &d, &made);
	if (outcome == INVALID)
		return form(v, &d, 422, NULL);
	if (outcome != DONE)
		return outcome;
	work_refresh(&v->work);
	if (made)
		return form(v, destination_get_any(v->work.db, d.id), 200, made);
	return visit_see_other(
		v, arena_format(v->work.arena, "/admin/destinations/%ld?said=saved", (long)d.id));
}

static enum outcome after(struct visit *v, enum outcome outcome, const char *said)
{
	return outcome == DONE ? visit_see_other(v, arena_format(v->work.arena,
							    "/admin/destinations/%ld?said=%s",
							    (long)v->arg[0], said))
			       : outcome;
}

enum outcome destination_try_post(struct visit *v)
{
	return after(v, destination_try(&v->work, v->arg[0]), "queued");
}

enum outcome destination_again_post(struct visit *v)
{
	return after(v, destination_try_again(&v->work, v->arg[0]), "queued");
}

enum outcome destination_pause_post(struct visit *v)
{
	return after(v, destination_set_paused(&v->work, v->arg[0], true), "saved");
}

enum outcome destination_resume_post(struct visit *v)
{
	return after(v, destination_set_paused(&v->work, v->arg[0], false), "saved");
}

enum outcome destination_delete_post(struct visit *v)
{
	enum outcome outcome = destination_remove(&v->work, v->arg[0]);
	return outcome == DONE ? visit_see_other(v, "/admin/destinations?said=saved") : outcome;
}
