/* Keeping the reading path: what stands on it, in which order. */
#include <stdlib.h>

#include "base/list.h"
#include "base/text.h"
#include "path.h"
#include "playbook_handlers.h"
#include "rules/path.h"
#include "templates.h"

enum { STORIES = 100 };

static enum outcome form(struct visit *v, enum outcome why)
{
	struct path_items all = path_items_any(v->work.db, (struct person_id){ 0 });
	struct path_edit_view view = { .chrome = &v->chrome, .faults = v->work.faults };
	LIST_EACH (const struct path_item, i, &all)
		*LIST_ADD(v->work.arena, &view.lines) = (struct path_line){ .item = i };
	struct topics topics = topic_accepted(v->work.db);
	LIST_EACH (const struct topic, t, &topics)
		if (!path_find_any(v->work.db, t->id, (struct story_id){ 0 }).n)
			*LIST_ADD(v->work.arena, &view.topics) = *t;
	const struct story_filter f = { .limit = STORIES };
	bool more;
	struct stories stories = story_list(v->work.db, v->work.who, &f, &more);
	LIST_EACH (const struct story, y, &stories)
		if (!path_find_any(v->work.db, (struct topic_id){ 0 }, y->id).n)
			*LIST_ADD(v->work.arena, &view.stories) = *y;
	path_edit(visit_page(v, _("Keep the reading path")), &view);
	v->out->status = why == DONE ? 200 : outcome_status(why);
	return DONE;
}

enum outcome path_edit_show(struct visit *v)
{
	return path_may_tend(v->work.who) ? form(v, DONE) : FORBIDDEN;
}

static enum outcome done(struct visit *v, int status)
{
	if (v->face == PAGE)
		return visit_see_other(v, "/path/edit?said=saved");
	work_refresh(&v->work);
	enum outcome outcome = path_show(v);
	if (outcome == DONE)
		v->out->status = status;
	return outcome;
}

/* page=topic/5 or story/3 of the form; {"topic": 5} or {"story": 3}, "note"?. */
enum outcome path_add_post(struct visit *v)
{
	struct topic_id topic = { 0 };
	struct story_id story = { 0 };
	struct path_id id;
	const char *note;
	if (v->face == PAGE) {
		const char *page = visit_field(v, "page");
		note = visit_field(v, "note");
		if (text_starts(page, "topic/"))
			topic.n = strtoll(page + strlen("topic/"), NULL, 10);
		else if (text_starts(page, "story/"))
			story.n = strtoll(page + strlen("story/"), NULL, 10);
	} else {
		struct json_problem problem;
		const struct json *j =
			json_parse(v->work.arena, v->in->body, v->in->body_len, &problem);
		if (!j) {
			fault_add_at(
				&v->work.faults, problem.line, problem.column, problem.message);
			return INVALID;
		}
		topic.n = json_get_number(j, "topic", 0);
		story.n = json_get_number(j, "story", 0);
		note = json_get_text(j, "note");
	}
	enum outcome outcome = path_add(&v->work, topic, story, note, &id);
	if (v->face == PAGE && (outcome == INVALID || outcome == CONFLICT))
		return form(v, outcome);
	return outcome == DONE ? done(v, 201) : outcome;
}

enum outcome path_remove_post(struct visit *v)
{
	enum outcome outcome = path_take_out(&v->work, (struct path_id){ v->arg[0] });
	return outcome == DONE ? done(v, 200) : outcome;
}

enum outcome path_move_post(struct visit *v)
{
	enum outcome outcome = path_move(
		&v->work, (struct path_id){ v->arg[0] }, text_same(visit_field(v, "to"), "up"));
	return outcome == DONE ? done(v, 200) : outcome;
}

/* {"items": [3, 1, 2]} */
enum outcome path_order_put(struct visit *v)
{
	struct json_problem problem;
	const struct json *j = json_parse(v->work.arena, v->in->body, v->in->body_len, &problem);
	if (!j) {
		fault_add_at(&v->work.faults, problem.line, problem.column, problem.message);
		return INVALID;
	}
	const struct json *items = json_get(j, "items");
	size_t n = json_count(items);
	struct path_id *ids = ARENA_MANY(v->work.arena, struct path_id, n + 1);
	for (size_t i = 0; i < n; i++)
		ids[i].n = json_as_number(json_at(items, i), 0);
	enum outcome outcome = path_order(&v->work, ids, n);
	return outcome == DONE ? done(v, 200) : outcome;
}
