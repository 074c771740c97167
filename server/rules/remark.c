#include "remark.h"

#include <stdio.h>

#include "answer.h"
#include "base/list.h"
#include "base/text.h"
#include "doors/i18n.h"
#include "doors/txn.h"
#include "mention.h"
#include "notice.h"
#include "store/event.h"
#include "store/steward.h"

static bool in_team(struct work *w, struct db *db, const struct point *p)
{
	bool works_there = who_is(w->who, REP | TEAM_MANAGER) && w->who->team.n == p->team.n;
	return works_there || who_manages(db, w->who, p->team);
}

/* A level above the team to which the point rose. */
static bool manages_above(struct work *w, struct db *db, const struct point *p)
{
	const struct unit_id hq = { 1 };
	return (p->reach >= REACH_BRANCH && who_manages(db, w->who, p->branch)) ||
	       (p->reach >= REACH_HQ && who_manages(db, w->who, hq));
}

bool remark_allowed(struct work *w, struct db *db, const struct point *p, enum remark_kind kind)
{
	bool author = p->author.n == w->who->person.n;
	if (p->withdrawn || who_is_operator(w->who))
		return false;
	switch (kind) {
	case REMARK_COMMENT:
		return true;
	case REMARK_WHY:
		return !author;
	case REMARK_ANSWER:
		return author;
	case REMARK_ADVICE:
		return !author && (who_manages(db, w->who, p->team) || manages_above(w, db, p));
	}
	return false;
}

static void check_text(struct work *w, const char *text)
{
	if (!*text)
		fault_add(&w->faults, "text", _("Nothing is written yet. One sentence is enough."));
	else if (text_runes(text) > REMARK_RUNES)
		fault_add(&w->faults, "text",
			_("Too long: 1,000 characters is the most. Say the main thing, or talk to "
			  "each other."));
}

static int64_t read_day(struct work *w, const char *s)
{
	int y, m, d, n = 0, year = 0, month = 0, date = 0;
	if (text_blank(s))
		return 0;
	int64_t day = 0;
	if (sscanf(s, "%4d-%2d-%2d%n", &y, &m, &d, &n) == 3 && n == 10 && !s[n]) {
		day = day_number(y, m, d);
		day_date(day, &year, &month, &date);
	}
	if (day > 0 && year == y && month == m && date == d)
		return day;
	fault_add(&w->faults, "until", _("Write the day like 2026-11-27, or leave it open."));
	return 0;
}

/* An answer belongs to a why; a why that digs on, to an answer, at most five deep. */
static void check_chain(
	struct work *w, struct db *db, const struct point *p, const struct remark_text *said)
{
	const struct remark *to = said->to.n ? remark_get(db, w->who, said->to) : NULL;
	bool fits = !said->to.n;
	if (to && to->point.n == p->id.n && to->text)
		fits = (said->kind == REMARK_ANSWER && to->kind == REMARK_WHY) ||
		       (said->kind == REMARK_WHY && to->kind == REMARK_ANSWER) ||
		       (said->kind == REMARK_COMMENT);
	if (!fits)
		fault_add(&w->faults, "to",
			_("What this answers is not there any more. Write it under the point "
			  "itself."));
	else if (to && said->kind == REMARK_WHY && remark_whys_above_any(db, to->id) >= REMARK_WHYS)
		fault_add(&w->faults, "to",
			_("Five times why is the most. Now say what follows from it."));
}

/* The point's author, and whom it answers; nobody twice. */
static void tell(
	struct txn *t, struct work *w, const struct point *p, const struct remark *r, bool answers)
{
	enum notice_kind kind = answers                 ? NOTICE_ANSWERED
				: r->kind == REMARK_WHY ? NOTICE_ASKED_WHY
							: NOTICE_REMARKED;
	notice_tell_said(t, w, p->author, kind, p->id, r->id);
	const struct remark *to = r->to.n ? remark_get(t->db, w->who, r->to) : NULL;
	if (to && to->person.n != p->author.n)
		notice_tell_said(t, w, to->person, NOTICE_REMARKED, p->id, r->id);
}

static struct mentions named(struct work *w, struct db *db, struct point_id point, const char *text)
{
	if (!mention_any(text))
		return (struct mentions){ 0 };
	struct mention_people people = mention_people_of_point(db, w->who, point);
	return mention_find(w, &people, text);
}

/* The author hears of what is said anyway. */
static void name(struct txn *t, struct work *w, const struct point *p, struct remark_id id,
	const struct mentions *all)
{
	mention_add_remark(t, id, all);
	LIST_EACH (const struct mention, m, all)
		if (m->person.n != p->author.n)
			notice_tell_said(t, w, m->person, NOTICE_MENTIONED, p->id, id);
}

static struct remark made(
	struct work *w, struct db *db, const struct point *p, const struct remark_text *said)
{
	struct remark r = { .point = p->id,
		.kind = said->kind,
		.to = said->to,
		.person = w->who->person,
		.text = text_trim(w->arena, said->text),
		.at = w->now,
		.rises = !in_team(w, db, p) && p->author.n != w->who->person.n };
	check_text(w, r.text);
	check_chain(w, db, p, said);
	if (said->kind != REMARK_ADVICE)
		return r;
	if (!text_blank(said->whom))
		r.whom = text_trim(w->arena, said->whom);
	r.until = read_day(w, said->until);
	if (r.whom && text_runes(r.whom) > REMARK_WHOM_RUNES)
		fault_add(&w->faults, "whom", _("Names only: at most 60 characters."));
	return r;
}

enum outcome remark_add_said(struct txn *t, struct work *w, const struct point *p,
	struct meeting_id meeting, const struct remark_text *said, struct remark_id *id)
{
	struct remark r = made(w, t->db, p, said);
	struct mentions all = named(w, t->db, p->id, r.text);
	if (w->faults.count)
		return INVALID;
	r.meeting = meeting;
	if (meeting.n && r.kind == REMARK_ANSWER)
		r.person = p->author;
	*id = r.id = remark_add(t, &r);
	answer_seen(t, w, p);
	name(t, w, p, r.id, &all);
	event_add(t, remark_kind_deed(r.kind), w->who, p->id, r.id, w->now);
	bool answers = answer_stop(t, w, p->id, r.id);
	tell(t, w, p, &r, answers);
	return DONE;
}

enum outcome remark_say(
	struct work *w, struct point_id point, const struct remark_text *said, struct remark_id *id)
{
	TXN(t, w->writer, w->arena);
	const struct point *p = point_get(t.db, w->who, point);
	if (!p)
		return NOT_FOUND;
	if (!remark_allowed(w, t.db, p, said->kind))
		return FORBIDDEN;
	enum outcome outcome = remark_add_said(&t, w, p, (struct meeting_id){ 0 }, said, id);
	if (outcome != DONE)
		return outcome;
	return txn_commit(&t) ? DONE : BROKEN;
}

bool remark_is_fresh(const struct work *w, const struct remark *r)
{
	return r->own && r->text && w->now < r->at + REMARK_MINUTES * 60;
}

enum outcome remark_change(struct work *w, struct remark_id id, const char *text)
{
	text = text_trim(w->arena, text);
	TXN(t, w->writer, w->arena);
	const struct remark *r = remark_get(t.db, w->who, id);
	if (!r || !r->text)
		return NOT_FOUND;
	if (!r->own)
		return FORBIDDEN;
	if (!remark_is_fresh(w, r)) {
		fault_add(&w->faults, NULL,
			_("Its ten minutes are over: others have read it. Strike it, and write "
			  "anew."));
		return CONFLICT;
	}
	check_text(w, text);
	struct mentions all = named(w, t.db, r->point, text);
	if (w->faults.count)
		return INVALID;
	remark_set_text(&t, id, text, w->now);
	mention_drop_remark(&t, id);
	name(&t, w, point_get(t.db, w->who, r->point), id, &all);
	return txn_commit(&t) ? DONE : BROKEN;
}

enum outcome remark_take_back(struct work *w, struct remark_id id)
{
	TXN(t, w->writer, w->arena);
	const struct remark *r = remark_get(t.db, w->who, id);
	if (!r)
		return NOT_FOUND;
	if (!r->own)
		return FORBIDDEN;
	if (!r->text)
		return DONE;
	remark_strike(&t, id, w->now);
	notice_take_back(&t, id);
	event_add(&t, "struck", w->who, r->point, id, w->now);
	return txn_commit(&t) ? DONE : BROKEN;
}

bool remark_may_raise(struct work *w, struct db *db, const struct point *p)
{
	return p->author.n == w->who->person.n || who_manages(db, w->who, p->team);
}

/* One of the two lets it rise: the other is asked. */
static void ask_the_other(struct txn *t, struct work *w, const struct point *p, struct remark_id id)
{
	if (p->author.n != w->who->person.n) {
		notice_tell_said(t, w, p->author, NOTICE_LETS, p->id, id);
		return;
	}
	struct people managers = steward_people_any(t->db, p->team);
	LIST_EACH (const struct person_id, m, &managers)
		notice_tell_said(t, w, *m, NOTICE_LETS, p->id, id);
}

enum outcome remark_raise(struct work *w, struct remark_id id, bool rises)
{
	TXN(t, w->writer, w->arena);
	const struct remark *r = remark_get(t.db, w->who, id);
	const struct point *p = r ? point_get(t.db, w->who, r->point) : NULL;
	if (!p)
		return NOT_FOUND;
	if (!remark_may_raise(w, t.db, p))
		return FORBIDDEN;
	bool author = p->author.n == w->who->person.n ? rises : r->author_lets;
	bool manager = who_manages(t.db, w->who, p->team) ? rises : r->manager_lets;
	remark_set_lets(&t, id, author, manager);
	if (rises && author != manager)
		ask_the_other(&t, w, p, id);
	return txn_commit(&t) ? DONE : BROKEN;
}
