/* Meetings by programs: lists, the record, who is there, whose turn it is. */
#include "base/list.h"
#include "cursor.h"
#include "meeting.h"
#include "meeting_api.h"
#include "meeting_handlers.h"
#include "rules/minutes.h"
#include "rules/report_text.h"
#include "unit.h"
#include "version.h"

const struct json *meeting_api_body(struct visit *v)
{
	struct json_problem problem;
	const struct json *j = json_parse(v->work.arena, v->in->body, v->in->body_len, &problem);
	if (!j)
		fault_add_at(&v->work.faults, problem.line, problem.column, problem.message);
	return j;
}

enum outcome meeting_api_answer(struct visit *v, struct meeting_id id, int status)
{
	work_refresh(&v->work);
	const struct record *r = record_of(&v->work, id);
	if (!r)
		return NOT_FOUND;
	version_tell(v, r->meeting->version);
	struct json_writer j = visit_json(v, status);
	meeting_json_whole(&j, v->work.arena, r);
	return DONE;
}

enum outcome meeting_api_get(struct visit *v)
{
	struct meeting_id id = { v->arg[0] };
	if (!visit_wants(v, "text/markdown"))
		return meeting_api_answer(v, id, 200);
	const struct record *r = record_of(&v->work, id);
	if (!r)
		return NOT_FOUND;
	version_tell(v, r->meeting->version);
	response_header(v->out, "Content-Type", "text/markdown; charset=utf-8");
	out_text(&v->out->body, minutes_text(v->work.arena, r));
	return DONE;
}

enum outcome meeting_api_list(struct visit *v)
{
	int64_t before, limit;
	struct unit_id unit = { 0 };
	if (!cursor_read(v, "meetings", &before, &limit))
		return INVALID;
	if (*visit_query(v, "unit")) {
		const struct unit *u = unit_named(v, visit_query(v, "unit"));
		unit.n = u ? u->id.n : -1;
	}
	struct meetings all = meeting_list(v->work.db, v->work.who, unit, before, limit + 1);
	bool more = all.count > (size_t)limit;
	all.count = more ? (size_t)limit : all.count;
	struct json_writer j = visit_json(v, 200);
	json_begin_object(&j);
	json_key_array(&j, "items");
	LIST_EACH (const struct meeting, m, &all)
		meeting_json(&j, v->work.arena, m);
	json_end(&j);
	json_key_text(&j, "next",
		more ? cursor_make(v, "meetings", all.items[all.count - 1].id.n) : NULL);
	json_end(&j);
	return DONE;
}

/* Over what `old` has; false: a fault says why. */
static bool read_input(
	struct visit *v, const struct json *j, const struct meeting *old, struct meeting_input *in)
{
	const char *kind = json_get_text(j, "kind"), *length = json_get_text(j, "length");
	const char *day = json_get_text(j, "day");
	*in = (struct meeting_input){ .unit = { json_get_number(j, "unit", 0) },
		.kind = old ? old->kind : MEETING_WEEKLY,
		.length = old ? old->length : LENGTH_HOUR,
		.day = old ? old->day : meeting_today(&v->work),
		.task = { json_get_number(j, "task", old ? old->task.n : 0) },
		.recorder = { json_get_number(j, "recorder", old ? old->recorder.n : 0) },
		.notes = json_get_text(j, "notes"),
		.base_version = version_asked(v, -1) };
	if (kind && !meeting_kind_parse(kind, &in->kind))
		fault_add(&v->work.faults, "kind", _("Write morning, weekly, sharing or task."));
	if (length && !meeting_length_parse(length, &in->length))
		fault_add(&v->work.faults, "length", _("Write quarter, hour, half-day or day."));
	if (day && !report_text_day(day, &in->day))
		fault_add(&v->work.faults, "day", _("Write the day like 2026-11-24."));
	return !v->work.faults.count;
}

enum outcome meeting_api_add(struct visit *v)
{
	struct meeting_input in;
	struct meeting_id id;
	const struct json *j = meeting_api_body(v);
	if (!j || !read_input(v, j, NULL, &in))
		return INVALID;
	enum outcome outcome = meeting_make(&v->work, &in, &id);
	return outcome == DONE ? meeting_api_answer(v, id, 201) : outcome;
}

enum outcome meeting_api_put(struct visit *v)
{
	struct meeting_id id = { v->arg[0] };
	const struct meeting *old = meeting_get(v->work.db, v->work.who, id);
	if (!old)
		return NOT_FOUND;
	if (!meeting_may_keep(&v->work, v->work.db, old))
		return FORBIDDEN;
	struct meeting_input in;
	const struct json *j = meeting_api_body(v);
	if (!j || !read_input(v, j, old, &in))
		return INVALID;
	enum outcome outcome = meeting_change(&v->work, id, &in);
	if (outcome != STALE)
		return outcome == DONE ? meeting_api_answer(v, id, 200) : outcome;
	work_refresh(&v->work);
	const struct record *r = record_of(&v->work, id);
	return version_stale(v, r ? r->meeting->version : 0, v->in->body,
		r ? minutes_text(v->work.arena, r) : NULL);
}

enum outcome meeting_api_drop(struct visit *v)
{
	struct meeting_id id = { v->arg[0] };
	const struct meeting *m = meeting_get(v->work.db, v->work.who, id);
	enum outcome outcome = meeting_call_off(&v->work, id);
	if (outcome != DONE)
		return outcome;
	struct json_writer j = visit_json(v, 200);
	meeting_json(&j, v->work.arena, m);
	return DONE;
}

static bool holds(const struct json *list, struct person_id person)
{
	for (size_t i = 0; i < json_count(list); i++)
		if (json_as_number(json_at(list, i), 0) == person.n)
			return true;
	return false;
}

/* Who is in neither list stays as it was. */
enum outcome meeting_api_people(struct visit *v)
{
	const struct record *r = record_of(&v->work, (struct meeting_id){ v->arg[0] });
	if (!r)
		return NOT_FOUND;
	if (!r->may_keep)
		return FORBIDDEN;
	const struct json *j = meeting_api_body(v);
	if (!j)
		return INVALID;
	const struct json *present = json_get(j, "present"), *absent = json_get(j, "absent");
	const struct json *turn = json_get(j, "turn");
	struct meeting_people people = { 0 };
	LIST_EACH (const struct meeting_person, p, &r->people) {
		struct meeting_person *now = LIST_ADD(v->work.arena, &people);
		bool here = holds(present, p->person), away = holds(absent, p->person);
		*now = *p;
		now->said |= here || away;
		now->present = here || (now->present && !away);
		now->turn = turn ? holds(turn, p->person) : p->turn;
	}
	enum outcome outcome = meeting_note(&v->work, r->meeting->id, &people);
	return outcome == DONE ? meeting_api_answer(v, r->meeting->id, 200) : outcome;
}

enum outcome meeting_api_rota(struct visit *v)
{
	const struct unit *u = unit_named(v, v->word);
	struct meeting m = { .length = LENGTH_HOUR, .of_team = true, .id = { INT64_MAX } };
	bool member = u && u->kind == UNIT_TEAM && v->work.who->team.n == u->id.n &&
		      who_is(v->work.who, REP | TEAM_MANAGER);
	if (!member && !(u && u->kind == UNIT_TEAM && who_manages(v->work.db, v->work.who, u->id)))
		return NOT_FOUND;
	m.unit = u->id;
	m.day = meeting_today(&v->work);
	struct meeting_people people = meeting_people_of_unit_any(v->work.db, u->id);
	struct rota rota = rota_of(&v->work, &m, &people);
	struct json_writer j = visit_json(v, 200);
	json_begin_object(&j);
	json_key_number(&j, "unit", u->id.n);
	json_key(&j, "items");
	meeting_rota_json(&j, &rota);
	json_end(&j);
	return DONE;
}
