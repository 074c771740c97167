#include "rollup.h"

#include "answer.h"
#include "base/list.h"
#include "doors/i18n.h"
#include "doors/txn.h"
#include "lift.h"
#include "search.h"
#include "store/audit.h"
#include "store/bulletin.h"
#include "store/event.h"
#include "store/leave.h"
#include "store/reflection.h"
#include "store/roster.h"
#include "synthesis.h"

struct rollup_rights rollup_rights(
	struct work *w, struct db *db, const struct unit *unit, const struct rollup *now)
{
	const struct who *who = w->who;
	struct standing s = rollup_standing(db, who, unit);
	struct rollup_rights r = { .manages = s.manages, .sees_all = s.sees_all };
	bool above = s.manages_parent || s.manages_hq || s.sees_hq;
	if (unit->kind == UNIT_HQ)
		r.opens = who->signed_in;
	else if (unit->kind == UNIT_BRANCH)
		r.opens = s.manages || above || s.manages_below || who->branch.n == unit->id.n;
	else
		r.names =
			s.manages || (who->team.n == unit->id.n && who_is(who, REP | TEAM_MANAGER));
	r.opens = r.opens || r.names || above;
	if (unit->kind == UNIT_BRANCH && s.sees_hq && now->closed)
		r.sees_all = true;
	if (unit->kind == UNIT_TEAM)
		r.numbers =
			r.names ||
			(now->closed && (s.manages_parent ||
						rollup_get(db, unit->parent, now->week).closed));
	return r;
}

bool rollup_may_open(struct work *w, const struct unit *unit)
{
	const struct rollup none = { 0 };
	return rollup_rights(w, w->db, unit, &none).opens;
}

enum outcome rollup_open_to(struct work *w, struct db *db, struct unit_id id, struct week week,
	const struct unit **unit)
{
	*unit = unit_get(db, id);
	if (!*unit || week.n > work_week(w).n)
		return NOT_FOUND;
	struct rollup now = rollup_get(db, id, week);
	struct rollup_rights rights = rollup_rights(w, db, *unit, &now);
	if (!rights.opens)
		return NOT_FOUND;
	if (!rights.manages)
		return FORBIDDEN;
	if (!now.closed)
		return DONE;
	fault_add(&w->faults, NULL,
		_("This week is closed. Open it again first, as long as the level above has not "
		  "closed it."));
	return CONFLICT;
}

/* What closing does to one point of the unit. */
static void raise_point(struct txn *t, const struct unit *unit, struct point *p)
{
	if (unit->kind == UNIT_TEAM && p->reach == REACH_TEAM && !p->team_only) {
		p->reach = REACH_BRANCH;
		p->branch = unit->parent;
		p->branch_week = rollup_first_open(t->db, unit->parent, p->team_week);
	} else if (unit->kind == UNIT_BRANCH && p->reach == REACH_BRANCH) {
		p->reach = REACH_HQ;
		p->hq_week = rollup_first_open(t->db, unit->parent, p->branch_week);
	}
}

static void lower_point(const struct unit *unit, struct point *p)
{
	if (unit->kind == UNIT_TEAM && p->reach == REACH_BRANCH)
		p->reach = REACH_TEAM;
	else if (unit->kind == UNIT_BRANCH && p->reach == REACH_HQ)
		p->reach = REACH_BRANCH;
}

static struct point_ids points_in(struct db *db, const struct unit *unit, struct week week)
{
	if (unit->kind == UNIT_TEAM)
		return point_in_team_any(db, unit->id, week);
	if (unit->kind == UNIT_BRANCH)
		return point_in_branch_any(db, unit->id, week);
	return (struct point_ids){ 0 };
}

/* A point that leaves the branch's roll-up leaves its merger too, and the reason why no text of it
 * took it up. */
static void move_point(
	struct txn *t, struct work *w, const struct unit *unit, struct point *p, bool close)
{
	enum reach before = p->reach;
	close ? raise_point(t, unit, p) : lower_point(unit, p);
	if (p->reach == before)
		return;
	if (p->reach < REACH_BRANCH) {
		point_part(t, p->id);
		leave_drop(t, p->id);
	}
	lift_point(t, p);
	event_add(t, close ? "rose" : "lowered", w->who, p->id, (struct remark_id){ 0 }, w->now);
}

static void move_points(
	struct txn *t, struct work *w, const struct unit *unit, struct week week, bool close)
{
	struct point_ids all = points_in(t->db, unit, week);
	LIST_EACH (const struct point_id, id, &all) {
		struct point p = *point_get(t->db, who_operator(), *id);
		move_point(t, w, unit, &p, close);
	}
}

static enum outcome set_closed(
	struct work *w, const struct unit *unit, struct week week, bool close)
{
	TXN(t, w->writer, w->arena);
	struct rollup now = rollup_get(t.db, unit->id, week);
	if (now.closed == close)
		return DONE;
	if (!close && rollup_is_sealed_any(t.db, unit, week)) {
		fault_add(&w->faults, NULL,
			_("The level above has closed this week already. Ask there to reopen it "
			  "first."));
		return CONFLICT;
	}
	if (!close && unit->kind == UNIT_TEAM && bulletin_holds_any(t.db, unit->id, week)) {
		fault_add(&w->faults, NULL,
			_("Points of this week went out in a bulletin, so their words stay as they "
			  "are. What is new goes into this week's roll-up."));
		return CONFLICT;
	}
	struct rollup_id id = rollup_ensure(&t, unit->id, week);
	if (unit->kind == UNIT_TEAM) {
		reflection_set_closed(&t, unit->id, week, close);
		/* Frozen while still open: from then on the kept list holds. */
		close ? roster_freeze(&t, id, unit->id, week,
				week_start(w->zone, (struct week){ week.n + 1 }))
		      : roster_thaw(&t, id);
	}
	rollup_set_closed(&t, id, close, w->who->person, w->now);
	search_put_rollup(&t, id);
	move_points(&t, w, unit, week, close);
	if (close && unit->kind == UNIT_TEAM)
		answer_restart(&t, unit->id, week, answer_due(t.db, w));
	synthesis_follow(&t, id);
	audit_add(&t, w->who, w->now, close ? "close" : "reopen", "rollup", id.n, unit->id,
		week_name(w->arena, week));
	return txn_commit(&t) ? DONE : BROKEN;
}

static enum outcome change(struct work *w, struct unit_id id, struct week week, bool close)
{
	const struct unit *unit = unit_get(w->db, id);
	if (!unit || week.n > work_week(w).n)
		return NOT_FOUND;
	struct rollup now = rollup_get(w->db, id, week);
	struct rollup_rights rights = rollup_rights(w, w->db, unit, &now);
	if (!rights.opens)
		return NOT_FOUND;
	return rights.manages ? set_closed(w, unit, week, close) : FORBIDDEN;
}

enum outcome rollup_close(struct work *w, struct unit_id unit, struct week week)
{
	return change(w, unit, week, true);
}

enum outcome rollup_reopen(struct work *w, struct unit_id unit, struct week week)
{
	return change(w, unit, week, false);
}
