#include "review.h"

#include "base/list.h"
#include "base/text.h"
#include "doors/i18n.h"
#include "notice.h"
#include "report_text.h"
#include "store/event.h"
#include "store/unit.h"

bool review_fits(struct db *db, const struct meeting *m, const struct point *p)
{
	if (p->withdrawn || p->reach < REACH_TEAM)
		return false;
	if (m->of_team)
		return p->team.n == m->unit.n;
	const struct unit *team = unit_get(db, p->team);
	return p->reach >= REACH_BRANCH &&
	       (p->branch.n == m->unit.n || team->parent.n == m->unit.n);
}

static const char *cleaned(struct work *w, const char *name, const char *text, size_t most)
{
	text = text ? text_trim(w->arena, text) : "";
	if (text_runes(text) > most)
		fault_add(&w->faults, name,
			most == REVIEW_RUNES ? _("Too long: 1,000 characters is the most.")
					     : _("Too long: 200 characters is the most. One step, "
						 "one person, one day."));
	return text;
}

static void check_step(
	struct work *w, struct db *db, const struct meeting *m, const char *until, struct review *r)
{
	bool found = !r->step_person.n;
	struct meeting_people all = meeting_people_any(db, m);
	LIST_EACH (const struct meeting_person, p, &all)
		found |= p->person.n == r->step_person.n;
	if (!found)
		fault_add(&w->faults, "person",
			_("Choose one of the people who belong to this meeting."));
	r->step_until = 0;
	if (!text_blank(until) && !report_text_day(until, &r->step_until))
		fault_add(
			&w->faults, "until", _("Write the day like 2026-11-27, or leave it open."));
	if (!*r->step && (r->step_person.n || r->step_until))
		fault_add(&w->faults, "step", _("What is the next step? Write it in one line."));
}

static bool fill(struct work *w, struct db *db, const struct meeting *m,
	const struct review_input *in, struct review *r)
{
	r->purpose = cleaned(w, "purpose", in->purpose, REVIEW_RUNES);
	r->plan = cleaned(w, "plan", in->plan, REVIEW_RUNES);
	r->happened = cleaned(w, "happened", in->happened, REVIEW_RUNES);
	r->difference = cleaned(w, "difference", in->difference, REVIEW_RUNES);
	r->step = cleaned(w, "step", in->step, REVIEW_STEP_RUNES);
	r->step_person = in->person;
	check_step(w, db, m, in->until, r);
	if (!*r->purpose && !*r->plan && !*r->happened && !*r->difference && !*r->step)
		fault_add(&w->faults, "happened",
			_("Nothing is written yet. What happened, in a sentence or two?"));
	return !w->faults.count;
}

/* The meeting and the point, for those who may write there now. */
static enum outcome open_to(struct work *w, struct db *db, struct meeting_id meeting,
	struct point_id point, const struct meeting **m, const struct point **p)
{
	*m = meeting_get(db, w->who, meeting);
	*p = *m ? point_get(db, w->who, point) : NULL;
	if (!*p || !review_fits(db, *m, *p))
		return NOT_FOUND;
	if (!meeting_may_keep(w, db, *m))
		return FORBIDDEN;
	if ((*m)->day <= meeting_today(w))
		return DONE;
	fault_add(&w->faults, NULL, _("The meeting is not yet: its day is still to come."));
	return CONFLICT;
}

enum outcome review_save(struct work *w, struct meeting_id meeting, struct point_id point,
	const struct review_input *in)
{
	TXN(t, w->writer, w->arena);
	const struct meeting *m;
	const struct point *p;
	enum outcome outcome = open_to(w, t.db, meeting, point, &m, &p);
	if (outcome != DONE)
		return outcome;
	struct review_id there = review_find_any(t.db, meeting, point);
	const struct review *old = there.n ? review_get(t.db, w->who, there) : NULL;
	if (in->base_version >= 0 && in->base_version != (old ? old->version : 0))
		return STALE;
	struct review r = { .meeting = meeting, .unit = m->unit, .point = point };
	if (old)
		r = *old;
	if (!fill(w, t.db, m, in, &r))
		return INVALID;
	review_put(&t, &r, w->who->person, w->now);
	event_add_review(&t, old ? "review_changed" : "discussed", w->who, point, meeting, w->now);
	if (*r.step && (!old || !text_same(old->step, r.step))) {
		event_add_review(&t, "agreed", w->who, point, meeting, w->now);
		notice_tell(&t, w, r.step_person, NOTICE_STEP, NOTICE_POINT, point.n);
	}
	meeting_touch(&t, meeting, w->now);
	return txn_commit(&t) ? DONE : BROKEN;
}

bool review_may_tell(struct work *w, struct db *db, const struct review *r)
{
	const struct meeting *m = meeting_get(db, w->who, r->meeting);
	return *r->step && !who_is_operator(w->who) &&
	       (r->step_person.n == w->who->person.n || (m && meeting_may_keep(w, db, m)));
}

enum outcome review_tell(struct work *w, struct review_id id, enum step_result result,
	const char *text, struct meeting_id meeting)
{
	TXN(t, w->writer, w->arena);
	const struct review *old = review_get(t.db, w->who, id);
	const struct meeting *m = meeting.n ? meeting_get(t.db, w->who, meeting) : NULL;
	if (!old || !*old->step || (meeting.n && (!m || m->unit.n != old->unit.n)))
		return NOT_FOUND;
	if (!review_may_tell(w, t.db, old) && !(m && meeting_may_keep(w, t.db, m)))
		return FORBIDDEN;
	struct review r = *old;
	r.result = result;
	r.result_text = cleaned(w, "text", text, REVIEW_STEP_RUNES);
	r.result_meeting = meeting;
	if (w->faults.count)
		return INVALID;
	review_set_result(&t, &r, w->who->person, w->now);
	event_add_review(&t, arena_format(w->arena, "step_%s", step_result_name(result)), w->who,
		r.point, meeting, w->now);
	return txn_commit(&t) ? DONE : BROKEN;
}

enum outcome review_remark(struct work *w, struct meeting_id meeting, struct point_id point,
	const struct remark_text *said, struct remark_id *id)
{
	TXN(t, w->writer, w->arena);
	const struct meeting *m;
	const struct point *p;
	enum outcome outcome = open_to(w, t.db, meeting, point, &m, &p);
	if (outcome == DONE)
		outcome = remark_add_said(&t, w, p, meeting, said, id);
	if (outcome != DONE)
		return outcome;
	meeting_touch(&t, meeting, w->now);
	return txn_commit(&t) ? DONE : BROKEN;
}

static void add_chain(
	struct arena *a, const struct remarks *all, struct remark_id to, struct remarks *list)
{
	LIST_EACH (const struct remark, r, all) {
		if (r->to.n != to.n)
			continue;
		if (r->text && r->kind != REMARK_COMMENT)
			*LIST_ADD(a, list) = *r;
		add_chain(a, all, r->id, list);
	}
}

struct remarks review_chain(struct arena *a, const struct remarks *all)
{
	struct remarks list = { 0 };
	add_chain(a, all, (struct remark_id){ 0 }, &list);
	return list;
}

/* ### 目的 … up to the next heading. */
static const char *part(struct arena *a, const char *body, const char *const *names)
{
	for (; *names; names++) {
		const char *heading = arena_format(a, "### %s", *names);
		const char *at = strstr(body, heading);
		if (!at || (at != body && at[-1] != '\n'))
			continue;
		at += strlen(heading);
		if (*at != '\n' && *at != '\r')
			continue;
		const char *end = strstr(at, "\n#");
		size_t len = end ? (size_t)(end - at) : strlen(at);
		return text_trim(a, arena_copy(a, at, len));
	}
	return "";
}

struct review_input review_begin(struct arena *a, const struct point *p)
{
	static const char *const purpose[] = { "目的", "Purpose", NULL };
	static const char *const plan[] = { "计划", "Plan", NULL };
	static const char *const happened[] = { "经过", "What happened", NULL };
	static const char *const step[] = { "下次怎么做", "Next time", NULL };
	return (struct review_input){ .purpose = part(a, p->body_md, purpose),
		.plan = part(a, p->body_md, plan),
		.happened = part(a, p->body_md, happened),
		.difference = "",
		.step = text_cut(a, part(a, p->body_md, step), REVIEW_STEP_RUNES),
		.until = "" };
}
