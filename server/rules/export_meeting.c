#include "export_meeting.h"

#include "base/list.h"
#include "meeting_words.h"
#include "minutes.h"
#include "report_text.h"
#include "store/task.h"

static bool put(struct export *e, const char *name, const char *text)
{
	struct out o = out_new(e->work->arena);
	out_text(&o, text);
	return export_put(e, name, &o);
}

static bool put_task(struct export *e, const struct task *task)
{
	struct arena *a = e->work->arena;
	struct out o = out_new(a);
	out_format(&o, "# %s\n\n%s · %s", task->name, task->team_name,
		report_text_day_name(a, task->from));
	if (task->to)
		out_format(&o, " – %s", report_text_day_name(a, task->to));
	if (task->closed)
		out_format(&o, " · %s", task_outcome_word(task->outcome));
	out_text(&o, "\n\n");
	struct task_people people = task_people_any(e->work->db, task);
	LIST_EACH (const struct task_person, p, &people)
		if (p->in)
			out_format(&o, "- %s\n", p->name);
	if (*task->review)
		out_format(&o, "\n%s\n", task->review);
	return export_put(e, arena_format(a, "tasks/%lld.md", (long long)task->id.n), &o);
}

bool export_meetings(struct export *e)
{
	struct arena *a = e->work->arena;
	struct meetings all = meeting_all_any(e->work->db);
	LIST_EACH (const struct meeting, m, &all) {
		const struct record *r = record_of(e->work, m->id);
		const char *name = arena_format(a, "meetings/%s-%s-%lld.md",
			report_text_day_name(a, m->day), m->unit_code, (long long)m->id.n);
		if (r && !put(e, name, minutes_text(a, r)))
			return false;
	}
	struct tasks tasks = task_all_any(e->work->db);
	LIST_EACH (const struct task, task, &tasks)
		if (!put_task(e, task))
			return false;
	return true;
}
