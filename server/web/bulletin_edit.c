/* The headquarters puts a bulletin together: one form; whatever button is pressed, what was typed
 * is saved first. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/list.h"
#include "base/text.h"
#include "bulletin.h"
#include "bulletin_handlers.h"
#include "store/pick.h"
#include "store/reply.h"
#include "store/rollup.h"
#include "store/story.h"
#include "store/synthesis.h"
#include "templates.h"
#include "version.h"
#include "views/point.h"
#include "views/week.h"

enum { STORIES_OFFERED = 8 };

static const struct unit_id hq = { 1 };

static bool has(const struct bulletin_parts parts[PIECE_KINDS], enum piece_kind kind, int64_t noun)
{
	LIST_EACH (const struct bulletin_part, p, &parts[kind])
		if (p->piece->noun == noun)
			return true;
	return false;
}

static void offer(struct visit *v, struct bulletin_edit_view *view, struct bulletin_offer o)
{
	if (!has(view->parts, o.kind, o.noun))
		*LIST_ADD(v->work.arena, &view->offers) = o;
}

static void add_offers(struct visit *v, struct bulletin_edit_view *view)
{
	struct db *db = v->work.db;
	const struct who *who = v->work.who;
	struct week week = view->b->week;
	struct picks picks = pick_list(db, who, rollup_get(db, hq, week).id);
	LIST_EACH (const struct pick, k, &picks)
		offer(v, view,
			(struct bulletin_offer){
				PIECE_POINT, k->point.n, k->headline, k->team_name });
	const struct syntheses own = synthesis_of_rollup(db, who, hq, week),
			       below = synthesis_below(db, who, hq, week);
	const struct syntheses *const both[] = { &own, &below };
	for (int i = 0; i < 2; i++)
		LIST_EACH (const struct synthesis, s, both[i])
			offer(v, view,
				(struct bulletin_offer){ PIECE_SYNTHESIS, s->id.n,
					point_topic_name(&s->topic), s->unit_name });
	bool more;
	const struct reply_filter latest = { .limit = STORIES_OFFERED };
	struct replies replies = reply_list(db, who, &latest, &more);
	LIST_EACH (const struct reply, r, &replies) {
		int64_t at;
		if (!r->withdrawn && !bulletin_carrying(db, PIECE_ANSWER, r->id.n, &at).n)
			offer(v, view,
				(struct bulletin_offer){ PIECE_ANSWER, r->id.n, r->question,
					visit_date(v, r->created_at) });
	}
	const struct story_filter newest = { .limit = STORIES_OFFERED };
	struct stories stories = story_list(db, who, &newest, &more);
	LIST_EACH (const struct story, s, &stories) {
		int64_t at;
		if (!bulletin_carrying(db, PIECE_STORY, s->id.n, &at).n)
			offer(v, view,
				(struct bulletin_offer){ PIECE_STORY, s->id.n, s->title,
					visit_date(v, s->published_at) });
	}
}

/* Which branches came in time. */
static void add_branches(struct visit *v, struct bulletin_edit_view *view, int64_t cut)
{
	struct units all = unit_children(v->work.db, hq);
	LIST_EACH (const struct unit, u, &all) {
		struct rollup r = rollup_get(v->work.db, u->id, view->b->week);
		if (!u->active && !r.closed)
			continue;
		*LIST_ADD(v->work.arena, &view->branches) =
			(struct bulletin_branch){ .name = u->name,
				.date = r.closed ? visit_time(v, r.closed_at) : NULL,
				.closed = r.closed,
				.late = r.closed ? r.closed_at > cut : v->work.now > cut };
	}
}

/* 2026-11-24T12:00, in the organisation's zone. */
static const char *moment_text(struct visit *v, int64_t at)
{
	struct local l = zone_local(v->work.zone, at);
	return arena_format(v->work.arena, "%04d-%02d-%02dT%02d:%02d", l.year, l.month, l.day,
		l.hour, l.minute);
}

static bool read_moment(struct visit *v, const char *s, int64_t *at)
{
	int year, month, day, hour, minute, end = 0;
	*at = 0;
	if (!*s)
		return true;
	if (sscanf(s, "%4d-%2d-%2dT%2d:%2d%n", &year, &month, &day, &hour, &minute, &end) != 5 ||
		s[end] || year < 2000 || month < 1 || month > 12 || day < 1 || day > 31 ||
		hour < 0 || hour > 23 || minute < 0 || minute > 59) {
		fault_add(&v->work.faults, "publish_at",
			_("Write the moment like 2026-11-24T12:00, or leave it empty."));
		return false;
	}
	*at = zone_moment(v->work.zone, year, month, day, hour, minute);
	return true;
}

static const char *typed(struct visit *v, const char *name, const char *otherwise)
{
	const char *value = fields_value(&v->form, name);
	return value ? value : otherwise;
}

static void gather(struct visit *v, struct bulletin_edit_view *view)
{
	const struct bulletin *b = view->b;
	struct bulletin_clock clock = bulletin_clock_of(v->work.db, v->work.zone, b->week);
	struct bulletin_pieces all = bulletin_items(v->work.db, v->work.who, b->id);
	bulletin_sort_parts(v, &all, view->parts);
	view->words = week_words(v->work.arena, b->week);
	view->clock = bulletin_clock_words(v, clock);
	struct work look = v->work; /* what stands in the way is no fault of this request */
	look.faults = (struct faults){ .arena = v->work.arena };
	bulletin_obstacles(&look, look.db, b);
	view->obstacles = look.faults;
}

static enum outcome form(struct visit *v, struct bulletin_id id, int status)
{
	work_refresh(&v->work);
	struct bulletin_edit_view view = { .chrome = &v->chrome,
		.b = bulletin_get(v->work.db, v->work.who, id),
		.faults = v->work.faults };
	if (!view.b)
		return NOT_FOUND;
	const struct bulletin *b = view.b;
	view.title = typed(v, "title", b->title);
	view.frame = typed(v, "frame", b->frame_md);
	view.rules = typed(v, "rules", b->rules_md);
	view.note = visit_field(v, "note");
	view.publish_at =
		typed(v, "publish_at", b->publish_at ? moment_text(v, b->publish_at) : "");
	view.scheduled = b->publish_at ? visit_time(v, b->publish_at) : NULL;
	gather(v, &view);
	add_offers(v, &view);
	add_branches(v, &view, bulletin_clock_of(v->work.db, v->work.zone, b->week).cut_at);
	bulletin_edit(visit_page(v, b->title), &view);
	v->out->status = status;
	return DONE;
}

enum outcome bulletin_show_draft(struct visit *v, struct bulletin_id id, int status)
{
	struct bulletin_edit_view view = { .b = bulletin_get(v->work.db, v->work.who, id) };
	if (!view.b)
		return NOT_FOUND;
	gather(v, &view);
	version_tell(v, view.b->version);
	struct json_writer j = visit_json(v, status);
	bulletin_json_draft(&j, &view);
	return DONE;
}

static enum outcome then_edit(struct visit *v, struct bulletin_id id, const char *said)
{
	return visit_see_other(
		v, arena_format(v->work.arena, "/bulletins/%ld/edit?said=%s", (long)id.n, said));
}

enum outcome bulletin_start_post(struct visit *v)
{
	struct bulletin_id id;
	struct week week;
	if (!visit_week(v, bulletin_clock_now(&v->work).week, &week))
		return NOT_FOUND;
	enum outcome outcome = bulletin_start(&v->work, week, &id);
	return outcome == DONE || outcome == CONFLICT ? then_edit(v, id, "") : outcome;
}

enum outcome bulletin_edit_show(struct visit *v)
{
	struct bulletin_id id = { v->arg[0] };
	const struct bulletin *b = bulletin_get(v->work.db, v->work.who, id);
	if (!b)
		return bulletin_edition_get(v->work.db, id, 0) ? FORBIDDEN : NOT_FOUND;
	if (text_same(b->state, "published"))
		return visit_see_other(
			v, arena_format(v->work.arena, "/bulletins/%ld", (long)id.n));
	return form(v, id, 200);
}

/* "c.0.129": the comment of a point. */
static struct bulletin_comments comments_of(struct visit *v)
{
	struct bulletin_comments list = { 0 };
	LIST_EACH (const struct field, f, &v->form) {
		int kind;
		long noun;
		if (sscanf(f->name, "c.%1d.%18ld", &kind, &noun) == 2 && kind < PIECE_KINDS)
			*LIST_ADD(v->work.arena, &list) =
				(struct bulletin_comment){ (enum piece_kind)kind, noun, f->value };
	}
	return list;
}

/* The button: "up.0.129", "in.1.7", "gather" … */
static enum outcome press(struct visit *v, struct bulletin_id id)
{
	struct work *w = &v->work;
	const char *button = visit_field(v, "do");
	char what[8] = "";
	int k = 0;
	long noun = 0;
	if (text_same(button, "gather"))
		return bulletin_gather(w, id);
	if (text_same(button, "number"))
		return bulletin_put(w, id, PIECE_POINT, visit_number(v, "number"));
	if (sscanf(button, "%7[a-z].%1d.%18ld", what, &k, &noun) != 3 || k >= PIECE_KINDS)
		return DONE;
	enum piece_kind kind = (enum piece_kind)k;
	if (text_same(what, "up") || text_same(what, "down"))
		return bulletin_move(w, id, kind, noun, text_same(what, "up") ? -1 : 1);
	return text_same(what, "in") ? bulletin_put(w, id, kind, noun)
				     : bulletin_drop(w, id, kind, noun);
}

enum outcome bulletin_edit_post(struct visit *v)
{
	struct bulletin_id id = { v->arg[0] };
	struct bulletin_edit e = { .id = id,
		.title = fields_value(&v->form, "title"),
		.frame = fields_value(&v->form, "frame"),
		.rules = fields_value(&v->form, "rules"),
		.publish_at = -1,
		.comments = comments_of(v),
		.base_version = *visit_field(v, "version") ? visit_number(v, "version") : -1 };
	const char *at = fields_value(&v->form, "publish_at");
	if (!bulletin_get(v->work.db, v->work.who, id))
		return bulletin_edition_get(v->work.db, id, 0) ? FORBIDDEN : NOT_FOUND;
	if (at && !read_moment(v, at, &e.publish_at))
		return form(v, id, 422);
	enum outcome outcome = bulletin_save(&v->work, &e);
	if (outcome == DONE && text_same(visit_field(v, "do"), "publish"))
		return bulletin_publish_post(v);
	if (outcome == DONE)
		outcome = press(v, id);
	if (outcome == NOT_FOUND && v->work.faults.count == 0)
		fault_add(&v->work.faults, "noun",
			_("There is no such point, or it has not risen to the headquarters."));
	if (outcome != DONE)
		return form(v, id, outcome == NOT_FOUND ? 422 : outcome_status(outcome));
	return then_edit(v, id, "saved");
}

enum outcome bulletin_publish_post(struct visit *v)
{
	struct bulletin_id id = { v->arg[0] };
	enum outcome outcome = bulletin_publish(&v->work, id, visit_field(v, "note"));
	if (outcome == INVALID || outcome == CONFLICT)
		return form(v, id, outcome_status(outcome));
	if (outcome != DONE)
		return outcome;
	return visit_see_other(
		v, arena_format(v->work.arena, "/bulletins/%ld?said=issued", (long)id.n));
}

enum outcome bulletin_correct_post(struct visit *v)
{
	struct bulletin_id id = { v->arg[0] };
	enum outcome outcome = bulletin_correct(&v->work, id);
	return outcome == DONE ? then_edit(v, id, "") : outcome;
}

enum outcome bulletin_discard_post(struct visit *v)
{
	enum outcome outcome = bulletin_discard(&v->work, (struct bulletin_id){ v->arg[0] });
	return outcome == DONE ? visit_see_other(v, "/bulletins?said=discarded") : outcome;
}
