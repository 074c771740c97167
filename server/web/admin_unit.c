/* The administrator's pages of the tree. */
#include "base/list.h"
#include "base/text.h"
#include "handlers.h"
#include "rules/unit.h"
#include "templates.h"
#include "views/unit.h"

static const char *with_commas(struct arena *a, const char *lines)
{
	if (!lines)
		return NULL;
	struct out o = out_new(a);
	for (; *lines; lines++)
		*lines == '\n' ? out_text(&o, _(", ")) : out_char(&o, *lines);
	return out_string(&o);
}

static struct unit_line line_of(
	struct visit *v, const struct unit_staffs *staff, const struct unit *u)
{
	struct unit_line line = { .unit = u };
	LIST_EACH (const struct unit_staff, s, staff)
		if (s->unit.n == u->id.n) {
			line.people = s->people;
			line.managers = with_commas(v->work.arena, s->managers);
		}
	line.remark = unit_size_remark(&v->work, u, line.people);
	return line;
}

enum outcome admin_unit_list_show(struct visit *v)
{
	struct unit_staffs staff = unit_staff_any(v->work.db);
	struct units units = unit_all(v->work.db);
	struct unit_tree_view view = { .chrome = &v->chrome };
	LIST_EACH (const struct unit, u, &units) {
		struct unit_line line = line_of(v, &staff, u);
		view.any_closed |= !u->active;
		if (u->kind == UNIT_HQ)
			view.head = line;
		else if (u->kind == UNIT_BRANCH)
			LIST_ADD(v->work.arena, &view.branches)->line = line;
		else if (view.branches.count)
			*LIST_ADD(v->work.arena,
				&view.branches.items[view.branches.count - 1].teams) = line;
	}
	admin_unit_list(visit_page(v, _("Units")), &view);
	return DONE;
}

static enum outcome form(struct visit *v, const struct unit *u, int status)
{
	struct units all = unit_all(v->work.db);
	unsigned kinds = u->id.n ? 1u << UNIT_BRANCH : 1u << UNIT_HQ | 1u << UNIT_BRANCH;
	struct unit_form_view view = { .chrome = &v->chrome,
		.unit = *u,
		.parents = unit_choices_of(v->work.arena, &all, kinds, u->parent),
		.faults = v->work.faults };
	if (!u->id.n) {
		admin_unit_new(visit_page(v, _("Add a unit")), &view);
	} else {
		struct unit_staffs staff = unit_staff_any(v->work.db);
		struct unit_line line = line_of(v, &staff, u);
		view.people = line.people;
		view.managers = line.managers;
		view.remark = line.remark;
		view.deputies = deputy_of_unit_any(v->work.db, u->id);
		admin_unit_edit(visit_page(v, u->name), &view);
	}
	v->out->status = status;
	return DONE;
}

enum outcome admin_unit_new_show(struct visit *v)
{
	const struct unit u = { .parent = { visit_query_number(v, "parent") } };
	return form(v, &u, 200);
}

enum outcome admin_unit_show(struct visit *v)
{
	const struct unit *u = unit_get(v->work.db, (struct unit_id){ v->arg[0] });
	return u ? form(v, u, 200) : NOT_FOUND;
}

static void read_form(struct visit *v, struct unit *u)
{
	u->code = text_trim(v->work.arena, visit_field(v, "code"));
	u->name = text_trim(v->work.arena, visit_field(v, "name"));
	u->task_counts = *visit_field(v, "task_counts");
	if (*visit_field(v, "parent"))
		u->parent.n = visit_number(v, "parent");
}

enum outcome admin_unit_add(struct visit *v)
{
	struct unit u = { 0 };
	read_form(v, &u);
	struct unit_id id;
	enum outcome outcome = unit_create(&v->work, u.code, u.name, u.parent, &id);
	if (outcome == INVALID || outcome == CONFLICT)
		return form(v, &u, outcome_status(outcome));
	return outcome == DONE ? visit_see_other(v, "/admin/units?said=added") : outcome;
}

enum outcome admin_unit_save(struct visit *v)
{
	const struct unit *old = unit_get(v->work.db, (struct unit_id){ v->arg[0] });
	if (!old)
		return NOT_FOUND;
	struct unit u = *old;
	read_form(v, &u);
	enum outcome outcome = unit_alter(&v->work, &u);
	if (outcome == INVALID || outcome == CONFLICT)
		return form(v, &u, outcome_status(outcome));
	return outcome == DONE ? visit_see_other(v, "/admin/units?said=saved") : outcome;
}

static enum outcome after(struct visit *v, enum outcome outcome)
{
	const struct unit *u = unit_get(v->work.db, (struct unit_id){ v->arg[0] });
	if (outcome == CONFLICT)
		return form(v, u, 409);
	return outcome == DONE ? visit_see_other(v, "/admin/units?said=saved") : outcome;
}

enum outcome admin_unit_close(struct visit *v)
{
	return after(v, unit_close(&v->work, (struct unit_id){ v->arg[0] }));
}

enum outcome admin_unit_open(struct visit *v)
{
	return after(v, unit_open(&v->work, (struct unit_id){ v->arg[0] }));
}
