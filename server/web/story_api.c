/* Stories by programs: the whole file in, JSON out. */
#include "base/text.h"
#include "handlers.h"
#include "story.h"

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

static enum outcome stale(struct visit *v, struct story_id id)
{
	work_refresh(&v->work);
	const struct story *s = story_get_any(v->work.db, id);
	response_header(v->out, "ETag", arena_format(v->work.arena, "\"%ld\"", (long)s->version));
	struct json_writer j = visit_json(v, 412);
	json_begin_object(&j);
	json_key_text(&j, "type", "about:blank");
	json_key_text(&j, "title", _("Changed meanwhile"));
	json_key_number(&j, "status", 412);
	json_key_text(&j, "detail",
		_("Another version is there than the one you name. Both texts are here: decide, "
		  "and send it again with the new ETag."));
	json_key_number(&j, "version", s->version);
	json_key_text(&j, "theirs", story_file(v, id));
	json_key_text(&j, "yours", v->in->body);
	json_key_array(&j, "errors");
	json_end(&j);
	json_end(&j);
	return DONE;
}

static enum outcome save(struct visit *v, struct story_id edits)
{
	if (!form_is("text/markdown", v->in->content_type)) {
		v->out->status = 415;
		return INVALID;
	}
	struct story_text text;
	if (!story_text_parse(v->work.arena, v->in->body, v->in->body_len, &text, &v->work.faults))
		return INVALID;
	const struct story_input in = {
		.text = &text, .edits = edits, .base_version = if_match(v)
	};
	struct story_id id;
	enum outcome outcome = story_save(&v->work, &in, &id);
	if (outcome == STALE)
		return stale(v, edits);
	if (outcome != DONE)
		return outcome;
	work_refresh(&v->work);
	const struct story *s = story_get_any(v->work.db, id);
	const struct story_view view = story_view_of(v, s);
	response_header(v->out, "ETag", arena_format(v->work.arena, "\"%ld\"", (long)s->version));
	struct json_writer j = visit_json(v, edits.n ? 200 : 201);
	story_json_whole(&j, &view);
	return DONE;
}

enum outcome story_api_add(struct visit *v)
{
	return story_may_start(v->work.who) ? save(v, (struct story_id){ 0 }) : FORBIDDEN;
}

enum outcome story_api_put(struct visit *v)
{
	const struct story *s = story_get(v->work.db, v->work.who, (struct story_id){ v->arg[0] });
	if (!s)
		return NOT_FOUND;
	return story_may_write(v->work.db, v->work.who, s) ? save(v, s->id) : FORBIDDEN;
}
