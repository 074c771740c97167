#include "merge.h"

#include "branch_point.h"
#include "doors/i18n.h"
#include "doors/txn.h"
#include "store/audit.h"
#include "store/event.h"

static enum outcome refuse(struct work *w, const char *why)
{
	fault_add(&w->faults, "points", why);
	return CONFLICT;
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
	enum outcome outcome = branch_point_find(w, t.db, lead_id, &lead);
	if (outcome != DONE)
		return outcome;
	size_t merged = 0;
	point_set_lead(&t, lead->id, (struct point_id){ 0 });
	for (size_t i = 0; i < n; i++) {
		if (points[i].n == lead_id.n)
			continue;
		outcome = branch_point_find(w, t.db, points[i], &p);
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
	enum outcome outcome = branch_point_find(w, t.db, id, &p);
	if (outcome != DONE)
		return outcome;
	point_part(&t, id);
	audit_add(&t, w->who, w->now, "unmerge", "point", id.n, p->branch, NULL);
	event_add(&t, "unmerged", w->who, id, (struct remark_id){ 0 }, w->now);
	return txn_commit(&t) ? DONE : BROKEN;
}
