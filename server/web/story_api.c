/* Stories by programs: the whole file in, JSON out. */
#include "base/text.h"
#include "handlers.h"
#include "story.h"
#include "version.h"

static enum outcome stale(struct visit *v, struct story_id id)
{
	work_refresh(&v->work);
	const struct story *s = story_get_any(v->work.db, id);
	return version_stale(v, s->version, v->in->body, story_file(v, id));
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
		.text = &text, .edits = edits, .base_version = version_asked(v, 0)
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
	version_tell(v, s->version);
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
