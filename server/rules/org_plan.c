#include "org_plan.h"

#include "base/names.h"
#include "base/text.h"
#include "doors/i18n.h"
#include "doors/secret.h"
#include "setting.h"
#include "store/person.h"
#include "store/unit.h"
#include "unit.h"

struct planning {
	struct work *work;
	struct arena *arena;
	struct db *db;
	struct org_plan *plan;
	struct units units;   /* as they are */
	struct names by_code; /* their places in units */
	struct names told;    /* places in the file's units */
	int64_t *sizes;       /* of teams, by place in units; the file's new ones behind them */
};

static const struct unit *unit_known(const struct planning *p, const char *code)
{
	size_t i = names_find(&p->by_code, code);
	return i == NAMES_NONE ? NULL : &p->units.items[i];
}

/* The name that the unit will have. */
static const char *unit_name(const struct planning *p, const char *code)
{
	size_t i = names_find(&p->told, code);
	if (i != NAMES_NONE)
		return p->plan->file.units.items[i].name;
	const struct unit *u = unit_known(p, code);
	return u ? u->name : "";
}

static int64_t *size_of(struct planning *p, const char *code)
{
	size_t i = names_find(&p->by_code, code), told = names_find(&p->told, code);
	return &p->sizes[i != NAMES_NONE ? i : p->units.count + told];
}

static void fault(struct planning *p, int line, const char *field, const char *message)
{
	fault_add_at(&p->work->faults, line, 0, message);
	p->work->faults.items[p->work->faults.count - 1].field = field;
}

static struct org_step *add_step(struct planning *p, enum org_act act)
{
	struct org_step *s = LIST_ADD(p->arena, &p->plan->steps);
	s->act = act;
	return s;
}

static void plan_unit(struct planning *p, const struct org_unit *told)
{
	const struct unit *old = unit_known(p, told->code);
	const struct unit *above = *told->parent ? unit_known(p, told->parent) : NULL;
	if (above && !above->active && (!old || old->parent.n != above->id.n))
		fault(p, told->line, "parent_code",
			arena_format(p->arena,
				_("Unit “%s” is closed. Open it on the page first, or choose "
				  "another."),
				above->code));
	if (!old) {
		struct org_step *s = add_step(p, ORG_ADD);
		s->unit = told;
		s->where = unit_name(p, told->parent);
		return;
	}
	struct changes d = { 0 };
	change_add(p->arena, &d, "name", old->name, told->name);
	const struct unit *was = unit_get(p->db, old->parent);
	if (was && !text_same(was->code, told->parent))
		change_add(p->arena, &d, "parent", was->name, unit_name(p, told->parent));
	if (!d.count) {
		p->plan->units_same++;
		return;
	}
	struct org_step *s = add_step(p, ORG_CHANGE);
	s->unit = told;
	s->changes = d;
}

static void check_unit_open(struct planning *p, const struct org_person *told)
{
	const struct unit *home = unit_known(p, told->unit);
	if (home && !home->active)
		fault(p, told->line, "unit_code",
			arena_format(p->arena,
				_("Unit “%s” is closed. Open it on the page first, or choose "
				  "another."),
				home->code));
}

static void plan_newcomer(struct planning *p, struct org_person *told)
{
	if (!told->roles && told->unit_kind == UNIT_TEAM)
		told->roles = REP;
	if (!told->roles)
		fault(p, told->line, "roles",
			arena_format(p->arena,
				_("“%s” has no role. Give one: outside a team nobody is a rep."),
				told->login));
	if (told->active) {
		check_unit_open(p, told);
		p->plan->newcomers++;
		++*size_of(p, told->unit);
	}
	struct org_step *s = add_step(p, ORG_ADD);
	s->person = told;
	s->where = unit_name(p, told->unit);
}

/* Roles that stay as they are must fit the unit one moves to. */
static void check_kept_roles(
	struct planning *p, const struct org_person *told, const struct person *old)
{
	for (unsigned role = REP; role <= ADMIN; role <<= 1)
		if ((old->roles & role) && !role_fits((enum role)role, told->unit_kind))
			fault(p, told->line, "roles",
				arena_format(p->arena,
					_("“%s” has the role %s, which does not fit “%s”. Add a "
					  "column roles, or choose another unit."),
					told->login, role_name((enum role)role), told->unit));
}

static struct changes person_changes(
	struct planning *p, const struct org_person *told, const struct person *old)
{
	struct changes d = { 0 };
	const struct unit *was = unit_get(p->db, old->unit);
	change_add(p->arena, &d, "name", old->name, told->name);
	if (!text_same(was->code, told->unit))
		change_add(p->arena, &d, "unit",
			arena_format(p->arena, "%s (%s)", was->name, was->code),
			arena_format(p->arena, "%s (%s)", unit_name(p, told->unit), told->unit));
	if (p->plan->file.has_roles)
		change_add(p->arena, &d, "roles", role_names(p->arena, old->roles, ", "),
			role_names(p->arena, told->roles, ", "));
	if (p->plan->file.has_email)
		change_add(p->arena, &d, "email", old->email, told->email);
	return d;
}

static void plan_person(struct planning *p, struct org_person *told)
{
	const struct person *old = person_by_login_any(p->db, told->login);
	if (!old) {
		plan_newcomer(p, told);
		return;
	}
	if (!p->plan->file.has_active)
		told->active = old->active;
	if (!p->plan->file.has_roles) {
		told->roles = old->roles;
		check_kept_roles(p, told, old);
	}
	struct changes d = person_changes(p, told, old);
	if (old->active)
		--*size_of(p, unit_get(p->db, old->unit)->code);
	if (told->active) {
		check_unit_open(p, told);
		++*size_of(p, told->unit);
	}
	if (!d.count && told->active == old->active) {
		p->plan->people_same++;
		return;
	}
	enum org_act act = told->active == old->active ? ORG_CHANGE
			   : told->active              ? ORG_REACTIVATE
						       : ORG_DEACTIVATE;
	struct org_step *s = add_step(p, act);
	s->person = told;
	s->changes = d;
	s->where = unit_name(p, told->unit);
}

/* Of the teams that the file speaks of. */
static void remark_sizes(struct planning *p)
{
	LIST_EACH (const struct org_unit, told, &p->plan->file.units) {
		const struct unit u = { .kind = told->kind, .active = true };
		const char *remark = unit_size_remark(p->work, &u, *size_of(p, told->code));
		if (remark)
			fault_add(&p->plan->remarks, NULL,
				arena_format(p->arena, _("%s: %s"), told->name, remark));
	}
}

static const char *digest_of(struct arena *a, const struct org_steps *steps)
{
	struct out o = out_new(a);
	LIST_EACH (const struct org_step, s, steps) {
		out_format(&o, "%d %s %s\n%s\n%s\n", s->act, s->unit ? "unit" : "person",
			s->unit ? s->unit->code : s->person->login, s->where ? s->where : "",
			s->unit ? s->unit->name : s->person->name);
		const char *fields = change_print(a, &s->changes);
		out_text(&o, fields);
		if (s->act == ORG_ADD && s->person)
			out_format(&o, "%u %s %d", s->person->roles, s->person->email,
				s->person->active);
		out_char(&o, '\n');
	}
	return secret_token_digest(a, out_string(&o));
}

static void know_units(struct planning *p, struct org_units *known)
{
	p->units = unit_all(p->db);
	for (size_t i = 0; i < p->units.count; i++)
		names_set(&p->by_code, p->units.items[i].code, i);
	LIST_EACH (const struct unit, u, &p->units) {
		const char *parent = "";
		LIST_EACH (const struct unit, above, &p->units)
			if (above->id.n == u->parent.n)
				parent = above->code;
		*LIST_ADD(p->arena, known) = (struct org_unit){
			.code = u->code, .name = u->name, .parent = parent, .kind = u->kind
		};
	}
}

static void measure(struct planning *p)
{
	p->sizes = ARENA_MANY(p->arena, int64_t, p->units.count + p->plan->file.units.count + 1);
	struct unit_staffs staff = unit_staff_any(p->db);
	LIST_EACH (const struct unit_staff, s, &staff)
		for (size_t i = 0; i < p->units.count; i++)
			if (p->units.items[i].id.n == s->unit.n)
				p->sizes[i] = s->people;
}

bool org_plan_make(
	struct work *w, struct db *db, const char *bytes, size_t len, struct org_plan *plan)
{
	*plan = (struct org_plan){ .remarks = { .arena = w->arena } };
	struct planning p = { .work = w,
		.arena = w->arena,
		.db = db,
		.plan = plan,
		.by_code = { .arena = w->arena },
		.told = { .arena = w->arena } };
	struct org_units known = { 0 };
	know_units(&p, &known);
	size_t before = w->faults.count;
	if (!org_csv_read(w->arena, bytes, len, &known, &plan->file, &w->faults))
		return false;
	for (size_t i = 0; i < plan->file.units.count; i++)
		names_set(&p.told, plan->file.units.items[i].code, i);
	measure(&p);
	plan->remarks = plan->file.notes;
	LIST_EACH (const struct org_unit, u, &plan->file.units)
		plan_unit(&p, u);
	LIST_EACH (struct org_person, one, &plan->file.people)
		plan_person(&p, one);
	remark_sizes(&p);
	plan->digest = digest_of(w->arena, &plan->steps);
	fault_sort(&w->faults, before);
	return w->faults.count == before;
}
