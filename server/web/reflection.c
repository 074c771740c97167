/* Reflections by the API, and the page of one. */
#include "rules/reflection.h"

#include "base/text.h"
#include "handlers.h"
#include "store/point.h"
#include "templates.h"
#include "views/reflection.h"

static struct reflection_view view_of(struct visit *v, const struct reflection *r)
{
	return (struct reflection_view){ .chrome = &v->chrome,
		.reflection = r,
		.week = week_name(v->work.arena, r->week),
		.date = visit_date(v, r->submitted_at),
		.points = point_of_reflection(v->work.db, v->work.who, r->id),
		.own = r->person.n == v->work.who->person.n };
}

static enum outcome show_markdown(struct visit *v, const struct reflection *r)
{
	if (r->person.n != v->work.who->person.n)
		return FORBIDDEN;
	response_header(v->out, "Content-Type", "text/markdown; charset=utf-8");
	out_text(&v->out->body, reflection_text_any(v->work.db, r->id, 0));
	return DONE;
}

enum outcome reflection_show(struct visit *v)
{
	const struct reflection *r =
		reflection_get(v->work.db, v->work.who, (struct reflection_id){ v->arg[0] });
	if (!r)
		return NOT_FOUND;
	struct reflection_view view = view_of(v, r);
	response_header(v->out, "ETag", arena_format(v->work.arena, "\"%ld\"", (long)r->version));
	if (v->face == PAGE) {
		reflection(visit_page(v, view.week), &view);
		return DONE;
	}
	if (visit_wants(v, "text/markdown"))
		return show_markdown(v, r);
	struct json_writer j = visit_json(v, 200);
	reflection_json(&j, &view);
	return DONE;
}

/* The version of If-Match: "3"; 0: none was sent. */
static int64_t if_match(struct visit *v)
{
	const char *s = request_header(v->in, "If-Match");
	int64_t n = 0;
	for (; s && *s; s++)
		if (*s >= '0' && *s <= '9' && n < INT32_MAX)
			n = n * 10 + (*s - '0');
	return n;
}

static enum outcome submit(
	struct visit *v, const struct reflection_rules *rules, struct reflection_id edits)
{
	if (!form_is("text/markdown", v->in->content_type)) {
		v->out->status = 415;
		return INVALID;
	}
	struct reflection_text text;
	if (!reflection_text_parse(
		    v->work.arena, v->in->body, v->in->body_len, rules, &text, &v->work.faults))
		return INVALID;
	const struct submission s = {
		.text = &text, .edits = edits, .base_version = if_match(v), .via = VIA_API
	};
	struct reflection_id id;
	bool created;
	enum outcome outcome = reflection_submit(&v->work, &s, &id, &created);
	if (outcome != DONE)
		return outcome;
	work_refresh(&v->work);
	struct reflection_view view = view_of(v, reflection_get_any(v->work.db, id));
	response_header(v->out, "ETag",
		arena_format(v->work.arena, "\"%ld\"", (long)view.reflection->version));
	struct json_writer j = visit_json(v, created ? 201 : 200);
	reflection_json(&j, &view);
	return DONE;
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
	return submit(v, &rules, (struct reflection_id){ number });
}

enum outcome reflection_post(struct visit *v)
{
	struct reflection_rules rules = reflection_rules_now(&v->work);
	rules.task_only = true;
	return submit(v, &rules, (struct reflection_id){ 0 });
}
