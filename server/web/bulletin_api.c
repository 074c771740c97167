/* Putting a bulletin together, for programs. */
#include <string.h>

#include "base/list.h"
#include "base/text.h"
#include "bulletin.h"
#include "bulletin_handlers.h"
#include "version.h"

/* The object in the body, {} if there is no body; NULL with a fault, or with 415. */
static const struct json *body_of(struct visit *v)
{
	struct json_problem problem;
	bool empty = v->in->body_len == 0;
	if (!empty && !form_is("application/json", v->in->content_type)) {
		v->out->status = 415;
		return NULL;
	}
	const struct json *j = json_parse(
		v->work.arena, empty ? "{}" : v->in->body, empty ? 2 : v->in->body_len, &problem);
	if (j && json_kind(j) == JSON_OBJECT_VALUE)
		return j;
	if (j)
		fault_add(&v->work.faults, NULL, _("Send one JSON object."));
	else
		fault_add_at(&v->work.faults, problem.line, problem.column, problem.message);
	return NULL;
}

static const char *word(const struct json *body, const char *key)
{
	const char *s = json_get_text(body, key);
	return s ? s : "";
}

static enum outcome then_draft(struct visit *v, enum outcome outcome, struct bulletin_id id)
{
	if (outcome != DONE)
		return outcome;
	work_refresh(&v->work);
	return bulletin_show_draft(v, id, v->in->method == POST && !v->arg[0] ? 201 : 200);
}

/* {"week": "2026-W47"}; without it, the week whose bulletin is being made. */
enum outcome bulletin_api_start(struct visit *v)
{
	const struct json *body = body_of(v);
	struct week week = bulletin_clock_now(&v->work).week;
	struct bulletin_id id = { 0 };
	if (!body)
		return INVALID;
	if (*word(body, "week") && !week_parse(word(body, "week"), &week)) {
		fault_add(&v->work.faults, "week", _("Write a week like 2026-W47."));
		return INVALID;
	}
	return then_draft(v, bulletin_start(&v->work, week, &id), id);
}

/* [{"type": "point", "id": 12, "comment": "…"}] */
static bool read_items(struct visit *v, const struct json *list, struct bulletin_comments *items)
{
	for (size_t i = 0; i < json_count(list); i++) {
		const struct json *one = json_at(list, i);
		enum piece_kind kind;
		int64_t noun = json_get_number(one, "id", 0);
		if (!piece_kind_parse(word(one, "type"), &kind) || noun <= 0) {
			fault_add(&v->work.faults, "items",
				_("Each item has a type (point, synthesis, story, answer) and an "
				  "id."));
			return false;
		}
		*LIST_ADD(v->work.arena, items) =
			(struct bulletin_comment){ kind, noun, word(one, "comment") };
	}
	return true;
}

/* Title, frame_md, rules_md, publish_at, items: what is not named stays. */
enum outcome bulletin_api_put(struct visit *v)
{
	const struct json *body = body_of(v), *items = json_get(body, "items");
	struct bulletin_id id = { v->arg[0] };
	struct bulletin_comments carries = { 0 };
	struct bulletin_edit e = { .id = id };
	if (!body || !read_items(v, items, &carries))
		return bulletin_get(v->work.db, v->work.who, id) ? INVALID
		       : bulletin_edition_get(v->work.db, id, 0) ? FORBIDDEN
								 : NOT_FOUND;
	e.title = json_get_text(body, "title");
	e.frame = json_get_text(body, "frame_md");
	e.rules = json_get_text(body, "rules_md");
	e.publish_at = json_get_number(body, "publish_at",
		json_kind(json_get(body, "publish_at")) == JSON_NULL_VALUE ? 0 : -1);
	e.carries = items ? &carries : NULL;
	e.base_version = version_asked(v, json_get_number(body, "version", -1));
	return then_draft(v, bulletin_save(&v->work, &e), id);
}

/* {"note": "…"}: of a correction, what it corrects. */
enum outcome bulletin_api_publish(struct visit *v)
{
	const struct json *body = body_of(v);
	struct bulletin_id id = { v->arg[0] };
	if (!body)
		return INVALID;
	enum outcome outcome = bulletin_publish(&v->work, id, word(body, "note"));
	if (outcome != DONE)
		return outcome;
	work_refresh(&v->work);
	return bulletin_show(v);
}

enum outcome bulletin_api_correct(struct visit *v)
{
	struct bulletin_id id = { v->arg[0] };
	return then_draft(v, bulletin_correct(&v->work, id), id);
}

enum outcome bulletin_api_discard(struct visit *v)
{
	enum outcome outcome = bulletin_discard(&v->work, (struct bulletin_id){ v->arg[0] });
	if (outcome == DONE)
		v->out->status = 204;
	return outcome;
}
