/* What changed in a text from version to version, and an older one made the newest. For those who
 * manage its unit. */
#include "base/list.h"
#include "rollup_handlers.h"
#include "rules/synthesis.h"
#include "templates.h"
#include "views/synthesis.h"
#include "views/week.h"
#include "store/synthesis.h"

static enum outcome find(struct visit *v, const struct synthesis **s)
{
	*s = synthesis_get(v->work.db, v->work.who, (struct synthesis_id){ v->arg[0] });
	if (!*s)
		return NOT_FOUND;
	return who_manages(v->work.db, v->work.who, (*s)->unit) ? DONE : FORBIDDEN;
}

static void line_json(struct json_writer *j, const struct synthesis_version *x, const char *body)
{
	json_begin_object(j);
	json_key_number(j, "number", x->number);
	json_key_number(j, "saved_at", x->saved_at);
	if (x->by)
		json_key_text(j, "by", x->by);
	if (body)
		json_key_text(j, "body_md", body);
	json_end(j);
}

enum outcome synthesis_version_list(struct visit *v)
{
	const struct synthesis *s;
	enum outcome outcome = find(v, &s);
	if (outcome != DONE)
		return outcome;
	struct synthesis_versions all = synthesis_versions_any(v->work.db, s->id);
	struct json_writer j = visit_json(v, 200);
	json_begin_object(&j);
	json_key_array(&j, "items");
	LIST_EACH (const struct synthesis_version, x, &all)
		line_json(&j, x, NULL);
	json_end(&j);
	json_key_text(&j, "next", NULL);
	json_end(&j);
	return DONE;
}

static enum outcome page(struct visit *v, const struct synthesis *s,
	const struct synthesis_versions *all, const struct synthesis_version *this,
	const char *body)
{
	struct arena *a = v->work.arena;
	const char *before = this->number > 1
				     ? synthesis_version_any(v->work.db, s->id, this->number - 1)
				     : NULL;
	struct synthesis_version_view view = { .chrome = &v->chrome,
		.synthesis = s,
		.words = week_words(a, s->week),
		.week = week_name(a, s->week),
		.number = this->number,
		.before = before ? this->number - 1 : 0,
		.by = this->by,
		.time = visit_time(v, this->saved_at),
		.diff = diff_texts(a, before ? before : body, body),
		.restores = this->number != s->version && !s->closed };
	LIST_EACH (const struct synthesis_version, x, all)
		*LIST_ADD(a, &view.all) = (struct synthesis_version_line){ x->number, x->by,
			visit_time(v, x->saved_at) };
	synthesis_version_page(visit_page(v, point_topic_name(&s->topic)), &view);
	return DONE;
}

enum outcome synthesis_version_show(struct visit *v)
{
	const struct synthesis *s;
	enum outcome outcome = find(v, &s);
	if (outcome != DONE)
		return outcome;
	struct synthesis_versions all = synthesis_versions_any(v->work.db, s->id);
	const char *body = synthesis_version_any(v->work.db, s->id, v->arg[1]);
	LIST_EACH (const struct synthesis_version, x, &all) {
		if (x->number != v->arg[1] || !body)
			continue;
		if (v->face == PAGE)
			return page(v, s, &all, x, body);
		struct json_writer j = visit_json(v, 200);
		line_json(&j, x, body);
		return DONE;
	}
	return NOT_FOUND;
}

enum outcome synthesis_version_restore(struct visit *v)
{
	const struct synthesis *s;
	enum outcome outcome = find(v, &s);
	if (outcome != DONE)
		return outcome;
	const char *body = synthesis_version_any(v->work.db, s->id, v->arg[1]);
	if (!body)
		return NOT_FOUND;
	struct synthesis_id id;
	const struct synthesis_edit e = { s->unit, s->week, s->topic.id, body, s->version };
	outcome = synthesis_save(&v->work, &e, &id);
	if (outcome != DONE)
		return outcome;
	if (v->face == PAGE)
		return visit_see_other(
			v, arena_format(v->work.arena, "/syntheses/%ld?said=saved", (long)s->id.n));
	work_refresh(&v->work);
	return synthesis_show(v);
}
