#include "rollup.h"

#include "base/list.h"
#include "doors/i18n.h"
#include "doors/txn.h"
#include "lift.h"
#include "store/audit.h"
#include "store/reflection.h"
#include "store/roster.h"

bool rollup_may_open(struct work *w, const struct unit *unit)
{
	const struct who *who = w->who;
	if (who_is_operator(who) || who_manages(w->db, who, unit->id))
		return true;
	/* Where an own point lies, one's roll-up is one's own, also after a move. */
	switch (unit->kind) {
	case UNIT_HQ:
		return true;
	case UNIT_BRANCH:
		return who->branch.n == unit->id.n || who_is(who, HQ | TRAINER);
	case UNIT_TEAM:
		return (who->team.n == unit->id.n && who_is(who, REP | TEAM_MANAGER)) ||
		       who_is(who, HQ | TRAINER) || who_manages(w->db, who, unit->parent);
	case UNIT_NONE:
		break;
	}
	return false;
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

/* The level above has closed the same week, or the later one in which something from here lies: a
 * week closed late rises into the first week that was open, in the branch of that day. */
static bool closed_above(struct db *db, const struct unit *unit, struct week week)
{
	if (unit->parent.n && rollup_get(db, unit->parent, week).closed)
		return true;
	struct point_ids all = points_in(db, unit, week);
	LIST_EACH (const struct point_id, id, &all) {
		const struct point *p = point_get(db, who_operator(), *id);
		bool team = unit->kind == UNIT_TEAM;
		if (p->reach >= (team ? REACH_BRANCH : REACH_HQ) &&
			rollup_get(db, team ? p->branch : unit->parent,
				team ? p->branch_week : p->hq_week)
				.closed)
			return true;
	}
	return false;
}

static void move_points(struct txn *t, const struct unit *unit, struct week week, bool close)
{
	struct point_ids all = points_in(t->db, unit, week);
	LIST_EACH (const struct point_id, id, &all) {
		struct point p = *point_get(t->db, who_operator(), *id);
		enum reach before = p.reach;
		close ? raise_point(t, unit, &p) : lower_point(unit, &p);
		if (p.reach != before)
			lift_point(t, &p);
	}
}

static enum outcome set_closed(
	struct work *w, const struct unit *unit, struct week week, bool close)
{
	TXN(t, w->writer, w->arena);
	struct rollup now = rollup_get(t.db, unit->id, week);
	if (now.closed == close)
		return DONE;
	if (!close && closed_above(t.db, unit, week)) {
		fault_add(&w->faults, NULL,
			_("The level above has closed this week already. Ask there to reopen it "
			  "first."));
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
	move_points(&t, unit, week, close);
	audit_add(&t, w->who, w->now, close ? "close" : "reopen", "rollup", id.n, unit->id,
		week_name(w->arena, week));
	return txn_commit(&t) ? DONE : BROKEN;
}

static enum outcome change(struct work *w, struct unit_id id, struct week week, bool close)
{
	const struct unit *unit = unit_get(w->db, id);
	if (!unit || !rollup_may_open(w, unit) || week.n > work_week(w).n)
		return NOT_FOUND;
	if (!who_manages(w->db, w->who, id))
		return FORBIDDEN;
	return set_closed(w, unit, week, close);
}

enum outcome rollup_close(struct work *w, struct unit_id unit, struct week week)
{
	return change(w, unit, week, true);
}

enum outcome rollup_reopen(struct work *w, struct unit_id unit, struct week week)
{
	return change(w, unit, week, false);
}
