/* Tasks by programs. */
#include "base/list.h"
#include "cursor.h"
#include "meeting_api.h"
#include "meeting_handlers.h"
#include "rules/report_text.h"
#include "version.h"
#include "views/task.h"

static enum outcome answer(struct visit *v, struct task_id id, int status)
{
	work_refresh(&v->work);
	struct db *db = v->work.db;
	const struct task *task = task_get(db, v->work.who, id);
	if (!task)
		return NOT_FOUND;
	struct task_people people = task_people_any(db, task);
	struct points points = task_points(db, v->work.who, task);
	struct meetings meetings = meeting_of_task(db, v->work.who, id);
	version_tell(v, task->version);
	struct json_writer j = visit_json(v, status);
	task_json_whole(&j, v->work.arena, task, &people, &points, &meetings);
	return DONE;
}

enum outcome task_api_get(struct visit *v)
{
	return answer(v, (struct task_id){ v->arg[0] }, 200);
}

enum outcome task_api_list(struct visit *v)
{
	int64_t before, limit;
	if (!cursor_read(v, "tasks", &before, &limit))
		return INVALID;
	struct tasks all = task_page(v->work.db, v->work.who, before, limit + 1);
	bool more = all.count > (size_t)limit;
	all.count = more ? (size_t)limit : all.count;
	struct json_writer j = visit_json(v, 200);
	json_begin_object(&j);
	json_key_array(&j, "items");
	LIST_EACH (const struct task, k, &all)
		task_json(&j, v->work.arena, k);
	json_end(&j);
	json_key_text(
		&j, "next", more ? cursor_make(v, "tasks", all.items[all.count - 1].id.n) : NULL);
	json_end(&j);
	return DONE;
}

/* Over what `old` has. */
static struct task_input read_input(struct visit *v, const struct json *j, const struct task *old)
{
	struct arena *a = v->work.arena;
	const char *name = json_get_text(j, "name"), *from = json_get_text(j, "from");
	const char *to = json_get_text(j, "to");
	struct task_input in = { .team = { json_get_number(j, "unit", v->work.who->team.n) },
		.name = name  ? name
			: old ? old->name
			      : "",
		.from = from  ? from
			: old ? report_text_day_name(a, old->from)
			      : NULL,
		.to = to               ? to
		      : old && old->to ? report_text_day_name(a, old->to)
				       : NULL,
		.base_version = version_asked(v, -1) };
	const struct json *named = json_get(j, "people");
	struct task_people there = { 0 };
	if (old && !named)
		there = task_people_any(v->work.db, old);
	struct person_id *people =
		ARENA_MANY(a, struct person_id, json_count(named) + there.count + 1);
	for (size_t i = 0; i < json_count(named); i++)
		people[in.count++].n = json_as_number(json_at(named, i), 0);
	LIST_EACH (const struct task_person, p, &there)
		if (p->in)
			people[in.count++] = p->person;
	in.people = people;
	return in;
}

enum outcome task_api_add(struct visit *v)
{
	struct task_id id;
	const struct json *j = meeting_api_body(v);
	if (!j)
		return INVALID;
	struct task_input in = read_input(v, j, NULL);
	enum outcome outcome = task_open(&v->work, &in, &id);
	return outcome == DONE ? answer(v, id, 201) : outcome;
}

static enum outcome done(struct visit *v, enum outcome outcome)
{
	struct task_id id = { v->arg[0] };
	if (outcome != STALE)
		return outcome == DONE ? answer(v, id, 200) : outcome;
	work_refresh(&v->work);
	const struct task *now = task_get(v->work.db, v->work.who, id);
	return version_stale(v, now ? now->version : 0, v->in->body, now ? now->review : NULL);
}

enum outcome task_api_put(struct visit *v)
{
	const struct task *old = task_get(v->work.db, v->work.who, (struct task_id){ v->arg[0] });
	if (!old)
		return NOT_FOUND;
	const struct json *j = meeting_api_body(v);
	if (!j)
		return INVALID;
	struct task_input in = read_input(v, j, old);
	return done(v, task_change(&v->work, old->id, &in));
}

enum outcome task_api_close(struct visit *v)
{
	struct task_id id = { v->arg[0] };
	const struct task *old = task_get(v->work.db, v->work.who, id);
	if (!old)
		return NOT_FOUND;
	if (!task_may_close(&v->work, v->work.db, old))
		return FORBIDDEN;
	const struct json *j = meeting_api_body(v);
	if (!j)
		return INVALID;
	enum task_outcome how;
	const char *review = json_get_text(j, "review");
	if (!task_outcome_parse(json_get_text(j, "outcome"), &how)) {
		fault_add(&v->work.faults, "outcome", _("Write success, mixed or failure."));
		return INVALID;
	}
	return done(v, task_finish(&v->work, id, how, review ? review : "", version_asked(v, -1)));
}

enum outcome task_api_reopen(struct visit *v)
{
	return done(v, task_reopen(&v->work, (struct task_id){ v->arg[0] }));
}
