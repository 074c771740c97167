#include "branch_point.h"

#include "doors/i18n.h"
#include "rollup.h"

static enum outcome refuse(struct work *w, const char *why)
{
	fault_add(&w->faults, "points", why);
	return CONFLICT;
}

enum outcome branch_point_find(
	struct work *w, struct db *db, struct point_id id, const struct point **p)
{
	const struct unit *branch;
	*p = point_get(db, w->who, id);
	if (!*p)
		return NOT_FOUND;
	struct unit_id branch_id = (*p)->branch.n ? (*p)->branch : unit_get(db, (*p)->team)->parent;
	if (!who_manages(db, w->who, branch_id))
		return FORBIDDEN;
	if ((*p)->team_only)
		return refuse(w, _("This point is kept in its team: it is none of the branch's."));
	if ((*p)->reach < REACH_BRANCH)
		return refuse(w, _("This point has not risen to the branch yet."));
	if ((*p)->branch_week.n > work_week(w).n)
		return refuse(w, _("This point counts in a week that has not begun yet. Try again "
				   "then."));
	return rollup_open_to(w, db, (*p)->branch, (*p)->branch_week, &branch);
}
