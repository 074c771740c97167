#include "task.h"

#include "base/list.h"
#include "rules/report_text.h"

const char *task_days(struct arena *a, const struct task *task)
{
	const char *from = meeting_step_day(a, task->from);
	if (!task->to)
		return arena_format(a, _("from %s"), from);
	/* Translators: a day, a day. */
	return arena_format(a, _("%s to %s"), from, meeting_step_day(a, task->to));
}

static void brief(struct json_writer *j, struct arena *a, const struct task *task)
{
	json_key_number(j, "id", task->id.n);
	json_key_text(j, "name", task->name);
	json_key_number(j, "unit", task->team.n);
	json_key_text(j, "from", report_text_day_name(a, task->from));
	if (task->to)
		json_key_text(j, "to", report_text_day_name(a, task->to));
	json_key_text(j, "state", task->closed ? "closed" : "open");
	if (task->closed)
		json_key_text(j, "outcome", task_outcome_name(task->outcome));
	json_key_number(j, "version", task->version);
}

void task_json(struct json_writer *j, struct arena *a, const struct task *task)
{
	json_begin_object(j);
	brief(j, a, task);
	json_end(j);
}

void task_json_whole(struct json_writer *j, struct arena *a, const struct task *task,
	const struct task_people *people, const struct points *points,
	const struct meetings *meetings)
{
	json_begin_object(j);
	brief(j, a, task);
	json_key_text(j, "review", task->review);
	json_key_array(j, "people");
	LIST_EACH (const struct task_person, p, people) {
		if (!p->in && !p->wrote)
			continue;
		json_begin_object(j);
		json_key_number(j, "id", p->person.n);
		json_key_text(j, "name", p->name);
		json_key_bool(j, "wrote", p->wrote);
		json_end(j);
	}
	json_end(j);
	json_key_array(j, "points");
	LIST_EACH (const struct point, p, points)
		point_json(j, p);
	json_end(j);
	json_key_array(j, "meetings");
	LIST_EACH (const struct meeting, m, meetings)
		json_number(j, m->id.n);
	json_end(j);
	json_end(j);
}
