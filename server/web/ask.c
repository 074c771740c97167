/* What is asked of those above: mine, those that wait for me, those of my units. */
#include "ask.h"

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

static enum outcome page(struct visit *v, struct ask_id at)
{
	struct db *db = v->work.db;
	const struct who *who = v->work.who;
	struct ask_view view = { .chrome = &v->chrome,
		.waiting = ask_cards_of(v, ask_waiting(db, who, CARDS_MOST)),
		.own = ask_cards_of(v, ask_own(db, who, CARDS_MOST)),
		.units = ask_cards_of(v, ask_of_units(db, who, CARDS_MOST)),
		.faults = v->work.faults,
		.at = at };
	struct ask_cards *const lists[] = { &view.waiting, &view.own };
	for (size_t i = 0; i < 2; i++)
		LIST_EACH (struct ask_card, c, lists[i])
			if (c->ask->id.n == at.n)
				c->typed = visit_field(v, "text");
	asks(visit_page(v, _("Help and decisions")), &view);
	return DONE;
}

enum outcome ask_list_show(struct visit *v)
{
	if (v->face == PAGE) {
		enum outcome opened = notice_opened_all(&v->work, NOTICE_ASK);
		return opened == DONE ? page(v, (struct ask_id){ 0 }) : opened;
	}
	struct asks all[] = { ask_waiting(v->work.db, v->work.who, CARDS_MOST),
		ask_own(v->work.db, v->work.who, CARDS_MOST),
		ask_of_units(v->work.db, v->work.who, CARDS_MOST) };
	static const char *const names[] = { "waiting", "own", "units" };
	struct json_writer j = visit_json(v, 200);
	json_begin_object(&j);
	for (size_t i = 0; i < 3; i++) {
		json_key_array(&j, names[i]);
		LIST_EACH (const struct ask, a, &all[i])
			ask_json(&j, a, NULL);
		json_end(&j);
	}
	json_end(&j);
	return DONE;
}

enum outcome ask_show(struct visit *v)
{
	const struct ask *a = ask_get(v->work.db, v->work.who, (struct ask_id){ v->arg[0] });
	if (!a)
		return NOT_FOUND;
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
	if (outcome == INVALID && v->face == PAGE) {
		outcome = page(v, id);
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
