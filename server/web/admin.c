/* The overview of the administration. */
#include "views/admin.h"

#include "base/list.h"
#include "handlers.h"
#include "rules/unit.h"
#include "store/person.h"
#include "templates.h"

enum { ACTS = 8 };

static void add_acts(struct visit *v, struct admin_view *view)
{
	const struct audit_search newest = { .limit = ACTS };
	struct audit_entries found = audit_search_any(v->work.db, &newest);
	LIST_EACH (const struct audit_entry, e, &found) {
		struct audit_line *line = LIST_ADD(v->work.arena, &view->acts);
		*line = audit_line_of(v->work.arena, e);
		line->when = visit_time(v, e->at);
	}
}

static void add_remark(struct visit *v, struct admin_view *view, const struct unit *u,
	const struct unit_staffs *staff)
{
	struct unit_line line = { .unit = u };
	LIST_EACH (const struct unit_staff, s, staff)
		if (s->unit.n == u->id.n)
			line.people = s->people;
	line.remark = unit_size_remark(&v->work, u, line.people);
	if (line.remark)
		*LIST_ADD(v->work.arena, &view->remarks) = line;
}

enum outcome admin_show(struct visit *v)
{
	struct units units = unit_all(v->work.db);
	struct unit_staffs staff = unit_staff_any(v->work.db);
	struct admin_view view = { .chrome = &v->chrome };
	const struct person_search everybody = { .active = true };
	view.people = person_search_count_any(v->work.db, &everybody);
	LIST_EACH (const struct unit, u, &units) {
		view.branches += u->active && u->kind == UNIT_BRANCH;
		view.teams += u->active && u->kind == UNIT_TEAM;
		add_remark(v, &view, u, &staff);
	}
	add_acts(v, &view);
	admin(visit_page(v, _("Administration")), &view);
	return DONE;
}
