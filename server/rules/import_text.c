/* Reflections, stories, syntheses. */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "classify.h"
#include "doors/i18n.h"
#include "front.h"
#include "import_inner.h"
#include "reflection.h"
#include "rollup.h"
#include "store/unit.h"
#include "story.h"
#include "story_plain.h"
#include "synthesis.h"

static enum outcome end(
	struct import *im, const char *file, enum outcome outcome, enum import_did did, int64_t id)
{
	if (outcome == BROKEN)
		return BROKEN;
	if (outcome != DONE)
		return import_fail(im, file);
	import_say(im, file, did, id);
	return DONE;
}

/* ---- reflections ----------------------------------------------------------------------------- */

/* The author's entry with this week or task and this text; else 0. */
static struct reflection_id same(struct import *im, const struct reflection_text *text)
{
	struct work *w = im->work;
	const char *printed = reflection_text_print(w->arena, text);
	struct reflections own = reflection_of_person(w->db, w->who);
	LIST_EACH (const struct reflection, r, &own) {
		bool about = text->has_week ? !r->task && r->week.n == text->week.n
					    : text_same(r->task, text->task);
		if (about && !text_same(r->state, "withdrawn") &&
			text_same(reflection_text_any(w->db, r->id, 0), printed))
			return r->id;
	}
	return (struct reflection_id){ 0 };
}

static void note_numbers(struct import *im, struct reflection_id id, const char *old)
{
	struct points points = point_of_reflection_any(im->work->db, id);
	LIST_EACH (const struct point, p, &points) {
		if (p->withdrawn || !*old)
			continue;
		*LIST_ADD(im->work->arena, &im->numbers) =
			(struct import_number){ atoll(old), p->id.n };
		old += strcspn(old, ";");
		old += *old == ';';
	}
}

/* What managers set of these points, as classified.csv has it. */
static enum outcome classify(struct import *im, const char *file, const char *old)
{
	struct work *w = im->work;
	for (; *old; old += strcspn(old, ";"), old += *old == ';')
		for (size_t i = 1; i < im->classified.count; i++) {
			const char **f = im->classified.items[i].fields;
			if (atoll(f[0]) != atoll(old))
				continue;
			const struct who *by = import_who(im, f[1]);
			w->who = by ? by : who_operator();
			struct classification c = { 0 };
			for (const char *s = f[2]; *s; s += strcspn(s, ";"), s += *s == ';')
				*LIST_ADD(w->arena, &c.words) =
					arena_copy(w->arena, s, strcspn(s, ";"));
			struct point_id id = { import_number(im, atoll(old)) };
			enum outcome outcome = classify_set(w, id, &c);
			if (outcome != DONE)
				return end(im, file, outcome, IMPORT_REFLECTION, 0);
		}
	return DONE;
}

static const struct who *author_of(struct import *im, const struct reflection_text *text)
{
	const struct who *who = text->author ? import_who(im, text->author) : im->as;
	if (who && !who_is_operator(who))
		return who;
	fault_add(&im->work->faults, NULL,
		text->author ? arena_format(im->work->arena,
				       _("Nobody is called %s here. Add the person first."),
				       text->author)
			     : _("The file names no author. Say whose it is with --as LOGIN."));
	return NULL;
}

enum outcome import_reflection(
	struct import *im, const struct import_file *f, const struct csv_row *row)
{
	struct work *w = im->work;
	const struct reflection_rules rules = {
		.now = work_week(w), .any_week = true, .author_allowed = true
	};
	struct reflection_text text;
	const char *bytes = import_cites(im, f->bytes);
	if (!reflection_text_parse(w->arena, bytes, strlen(bytes), &rules, &text, &w->faults))
		return import_fail(im, f->name);
	const struct who *author = author_of(im, &text);
	if (!author)
		return import_fail(im, f->name);
	w->who = author;
	text.author = NULL;
	struct reflection_id id = same(im, &text);
	bool created, known = id.n != 0;
	enum outcome outcome = DONE;
	const struct submission s = { .text = &text, .via = VIA_IMPORT };
	if (!known)
		outcome = reflection_submit(w, &s, &id, &created);
	work_refresh(w);
	if (outcome == DONE && row) {
		note_numbers(im, id, row->fields[2]);
		outcome = known ? DONE : classify(im, f->name, row->fields[2]);
	}
	return end(im, f->name, outcome, known ? IMPORT_UNCHANGED : IMPORT_REFLECTION, id.n);
}

/* ---- stories --------------------------------------------------------------------------------- */

static struct story_id known_story(struct import *im, const struct story_text *text)
{
	struct work *w = im->work;
	const char *printed = story_text_print(w->arena, text);
	struct story_filter filter = { .both = true, .limit = 100 };
	for (bool more = true; more;) {
		struct stories list = story_list(w->db, who_operator(), &filter, &more);
		LIST_EACH (const struct story, s, &list) {
			filter.before = s->id;
			if (text_same(s->title, text->title) &&
				text_same(story_version_any(w->db, s->id, 0)->text, printed))
				return s->id;
		}
	}
	return (struct story_id){ 0 };
}

/* Old documents are there to be read: published at once by whoever may, but for drafts. */
static enum outcome put_story(struct import *im, const char *name, struct story_text *text)
{
	struct work *w = im->work;
	w->who = im->as;
	LIST_EACH (struct point_id, id, &text->sources)
		id->n = import_number(im, id->n);
	text->body = import_cites(im, text->body);
	struct story_id id = known_story(im, text);
	if (id.n)
		return end(im, name, DONE, IMPORT_UNCHANGED, id.n);
	const struct story_input in = { .text = text };
	enum outcome outcome = story_save(w, &in, &id);
	if (outcome == DONE && story_may_publish(w->who) && !strstr(name, "drafts/")) {
		work_refresh(w);
		outcome = story_publish(w, id);
	}
	return end(im, name, outcome, IMPORT_STORY, id.n);
}

enum outcome import_story(struct import *im, const struct import_file *f)
{
	struct story_text text;
	if (!story_text_parse(im->work->arena, f->bytes, f->len, &text, &im->work->faults))
		return import_fail(im, f->name);
	return put_story(im, f->name, &text);
}

static enum outcome put_plain(struct import *im, const char *name, const char *bytes, size_t len)
{
	struct story_text text;
	if (!story_plain_read(im->work->arena, bytes, len, &text, &im->work->faults))
		return import_fail(im, name);
	return put_story(im, name, &text);
}

enum outcome import_plain(struct import *im, const struct import_file *f)
{
	struct arena *a = im->work->arena;
	struct story_document preface;
	struct story_documents parts = story_plain_split(a, f->bytes, f->len, &preface);
	if (!parts.count)
		return put_plain(im, f->name, f->bytes, f->len);
	for (size_t i = 0; i < parts.count; i++) {
		const char *name = arena_format(a, "%s (%zu)", f->name, i + 1);
		if (put_plain(im, name, parts.items[i].text, parts.items[i].len) == BROKEN)
			return BROKEN;
		work_refresh(im->work);
	}
	return DONE;
}

/* ---- syntheses, closing ---------------------------------------------------------------------- */

static const char *front_value(const struct front *front, const char *name)
{
	const struct yaml_entry *e = yaml_find(&front->map, name);
	return e && e->count ? e->items[0].text : "";
}

enum outcome import_synthesis(struct import *im, const struct import_file *f)
{
	struct work *w = im->work;
	struct front front;
	front_read(w->arena, f->bytes, f->len, &front, &w->faults);
	const struct unit *unit = unit_by_code(w->db, front_value(&front, "unit"));
	const struct topic *topic = topic_by_word_any(w->db, front_value(&front, "topic"));
	struct synthesis_edit e = { .base_version = -1 };
	if (!unit || !topic || !week_parse(front_value(&front, "week"), &e.week))
		fault_add(&w->faults, NULL,
			_("A synthesis needs unit, week and topic that are known here."));
	if (w->faults.count)
		return import_fail(im, f->name);
	assert(unit && topic); /* or there was a fault */
	e.unit = unit->id;
	e.topic = topic->id;
	e.body = text_trim(w->arena, import_cites(im, front.rest));
	const struct synthesis *old = synthesis_of_topic(w->db, w->who, e.unit, e.week, e.topic);
	if (old && text_same(old->body_md, e.body))
		return end(im, f->name, DONE, IMPORT_UNCHANGED, old->id.n);
	struct synthesis_id id = { 0 };
	enum outcome outcome = synthesis_save(w, &e, &id);
	return end(im, f->name, outcome, IMPORT_SYNTHESIS, id.n);
}

enum outcome import_close(struct import *im, const struct csv_row *row)
{
	struct work *w = im->work;
	struct week week;
	const struct unit *unit = unit_by_code(w->db, row->fields[0]);
	const struct who *by = import_who(im, row->fields[3]);
	if (!unit || !week_parse(row->fields[1], &week)) {
		fault_add_at(&w->faults, row->line, 1, _("There is no such unit or week."));
		return import_fail(im, "rollups.csv");
	}
	w->who = by && who_manages(w->db, by, unit->id) ? by : who_operator();
	enum outcome outcome = rollup_close(w, unit->id, week);
	return outcome == DONE ? DONE : end(im, "rollups.csv", outcome, IMPORT_TABLE, 0);
}
