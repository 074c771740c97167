/* Who told a story to whom. */
#include "base/list.h"
#include "base/text.h"
#include "cursor.h"
#include "handlers.h"
#include "playbook_handlers.h"
#include "rules/script.h"
#include "store/story.h"
#include "views/script.h"

enum outcome telling_list_show(struct visit *v)
{
	const struct story *s = story_get(v->work.db, v->work.who, (struct story_id){ v->arg[0] });
	struct telling_id before;
	int64_t limit;
	if (!s)
		return NOT_FOUND;
	if (!cursor_read(v, "tellings", &before.n, &limit))
		return INVALID;
	struct tellings all = telling_list(v->work.db, v->work.who, s->id, before.n, limit + 1);
	struct telling_sum sum = telling_sum_any(v->work.db, s->id);
	bool more = all.count > (size_t)limit;
	all.count -= more;
	struct json_writer j = visit_json(v, 200);
	json_begin_object(&j);
	json_key_number(&j, "times", sum.times);
	json_key_number(&j, "listeners", sum.listeners);
	json_key_array(&j, "items");
	LIST_EACH (const struct telling, x, &all)
		telling_json(&j, v->work.arena, x);
	json_end(&j);
	json_key_text(&j, "next",
		more ? cursor_make(v, "tellings", all.items[all.count - 1].id.n) : NULL);
	json_end(&j);
	return DONE;
}

static bool read_telling(struct visit *v, struct telling_text *said)
{
	if (v->face == PAGE) {
		*said = (struct telling_text){ visit_field(v, "whom"), visit_field(v, "day"),
			visit_field(v, "listeners"), { visit_number(v, "meeting") } };
		return true;
	}
	struct json_problem problem;
	const struct json *j = json_parse(v->work.arena, v->in->body, v->in->body_len, &problem);
	if (!j) {
		fault_add_at(&v->work.faults, problem.line, problem.column, problem.message);
		return false;
	}
	*said = (struct telling_text){ json_get_text(j, "whom"), json_get_text(j, "day"),
		arena_format(v->work.arena, "%ld", (long)json_get_number(j, "listeners", 0)),
		{ json_get_number(j, "meeting", 0) } };
	return true;
}

enum outcome telling_post(struct visit *v)
{
	const struct story_id story = { v->arg[0] };
	struct telling_text said;
	struct telling_id id;
	if (!read_telling(v, &said))
		return INVALID;
	enum outcome outcome = telling_record(&v->work, story, &said, &id);
	if (v->face == PAGE && outcome == INVALID) {
		outcome = story_show(v);
		v->out->status = 422;
		return outcome;
	}
	if (outcome != DONE)
		return outcome;
	if (v->face == PAGE)
		return visit_see_other(v,
			arena_format(v->work.arena, "/stories/%ld?said=told#told", (long)story.n));
	work_refresh(&v->work);
	struct json_writer j = visit_json(v, 201);
	telling_json(&j, v->work.arena, telling_get(v->work.db, v->work.who, id));
	return DONE;
}

enum outcome telling_withdraw_post(struct visit *v)
{
	const struct telling_id id = { v->arg[0] };
	const struct telling *x = telling_get(v->work.db, v->work.who, id);
	enum outcome outcome = telling_take_back(&v->work, id);
	if (outcome != DONE)
		return outcome;
	if (v->face == PAGE)
		return visit_see_other(
			v, arena_format(v->work.arena, "/stories/%ld?said=use-withdrawn#told",
				   (long)x->story.n));
	v->out->status = 204;
	return DONE;
}
