/* "I used this": on points, stories and the pages of topics. */
#include "use.h"

#include "base/list.h"
#include "base/text.h"
#include "cursor.h"
#include "rules/report_text.h"
#include "rules/use.h"
#include "store/point.h"
#include "store/story.h"
#include "store/topic_list.h"
#include "templates.h"
#include "use_handlers.h"
#include "views/topic.h"

/* What the address names; its title, NULL: not for this viewer. */
static const char *subject_of(struct visit *v, struct use_subject *s)
{
	const char *path = v->route->path + (v->face == JSON ? strlen("/api") : 0);
	s->id = v->arg[0];
	if (text_starts(path, "/points")) {
		const struct point *p =
			point_get(v->work.db, v->work.who, (struct point_id){ s->id });
		s->noun = USE_POINT;
		return p ? p->headline : NULL;
	}
	if (text_starts(path, "/stories")) {
		const struct story *y =
			story_get(v->work.db, v->work.who, (struct story_id){ s->id });
		s->noun = USE_STORY;
		return y ? y->title : NULL;
	}
	const struct topic *t = topic_known(v->work.db, v->work.who, (struct topic_id){ s->id });
	s->noun = USE_TOPIC;
	return t && t->id.n == s->id ? topic_name(t) : NULL;
}

static const char *title_of(struct visit *v, struct use_subject s)
{
	const struct point *p;
	const struct story *y;
	const struct topic *t;
	switch (s.noun) {
	case USE_POINT:
		p = point_get(v->work.db, v->work.who, (struct point_id){ s.id });
		return p ? p->headline : "";
	case USE_STORY:
		y = story_get(v->work.db, v->work.who, (struct story_id){ s.id });
		return y ? y->title : "";
	case USE_TOPIC:
		t = topic_known(v->work.db, v->work.who, (struct topic_id){ s.id });
		return t ? topic_name(t) : "";
	}
	return "";
}

static enum outcome tell_one(struct visit *v, struct use_id id, int status)
{
	work_refresh(&v->work);
	const struct use *u = use_get(v->work.db, v->work.who, id);
	if (!u)
		return NOT_FOUND;
	struct json_writer j = visit_json(v, status);
	use_json(&j, u);
	return DONE;
}

enum outcome use_show(struct visit *v)
{
	const struct use *u = use_get(v->work.db, v->work.who, (struct use_id){ v->arg[0] });
	if (!u)
		return NOT_FOUND;
	struct json_writer j = visit_json(v, 200);
	use_json(&j, u);
	return DONE;
}

static void list_json(struct visit *v, const struct use_view *view)
{
	struct evidence e = evidence_of_any(v->work.db, view->subject);
	struct json_writer j = visit_json(v, 200);
	json_begin_object(&j);
	use_json_evidence(&j, &e);
	json_key_array(&j, "items");
	LIST_EACH (const struct use_line, l, &view->lines)
		use_json(&j, l->use);
	json_end(&j);
	json_key_text(&j, "next", view->next);
	json_end(&j);
}

enum outcome use_list_show(struct visit *v)
{
	struct use_subject s;
	struct use_id before;
	int64_t limit;
	const char *title = subject_of(v, &s);
	if (!title)
		return NOT_FOUND;
	if (!cursor_read(v, "uses", &before.n, &limit))
		return v->face == JSON ? INVALID : NOT_FOUND;
	struct use_view *view = use_gather_none(v, s, title);
	view->whole = true;
	view->open = text_same(visit_query(v, "tell"), "1");
	use_gather_lines(v, view, before, limit);
	if (v->face == JSON)
		list_json(v, view);
	else
		use_list_page(visit_page(v, title), view);
	return DONE;
}

static struct use_text from_form(struct visit *v)
{
	return (struct use_text){ .effect = visit_field(v, "effect"),
		.text = visit_field(v, "text"),
		.conditions = visit_field(v, "conditions"),
		.customer = visit_field(v, "customer"),
		.day = visit_field(v, "day"),
		.anonymous = text_same(visit_field(v, "anonymous"), "1") };
}

static bool from_json(struct visit *v, struct use_text *said)
{
	struct json_problem problem;
	const struct json *j = json_parse(v->work.arena, v->in->body, v->in->body_len, &problem);
	if (!j) {
		fault_add_at(&v->work.faults, problem.line, problem.column, problem.message);
		return false;
	}
	*said = (struct use_text){ .effect = json_get_text(j, "effect"),
		.text = json_get_text(j, "text"),
		.conditions = json_get_text(j, "conditions"),
		.customer = json_get_text(j, "customer"),
		.day = json_get_text(j, "day"),
		.anonymous = json_get_bool(j, "anonymous", v->work.who->anonymous) };
	return true;
}

/* The page of the thing's uses again, with what was typed and what is wrong with it. */
static enum outcome again(struct visit *v, struct use_subject s, struct use_id of,
	const struct use_text *said, enum outcome outcome)
{
	if (v->face == JSON)
		return outcome;
	struct use_view *view = use_gather_none(v, s, title_of(v, s));
	view->whole = view->open = view->may_use = true;
	view->form = use_gather_form(v);
	view->form.of = of;
	view->form.effect = said->effect;
	view->form.text = said->text;
	view->form.conditions = said->conditions;
	view->form.customer = said->customer;
	view->form.day = said->day;
	view->form.anonymous = said->anonymous;
	view->form.faults = v->work.faults;
	use_list_page(visit_page(v, view->title), view);
	v->out->status = outcome == CONFLICT ? 409 : 422;
	return DONE;
}

static enum outcome back(struct visit *v, struct use_subject s, const char *said)
{
	return visit_see_other(v, arena_format(v->work.arena, "/%s/%ld?said=%s#uses",
					  use_place(s.noun), (long)s.id, said));
}

enum outcome use_post(struct visit *v)
{
	struct use_subject s;
	struct use_text said;
	struct use_id id = { 0 };
	if (!subject_of(v, &s))
		return NOT_FOUND;
	if (v->face == PAGE)
		said = from_form(v);
	else if (!from_json(v, &said))
		return INVALID;
	enum outcome outcome = use_record(&v->work, s, &said, &id);
	if (outcome == INVALID || outcome == CONFLICT)
		return again(v, s, (struct use_id){ 0 }, &said, outcome);
	if (outcome != DONE)
		return outcome;
	return v->face == JSON ? tell_one(v, id, 201) : back(v, s, "used");
}

enum outcome use_edit_show(struct visit *v)
{
	const struct use *u = use_get(v->work.db, v->work.who, (struct use_id){ v->arg[0] });
	if (!u)
		return NOT_FOUND;
	if (!u->own)
		return FORBIDDEN;
	const struct use_text now = { effect_name(u->effect), u->text,
		u->conditions ? u->conditions : "", u->customer ? u->customer : "",
		report_text_day_name(v->work.arena, u->day), u->anonymous };
	enum outcome outcome = again(v, u->subject, u->id, &now, DONE);
	v->out->status = 200;
	return outcome;
}

enum outcome use_edit_post(struct visit *v)
{
	struct use_id id = { v->arg[0] };
	const struct use *u = use_get(v->work.db, v->work.who, id);
	struct use_text said;
	if (!u)
		return NOT_FOUND;
	if (v->face == PAGE)
		said = from_form(v);
	else if (!from_json(v, &said))
		return INVALID;
	enum outcome outcome = use_rewrite(&v->work, id, &said);
	if (outcome == INVALID || outcome == CONFLICT)
		return again(v, u->subject, id, &said, outcome);
	if (outcome != DONE)
		return outcome;
	return v->face == JSON ? tell_one(v, id, 200) : back(v, u->subject, "use-changed");
}

enum outcome use_withdraw_post(struct visit *v)
{
	const struct use *u = use_get(v->work.db, v->work.who, (struct use_id){ v->arg[0] });
	if (!u)
		return NOT_FOUND;
	enum outcome outcome = use_take_back(&v->work, u->id);
	if (outcome != DONE)
		return outcome;
	if (v->face == PAGE)
		return back(v, u->subject, "use-withdrawn");
	v->out->status = 204;
	return DONE;
}
