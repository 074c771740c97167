/* What changed in a story from version to version, for those who may write it. */
#include "base/list.h"
#include "handlers.h"
#include "story.h"
#include "templates.h"

enum outcome story_version_show(struct visit *v)
{
	const struct story *s = story_get(v->work.db, v->work.who, (struct story_id){ v->arg[0] });
	if (!s)
		return NOT_FOUND;
	if (!story_may_write(v->work.db, v->work.who, s))
		return FORBIDDEN;
	int64_t number = v->arg[1] ? v->arg[1] : s->version;
	const struct story_version *this = story_version_any(v->work.db, s->id, number);
	if (!this)
		return NOT_FOUND;
	const struct story_version *before =
		number > 1 ? story_version_any(v->work.db, s->id, number - 1) : NULL;
	struct story_version_view view = { .chrome = &v->chrome,
		.story = s,
		.number = number,
		.before = before ? before->number : 0,
		.diff = diff_texts(v->work.arena, before ? before->text : this->text, this->text),
		.by = this->by,
		.time = visit_time(v, this->saved_at) };
	struct story_versions all = story_versions_any(v->work.db, s->id);
	LIST_EACH (const struct story_version, x, &all)
		*LIST_ADD(v->work.arena, &view.all) =
			(struct story_version_line){ x->number, x->by, visit_time(v, x->saved_at) };
	story_version_page(visit_page(v, s->title), &view);
	return DONE;
}
