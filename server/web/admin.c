/* The overview of the administration. */
#include "views/admin.h"

#include "base/list.h"
#include "handlers.h"
#include "store/person.h"
#include "templates.h"

enum outcome admin_show(struct visit *v)
{
	struct units units = unit_all(v->work.db);
	struct admin_view view = { .chrome = &v->chrome };
	const struct person_search everybody = { .active = true };
	view.people = person_search_count_any(v->work.db, &everybody);
	LIST_EACH (const struct unit, u, &units) {
		view.branches += u->active && u->kind == UNIT_BRANCH;
		view.teams += u->active && u->kind == UNIT_TEAM;
	}
	admin(visit_page(v, _("Administration")), &view);
	return DONE;
}
