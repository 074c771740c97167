/* Writing a story: as fields, as one file in the page, and by programs. */
#include <stdlib.h>
#include <string.h>

#include "base/list.h"
#include "base/text.h"
#include "doors/json.h"
#include "handlers.h"
#include "story.h"
#include "templates.h"
#include "write.h"

/* As fields and as one file it is kept apart: one would not know the other's words. */
static const char *subject_of(struct visit *v, const struct story *s, bool file)
{
	const char *kind = file ? "story/file" : "story";
	return s ? arena_format(v->work.arena, "%s/%ld", kind, (long)s->id.n)
		 : arena_format(v->work.arena, "%s/new", kind);
}

static struct story_form form_of(const struct fields *f)
{
	static const char *const names[] = { "title", "outcome", "topics", "units", "people",
		"sources", "body", "writers" };
	const char *words[8];
	for (int i = 0; i < 8; i++) {
		const char *value = fields_value(f, names[i]);
		words[i] = value ? value : "";
	}
	return (struct story_form){ words[0], words[1], words[2], words[3], words[4], words[5],
		words[6], words[7] };
}

/* What was typed and not yet saved, if there is any. */
static bool take_draft(struct visit *v, const struct story *s, struct story_edit_view *view)
{
	bool file = *visit_query(v, "file");
	const struct draft *d = draft_get(v->work.db, v->work.who, subject_of(v, s, file));
	if (!d)
		return false;
	struct fields fields = draft_fields(v->work.arena, d);
	const char *base = fields_value(&fields, "base_version");
	const char *text = fields_value(&fields, "file");
	if (file && !text)
		return false;
	view->form = form_of(&fields);
	view->file = file ? text : NULL;
	view->base_version = base ? strtoll(base, NULL, 10) : 0;
	return true;
}

static void add_draft(struct visit *v, struct story_edit_view *view)
{
	const char *subject = subject_of(v, view->story, view->file);
	const struct draft *d = draft_get(v->work.db, v->work.who, subject);
	view->draft_subject = subject;
	view->draft_key =
		arena_format(v->work.arena, "%ld:%s", (long)v->work.who->person.n, subject);
	view->draft_version = d ? d->version : 0;
	view->draft_time = d ? write_time(v, d->saved_at) : NULL;
}

static enum outcome form(struct visit *v, struct story_edit_view *view, int status)
{
	view->chrome = &v->chrome;
	view->faults = v->work.faults;
	add_draft(v, view);
	view->names_writers = !view->story || story_may_publish(v->work.who) ||
			      story_is_writer_any(v->work.db, v->work.who->person, view->story->id);
	story_edit(visit_page(v, view->story ? view->story->title : _("A new story")), view);
	v->out->status = status;
	return DONE;
}

static enum outcome find(struct visit *v, const struct story **s)
{
	*s = story_get(v->work.db, v->work.who, (struct story_id){ v->arg[0] });
	if (!*s)
		return NOT_FOUND;
	return story_may_write(v->work.db, v->work.who, *s) ? DONE : FORBIDDEN;
}

static const char *logins(struct visit *v, struct story_id id)
{
	struct out o = out_new(v->work.arena);
	struct story_writers all = story_writers(v->work.db, v->work.who, id);
	LIST_EACH (const struct story_writer, w, &all)
		out_format(&o, "%s%s", o.len ? " " : "", w->login);
	return arena_string(v->work.arena, out_string(&o));
}

enum outcome story_edit_show(struct visit *v)
{
	const struct story *s;
	enum outcome outcome = find(v, &s);
	if (outcome != DONE)
		return outcome;
	struct story_edit_view view = { .story = s, .base_version = s->version };
	if (take_draft(v, s, &view))
		return form(v, &view, 200);
	const char *file = story_file(v, s->id);
	struct story_text text;
	struct faults none = { .arena = v->work.arena };
	if (*visit_query(v, "file") ||
		!story_text_parse(v->work.arena, file, strlen(file), &text, &none)) {
		view.file = file;
	} else {
		view.form = story_form_from(&v->work, &text);
		view.form.writers = logins(v, s->id);
	}
	return form(v, &view, 200);
}

enum outcome story_new_show(struct visit *v)
{
	if (!story_may_start(v->work.who))
		return FORBIDDEN;
	struct story_edit_view view = { .form = { "", "", "", "", "", visit_query(v, "source"), "",
						v->work.who->login } };
	const char *source = visit_query(v, "source");
	if (take_draft(v, NULL, &view) && *source)
		view.form.sources = arena_format(v->work.arena, "%s %s", view.form.sources, source);
	if (*visit_query(v, "file") && !view.file)
		view.file = "---\ntitle: \ntopics: []\noutcome: \nsources: []\n---\n";
	return form(v, &view, 200);
}

/* Both texts, when somebody else was faster. */
static enum outcome conflict(
	struct visit *v, const struct story *s, const char *mine, bool drafted_file)
{
	struct arena *a = v->work.arena;
	work_refresh(&v->work);
	const struct story_version *newest = story_version_any(v->work.db, s->id, 0);
	const struct story_conflict_view view = { .chrome = &v->chrome,
		.story = s,
		.mine = mine,
		.theirs = newest->text,
		.by = newest->by,
		.time = visit_time(v, newest->saved_at),
		.diff = diff_texts(a, newest->text, mine),
		.newest = newest->number,
		.file = drafted_file };
	story_conflict(visit_page(v, s->title), &view);
	v->out->status = 412;
	return DONE;
}

static bool read_form(struct visit *v, struct story_edit_view *view, struct story_text *text)
{
	struct arena *a = v->work.arena;
	if (fields_value(&v->form, "file")) {
		const char *typed = visit_field(v, "file");
		size_t len = strlen(typed);
		view->file = text_unix_lines(a, typed, &len);
		return story_text_parse(a, view->file, strlen(view->file), text, &v->work.faults);
	}
	view->form = form_of(&v->form);
	return story_form_read(&v->work, &view->form, text);
}

/* Which draft goes with it: the page with both texts says whose it showed. */
static bool drafted_file(struct visit *v)
{
	const char *kept = visit_field(v, "kept");
	return *kept ? text_same(kept, "file") : fields_value(&v->form, "file") != NULL;
}

static enum outcome discard(struct visit *v, const struct story *s)
{
	bool file = drafted_file(v);
	enum outcome outcome = draft_discard(&v->work, subject_of(v, s, file));
	if (outcome != DONE)
		return outcome;
	const char *to = s ? arena_format(v->work.arena, "/stories/%ld/edit", (long)s->id.n)
			   : "/stories/new";
	return visit_see_other(v, file ? arena_format(v->work.arena, "%s?file=1", to) : to);
}

static enum outcome save(struct visit *v, const struct story *s)
{
	if (fields_value(&v->form, "discard"))
		return discard(v, s);
	struct story_edit_view view = { .story = s,
		.base_version = visit_number(v, "base_version") };
	struct story_text text;
	if (!read_form(v, &view, &text))
		return form(v, &view, 422);
	struct strings writers = story_form_list(v->work.arena, visit_field(v, "writers"));
	struct story_input in = { .text = &text, .base_version = view.base_version };
	if (s)
		in.edits = s->id;
	if (fields_value(&v->form, "writers"))
		in.writers = &writers;
	struct story_id id;
	enum outcome outcome = story_save(&v->work, &in, &id);
	if (outcome == INVALID)
		return form(v, &view, 422);
	if (outcome == STALE && s)
		return conflict(v, s, story_text_print(v->work.arena, &text), drafted_file(v));
	if (outcome == DONE)
		outcome = draft_discard(&v->work, subject_of(v, s, drafted_file(v)));
	if (outcome != DONE)
		return outcome;
	return visit_see_other(
		v, arena_format(v->work.arena, "/stories/%ld?said=saved", (long)id.n));
}

enum outcome story_new_post(struct visit *v)
{
	return story_may_start(v->work.who) ? save(v, NULL) : FORBIDDEN;
}

enum outcome story_edit_post(struct visit *v)
{
	const struct story *s;
	enum outcome outcome = find(v, &s);
	return outcome == DONE ? save(v, s) : outcome;
}

enum outcome story_publish_post(struct visit *v)
{
	const struct story_id id = { v->arg[0] };
	bool back = strstr(v->route->path, "take-back") != NULL;
	enum outcome outcome = back ? story_take_back(&v->work, id) : story_publish(&v->work, id);
	if (outcome != DONE)
		return outcome;
	if (v->face == PAGE)
		return visit_see_other(v, arena_format(v->work.arena, "/stories/%ld?said=%s",
						  (long)id.n, back ? "taken-back" : "published"));
	work_refresh(&v->work);
	struct json_writer j = visit_json(v, 200);
	story_json(&j, story_get_any(v->work.db, id));
	return DONE;
}
