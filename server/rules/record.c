#include "record.h"

#include "base/list.h"
#include "meeting.h"
#include "review.h"
#include "store/point_list.h"
#include "store/task.h"
#include "store/unit.h"

struct week record_week(int64_t day)
{
	return (struct week){ (day - 4 - 3) / 7 }; /* day 4 was the first Monday */
}

static struct remarks said(struct work *w, const struct review *r)
{
	struct remarks found = remark_of_point(w->db, w->who, r->point), list = { 0 };
	struct remarks all = review_chain(w->arena, &found);
	LIST_EACH (const struct remark, m, &all)
		if (m->text && (m->kind == REMARK_WHY || m->kind == REMARK_ANSWER ||
				       (m->kind == REMARK_ADVICE && m->meeting.n == r->meeting.n)))
			*LIST_ADD(w->arena, &list) = *m;
	return list;
}

static struct points points_of(struct work *w, const struct meeting *m)
{
	const struct task *task = m->task.n ? task_get(w->db, w->who, m->task) : NULL;
	if (task)
		return task_points(w->db, w->who, task);
	struct week week = record_week(m->day);
	const struct unit *unit = unit_get(w->db, m->unit);
	bool more;
	return point_list(w->db, w->who,
		&(struct point_filter){ .unit = unit, .week = &week, .limit = RECORD_POINTS },
		&more);
}

static void add_agenda(struct record *r)
{
	const bool there[AGENDA_PARTS] = { [AGENDA_AGREED] = r->agreed.count > 0,
		[AGENDA_TASK] = r->meeting->task.n != 0,
		[AGENDA_POINTS] = r->points.count > 0,
		[AGENDA_DEEP] = r->rota.count > 0 || r->points.count > 0,
		[AGENDA_QUESTIONS] = true,
		[AGENDA_ASKS] = r->asks.count > 0,
		[AGENDA_CLOSING] = true };
	r->agenda = agenda_of(r->meeting->kind, r->meeting->length, there);
}

const struct record *record_of(struct work *w, struct meeting_id id)
{
	const struct meeting *m = meeting_get(w->db, w->who, id);
	if (!m)
		return NULL;
	struct record *r = ARENA_NEW(w->arena, struct record);
	*r = (struct record){ .meeting = m,
		.may_keep = meeting_may_keep(w, w->db, m),
		.may_hold = meeting_may_hold(w, w->db, m->unit),
		.begun = m->day <= meeting_today(w),
		.people = meeting_people_any(w->db, m),
		.agreed = review_agreed(w->db, w->who, m->unit, m->day, m->id),
		.lines = meeting_line_list(w->db, w->who, id),
		.asks = ask_open_of_unit(w->db, w->who, m->unit),
		.points = points_of(w, m) };
	r->rota = rota_of(w, m, &r->people);
	struct reviews all = review_of_meeting(w->db, w->who, id);
	LIST_EACH (const struct review, v, &all)
		*LIST_ADD(w->arena, &r->reviews) = (struct record_review){ *v, said(w, v) };
	LIST_EACH (struct rota_turn, t, &r->rota)
		LIST_EACH (const struct review, v, &all)
			t->heard |= v->author.n == t->turn.person.n;
	add_agenda(r);
	return r;
}
