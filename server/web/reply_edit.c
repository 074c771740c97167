/* Making an answer for all of an ask, and changing it. */
#include <string.h>

#include "ask.h"
#include "base/list.h"
#include "base/text.h"
#include "reply.h"
#include "reply_handlers.h"
#include "rules/reply.h"
#include "templates.h"
#include "version.h"
#include "views/point.h"

/* 报价，大客户 #回访: whatever stands between is none of a word. */
static struct strings words_of(struct arena *a, const char *typed)
{
	static const char *const gaps[] = { " ", "\t", "\r", "\n", "#", ",", ";", "，", "、", "；",
		"　" };
	struct strings words = { 0 };
	for (const char *from = typed, *p = typed;;) {
		size_t gap = 0;
		for (size_t i = 0; *p && i < sizeof gaps / sizeof *gaps && !gap; i++)
			if (text_starts(p, gaps[i]))
				gap = strlen(gaps[i]);
		if (*p && !gap) {
			p++;
			continue;
		}
		if (p > from)
			*LIST_ADD(a, &words) = arena_copy(a, from, (size_t)(p - from));
		if (!*p)
			return words;
		from = p += gap;
	}
}

static const char *topic_words(struct arena *a, const struct reply *r)
{
	struct out o = out_new(a);
	LIST_EACH (const struct topic, t, &r->topics)
		out_format(&o, "%s%s", o.len ? " " : "", point_topic_name(t));
	return out_string(&o);
}

static enum outcome form(struct visit *v, struct reply_form_view *view, enum outcome why)
{
	struct asks one = { 0 };
	*LIST_ADD(v->work.arena, &one) = *ask_get(v->work.db, v->work.who,
		view->reply ? view->reply->ask : (struct ask_id){ v->arg[0] });
	struct ask_cards cards = ask_cards_of(v, one);
	cards.items[0].may_share = false; /* one is at it */
	view->chrome = &v->chrome;
	view->ask = &cards.items[0];
	view->faults = v->work.faults;
	reply_form_page(visit_page(v, _("Answer for all")), view);
	v->out->status = why == DONE ? 200 : outcome_status(why);
	return DONE;
}

/* The ask that the address names; *why tells what is wrong with it. */
static const struct ask *ask_of(struct visit *v, enum outcome *why)
{
	const struct ask *a = ask_get(v->work.db, v->work.who, (struct ask_id){ v->arg[0] });
	*why = !a ? NOT_FOUND : reply_may_edit(&v->work, v->work.db) ? DONE : FORBIDDEN;
	return a;
}

static const struct reply *reply_of(struct visit *v, enum outcome *why)
{
	const struct reply *r = reply_get(v->work.db, v->work.who, (struct reply_id){ v->arg[0] });
	*why = !r ? NOT_FOUND : reply_may_edit(&v->work, v->work.db) ? DONE : FORBIDDEN;
	return r;
}

enum outcome reply_new_show(struct visit *v)
{
	enum outcome why;
	const struct ask *a = ask_of(v, &why);
	if (why != DONE)
		return why;
	const struct reply *there = reply_of_ask(v->work.db, v->work.who, a->id);
	if (there)
		return visit_see_other(v, arena_format(v->work.arena, "/answers-for-all/%ld/edit",
						  (long)there->id.n));
	if (!reply_may_make(&v->work, v->work.db, a))
		return CONFLICT;
	/* Only the ask's own line: what stood around it is not for all. */
	struct reply_form_view view = {
		.question = a->text, .body = "", .topics = a->topic.n ? ask_topic_name(a) : ""
	};
	return form(v, &view, DONE);
}

enum outcome reply_edit_show(struct visit *v)
{
	enum outcome why;
	const struct reply *r = reply_of(v, &why);
	if (why != DONE)
		return why;
	struct reply_form_view view = { .reply = r,
		.question = r->question,
		.body = r->body_md,
		.topics = topic_words(v->work.arena, r),
		.base_version = r->version };
	return form(v, &view, DONE);
}

static enum outcome save(struct visit *v, struct reply_input *in, const struct reply *r)
{
	struct reply_id id;
	in->question = visit_field(v, "question");
	in->body = visit_field(v, "body");
	in->topics = words_of(v->work.arena, visit_field(v, "topics"));
	enum outcome outcome = reply_save(&v->work, in, &id);
	if (outcome == DONE)
		return visit_see_other(
			v, arena_format(v->work.arena, "/answers-for-all/%ld?said=published",
				   (long)id.n));
	if (outcome != INVALID && outcome != STALE)
		return outcome;
	if (outcome == STALE)
		work_refresh(&v->work);
	struct reply_form_view view = { .reply = r,
		.question = in->question,
		.body = in->body,
		.topics = visit_field(v, "topics"),
		.base_version = in->base_version };
	if (outcome == STALE) {
		view.theirs = reply_get(v->work.db, v->work.who, in->edits);
		view.base_version = view.theirs->version;
	}
	return form(v, &view, outcome);
}

enum outcome reply_new_post(struct visit *v)
{
	enum outcome why;
	const struct ask *a = ask_of(v, &why);
	if (why != DONE)
		return why;
	struct reply_input in = { .ask = a->id, .base_version = -1 };
	return save(v, &in, NULL);
}

enum outcome reply_edit_post(struct visit *v)
{
	enum outcome why;
	const struct reply *r = reply_of(v, &why);
	if (why != DONE)
		return why;
	struct reply_input in = { .edits = r->id,
		.base_version =
			*visit_field(v, "base_version") ? visit_number(v, "base_version") : -1 };
	return save(v, &in, r);
}

/* {"question": "…", "body_md": "…", "topics": ["报价"]} */
static bool from_json(struct visit *v, struct reply_input *in)
{
	struct json_problem problem;
	const struct json *j = json_parse(v->work.arena, v->in->body, v->in->body_len, &problem);
	if (!j) {
		fault_add_at(&v->work.faults, problem.line, problem.column, problem.message);
		return false;
	}
	const char *question = json_get_text(j, "question"), *body = json_get_text(j, "body_md");
	const struct json *topics = json_get(j, "topics");
	in->question = question ? question : "";
	in->body = body ? body : "";
	for (size_t i = 0; i < json_count(topics); i++) {
		const char *word = json_as_text(json_at(topics, i));
		*LIST_ADD(v->work.arena, &in->topics) = word ? word : "";
	}
	return true;
}

enum outcome reply_api_add(struct visit *v)
{
	enum outcome why;
	const struct ask *a = ask_of(v, &why);
	if (why != DONE)
		return why;
	struct reply_input in = { .ask = a->id, .base_version = -1 };
	struct reply_id id;
	if (!from_json(v, &in))
		return INVALID;
	enum outcome outcome = reply_save(&v->work, &in, &id);
	return outcome == DONE ? reply_answer(v, id, 201) : outcome;
}

enum outcome reply_api_put(struct visit *v)
{
	enum outcome why;
	const struct reply *r = reply_of(v, &why);
	if (why != DONE)
		return why;
	struct reply_input in = { .edits = r->id, .base_version = version_asked(v, -1) };
	struct reply_id id;
	if (!from_json(v, &in))
		return INVALID;
	enum outcome outcome = reply_save(&v->work, &in, &id);
	if (outcome == STALE) {
		work_refresh(&v->work);
		r = reply_get(v->work.db, v->work.who, in.edits);
		return version_stale(v, r->version, v->in->body, r->body_md);
	}
	return outcome == DONE ? reply_answer(v, id, 200) : outcome;
}
