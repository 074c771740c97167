/* Meetings: those to come and past, and the record of one. */
#include "meeting.h"

#include "base/list.h"
#include "base/text.h"
#include "doors/markdown.h"
#include "meeting_handlers.h"
#include "rules/minutes.h"
#include "rules/report_text.h"
#include "templates.h"

enum { SHOWN = 30, NAME_RUNES = 12 };

static void add_cards(struct visit *v, struct meeting_cards *cards, const struct meetings *all)
{
	LIST_EACH (const struct meeting, m, all)
		*LIST_ADD(v->work.arena, cards) =
			(struct meeting_card){ m, meeting_day_words(v->work.arena, m->day) };
}

enum outcome meeting_list_show(struct visit *v)
{
	int64_t today = meeting_today(&v->work), before = today;
	const char *named = visit_query(v, "before");
	if (*named && !report_text_day(named, &before))
		return NOT_FOUND;
	struct meeting_list_view view = { .chrome = &v->chrome,
		.may_make = meeting_units(&v->work).count > 0 };
	struct meetings coming = { 0 };
	if (!*named)
		coming = meeting_from(v->work.db, v->work.who, today, SHOWN);
	struct meetings past = meeting_before(v->work.db, v->work.who, before, SHOWN + 1);
	if (past.count > SHOWN) {
		past.count = SHOWN;
		view.earlier = report_text_day_name(v->work.arena, past.items[SHOWN - 1].day + 1);
	}
	add_cards(v, &view.coming, &coming);
	add_cards(v, &view.past, &past);
	meeting_list_page(visit_page(v, _("Meetings")), &view);
	return DONE;
}

static bool may_see(void *p, long number)
{
	struct visit *v = p;
	return point_get(v->work.db, v->work.who, (struct point_id){ number }) != NULL;
}

/* A name of a few words; a whole sentence is none. */
static const char *ability_of(struct visit *v, const struct meeting_line *l)
{
	const char *name = meeting_line_ability(&v->work, l);
	return l->question == QUESTION_ABILITY || text_runes(name) <= NAME_RUNES ? name : NULL;
}

static void add_questions(struct visit *v, struct meeting_view *view)
{
	const struct record *r = view->record;
	for (int q = 0; q < QUESTIONS; q++)
		view->questions[q] = (struct meeting_question){ .question = (enum question)q,
			.asked = agenda_asks(
				r->meeting->kind, r->meeting->length, (enum question)q) };
	LIST_EACH (const struct meeting_line, l, &r->lines)
		*LIST_ADD(v->work.arena, &view->questions[l->question].lines) =
			(struct meeting_line_card){ .line = l,
				.may_turn = meeting_line_may_turn(&v->work, v->work.db, l),
				.kind = meeting_line_kind(l->question),
				.ability = ability_of(v, l) };
}

static void add_people(struct visit *v, struct meeting_view *view)
{
	LIST_EACH (const struct meeting_person, p, &view->record->people) {
		bool turn = false;
		LIST_EACH (const struct rota_turn, t, &view->record->rota)
			turn |= t->turn.person.n == p->person.n;
		*LIST_ADD(v->work.arena, &view->seats) = (struct meeting_seat){ p, turn };
	}
}

static void add_steps(struct visit *v, struct meeting_view *view)
{
	LIST_EACH (const struct review, r, &view->record->agreed)
		*LIST_ADD(v->work.arena, &view->agreed) = (struct meeting_step){ .review = r,
			.until = r->step_until ? meeting_step_day(v->work.arena, r->step_until)
					       : NULL,
			.late = !r->told && r->step_until &&
				r->step_until < view->record->meeting->day };
}

enum outcome meeting_page(
	struct visit *v, struct meeting_id id, enum question at, const char *typed)
{
	const struct record *r = record_of(&v->work, id);
	if (!r)
		return NOT_FOUND;
	struct arena *a = v->work.arena;
	struct meeting_view view = { .chrome = &v->chrome,
		.record = r,
		.day = meeting_day_words(a, r->meeting->day),
		.faults = v->work.faults,
		.at = at,
		.typed = typed };
	const char *minutes = minutes_text(a, r);
	view.minutes = markdown_cites_filter(a, markdown_html(a, minutes, NULL), may_see, v);
	view.dense = minutes_are_long(minutes);
	add_questions(v, &view);
	add_people(v, &view);
	LIST_EACH (const struct rota_turn, t, &r->rota)
		view.turns |= !t->heard;
	add_steps(v, &view);
	/* Translators: a kind of meeting, a unit. */
	meeting_record_page(
		visit_page(v, arena_format(a, _("%s of %s"), meeting_kind_word(r->meeting->kind),
				      r->meeting->unit_name)),
		&view);
	return DONE;
}

static enum outcome as_markdown(struct visit *v, struct meeting_id id)
{
	const struct record *r = record_of(&v->work, id);
	if (!r)
		return NOT_FOUND;
	response_header(v->out, "Content-Type", "text/markdown; charset=utf-8");
	out_text(&v->out->body, minutes_text(v->work.arena, r));
	return DONE;
}

enum outcome meeting_show(struct visit *v)
{
	struct meeting_id id = { v->arg[0] };
	if (text_same(visit_query(v, "as"), "md"))
		return as_markdown(v, id);
	return meeting_page(v, id, QUESTION_VALUABLE, "");
}

enum outcome meeting_back(struct visit *v, struct meeting_id id, const char *said, const char *at)
{
	return visit_see_other(
		v, arena_format(v->work.arena, "/meetings/%ld?said=%s#%s", (long)id.n, said, at));
}
