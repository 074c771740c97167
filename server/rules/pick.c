#include "pick.h"

#include "base/text.h"
#include "doors/i18n.h"
#include "doors/txn.h"
#include "rollup.h"
#include "store/audit.h"
#include "store/event.h"
#include "store/pick.h"

enum { COMMENT_RUNES = 1000 };

static const struct unit_id hq = { 1 };

static enum outcome refuse(struct work *w, const char *why)
{
	fault_add(&w->faults, "point", why);
	return CONFLICT;
}

static enum outcome find(struct work *w, struct db *db, struct point_id id, const struct point **p)
{
	const struct unit *unit;
	*p = point_get(db, w->who, id);
	if (!*p)
		return NOT_FOUND;
	if (!who_manages(db, w->who, hq))
		return FORBIDDEN;
	if (!(*p)->hq_week.n)
		return refuse(w, _("This point has not risen to the headquarters yet."));
	if ((*p)->hq_week.n > work_week(w).n)
		return refuse(w, _("This point counts in a week that has not begun yet. Try again "
				   "then."));
	return rollup_open_to(w, db, hq, (*p)->hq_week, &unit);
}

enum outcome pick_set(struct work *w, struct point_id id, const char *comment)
{
	const struct point *p;
	TXN(t, w->writer, w->arena);
	enum outcome outcome = find(w, t.db, id, &p);
	if (outcome != DONE)
		return outcome;
	comment = text_trim(w->arena, comment);
	if (text_runes(comment) > COMMENT_RUNES) {
		fault_add(&w->faults, "comment", _("Shorten the comment to 1000 characters."));
		return INVALID;
	}
	pick_put(&t, rollup_ensure(&t, hq, p->hq_week), id, *comment ? comment : NULL,
		w->who->person, w->now);
	audit_add(&t, w->who, w->now, "pick", "point", id.n, hq, comment);
	event_add(&t, "picked", w->who, id, (struct remark_id){ 0 }, w->now);
	return txn_commit(&t) ? DONE : BROKEN;
}

enum outcome pick_undo(struct work *w, struct point_id id)
{
	const struct point *p;
	TXN(t, w->writer, w->arena);
	enum outcome outcome = find(w, t.db, id, &p);
	if (outcome != DONE)
		return outcome;
	pick_drop(&t, rollup_ensure(&t, hq, p->hq_week), id);
	audit_add(&t, w->who, w->now, "unpick", "point", id.n, hq, NULL);
	return txn_commit(&t) ? DONE : BROKEN;
}
