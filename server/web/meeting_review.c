/* One point gone through in depth: its page on a phone, its whys. */
#include "base/list.h"
#include "base/text.h"
#include "meeting.h"
#include "meeting_handlers.h"
#include "rules/answer.h"
#include "rules/report_text.h"
#include "templates.h"
#include "views/html_stored.h"

static bool may_see(void *p, long number)
{
	struct visit *v = p;
	return point_get(v->work.db, v->work.who, (struct point_id){ number }) != NULL;
}

static struct review_input stored(struct visit *v, const struct review *r)
{
	return (struct review_input){ .purpose = r->purpose,
		.plan = r->plan,
		.happened = r->happened,
		.difference = r->difference,
		.step = r->step,
		.person = r->step_person,
		.until = r->step_until ? report_text_day_name(v->work.arena, r->step_until) : "" };
}

static enum outcome page(struct visit *v, const struct review_input *typed,
	const struct remark_text *said, enum outcome why)
{
	struct db *db = v->work.db;
	const struct who *who = v->work.who;
	const struct meeting *m = meeting_get(db, who, (struct meeting_id){ v->arg[0] });
	const struct point *p = m ? point_get(db, who, (struct point_id){ v->arg[1] }) : NULL;
	if (!p || !review_fits(db, m, p))
		return NOT_FOUND;
	struct review_id id = review_find_any(db, m->id, p->id);
	const struct review *r = id.n ? review_get(db, who, id) : NULL;
	struct meeting_review_view view = { .chrome = &v->chrome,
		.meeting = m,
		.point = p,
		.body = html_stored(v->work.arena, p->body_html, may_see, v),
		.day = meeting_day_words(v->work.arena, m->day),
		.in = typed ? *typed
		      : r   ? stored(v, r)
			    : review_begin(v->work.arena, p),
		.version = r ? r->version : 0,
		.may_keep = meeting_may_keep(&v->work, db, m),
		.people = meeting_people_any(db, m),
		.faults = v->work.faults,
		.said = said,
		.changed = why == STALE };
	if (answer_read(&v->work, p) != DONE)
		return BROKEN;
	struct remarks all = remark_of_point(db, who, p->id);
	view.remarks = review_chain(v->work.arena, &all);
	meeting_review_page(visit_page(v, p->headline), &view);
	v->out->status = why == DONE ? 200 : outcome_status(why);
	return DONE;
}

enum outcome meeting_review_show(struct visit *v)
{
	return page(v, NULL, NULL, DONE);
}

enum outcome meeting_review_post(struct visit *v)
{
	struct meeting_id id = { v->arg[0] };
	struct review_input in = { .purpose = visit_field(v, "purpose"),
		.plan = visit_field(v, "plan"),
		.happened = visit_field(v, "happened"),
		.difference = visit_field(v, "difference"),
		.step = visit_field(v, "step"),
		.person = { visit_number(v, "person") },
		.until = visit_field(v, "until"),
		.base_version = visit_number(v, "version") };
	enum outcome outcome = review_save(&v->work, id, (struct point_id){ v->arg[1] }, &in);
	if (outcome == STALE)
		work_refresh(&v->work);
	if (outcome == INVALID || outcome == STALE)
		return page(v, &in, NULL, outcome);
	return outcome == DONE ? meeting_back(v, id, "discussed",
					 arena_format(v->work.arena, "p%ld", (long)v->arg[1]))
			       : outcome;
}

enum outcome meeting_remark_post(struct visit *v)
{
	struct remark_id id;
	struct remark_text said = { .to = { visit_number(v, "to") },
		.text = visit_field(v, "text"),
		.whom = visit_field(v, "whom"),
		.until = visit_field(v, "until") };
	if (!remark_kind_parse(visit_field(v, "kind"), &said.kind))
		return NOT_FOUND;
	enum outcome outcome = review_remark(&v->work, (struct meeting_id){ v->arg[0] },
		(struct point_id){ v->arg[1] }, &said, &id);
	if (outcome == INVALID)
		return page(v, NULL, &said, INVALID);
	return outcome == DONE
		       ? visit_see_other(v, arena_format(v->work.arena,
						    "/meetings/%ld/points/%ld?said=saved#whys",
						    (long)v->arg[0], (long)v->arg[1]))
		       : outcome;
}
