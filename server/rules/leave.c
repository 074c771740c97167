#include "leave.h"

#include "base/text.h"
#include "branch_point.h"
#include "doors/i18n.h"
#include "doors/txn.h"
#include "rollup.h"
#include "store/audit.h"
#include "store/event.h"
#include "store/handled.h"
#include "store/leave.h"

static bool reason_is_good(struct work *w, const char **reason)
{
	*reason = text_trim(w->arena, *reason);
	if (**reason && text_runes(*reason) <= LEAVE_RUNES)
		return true;
	fault_add(&w->faults, "reason",
		_("Say in a few words why no text takes it up: its author may ask."));
	return false;
}

static void put(struct txn *t, struct work *w, const struct point *p, const char *reason)
{
	leave_put(t, p->id, reason, w->who->person, w->now);
	audit_add(t, w->who, w->now, "leave", "point", p->id.n, p->branch, reason);
	event_add(t, "left", w->who, p->id, (struct remark_id){ 0 }, w->now);
}

/* false: it needs no reason. */
static bool put_one(struct txn *t, struct work *w, struct point_id id, const char *reason)
{
	const struct point *p = point_get(t->db, w->who, id);
	const char *before;
	struct rollup r = rollup_get(t->db, p->branch, p->branch_week);
	enum handled h = handled_of_any(t->db, r.id, id, &before);
	if (h == MERGED || h == CITED)
		return false;
	put(t, w, p, reason);
	return true;
}

enum outcome leave_points(
	struct work *w, const struct point_id *points, size_t n, const char *reason)
{
	const struct point *p;
	size_t done = 0;
	TXN(t, w->writer, w->arena);
	for (size_t i = 0; i < n; i++) {
		enum outcome outcome = branch_point_find(w, t.db, points[i], &p);
		if (outcome != DONE)
			return outcome;
	}
	if (!n)
		fault_add(&w->faults, "points", _("Tick at least one point."));
	if (!reason_is_good(w, &reason) || !n)
		return INVALID;
	for (size_t i = 0; i < n; i++)
		done += put_one(&t, w, points[i], reason);
	if (!done) {
		fault_add(&w->faults, "points",
			_("It is merged or cited already: nothing of it is lost."));
		return CONFLICT;
	}
	return txn_commit(&t) ? DONE : BROKEN;
}

enum outcome leave_undo(struct work *w, struct point_id id)
{
	const struct point *p;
	TXN(t, w->writer, w->arena);
	enum outcome outcome = branch_point_find(w, t.db, id, &p);
	if (outcome != DONE)
		return outcome;
	if (!leave_drop(&t, id))
		return DONE;
	audit_add(&t, w->who, w->now, "unleave", "point", id.n, p->branch, NULL);
	event_add(&t, "unleft", w->who, id, (struct remark_id){ 0 }, w->now);
	return txn_commit(&t) ? DONE : BROKEN;
}
