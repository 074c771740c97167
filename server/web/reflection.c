/* Reflections by the API. */
#include "reflection.h"

#include "base/text.h"
#include "handlers.h"
#include "version.h"

struct reflection_view reflection_view_of(struct visit *v, const struct reflection *r)
{
	bool own = r->person.n == v->work.who->person.n;
	return (struct reflection_view){ .chrome = &v->chrome,
		.reflection = r,
		.week = week_name(v->work.arena, r->week),
		.date = visit_date(v, r->submitted_at),
		.points = reflection_points(&v->work, r),
		.own = own };
}

enum outcome reflection_show(struct visit *v)
{
	if (v->face == PAGE)
		return reflection_page(v);
	struct reflection_view view;
	const struct reflection *r = reflection_here(v, &view);
	if (!r)
		return NOT_FOUND;
	if (visit_wants(v, "text/markdown")) {
		if (!reflection_may_read(&v->work, r))
			return FORBIDDEN;
		version_tell(v, r->version);
		response_header(v->out, "Content-Type", "text/markdown; charset=utf-8");
		out_text(&v->out->body, reflection_text_any(v->work.db, r->id, 0));
		return DONE;
	}
	version_tell(v, r->version);
	struct json_writer j = visit_json(v, 200);
	reflection_json(&j, &view);
	return DONE;
}

static enum outcome both_texts(
	struct visit *v, const struct reflection_text *text, struct reflection_id edits)
{
	work_refresh(&v->work);
	const struct reflection *r =
		edits.n ? reflection_get_any(v->work.db, edits)
			: reflection_weekly_any(v->work.db, v->work.who->person, text->week);
	return version_stale(v, r ? r->version : 0, reflection_text_print(v->work.arena, text),
		r ? reflection_text_any(v->work.db, r->id, 0) : NULL);
}

static enum outcome submit(
	struct visit *v, const struct reflection_rules *rules, struct reflection_id edits)
{
	if (!form_is("text/markdown", v->in->content_type)) {
		v->out->status = 415;
		return INVALID;
	}
	if (v->in->body_len > REFLECTION_MAX_BYTES) {
		v->out->status = 413;
		return INVALID;
	}
	struct reflection_text text;
	if (!reflection_text_parse(
		    v->work.arena, v->in->body, v->in->body_len, rules, &text, &v->work.faults))
		return INVALID;
	const struct submission s = {
		.text = &text, .edits = edits, .base_version = version_asked(v, 0), .via = VIA_API
	};
	struct reflection_id id;
	bool created;
	enum outcome outcome = reflection_submit(&v->work, &s, &id, &created);
	if (outcome == STALE)
		return both_texts(v, &text, edits);
	if (outcome != DONE)
		return outcome;
	work_refresh(&v->work);
	struct reflection_view view = reflection_view_of(v, reflection_get_any(v->work.db, id));
	version_tell(v, view.reflection->version);
	struct json_writer j = visit_json(v, created ? 201 : 200);
	reflection_json(&j, &view);
	return DONE;
}

/* A reflection stays what it was: its week's, or its task's; the text may leave that unsaid. */
static enum outcome put_numbered(
	struct visit *v, struct reflection_rules *rules, struct reflection_id id)
{
	const struct reflection *r = reflection_get_any(v->work.db, id);
	if (!r || r->person.n != v->work.who->person.n)
		return NOT_FOUND;
	if (r->task) {
		rules->task_only = true;
		rules->task = r->task;
		return submit(v, rules, id);
	}
	rules->has_expected = true;
	rules->expected = r->week;
	return submit(v, rules, (struct reflection_id){ 0 });
}

enum outcome reflection_put(struct visit *v)
{
	struct reflection_rules rules = reflection_rules_now(&v->work);
	rules.has_expected = week_parse(v->word, &rules.expected);
	if (rules.has_expected)
		return submit(v, &rules, (struct reflection_id){ 0 });
	int64_t number = 0;
	for (const char *p = v->word; *p; p++) {
		if (*p < '0' || *p > '9' || number > INT32_MAX)
			return NOT_FOUND;
		number = number * 10 + (*p - '0');
	}
	return put_numbered(v, &rules, (struct reflection_id){ number });
}

enum outcome reflection_post(struct visit *v)
{
	struct reflection_rules rules = reflection_rules_now(&v->work);
	rules.task_only = true;
	return submit(v, &rules, (struct reflection_id){ 0 });
}
