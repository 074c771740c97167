/* Where a branch or the headquarters distils a week: gathered for one topic, and shown. */
#include "workbench.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/list.h"
#include "base/text.h"
#include "doors/markdown.h"
#include "rollup_gather.h"
#include "rollup_handlers.h"
#include "rollup_warn.h"
#include "rules/draft.h"
#include "store/desk.h"
#include "store/evidence.h"
#include "store/handled.h"
#include "store/proven.h"
#include "synthesis.h"
#include "templates.h"
#include "views/use.h"
#include "workbench_gather.h"
#include "write.h"

enum { EARLIER = 4, BEST = 3, WEEKS_BACK = 12 };

const char *workbench_subject(
	struct visit *v, struct unit_id unit, struct week week, struct topic_id topic)
{
	return arena_format(v->work.arena, "synthesis/%ld/%s/%ld", (long)unit.n,
		week_name(v->work.arena, week), (long)topic.n);
}

const char *workbench_saved(struct visit *v, const char *subject)
{
	long unit = 0, topic = 0;
	char name[9] = "";
	struct week week;
	if (sscanf(subject, "synthesis/%ld/%8[^/]/%ld", &unit, name, &topic) != 3 ||
		!week_parse(name, &week))
		return NULL;
	const struct synthesis *s = synthesis_of_topic(v->work.db, v->work.who,
		(struct unit_id){ unit }, week, (struct topic_id){ topic });
	return s ? s->body_md : NULL;
}

static void take_draft(struct visit *v, struct workbench_text *t)
{
	const struct draft *d = draft_get(v->work.db, v->work.who, t->subject);
	if (!d)
		return;
	struct fields fields = draft_fields(v->work.arena, d);
	const char *body = fields_value(&fields, "body"),
		   *base = fields_value(&fields, "base_version");
	t->draft_version = d->version;
	if (!body)
		return;
	t->draft_time = write_time(v, d->saved_at);
	t->body = body;
	int64_t now = t->base_version;
	t->base_version = base ? atoll(base) : 0;
	t->behind = t->base_version != now;
}

static void gather_text(struct visit *v, const struct rollup_view *r, struct workbench_view *view,
	const struct workbench_typed *typed)
{
	struct workbench_text *t = &view->text;
	struct syntheses *one = ARENA_NEW(v->work.arena, struct syntheses);
	const struct synthesis *s = synthesis_of_topic(
		v->work.db, v->work.who, r->unit->id, r->state.week, view->topic->id);
	if (s) {
		*LIST_ADD(v->work.arena, one) = *s;
		struct synthesis_texts texts = synthesis_texts_of(v, one);
		t->saved = texts.items;
	}
	t->body = s ? s->body_md : "";
	t->base_version = s ? s->version : 0;
	t->subject = workbench_subject(v, r->unit->id, r->state.week, view->topic->id);
	t->draft_key =
		arena_format(v->work.arena, "%ld:%s", (long)v->work.who->person.n, t->subject);
	if (view->rollup->works)
		take_draft(v, t);
	if (typed) {
		t->body = typed->body;
		t->base_version = typed->base_version;
	}
}

/* What was said before, and what proved itself: folded, to be built on. */
static void gather_others(struct visit *v, const struct rollup_view *r, struct workbench_view *view)
{
	struct syntheses *before = ARENA_NEW(v->work.arena, struct syntheses);
	*before = synthesis_earlier(
		v->work.db, v->work.who, r->unit->id, r->state.week, view->topic->id, EARLIER);
	view->earlier = synthesis_texts_of(v, before);
	if (r->unit->kind == UNIT_HQ) {
		struct syntheses those =
			synthesis_below(v->work.db, v->work.who, r->unit->id, r->state.week);
		struct syntheses *own = ARENA_NEW(v->work.arena, struct syntheses);
		LIST_EACH (const struct synthesis, s, &those)
			if (s->topic.id.n == view->topic->id.n)
				*LIST_ADD(v->work.arena, own) = *s;
		view->below = synthesis_texts_of(v, own);
	}
	const struct point_filter f = {
		.unit = r->unit, .topic = view->topic->id, .limit = BEST * 3, .used = true
	};
	int64_t next;
	struct points *all = ARENA_NEW(v->work.arena, struct points);
	*all = proven_list(v->work.db, v->work.who, &f, 0, &next);
	LIST_EACH (const struct point, p, all) {
		const struct use_subject subject = { USE_POINT, p->id.n };
		struct evidence e = evidence_of_any(v->work.db, subject);
		if (view->best.count < BEST && evidence_uses(&e) &&
			p->branch_week.n != r->state.week.n && p->reach >= REACH_BRANCH)
			*LIST_ADD(v->work.arena, &view->best) =
				(struct workbench_best){ p, use_evidence_words(v->work.arena, &e) };
	}
}

enum outcome workbench_page(struct visit *v, const struct unit *unit, struct week week,
	const char *scope, const struct workbench_typed *typed, enum outcome why)
{
	const struct gathering g = { .unit = unit, .week = week };
	struct rollup_view r;
	if (unit->kind == UNIT_TEAM || week.n > work_week(&v->work).n ||
		!rollup_gather_frame(v, &g, &r))
		return NOT_FOUND;
	if (!r.rights.manages)
		return FORBIDDEN;
	r.state.week = week;
	struct workbench_view view = { .chrome = &v->chrome,
		.rollup = &r,
		.merges = r.works && unit->kind == UNIT_BRANCH,
		.faults = v->work.faults };
	workbench_gather_topics(v, &r, &view);
	if (!workbench_choose(v, scope, &view))
		return NOT_FOUND;
	struct longs cited = { 0 };
	if (view.topic) {
		gather_text(v, &r, &view, typed);
		gather_others(v, &r, &view);
		cited = markdown_cites(v->work.arena, view.text.body);
	}
	workbench_gather_items(v, &r, &view, &cited);
	if (view.list == LIST_LOOSE && r.works)
		rollup_offer(v, &r);
	workbench(
		visit_page(v, arena_format(v->work.arena, _("%s: distilling"), unit->name)), &view);
	v->out->status = outcome_status(why);
	return DONE;
}

/* Where one begins: the newest open week in which something still waits; else the newest open one
 * with points, or a closed one to look at; else this one. On a Tuesday that is the week before. */
static struct week newest_with_work(struct visit *v, const struct unit *unit)
{
	struct week now = work_week(&v->work);
	struct desk_weeks weeks =
		desk_open_weeks_any(v->work.db, unit->id, (struct week){ now.n - WEEKS_BACK }, now);
	for (size_t i = weeks.count; i-- > 0 && unit->kind == UNIT_BRANCH;) {
		struct week week = weeks.items[i].week;
		struct rollup r = rollup_get(v->work.db, unit->id, week);
		if (handled_counts_any(v->work.db, unit->id, week, r.id).of[OPEN])
			return week;
	}
	if (weeks.count)
		return weeks.items[weeks.count - 1].week;
	for (int back = 0; back <= WEEKS_BACK && unit->kind == UNIT_BRANCH; back++) {
		struct week week = { now.n - back };
		struct rollup r = rollup_get(v->work.db, unit->id, week);
		if (handled_counts_any(v->work.db, unit->id, week, r.id).points)
			return week;
	}
	return now;
}

enum outcome workbench_show(struct visit *v)
{
	const struct unit *unit = rollup_gather_unit(v);
	struct week week;
	if (!unit || !visit_week(v, work_week(&v->work), &week))
		return NOT_FOUND;
	if (!*visit_query(v, "week") && who_manages(v->work.db, v->work.who, unit->id))
		week = newest_with_work(v, unit);
	return workbench_page(v, unit, week, visit_query(v, "topic"), NULL, DONE);
}
