/* Beside the form: preview, a text pasted from a chat, throwing the draft away, two devices. */
#include <string.h>

#include "base/list.h"
#include "base/text.h"
#include "handlers.h"
#include "rules/coach.h"
#include "templates.h"
#include "radar_beside.h"
#include "write.h"

/* The target of a posted form, for those who may write it. */
static enum outcome posted(struct visit *v, struct write_target *t)
{
	enum outcome outcome = write_target_of(v, visit_field(v, "subject"), t);
	if (outcome != DONE)
		return outcome;
	return write_is_open_to(v, t) ? DONE : FORBIDDEN;
}

/* Words, not what the form says of itself. */
static bool is_typed(const char *name)
{
	return text_same(name, "text") || text_same(name, "task") ||
	       (name[0] == 'p' && strchr(name, '.'));
}

/* All that was typed, for the next form to carry. */
static struct fields carried(struct visit *v)
{
	static const char *const not [] = { "csrf", "base_version", "draft_version", "subject",
		"coach_off" };
	struct fields list = { 0 };
	LIST_EACH (const struct field, f, &v->form) {
		bool skip = f->file_name != NULL;
		for (size_t i = 0; i < sizeof not / sizeof *not ; i++)
			skip |= text_same(f->name, not [i]);
		if (!skip)
			*LIST_ADD(v->work.arena, &list) = *f;
	}
	return list;
}

static void add_preview(struct arena *a, const struct coach *coach, struct preview_points *list,
	const struct point_text *p)
{
	*LIST_ADD(a, list) = (struct preview_point){ .kind = p->kind,
		.headline = p->headline,
		.tags = p->tags,
		.body = write_body(a, p->body),
		.asks = p->asks,
		.team_only = p->team_only,
		.anonymous = p->anonymous,
		.hints = coach_hints(a, coach, p) };
}

/* The points stand in the order of the places that are not empty. */
static void add_beside(struct visit *v, const struct write_target *t,
	const struct reflection_form *form, struct preview_points *list)
{
	size_t at = 0;
	for (int i = 0; i < FORM_PLACES; i++)
		if (!form_place_is_empty(&form->places[i]) && at < list->count)
			list->items[at++].beside = radar_beside_of(v, t, i, &form->places[i]);
}

enum outcome write_preview(struct visit *v)
{
	struct write_target t;
	enum outcome outcome = posted(v, &t);
	const char *off = visit_field(v, "coach_off"); /* pressed beside a hint */
	if (outcome == DONE && *off)
		outcome = coach_switch(&v->work, off, false);
	if (outcome != DONE)
		return outcome;
	if (*off)
		work_refresh(&v->work);
	struct coach coach = coach_of(&v->work, v->app->coach);
	struct reflection_form form = reflection_form_read(v->work.arena, &v->form);
	reflection_form_check(v->work.arena, &form, !t.has_week, &v->work.faults);
	struct reflection_text text = write_text(v, &t, &form);
	struct preview_view view = { .chrome = &v->chrome,
		.about = write_about_of(v, &t),
		.draft_version = visit_number(v, "draft_version"),
		.fields = carried(v),
		.faults = write_faults_of(v),
		.readers = write_readers(v, &t) };
	view.about.base_version = write_base(v);
	LIST_EACH (const struct point_text, p, &text.points)
		add_preview(v->work.arena, &coach, &view.points, p);
	add_beside(v, &t, &form, &view.points);
	v->chrome.writing = true;
	preview(visit_page(v, _("Preview")), &view);
	return DONE;
}

/* From the preview, or from two texts side by side, back to the form with all that was typed. */
enum outcome write_edit(struct visit *v)
{
	struct write_target t;
	enum outcome outcome = posted(v, &t);
	if (outcome != DONE)
		return outcome;
	struct reflection_form form = reflection_form_read(v->work.arena, &v->form);
	radar_beside_add(v->work.arena, &form, visit_field(v, "add_topic"));
	return write_page(v, &t, &form, write_base(v), 200);
}

static enum outcome paste_page(
	struct visit *v, const struct write_target *t, const char *text, const char *fault)
{
	const struct write_paste_view view = { .chrome = &v->chrome,
		.about = write_about_of(v, t),
		.text = text,
		.has_draft = draft_get(v->work.db, v->work.who, t->subject) != NULL,
		.fault = fault };
	write_paste(visit_page(v, _("Paste from a chat")), &view);
	if (fault)
		v->out->status = 422;
	return DONE;
}

enum outcome write_paste_show(struct visit *v)
{
	struct write_target t;
	const char *subject = visit_query(v, "subject");
	enum outcome outcome = write_target_of(
		v, *subject ? subject : week_name(v->work.arena, work_week(&v->work)), &t);
	if (outcome != DONE)
		return outcome;
	return write_is_open_to(v, &t) ? paste_page(v, &t, "", NULL) : write_none_page(v);
}

static enum outcome to_form(struct visit *v, const struct write_target *t, const char *said)
{
	const char *address = write_address(v->work.arena, t);
	return visit_see_other(v, arena_format(v->work.arena, "%s%csaid=%s", address,
					  strchr(address, '?') ? '&' : '?', said));
}

/* Becomes the draft at once, so that a closed tab loses nothing; the form then shows it. */
enum outcome write_paste_take(struct visit *v)
{
	struct arena *a = v->work.arena;
	struct write_target t;
	enum outcome outcome = posted(v, &t);
	if (outcome != DONE)
		return outcome;
	const char *typed = visit_field(v, "text");
	struct paste pasted = { 0 };
	paste_split(a, typed, strlen(typed), &pasted);
	if (!pasted.count)
		return paste_page(v, &t, typed,
			_("There is nothing in it to make a point of. Paste the words of the "
			  "message here."));
	const struct draft *draft = draft_get(v->work.db, v->work.who, t.subject);
	struct fields fields = draft_fields(a, draft);
	struct reflection_form form =
		draft ? reflection_form_read(a, &fields) : write_form_now(v, &t);
	const char *base = fields_value(&fields, "base_version");
	reflection_form_add(a, &form, &pasted);
	outcome = draft_replace(&v->work, t.subject,
		arena_format(a, "%s&base_version=%s", reflection_form_encode(a, &form),
			draft ? base ? base : "0"
			      : arena_format(a, "%ld", t.now ? (long)t.now->version : 0L)));
	if (outcome == INVALID)
		return paste_page(v, &t, typed, v->work.faults.items[0].message);
	return outcome == DONE ? to_form(v, &t, "pasted") : outcome;
}

enum outcome write_discard(struct visit *v)
{
	struct write_target t;
	enum outcome outcome = posted(v, &t);
	bool file = text_same(visit_field(v, "file"), "1");
	if (outcome == DONE)
		outcome = draft_discard(&v->work,
			file ? arena_format(v->work.arena, "file/%s", t.subject) : t.subject);
	if (outcome != DONE)
		return outcome;
	if (text_same(visit_field(v, "keep"), "theirs") && t.now)
		return visit_see_other(v, arena_format(v->work.arena, "/reflections/%ld?said=kept",
						  (long)t.now->id.n));
	return file ? visit_see_other(
			      v, arena_format(v->work.arena,
					 "/write/file?subject=%s&said=discarded", t.subject))
		    : to_form(v, &t, "discarded");
}

/* The session ended while one wrote: the words are given back, to be copied if there is no script
 * that kept them. Nobody is signed in here. */
enum outcome write_lost(struct visit *v)
{
	struct write_lost_view view = { .chrome = &v->chrome, .next = "/write" };
	const char *why;
	struct fields typed;
	if (form_parse(v->work.arena, v->in->content_type, v->in->body, v->in->body_len, &typed,
		    &why) == FORM_READ)
		LIST_EACH (const struct field, f, &typed)
			if (!f->file_name && text_runes(f->value) > 1 && is_typed(f->name))
				*LIST_ADD(v->work.arena, &view.words) = f->value;
	const char *subject = fields_value(&typed, "subject");
	struct week week;
	if (subject && week_parse(subject, &week))
		view.next = arena_format(v->work.arena, "/write?week=%s", subject);
	write_lost_page(visit_page(v, _("You were signed out")), &view);
	v->out->status = 401;
	return DONE;
}

enum outcome write_conflict_page(
	struct visit *v, const struct write_target *t, const char *mine, bool file)
{
	struct arena *a = v->work.arena;
	work_refresh(&v->work);
	struct write_target newest;
	enum outcome outcome = write_target_of(v, t->subject, &newest);
	if (outcome != DONE || !newest.now)
		return outcome == DONE ? CONFLICT : outcome;
	const char *theirs = reflection_text_any(v->work.db, newest.now->id, 0);
	struct write_conflict_view view = { .chrome = &v->chrome,
		.about = write_about_of(v, &newest),
		.fields = carried(v),
		.file = file,
		.theirs_when = write_time(v, newest.now->changed_at),
		.theirs = diff_texts(a, mine, theirs ? theirs : ""),
		.mine = mine };
	write_conflict(visit_page(v, _("Changed on another device")), &view);
	v->out->status = 412;
	return DONE;
}
