/* What is asked of those above: mine, those that wait for me, those of my units. */
#include "ask.h"

#include <stdlib.h>
#include <string.h>

#include "base/list.h"
#include "base/text.h"
#include "handlers.h"
#include "report.h"
#include "rules/ask.h"
#include "rules/notice.h"
#include "rules/reply.h"
#include "templates.h"

enum { CARDS_MOST = 50 };

static void add_trail(struct visit *v, struct ask_card *c)
{
	struct arena *a = v->work.arena;
	struct ask_steps steps = ask_steps_of(v->work.db, v->work.who, c->ask);
	LIST_EACH (const struct ask_step, s, &steps) {
		bool climbed = text_same(s->deed, "climbed");
		const char *whose = climbed ? s->unit_name : s->name ? s->name : _("the author");
		struct out words = out_new(a);
		const char *format = ask_deed_word(s->deed), *at = strstr(format, "%s");
		out_bytes(&words, format, (size_t)(at - format));
		out_format(&words, "%s%s · %s", whose, at + 2, visit_time(v, s->at));
		struct mentions named = mention_of_step_any(v->work.db, s->id);
		*LIST_ADD(a, &c->trail) = (struct ask_mark){ out_string(&words), s->text,
			mention_spans(a, s->text, &named) };
	}
}

struct ask_cards ask_cards_of(struct visit *v, struct asks asks)
{
	struct ask_cards cards = { 0 };
	LIST_EACH (const struct ask, a, &asks) {
		const struct reply *reply = reply_of_ask(v->work.db, v->work.who, a->id);
		bool manages = who_manages(v->work.db, v->work.who, a->unit);
		struct ask_card *c = LIST_ADD(v->work.arena, &cards);
		*c = (struct ask_card){ .ask = a,
			.report = a->day ? report_day_words(v, a->day) : NULL,
			.met = a->meeting.n ? report_day_words(v, a->met) : NULL,
			.due = a->state == ASK_OPEN ? visit_time(v, a->due_at) : NULL,
			.late = a->due_at < v->work.now,
			.may_answer = ask_may_answer(&v->work, v->work.db, a),
			.may_close = a->state < ASK_CLOSED &&
				     (a->own || (manages && a->state == ASK_CONFIRMED)),
			.may_share = !reply && reply_may_make(&v->work, v->work.db, a),
			.reply = { reply ? reply->id.n : 0 },
			.typed = "" };
		add_trail(v, c);
	}
	return cards;
}

/* One more was asked for than is shown: then there are older ones, below the last that is. */
static int64_t cut(struct asks *list)
{
	if (list->count <= CARDS_MOST)
		return 0;
	list->count = CARDS_MOST;
	return list->items[CARDS_MOST - 1].id.n;
}

struct ask_lists {
	struct asks waiting, own, units;
	int64_t own_next, units_next;
	bool older;
};

/* own= or units= goes on in that list alone. */
static struct ask_lists lists_of(struct visit *v)
{
	struct db *db = v->work.db;
	const struct who *who = v->work.who;
	int64_t own = atoll(visit_query(v, "own")), units = atoll(visit_query(v, "units"));
	struct ask_lists l = { .older = own > 0 || units > 0 };
	if (!l.older)
		l.waiting = ask_waiting(db, who, CARDS_MOST);
	if (own > 0 || !l.older)
		l.own = ask_own(db, who, own, CARDS_MOST + 1);
	if (units > 0 || !l.older)
		l.units = ask_of_units(db, who, units, CARDS_MOST + 1);
	l.own_next = cut(&l.own);
	l.units_next = cut(&l.units);
	return l;
}

enum outcome ask_list_show(struct visit *v)
{
	struct ask_lists l = lists_of(v);
	if (v->face == PAGE) {
		if (notice_opened_all(&v->work, NOTICE_ASK) != DONE)
			return BROKEN;
		const struct ask_view view = { .chrome = &v->chrome,
			.waiting = ask_cards_of(v, l.waiting),
			.own = ask_cards_of(v, l.own),
			.units = ask_cards_of(v, l.units),
			.waits = ask_waiting_count(v->work.db, v->work.who),
			.own_next = l.own_next,
			.units_next = l.units_next,
			.older = l.older };
		asks(visit_page(v, _("Help and decisions")), &view);
		return DONE;
	}
	const struct asks *const all[] = { &l.waiting, &l.own, &l.units };
	static const char *const names[] = { "waiting", "own", "units" };
	struct json_writer j = visit_json(v, 200);
	json_begin_object(&j);
	for (size_t i = 0; i < 3; i++) {
		json_key_array(&j, names[i]);
		LIST_EACH (const struct ask, a, all[i])
			ask_json(&j, a, NULL);
		json_end(&j);
	}
	if (l.own_next)
		json_key_number(&j, "own_next", l.own_next);
	if (l.units_next)
		json_key_number(&j, "units_next", l.units_next);
	json_end(&j);
	return DONE;
}

/* A page of its own: what is told of it leads here, and what was refused stands here again. */
static enum outcome page(struct visit *v, const struct ask *a, const char *typed)
{
	struct asks one = { (struct ask *)a, 1, 1 };
	struct ask_cards cards = ask_cards_of(v, one);
	cards.items[0].typed = typed;
	if (notice_opened(&v->work, NOTICE_ASK, a->id.n) != DONE)
		return BROKEN;
	const struct ask_one_view view = { &v->chrome, &cards.items[0], v->work.faults };
	ask_page(visit_page(v, ask_kind_word(a->kind)), &view);
	return DONE;
}

enum outcome ask_show(struct visit *v)
{
	const struct ask *a = ask_get(v->work.db, v->work.who, (struct ask_id){ v->arg[0] });
	if (!a)
		return NOT_FOUND;
	if (v->face == PAGE)
		return page(v, a, "");
	struct ask_steps steps = ask_steps_of(v->work.db, v->work.who, a);
	struct json_writer j = visit_json(v, 200);
	ask_json(&j, a, &steps);
	return DONE;
}

/* The words of a form, or of {"text": "…"}; NULL: not to be read, and said why. */
static const char *text_of(struct visit *v)
{
	if (v->face == PAGE)
		return visit_field(v, "text");
	struct json_problem problem;
	const struct json *j = json_parse(v->work.arena, v->in->body, v->in->body_len, &problem);
	if (!j)
		fault_add_at(&v->work.faults, problem.line, problem.column, problem.message);
	const char *text = json_get_text(j, "text");
	return text ? text : "";
}

static enum outcome done(struct visit *v, enum outcome outcome)
{
	struct ask_id id = { v->arg[0] };
	const struct ask *a =
		v->face == PAGE && outcome == INVALID ? ask_get(v->work.db, v->work.who, id) : NULL;
	if (a) {
		outcome = page(v, a, visit_field(v, "text"));
		v->out->status = 422;
		return outcome;
	}
	if (outcome != DONE)
		return outcome;
	if (v->face == PAGE)
		return visit_see_other(
			v, arena_format(v->work.arena, "/asks?said=saved#k%ld", (long)id.n));
	work_refresh(&v->work);
	return ask_show(v);
}

enum outcome ask_answer_post(struct visit *v)
{
	return done(v, ask_answer(&v->work, (struct ask_id){ v->arg[0] }, text_of(v)));
}

enum outcome ask_reopen_post(struct visit *v)
{
	return done(v, ask_reopen(&v->work, (struct ask_id){ v->arg[0] }, text_of(v)));
}

/* With it the asker may say that their name may stand above an answer for all. */
enum outcome ask_confirm_post(struct visit *v)
{
	if (v->face == PAGE && text_same(visit_field(v, "named"), "1")) {
		enum outcome outcome = reply_name(&v->work, (struct ask_id){ v->arg[0] }, true);
		if (outcome != DONE)
			return outcome;
	}
	return done(v, ask_confirm(&v->work, (struct ask_id){ v->arg[0] }));
}

enum outcome ask_close_post(struct visit *v)
{
	return done(v, ask_close(&v->work, (struct ask_id){ v->arg[0] }));
}
