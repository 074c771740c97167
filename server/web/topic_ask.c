/* Asking on a topic's page. */
#include "rules/topic_ask.h"

#include "ask.h"
#include "base/text.h"
#include "handlers.h"
#include "playbook_handlers.h"
#include "store/steward.h"
#include "topic.h"

enum { OWN_SHOWN = 5 };

void topic_add_asks(struct visit *v, struct topic_view *view)
{
	struct unit_id unit = topic_ask_unit(v->work.db, v->work.who);
	struct strings names = steward_names(v->work.db, unit);
	struct out o = out_new(v->work.arena);
	for (size_t i = 0; i < names.count; i++)
		if (!text_same(names.items[i], v->work.who->name))
			out_format(
				&o, "%s%s", o.len ? c_("between names", ", ") : "", names.items[i]);
	view->asks = ask_cards_of(
		v, ask_own_of_topic(v->work.db, v->work.who, view->topic->id, OWN_SHOWN));
	view->may_ask = text_same(view->topic->state, "accepted");
	view->answers = o.len ? out_string(&o) : NULL;
	view->typed = visit_field(v, "text");
	view->faults = v->work.faults;
}

/* The words and the kind, of a form or of {"kind"?, "text"}. */
static bool read_ask(struct visit *v, enum ask_kind *kind, const char **text)
{
	const char *word;
	*kind = ASK_HELP;
	if (v->face == PAGE) {
		*text = visit_field(v, "text");
		word = visit_field(v, "kind");
	} else {
		struct json_problem problem;
		const struct json *j =
			json_parse(v->work.arena, v->in->body, v->in->body_len, &problem);
		if (!j) {
			fault_add_at(
				&v->work.faults, problem.line, problem.column, problem.message);
			return false;
		}
		*text = json_get_text(j, "text");
		word = json_get_text(j, "kind");
	}
	*text = *text ? *text : "";
	if (text_same(word, ask_kind_name(ASK_DECISION)))
		*kind = ASK_DECISION;
	return true;
}

enum outcome topic_ask_post(struct visit *v)
{
	enum ask_kind kind;
	const char *text;
	struct ask_id id;
	if (!read_ask(v, &kind, &text))
		return INVALID;
	enum outcome outcome = topic_ask(&v->work, (struct topic_id){ v->arg[0] }, kind, text, &id);
	if (outcome == INVALID && v->face == PAGE) {
		outcome = topic_show(v);
		v->out->status = 422;
		return outcome;
	}
	if (outcome != DONE)
		return outcome;
	if (v->face == PAGE)
		return visit_see_other(v, arena_format(v->work.arena, "/topics/%ld?said=wanted#ask",
						  (long)v->arg[0]));
	work_refresh(&v->work);
	v->arg[0] = id.n;
	outcome = ask_show(v);
	if (outcome == DONE)
		v->out->status = 201;
	return outcome;
}
