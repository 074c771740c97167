/* What is said under a point: shown, said, changed, struck, let rise. */
#include "remark.h"

#include "base/list.h"
#include "base/text.h"
#include "handlers.h"
#include "point.h"
#include "rules/answer.h"
#include "rules/coach.h"
#include "rules/remark.h"

static const char *day_words(struct visit *v, int64_t number)
{
	int y, m, d;
	day_date(number, &y, &m, &d);
	return visit_day(v, zone_moment(v->zone, y, m, d, 12, 0));
}

static bool is_explained(const struct remarks *all, struct remark_id why)
{
	LIST_EACH (const struct remark, r, all)
		if (r->to.n == why.n && r->kind == REMARK_ANSWER && r->text)
			return true;
	return false;
}

static struct mention_spans said_by(struct visit *v, const struct remark *r)
{
	struct mentions all = mention_of_remark_any(v->work.db, r->id);
	return mention_spans(v->work.arena, r->text, &all);
}

static const char *hint_on(struct visit *v, const struct remark *r)
{
	if (!remark_is_fresh(&v->work, r))
		return NULL;
	struct coach coach = coach_of(&v->work, v->app->coach);
	struct coach_hints hints = coach_said(v->work.arena, &coach, r->text);
	return hints.count ? hints.items[0].text : NULL;
}

static bool is_there(const struct remarks *all, struct remark_id id)
{
	LIST_EACH (const struct remark, r, all)
		if (r->id.n == id.n)
			return true;
	return false;
}

/* Each remark, then what answers it, however deep. What answers something that this viewer does not
 * hear stands under the point itself. */
static void add_under(struct visit *v, struct remark_view *view, const struct remarks *all,
	struct remark_id to, int depth)
{
	LIST_EACH (const struct remark, r, all) {
		if (is_there(all, r->to) ? r->to.n != to.n : to.n != 0)
			continue;
		bool said = r->text != NULL;
		*LIST_ADD(v->work.arena, &view->lines) = (struct remark_line){ .remark = r,
			.time = visit_time(v, r->at),
			.said = said_by(v, r),
			.hint = hint_on(v, r),
			.until = r->until ? day_words(v, r->until) : NULL,
			.depth = depth < REMARK_DEEPEST ? depth : REMARK_DEEPEST,
			.fresh = remark_is_fresh(&v->work, r),
			.i_let = view->own ? r->author_lets : r->manager_lets,
			.other_lets = view->own ? r->manager_lets : r->author_lets,
			.may_answer = said && r->kind == REMARK_WHY && view->may[REMARK_ANSWER] &&
				      !is_explained(all, r->id),
			.may_dig = said && r->kind == REMARK_ANSWER && view->may[REMARK_WHY] };
		add_under(v, view, all, r->id, depth + 1);
	}
}

static const char *clock_words(struct visit *v, struct answer_clock a)
{
	if (a.answered_at)
		return arena_format(v->work.arena, _("%s answered on %s"), a.answered_by,
			visit_time(v, a.answered_at));
	if (!a.due_at)
		return NULL;
	const char *due = visit_time(v, a.due_at);
	return a.due_at < v->work.now
		       ? arena_format(v->work.arena, _("An answer was due on %s"), due)
		       : arena_format(v->work.arena, _("An answer comes by %s"), due);
}

static void add_readers(struct visit *v, struct remark_view *view)
{
	struct readings all = reading_of_own(v->work.db, v->work.who, view->point);
	LIST_EACH (const struct reading, r, &all)
		*LIST_ADD(v->work.arena, &view->readers) =
			(struct remark_reader){ r->name, visit_time(v, r->at) };
}

struct remark_view *remark_gather(struct visit *v, const struct point *p)
{
	struct remark_view *view = ARENA_NEW(v->work.arena, struct remark_view);
	*view = (struct remark_view){ .chrome = &v->chrome,
		.point = p->id,
		.own = p->author.n == v->work.who->person.n,
		.may_raise = remark_may_raise(&v->work, v->work.db, p),
		.typed = "",
		.whom = "",
		.until = "" };
	for (int k = 0; k < REMARK_KINDS; k++)
		view->may[k] = remark_allowed(&v->work, v->work.db, p, (enum remark_kind)k);
	struct remarks all = remark_of_point(v->work.db, v->work.who, p->id);
	add_under(v, view, &all, (struct remark_id){ 0 }, 0);
	struct answer_clock a = answer_of_any(v->work.db, p->id);
	bool owes = answer_is_owed_by(v->work.db, v->work.who, p->id);
	if (view->own || owes)
		view->answer = clock_words(v, a);
	view->owed = owes && a.due_at && !a.answered_at;
	if (view->owed)
		view->phrases = answer_phrases(&v->work);
	if (view->own)
		add_readers(v, view);
	return view;
}

static bool in_place(struct visit *v)
{
	return request_header(v->in, "HX-Request") && text_same(visit_field(v, "back"), "answers");
}

static enum outcome unprocessed(struct visit *v, struct point_id id, const struct remark_text *said)
{
	if (v->face == JSON)
		return INVALID;
	if (in_place(v))
		return answer_refused_part(v, id, said);
	enum outcome outcome = point_show_with(v, id, said);
	v->out->status = 422;
	return outcome;
}

static bool from_form(struct visit *v, struct remark_text *said)
{
	*said = (struct remark_text){ .to = { visit_number(v, "to") },
		.text = visit_field(v, "text"),
		.whom = visit_field(v, "whom"),
		.until = visit_field(v, "until") };
	return remark_kind_parse(visit_field(v, "kind"), &said->kind);
}

static bool from_json(struct visit *v, struct remark_text *said)
{
	struct json_problem problem;
	const struct json *j = json_parse(v->work.arena, v->in->body, v->in->body_len, &problem);
	if (!j) {
		fault_add_at(&v->work.faults, problem.line, problem.column, problem.message);
		return false;
	}
	const char *kind = json_get_text(j, "kind"), *text = json_get_text(j, "text");
	*said = (struct remark_text){ .to = { json_get_number(j, "to", 0) },
		.text = text ? text : "",
		.whom = json_get_text(j, "whom"),
		.until = json_get_text(j, "until") };
	return remark_kind_parse(kind ? kind : "comment", &said->kind);
}

static enum outcome answer_one(struct visit *v, struct remark_id id, int status)
{
	work_refresh(&v->work);
	const struct remark *r = remark_get(v->work.db, v->work.who, id);
	if (!r)
		return NOT_FOUND;
	struct mentions named = mention_of_remark_any(v->work.db, id);
	struct json_writer j = visit_json(v, status);
	remark_json(&j, r, &named);
	return DONE;
}

/* Back to the list of what waits, if it was answered there. */
static enum outcome back(struct visit *v, struct point_id point, struct remark_id id)
{
	if (in_place(v))
		return answer_given_part(v, point, id);
	if (text_same(visit_field(v, "back"), "answers"))
		return visit_see_other(v, "/answers?said=answered");
	return visit_see_other(v, arena_format(v->work.arena, "/points/%ld?said=remarked#r%ld",
					  (long)point.n, (long)id.n));
}

enum outcome remark_post(struct visit *v)
{
	struct point_id point = { v->arg[0] };
	struct remark_text said;
	struct remark_id id;
	if (!point_get(v->work.db, v->work.who, point))
		return NOT_FOUND;
	if (!(v->face == JSON ? from_json(v, &said) : from_form(v, &said))) {
		if (!v->work.faults.count)
			fault_add(&v->work.faults, "kind",
				_("Choose what it is: comment, why, answer or advice."));
		return v->face == JSON ? INVALID : unprocessed(v, point, &said);
	}
	enum outcome outcome = remark_say(&v->work, point, &said, &id);
	if (outcome == INVALID)
		return unprocessed(v, point, &said);
	if (outcome != DONE)
		return outcome;
	return v->face == JSON ? answer_one(v, id, 201) : back(v, point, id);
}

enum outcome remark_list(struct visit *v)
{
	const struct point *p = point_get(v->work.db, v->work.who, (struct point_id){ v->arg[0] });
	if (!p)
		return NOT_FOUND;
	struct remarks all = remark_of_point(v->work.db, v->work.who, p->id);
	struct json_writer j = visit_json(v, 200);
	json_begin_object(&j);
	json_key_array(&j, "items");
	LIST_EACH (const struct remark, r, &all) {
		struct mentions named = mention_of_remark_any(v->work.db, r->id);
		remark_json(&j, r, &named);
	}
	json_end(&j);
	json_key_text(&j, "next", NULL);
	json_end(&j);
	return DONE;
}

/* What one may do to a remark that stands; its point is where the page goes on. */
static enum outcome done(struct visit *v, enum outcome outcome, struct point_id point)
{
	struct remark_id id = { v->arg[0] };
	if (outcome != DONE)
		return outcome;
	return v->face == JSON ? answer_one(v, id, 200) : back(v, point, id);
}

static struct point_id point_of(struct visit *v)
{
	const struct remark *r =
		remark_get(v->work.db, v->work.who, (struct remark_id){ v->arg[0] });
	return r ? r->point : (struct point_id){ 0 };
}

enum outcome remark_edit_post(struct visit *v)
{
	struct remark_text said = { .text = "" };
	if (v->face == JSON && !from_json(v, &said))
		return INVALID;
	const char *text = v->face == JSON ? said.text : visit_field(v, "text");
	return done(v, remark_change(&v->work, (struct remark_id){ v->arg[0] }, text), point_of(v));
}

enum outcome remark_strike_post(struct visit *v)
{
	return done(v, remark_take_back(&v->work, (struct remark_id){ v->arg[0] }), point_of(v));
}

enum outcome remark_rise_post(struct visit *v)
{
	bool rises = text_same(visit_field(v, "rises"), "1");
	return done(v, remark_raise(&v->work, (struct remark_id){ v->arg[0] }, rises), point_of(v));
}

enum outcome remark_rise_api(struct visit *v)
{
	bool rises = v->in->method == PUT;
	return done(v, remark_raise(&v->work, (struct remark_id){ v->arg[0] }, rises), point_of(v));
}
