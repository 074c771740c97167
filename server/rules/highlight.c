#include "highlight.h"

#include "base/text.h"
#include "doors/i18n.h"
#include "doors/txn.h"
#include "notice.h"
#include "store/audit.h"
#include "store/event.h"
#include "store/highlight.h"

enum { REASON_RUNES = 200 };

/* The unit in whose name the viewer may flag it; 0: none. */
static struct unit_id flags_for(struct work *w, struct db *db, const struct point *p)
{
	const struct unit_id hq = { 1 }, none = { 0 };
	if (p->reach >= REACH_BRANCH && who_manages(db, w->who, p->branch))
		return p->branch;
	return p->reach >= REACH_HQ && who_manages(db, w->who, hq) ? hq : none;
}

bool highlight_allowed(struct work *w, struct db *db, const struct point *p)
{
	return flags_for(w, db, p).n;
}

static enum outcome find(struct work *w, struct db *db, struct point_id id, const struct point **p)
{
	*p = point_get(db, w->who, id);
	if (!*p)
		return NOT_FOUND;
	return highlight_allowed(w, db, *p) ? DONE : FORBIDDEN;
}

enum outcome highlight_set(struct work *w, struct point_id id, const char *reason)
{
	const struct point *p;
	TXN(t, w->writer, w->arena);
	enum outcome outcome = find(w, t.db, id, &p);
	if (outcome != DONE)
		return outcome;
	reason = text_trim(w->arena, reason);
	if (!*reason || text_runes(reason) > REASON_RUNES) {
		fault_add(&w->faults, "reason",
			_("Say in a few words what others could learn from it."));
		return INVALID;
	}
	struct unit_id unit = flags_for(w, t.db, p);
	highlight_put(&t, id, unit, reason, w->who->person, w->now);
	audit_add(&t, w->who, w->now, "highlight", "point", id.n, unit, reason);
	event_add(&t, "highlighted", w->who, id, (struct remark_id){ 0 }, w->now);
	if (!p->highlight)
		notice_tell(&t, w, p->author, NOTICE_HIGHLIGHTED, NOTICE_POINT, id.n);
	return txn_commit(&t) ? DONE : BROKEN;
}

enum outcome highlight_undo(struct work *w, struct point_id id)
{
	const struct point *p;
	TXN(t, w->writer, w->arena);
	enum outcome outcome = find(w, t.db, id, &p);
	if (outcome != DONE)
		return outcome;
	if (!p->highlight)
		return DONE;
	highlight_drop(&t, id);
	audit_add(&t, w->who, w->now, "unhighlight", "point", id.n, flags_for(w, t.db, p), NULL);
	return txn_commit(&t) ? DONE : BROKEN;
}
