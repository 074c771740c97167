/* What the sample's teams do at their meetings, and their tasks. */
#include "demo_meet.h"

#include <assert.h>
#include <string.h>

#include "base/text.h"
#include "demo_acting.h"
#include "demo_blocks.h"
#include "meeting_line.h"
#include "record.h"
#include "reflection.h"
#include "report_text.h"
#include "review.h"
#include "store/person.h"
#include "task.h"

static struct demo_blocks blocks_of(struct arena *a, const char *what, const char *which)
{
	struct demo_blocks all = demo_blocks_read(a, "sample/meetings.md"), list = { 0 };
	LIST_EACH (const struct demo_block, b, &all)
		if (text_same(b->head.items[0], what) &&
			(!which || text_same(b->head.items[1], which)))
			*LIST_ADD(a, &list) = *b;
	return list;
}

/* The n-th line of the n-th text, turning round. */
static struct strings lines_of(struct arena *a, const char *text)
{
	return demo_blocks_split(a, text, '\n');
}

static const char *some_line(struct arena *a, const char *what, const char *which, size_t n)
{
	struct demo_blocks all = blocks_of(a, what, which);
	assert(all.count);
	struct strings lines = lines_of(a, all.items[0].text);
	return lines.items[n % lines.count];
}

static const char *day_later(struct work *w, int days)
{
	return report_text_day_name(w->arena, meeting_today(w) + days);
}

static enum outcome note_people(struct work *w, struct meeting_id id, size_t n)
{
	const struct record *r = record_of(w, id);
	struct meeting_people people = { 0 };
	for (size_t i = 0; i < r->people.count; i++) {
		struct meeting_person *p = LIST_ADD(w->arena, &people);
		*p = r->people.items[i];
		p->said = true;
		p->present = p->person.n == w->who->person.n || (n * 7 + i * 3) % 9 != 1;
	}
	enum outcome outcome = meeting_note(w, id, &people);
	work_refresh(w);
	return outcome;
}

/* What was agreed at the meeting before. */
static enum outcome tell_results(struct work *w, struct meeting_id id, size_t n)
{
	static const enum step_result results[] = { STEP_DONE, STEP_PARTLY, STEP_DONE, STEP_NOT };
	const struct record *r = record_of(w, id);
	enum outcome outcome = DONE;
	for (size_t i = 0; i < r->agreed.count && outcome == DONE; i++) {
		enum step_result x = results[(n + i) % 4];
		outcome = review_tell(w, r->agreed.items[i].id, x,
			some_line(w->arena, "result", step_result_name(x), n + i), id);
	}
	work_refresh(w);
	return outcome;
}

static enum outcome go_through(
	struct work *w, struct meeting_id id, const struct review_turn *t, size_t n)
{
	struct arena *a = w->arena;
	const struct point *p = point_get(w->db, w->who, t->point);
	struct demo_blocks all = blocks_of(a, "review", p ? kind_name(p->kind) : "");
	if (!p || !all.count)
		return DONE;
	struct strings s = lines_of(a, all.items[n % all.count].text);
	assert(s.count == 7);
	const struct review_input in = { .purpose = s.items[0],
		.plan = s.items[1],
		.happened = "",
		.difference = s.items[2],
		.step = s.items[6],
		.person = t->person,
		.until = day_later(w, 6),
		.base_version = -1 };
	enum outcome outcome = review_save(w, id, p->id, &in);
	struct remark_text said = { .kind = REMARK_WHY, .text = s.items[3] };
	struct remark_id why, other;
	if (outcome == DONE)
		outcome = review_remark(w, id, p->id, &said, &why);
	said = (struct remark_text){ .kind = REMARK_ANSWER, .text = s.items[4] };
	if (outcome == DONE) {
		said.to = why;
		outcome = review_remark(w, id, p->id, &said, &other);
	}
	said = (struct remark_text){
		.kind = REMARK_ADVICE, .text = s.items[5], .whom = t->name, .until = in.until
	};
	if (outcome == DONE && p->author.n != w->who->person.n)
		outcome = review_remark(w, id, p->id, &said, &other);
	work_refresh(w);
	return outcome;
}

static enum outcome answer_questions(struct work *w, struct meeting_id id, size_t n)
{
	const struct record *r = record_of(w, id);
	enum outcome outcome = DONE;
	for (int q = 0; q < QUESTIONS && outcome == DONE; q++) {
		struct demo_blocks all =
			blocks_of(w->arena, "line", question_name((enum question)q));
		struct strings lines = lines_of(w->arena, all.items[0].text);
		const struct meeting_person *p =
			&r->people.items[(n + (size_t)q) % r->people.count];
		const struct line_input in = { .question = (enum question)q,
			.person = p->writes ? p->person : (struct person_id){ 0 },
			.text = lines.items[(n + (size_t)q) % lines.count] };
		struct line_id line;
		outcome = meeting_line_say(w, id, &in, &line);
		work_refresh(w);
		if (outcome == DONE && q == QUESTION_ABILITY)
			outcome = meeting_line_gap(w, line, NULL);
		if (outcome == DONE && q == QUESTION_OBSTACLES && n % 3 == 0)
			outcome = meeting_line_ask(w, line, ASK_DECISION);
		if (outcome == DONE && q == QUESTION_VALUABLE && in.person.n)
			outcome = meeting_line_write(w, line, EXPERIENCE);
	}
	work_refresh(w);
	return outcome;
}

enum outcome demo_meet_hold(struct demo_acting *act, const struct demo_event *event)
{
	struct work *w = &act->work;
	const struct demo_unit *u = &act->plan->units.items[event->index];
	size_t n = event->index * 5 + (size_t)event->week.n;
	struct meeting_id id;
	demo_acting_be_manager(act, event->index);
	const struct meeting_input in = { .kind = n % 4 ? MEETING_WEEKLY : MEETING_SHARING,
		.length = LENGTH_HOUR,
		.unit = u->id,
		.day = meeting_today(w),
		.base_version = -1 };
	enum outcome outcome = meeting_make(w, &in, &id);
	work_refresh(w);
	if (outcome == DONE)
		outcome = note_people(w, id, n);
	if (outcome == DONE)
		outcome = tell_results(w, id, n);
	const struct record *r = outcome == DONE ? record_of(w, id) : NULL;
	for (size_t i = 0; r && i < r->rota.count && outcome == DONE; i++)
		if (r->rota.items[i].turn.point.n)
			outcome = go_through(w, id, &r->rota.items[i].turn, n + i);
	return outcome == DONE ? answer_questions(w, id, n) : outcome;
}

/* The next one, in the week that goes on, has nothing in it yet. */
enum outcome demo_meet_plan(struct demo_acting *act, const struct demo_event *event)
{
	struct work *w = &act->work;
	struct meeting_id id;
	demo_acting_be_manager(act, event->index);
	const struct meeting_input in = { .kind = MEETING_WEEKLY,
		.length = LENGTH_HOUR,
		.unit = act->plan->units.items[event->index].id,
		.day = meeting_today(w) + 2,
		.base_version = -1 };
	return meeting_make(w, &in, &id);
}

static struct demo_blocks tasks_of(struct arena *a)
{
	struct demo_blocks all = demo_blocks_read(a, "sample/meetings.md"), list = { 0 };
	LIST_EACH (const struct demo_block, b, &all)
		if (text_same(b->head.items[0], "task") || text_same(b->head.items[0], "after"))
			*LIST_ADD(a, &list) = *b;
	return list;
}

size_t demo_meet_tasks(void)
{
	struct arena *a = arena_new();
	size_t n = tasks_of(a).count;
	arena_free(a);
	return n;
}

static size_t unit_of(const struct demo_plan *p, const char *code)
{
	for (size_t i = 0; i < p->units.count; i++)
		if (text_same(p->units.items[i].code, code))
			return i;
	return DEMO_NOBODY;
}

static enum outcome write_after(struct demo_acting *act, const struct demo_block *b)
{
	struct work *w = &act->work;
	w->who = who_login_any(w->db, b->head.items[1]);
	if (!w->who)
		return NOT_FOUND; /* a small organisation does not have everybody */
	const char *file =
		arena_format(w->arena, "---\ntask: %s\n---\n%s\n", b->head.items[2], b->text);
	struct reflection_rules rules = reflection_rules_now(w);
	struct reflection_text text;
	if (!reflection_text_parse(w->arena, file, strlen(file), &rules, &text, &w->faults))
		return INVALID;
	const struct submission s = { .text = &text, .via = VIA_PAGE };
	struct reflection_id id;
	bool created;
	return reflection_submit(w, &s, &id, &created);
}

/* One block a time: a task, with its review if it is over, or what one wrote after it. */
enum outcome demo_meet_task(struct demo_acting *act, const struct demo_event *event)
{
	struct work *w = &act->work;
	struct demo_blocks all = tasks_of(w->arena);
	const struct demo_block *b = &all.items[event->index];
	if (text_same(b->head.items[0], "after"))
		return write_after(act, b);
	size_t unit = unit_of(act->plan, b->head.items[1]);
	if (unit == DEMO_NOBODY)
		return NOT_FOUND;
	demo_acting_be_manager(act, unit);
	int64_t from = meeting_today(w) - atoi(b->head.items[3]);
	struct persons people = person_of_unit_any(w->db, act->plan->units.items[unit].id);
	struct person_id *ids = ARENA_MANY(w->arena, struct person_id, people.count + 1);
	struct task_input in = { .team = act->plan->units.items[unit].id,
		.name = b->head.items[2],
		.from = report_text_day_name(w->arena, from),
		.to = report_text_day_name(w->arena, from + atoi(b->head.items[4])),
		.people = ids,
		.base_version = -1 };
	LIST_EACH (const struct person, p, &people)
		if (p->active && in.count < 4)
			ids[in.count++] = p->id;
	struct task_id id;
	enum task_outcome how;
	enum outcome outcome = task_open(w, &in, &id);
	work_refresh(w);
	if (outcome != DONE || !task_outcome_parse(b->head.items[5], &how))
		return outcome;
	return task_finish(w, id, how, b->text, -1);
}
