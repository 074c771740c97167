#include "task.h"

#include "base/list.h"
#include "base/text.h"
#include "doors/i18n.h"
#include "report.h"
#include "store/event.h"
#include "store/unit.h"

bool task_may_open(struct work *w, struct db *db, struct unit_id team)
{
	const struct unit *u = unit_get(db, team);
	if (!u || u->kind != UNIT_TEAM || who_is_operator(w->who))
		return false;
	bool member = w->who->team.n == team.n && who_is(w->who, REP | TEAM_MANAGER);
	return member || who_manages(db, w->who, team);
}

static bool is_in(struct db *db, const struct task *task, struct person_id person)
{
	struct task_people all = task_people_any(db, task);
	LIST_EACH (const struct task_person, p, &all)
		if (p->person.n == person.n)
			return p->in;
	return false;
}

bool task_may_close(struct work *w, struct db *db, const struct task *task)
{
	if (!task_may_open(w, db, task->team))
		return false;
	return task->opened_by.n == w->who->person.n || who_manages(db, w->who, task->team) ||
	       is_in(db, task, w->who->person);
}

static void check_name(struct work *w, struct db *db, const struct task *task)
{
	if (!*task->name)
		fault_add(&w->faults, "name", _("Give it a name that all will know it by."));
	else if (text_runes(task->name) > TASK_NAME_RUNES || strpbrk(task->name, "\r\n"))
		fault_add(&w->faults, "name", _("Too long: 100 characters on one line."));
	const struct task *other = task_named(db, w->who, task->team, task->name);
	if (other && other->id.n != task->id.n)
		fault_add(&w->faults, "name",
			_("The team has a task of this name already. Add the month or the year."));
}

static void check_days(struct work *w, const struct task_input *in, struct task *task)
{
	if (text_blank(in->from))
		task->from = task->from ? task->from : report_today(w);
	else if (!report_text_day(in->from, &task->from))
		fault_add(&w->faults, "from", _("Write the day like 2026-11-24."));
	task->to = 0;
	if (!text_blank(in->to) && !report_text_day(in->to, &task->to))
		fault_add(&w->faults, "to", _("Write the day like 2026-11-27, or leave it open."));
	else if (task->to && task->to < task->from)
		fault_add(&w->faults, "to", _("It ends before it begins."));
}

static void check_people(
	struct work *w, struct db *db, const struct task_input *in, const struct task *task)
{
	struct task_people all = task_people_any(db, task);
	for (size_t i = 0; i < in->count; i++) {
		bool found = false;
		LIST_EACH (const struct task_person, p, &all)
			found |= p->person.n == in->people[i].n;
		if (!found) {
			fault_add(&w->faults, "people", _("Choose people of this team."));
			return;
		}
	}
	if (in->count > TASK_PEOPLE)
		fault_add(&w->faults, "people", _("Choose people of this team."));
}

static bool filled(struct work *w, struct db *db, const struct task_input *in, struct task *task)
{
	const char *name = text_trim(w->arena, in->name);
	if (task->id.n && !text_same(name, task->name) && task_has_reflections_any(db, task)) {
		fault_add(&w->faults, "name",
			_("Somebody has written about it under this name, so the name stays."));
		return false;
	}
	task->name = name;
	check_name(w, db, task);
	check_days(w, in, task);
	check_people(w, db, in, task);
	return !w->faults.count;
}

enum outcome task_open(struct work *w, const struct task_input *in, struct task_id *id)
{
	TXN(t, w->writer, w->arena);
	if (!unit_get(t.db, in->team))
		return NOT_FOUND;
	if (!task_may_open(w, t.db, in->team))
		return FORBIDDEN;
	struct task task = { .team = in->team, .opened_by = w->who->person, .opened_at = w->now };
	if (!filled(w, t.db, in, &task))
		return INVALID;
	*id = task_put(&t, &task);
	task_set_people(&t, *id, in->people, in->count);
	event_add_task(&t, "task_opened", w->who, *id, w->now);
	return txn_commit(&t) ? DONE : BROKEN;
}

/* The task, for those who may change it. */
static enum outcome open_to(
	struct work *w, struct db *db, struct task_id id, int64_t base, const struct task **task)
{
	*task = task_get(db, w->who, id);
	if (!*task)
		return NOT_FOUND;
	if (!task_may_close(w, db, *task))
		return FORBIDDEN;
	return base >= 0 && base != (*task)->version ? STALE : DONE;
}

enum outcome task_change(struct work *w, struct task_id id, const struct task_input *in)
{
	TXN(t, w->writer, w->arena);
	const struct task *old;
	enum outcome outcome = open_to(w, t.db, id, in->base_version, &old);
	if (outcome != DONE)
		return outcome;
	struct task task = *old;
	if (!filled(w, t.db, in, &task))
		return INVALID;
	task_put(&t, &task);
	task_set_people(&t, id, in->people, in->count);
	event_add_task(&t, "task_changed", w->who, id, w->now);
	return txn_commit(&t) ? DONE : BROKEN;
}

enum outcome task_finish(struct work *w, struct task_id id, enum task_outcome how,
	const char *review, int64_t base_version)
{
	review = text_trim(w->arena, review);
	TXN(t, w->writer, w->arena);
	const struct task *old;
	enum outcome outcome = open_to(w, t.db, id, base_version, &old);
	if (outcome != DONE)
		return outcome;
	if (!*review)
		fault_add(&w->faults, "review",
			_("What came of it, and why? Two sentences are enough, after a failure "
			  "too."));
	else if (text_runes(review) > TASK_REVIEW_RUNES)
		fault_add(&w->faults, "review", _("Too long: 4,000 characters is the most."));
	if (w->faults.count)
		return INVALID;
	struct task task = *old;
	task.closed = true;
	task.outcome = how;
	task.review = review;
	task_close(&t, &task, w->who->person, w->now);
	event_add_task(&t, old->closed ? "task_changed" : "task_closed", w->who, id, w->now);
	return txn_commit(&t) ? DONE : BROKEN;
}

enum outcome task_reopen(struct work *w, struct task_id id)
{
	TXN(t, w->writer, w->arena);
	const struct task *old;
	enum outcome outcome = open_to(w, t.db, id, -1, &old);
	if (outcome != DONE || !old->closed)
		return outcome;
	struct task task = *old;
	task.closed = false;
	task_close(&t, &task, w->who->person, w->now);
	event_add_task(&t, "task_reopened", w->who, id, w->now);
	return txn_commit(&t) ? DONE : BROKEN;
}
