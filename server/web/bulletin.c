/* Bulletins: the list, one to be read, and signing for it. */
#include "bulletin.h"

#include "base/list.h"
#include "base/text.h"
#include "bulletin_handlers.h"
#include "cursor.h"
#include "rules/notice.h"
#include "rules/receipt.h"
#include "store/point.h"
#include "store/reply.h"
#include "store/steward.h"
#include "store/story.h"
#include "store/synthesis.h"
#include "templates.h"
#include "version.h"
#include "views/html_stored.h"
#include "views/week.h"

static bool may_see(void *p, long number)
{
	struct visit *v = p;
	return point_get(v->work.db, v->work.who, (struct point_id){ number }) != NULL;
}

struct safe bulletin_html(struct visit *v, const char *stored)
{
	return html_stored(v->work.arena, stored ? stored : "", may_see, v);
}

static bool opens(struct visit *v, const struct bulletin_piece *p)
{
	struct db *db = v->work.db;
	const struct who *who = v->work.who;
	switch (p->kind) {
	case PIECE_POINT:
		return may_see(v, (long)p->noun);
	case PIECE_SYNTHESIS:
		return synthesis_get(db, who, (struct synthesis_id){ p->noun }) != NULL;
	case PIECE_STORY:
		return story_get(db, who, (struct story_id){ p->noun }) != NULL;
	case PIECE_ANSWER:
		return reply_get(db, who, (struct reply_id){ p->noun }) != NULL;
	}
	return false;
}

void bulletin_sort_parts(struct visit *v, const struct bulletin_pieces *all,
	struct bulletin_parts parts[PIECE_KINDS])
{
	struct arena *a = v->work.arena;
	bool zh = text_same(i18n_language(), "zh");
	LIST_EACH (const struct bulletin_piece, p, all)
		*LIST_ADD(a, &parts[p->kind]) = (struct bulletin_part){ .piece = p,
			.body = bulletin_html(v, p->body_html),
			.title = zh ? p->title : p->title_en,
			.week = p->week.n ? week_short(a, p->week) : NULL,
			.team_on = p->team_at ? visit_day(v, p->team_at) : NULL,
			.branch_on = p->branch_at ? visit_day(v, p->branch_at) : NULL,
			.opens = p->ready && opens(v, p) };
}

static void add_pasts(struct visit *v, struct bulletin_view *view)
{
	struct bulletin_editions all = bulletin_edition_list(v->work.db, view->id);
	if (all.count > 1)
		LIST_EACH (const struct bulletin_edition, e, &all)
			*LIST_ADD(v->work.arena, &view->pasts) =
				(struct bulletin_past){ .number = e->number,
					.date = visit_date(v, e->published_at),
					.note = e->note,
					.by = e->published_by };
}

static void fill(struct visit *v, struct bulletin_view *view, struct week week, const char *frame,
	const char *rules)
{
	view->words = week_words(v->work.arena, week);
	view->days = week_days_words(v->work.arena, week);
	view->has_frame = *frame;
	view->has_rules = *rules;
	view->frame = bulletin_html(v, frame);
	view->rules = bulletin_html(v, rules);
}

bool bulletin_add_issued(struct visit *v, struct bulletin_view *view, int64_t number)
{
	struct arena *a = v->work.arena;
	const struct bulletin_edition *e = bulletin_edition_get(v->work.db, view->id, number);
	if (!e)
		return false;
	view->edition = e;
	view->title = e->title;
	view->date = visit_date(v, e->first_at);
	if (e->first_at > e->due_at)
		view->late = bulletin_duration(a, e->first_at - e->due_at);
	fill(v, view, e->week, e->frame_html, e->rules_html);
	struct bulletin_pieces all = bulletin_piece_list(v->work.db, view->id, e->number);
	bulletin_sort_parts(v, &all, view->parts);
	add_pasts(v, view);
	view->receipt = receipt_own(v->work.db, v->work.who, view->id);
	if (view->receipt && view->receipt->signed_at)
		view->signed_on = visit_time(v, view->receipt->signed_at);
	const struct bulletin_id next = { view->id.n + 1 }, last = { view->id.n - 1 };
	view->after = bulletin_edition_get(v->work.db, next, 0) ? next : view->after;
	view->before = bulletin_edition_get(v->work.db, last, 0) ? last : view->before;
	return true;
}

static bool add_draft(struct visit *v, struct bulletin_view *view, const struct bulletin *b)
{
	view->title = b->title;
	view->date = NULL;
	fill(v, view, b->week, b->frame_html, b->rules_html);
	struct bulletin_pieces all = bulletin_items(v->work.db, v->work.who, b->id);
	bulletin_sort_parts(v, &all, view->parts);
	return true;
}

enum outcome bulletin_show(struct visit *v)
{
	struct bulletin_view view = { .chrome = &v->chrome, .id = { v->arg[0] } };
	const struct bulletin *b = bulletin_get(v->work.db, v->work.who, view.id);
	bool wanted = b && (!b->edition || *visit_query(v, "draft"));
	view.writes = b != NULL;
	view.being_changed = b && text_same(b->state, "correcting");
	if (wanted && v->face == JSON)
		return bulletin_show_draft(v, view.id, 200);
	bool found = wanted ? add_draft(v, &view, b)
			    : bulletin_add_issued(v, &view, visit_query_number(v, "edition"));
	if (!found)
		return NOT_FOUND;
	if (v->face == JSON) {
		struct json_writer j = visit_json(v, 200);
		bulletin_json(&j, &view);
		return DONE;
	}
	view.counts = view.edition && (view.writes || steward_units(v->work.db, v->work.who).count);
	if (view.edition && (receipt_opened(&v->work, view.id) != DONE ||
				    notice_opened(&v->work, NOTICE_BULLETIN, view.id.n) != DONE))
		return BROKEN;
	bulletin_page(visit_page(v, view.title), &view);
	return DONE;
}

enum outcome bulletin_sign_post(struct visit *v)
{
	struct bulletin_id id = { v->arg[0] };
	enum outcome outcome = receipt_signed(&v->work, id);
	if (outcome != DONE)
		return outcome;
	if (v->face == PAGE)
		return visit_see_other(
			v, arena_format(v->work.arena, "/bulletins/%ld?said=signed", (long)id.n));
	work_refresh(&v->work);
	return bulletin_show(v);
}

struct bulletin_clock_view bulletin_clock_words(struct visit *v, struct bulletin_clock clock)
{
	struct arena *a = v->work.arena;
	int64_t now = v->work.now;
	struct bulletin_clock_view view = { .words = week_words(a, clock.week),
		.week = week_name(a, clock.week),
		.cut = visit_time(v, clock.cut_at),
		.due = visit_time(v, clock.due_at),
		.cut_over = now >= clock.cut_at,
		.due_over = now >= clock.due_at,
		.done = bulletin_of_week(v->work.db, clock.week).n != 0 };
	if (!view.due_over)
		view.left =
			bulletin_duration(a, (view.cut_over ? clock.due_at : clock.cut_at) - now);
	else
		view.late = bulletin_duration(a, now - clock.due_at);
	return view;
}

static struct bulletin_lines lines_of(struct visit *v, const struct bulletin_editions *all)
{
	struct bulletin_lines lines = { 0 };
	LIST_EACH (const struct bulletin_edition, e, all)
		*LIST_ADD(v->work.arena, &lines) = (struct bulletin_line){ .edition = e,
			.words = week_words(v->work.arena, e->week),
			.date = visit_date(v, e->first_at),
			.receipt = receipt_own(v->work.db, v->work.who, e->id) };
	return lines;
}

static enum outcome list_json(struct visit *v, const struct bulletin_list_view *view)
{
	struct json_writer j = visit_json(v, 200);
	json_begin_object(&j);
	json_key_array(&j, "items");
	LIST_EACH (const struct bulletin_line, l, &view->lines)
		bulletin_json_line(&j, l);
	json_end(&j);
	json_key_text(&j, "next", view->next);
	json_end(&j);
	return DONE;
}

enum outcome bulletin_list_show(struct visit *v)
{
	struct bulletin_id before = { 0 };
	int64_t limit;
	bool more;
	if (!cursor_read(v, "bulletins", &before.n, &limit))
		return INVALID;
	struct bulletin_editions all = bulletin_list(v->work.db, before, limit, &more);
	struct bulletin_list_view view = { .chrome = &v->chrome,
		.lines = lines_of(v, &all),
		.next = more ? cursor_make(v, "bulletins", all.items[all.count - 1].id.n) : NULL,
		.writes = bulletin_may_write(v->work.db, v->work.who) };
	if (v->face == JSON)
		return list_json(v, &view);
	if (view.writes) {
		view.clock = bulletin_clock_words(v, bulletin_clock_now(&v->work));
		view.draft = bulletin_draft(v->work.db, v->work.who);
	}
	bulletin_list_page(visit_page(v, _("Bulletins")), &view);
	return DONE;
}
