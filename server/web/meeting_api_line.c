/* What is written into a record by programs: answers, reviews, results. */
#include "base/list.h"
#include "base/text.h"
#include "meeting.h"
#include "meeting_api.h"
#include "meeting_handlers.h"
#include "rules/review.h"
#include "version.h"

static const char *text_in(const struct json *j, const char *key)
{
	const char *text = json_get_text(j, key);
	return text ? text : "";
}

/* old NULL: a new one. */
static bool read_line(struct visit *v, const struct json *j, const struct meeting_line *old,
	struct line_input *in)
{
	const char *question = json_get_text(j, "question"), *text = json_get_text(j, "text");
	*in = (struct line_input){ .question = old ? old->question : QUESTION_PROBLEM,
		.person = { json_get_number(j, "person", old ? old->person.n : 0) },
		.text = text  ? text
			: old ? old->text
			      : "" };
	if ((question || !old) && !question_parse(question, &in->question))
		fault_add(&v->work.faults, "question",
			_("Write valuable, strong, problem, hardest, ability or obstacles."));
	return !v->work.faults.count;
}

enum outcome meeting_api_line(struct visit *v)
{
	struct meeting_id id = { v->arg[0] };
	struct line_input in;
	struct line_id line;
	if (!meeting_get(v->work.db, v->work.who, id))
		return NOT_FOUND;
	const struct json *j = meeting_api_body(v);
	if (!j || !read_line(v, j, NULL, &in))
		return INVALID;
	enum outcome outcome = meeting_line_say(&v->work, id, &in, &line);
	return outcome == DONE ? meeting_api_answer(v, id, 201) : outcome;
}

static const struct meeting_line *line_of(struct visit *v)
{
	const struct meeting_line *l =
		meeting_line_get(v->work.db, v->work.who, (struct line_id){ v->arg[1] });
	return l && l->meeting.n == v->arg[0] ? l : NULL;
}

static enum outcome done(struct visit *v, enum outcome outcome)
{
	return outcome == DONE ? meeting_api_answer(v, (struct meeting_id){ v->arg[0] }, 200)
			       : outcome;
}

enum outcome meeting_api_line_put(struct visit *v)
{
	struct line_input in;
	const struct meeting_line *old = line_of(v);
	if (!old)
		return NOT_FOUND;
	const struct json *j = meeting_api_body(v);
	if (!j || !read_line(v, j, old, &in))
		return INVALID;
	return done(v, meeting_line_change(&v->work, old->id, &in));
}

enum outcome meeting_api_line_drop(struct visit *v)
{
	const struct meeting_line *l = line_of(v);
	return l ? done(v, meeting_line_remove(&v->work, l->id)) : NOT_FOUND;
}

enum outcome meeting_api_line_become(struct visit *v)
{
	const struct meeting_line *l = line_of(v);
	if (!l)
		return NOT_FOUND;
	const struct json *j = meeting_api_body(v);
	if (!j)
		return INVALID;
	const char *as = text_in(j, "as");
	enum kind kind;
	if (kind_parse(as, &kind)) {
		enum outcome outcome = meeting_line_write(&v->work, l->id, kind);
		if (outcome == DONE)
			meeting_to_form(v, l->id);
		return done(v, outcome);
	}
	if (text_same(as, "help") || text_same(as, "decision"))
		return done(v, meeting_line_ask(&v->work, l->id,
				       text_same(as, "help") ? ASK_HELP : ASK_DECISION));
	if (text_same(as, "ability"))
		return done(v, meeting_line_gap(&v->work, l->id, json_get_text(j, "name")));
	fault_add(&v->work.faults, "as", _("Write experience, lesson, help, decision or ability."));
	return INVALID;
}

static enum outcome answer_review(struct visit *v, struct review_id id)
{
	work_refresh(&v->work);
	const struct review *r = review_get(v->work.db, v->work.who, id);
	if (!r)
		return NOT_FOUND;
	struct remarks said = remark_of_point(v->work.db, v->work.who, r->point);
	version_tell(v, r->version);
	struct json_writer j = visit_json(v, 200);
	meeting_review_json(&j, v->work.arena, r, &said);
	return DONE;
}

/* The meeting and the point, if this viewer sees both. */
static bool is_there(struct visit *v)
{
	struct meeting_id id = { v->arg[0] };
	return meeting_get(v->work.db, v->work.who, id) &&
	       point_get(v->work.db, v->work.who, (struct point_id){ v->arg[1] });
}

enum outcome meeting_api_review(struct visit *v)
{
	struct meeting_id id = { v->arg[0] };
	struct point_id point = { v->arg[1] };
	if (!is_there(v))
		return NOT_FOUND;
	const struct json *j = meeting_api_body(v);
	if (!j)
		return INVALID;
	const struct json *next = json_get(j, "next");
	const struct review_input in = { .purpose = text_in(j, "purpose"),
		.plan = text_in(j, "plan"),
		.happened = text_in(j, "happened"),
		.difference = text_in(j, "difference"),
		.step = text_in(next, "step"),
		.person = { json_get_number(next, "person", 0) },
		.until = text_in(next, "until"),
		.base_version = version_asked(v, -1) };
	enum outcome outcome = review_save(&v->work, id, point, &in);
	if (outcome == STALE) {
		work_refresh(&v->work);
		struct review_id there = review_find_any(v->work.db, id, point);
		const struct review *r = review_get(v->work.db, v->work.who, there);
		return version_stale(v, r ? r->version : 0, v->in->body, r ? r->happened : NULL);
	}
	if (outcome != DONE)
		return outcome;
	work_refresh(&v->work);
	return answer_review(v, review_find_any(v->work.db, id, point));
}

enum outcome meeting_api_remark(struct visit *v)
{
	if (!is_there(v))
		return NOT_FOUND;
	const struct json *j = meeting_api_body(v);
	if (!j)
		return INVALID;
	struct remark_text said = { .to = { json_get_number(j, "to", 0) },
		.text = text_in(j, "text"),
		.whom = json_get_text(j, "whom"),
		.until = json_get_text(j, "until") };
	struct remark_id id;
	if (!remark_kind_parse(text_in(j, "kind"), &said.kind)) {
		fault_add(&v->work.faults, "kind",
			_("Choose what it is: comment, why, answer or advice."));
		return INVALID;
	}
	enum outcome outcome = review_remark(&v->work, (struct meeting_id){ v->arg[0] },
		(struct point_id){ v->arg[1] }, &said, &id);
	return outcome == DONE ? meeting_api_answer(v, (struct meeting_id){ v->arg[0] }, 201)
			       : outcome;
}

enum outcome meeting_api_result(struct visit *v)
{
	struct review_id id = { v->arg[0] };
	if (!review_get(v->work.db, v->work.who, id))
		return NOT_FOUND;
	const struct json *j = meeting_api_body(v);
	if (!j)
		return INVALID;
	enum step_result result;
	if (!step_result_parse(text_in(j, "result"), &result)) {
		fault_add(&v->work.faults, "result", _("Write done, partly or not."));
		return INVALID;
	}
	enum outcome outcome = review_tell(&v->work, id, result, text_in(j, "text"),
		(struct meeting_id){ json_get_number(j, "meeting", 0) });
	return outcome == DONE ? answer_review(v, id) : outcome;
}
