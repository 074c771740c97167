#include "merge.h"

#include "base/list.h"
#include "doors/i18n.h"
#include "doors/txn.h"
#include "rollup.h"
#include "store/audit.h"
#include "store/event.h"

static enum outcome refuse(struct work *w, const char *why)
{
	fault_add(&w->faults, "points", why);
	return CONFLICT;
}

/* A point of the branch's open week that the viewer manages. */
static enum outcome find(struct work *w, struct db *db, struct point_id id, const struct point **p)
{
	const struct unit *branch;
	*p = point_get(db, w->who, id);
	if (!*p)
		return NOT_FOUND;
	struct unit_id branch_id = (*p)->branch.n ? (*p)->branch : unit_get(db, (*p)->team)->parent;
	if (!who_manages(db, w->who, branch_id))
		return FORBIDDEN;
	if ((*p)->team_only)
		return refuse(w, _("A point kept in its team cannot be merged."));
	if ((*p)->reach < REACH_BRANCH)
		return refuse(w, _("This point has not risen to the branch yet."));
	if ((*p)->branch_week.n > work_week(w).n)
		return refuse(w, _("This point counts in a week that has not begun yet. Try again "
				   "then."));
	return rollup_open_to(w, db, (*p)->branch, (*p)->branch_week, &branch);
}

static void put_under(
	struct txn *t, struct work *w, const struct point *p, const struct point *lead)
{
	point_lead_moves(t, p->id, lead->id);
	point_set_lead(t, p->id, lead->id);
	audit_add(t, w->who, w->now, "merge", "point", p->id.n, lead->branch,
		arena_format(w->arena, "→ %ld", (long)lead->id.n));
	event_add(t, "merged", w->who, p->id, (struct remark_id){ 0 }, w->now);
	event_add(t, "merged", w->who, lead->id, (struct remark_id){ 0 }, w->now);
}

enum outcome merge_points(
	struct work *w, struct point_id lead_id, const struct point_id *points, size_t n)
{
	const struct point *lead, *p;
	TXN(t, w->writer, w->arena);
	enum outcome outcome = find(w, t.db, lead_id, &lead);
	if (outcome != DONE)
		return outcome;
	size_t merged = 0;
	point_set_lead(&t, lead->id, (struct point_id){ 0 });
	for (size_t i = 0; i < n; i++) {
		if (points[i].n == lead_id.n)
			continue;
		outcome = find(w, t.db, points[i], &p);
		if (outcome != DONE)
			return outcome;
		if (p->branch.n != lead->branch.n || p->branch_week.n != lead->branch_week.n)
			return refuse(w, _("Only points of the same week can be merged."));
		put_under(&t, w, p, lead);
		merged++;
	}
	if (merged == 0) {
		fault_add(&w->faults, "points", _("Tick at least two points that say the same."));
		return INVALID;
	}
	return txn_commit(&t) ? DONE : BROKEN;
}

enum outcome merge_undo(struct work *w, struct point_id id)
{
	const struct point *p;
	TXN(t, w->writer, w->arena);
	enum outcome outcome = find(w, t.db, id, &p);
	if (outcome != DONE)
		return outcome;
	point_part(&t, id);
	audit_add(&t, w->who, w->now, "unmerge", "point", id.n, p->branch, NULL);
	event_add(&t, "unmerged", w->who, id, (struct remark_id){ 0 }, w->now);
	return txn_commit(&t) ? DONE : BROKEN;
}
