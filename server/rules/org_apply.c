#include "org_apply.h"

#include "base/text.h"
#include "doors/i18n.h"
#include "doors/secret.h"
#include "doors/txn.h"
#include "person.h"
#include "store/audit.h"
#include "store/deputy.h"
#include "store/sight.h"
#include "store/unit.h"

struct applying {
	struct txn *txn;
	struct work *work;
	const char **hashes; /* one for each newcomer, in the order of the steps */
	size_t used;
};

static void note(struct applying *x, const char *action, const char *noun, int64_t id,
	struct unit_id unit, const char *detail)
{
	audit_add(x->txn, x->work->who, x->work->now, action, noun, id, unit, detail);
}

static struct unit_id unit_of(struct applying *x, const char *code)
{
	const struct unit *u = *code ? unit_by_code(x->txn->db, code) : NULL;
	return u ? u->id : (struct unit_id){ 0 };
}

static void do_unit(struct applying *x, const struct org_step *s)
{
	const struct org_unit *told = s->unit;
	struct unit_id parent = unit_of(x, told->parent);
	if (s->act == ORG_ADD) {
		struct unit_id id =
			unit_add(x->txn, told->code, told->name, told->kind, parent, x->work->now);
		note(x, "add", "unit", id.n, id, told->code);
		return;
	}
	struct unit u = *unit_by_code(x->txn->db, told->code);
	u.name = told->name;
	if (u.parent.n)
		u.parent = parent;
	unit_change(x->txn, &u);
	note(x, "change", "unit", u.id.n, u.id, change_print(x->work->arena, &s->changes));
}

static void add_person(struct applying *x, const struct org_person *told)
{
	const struct person p = { .login = told->login,
		.name = told->name,
		.email = *told->email ? told->email : NULL,
		.unit = unit_of(x, told->unit),
		.roles = told->roles,
		.active = told->active,
		.must_change = true };
	const char *hash = told->active ? x->hashes[x->used++] : NULL;
	struct person_id id = person_add(x->txn, &p, hash, x->work->now);
	note(x, "add", "person", id.n, p.unit, told->login);
}

static void do_person(struct applying *x, const struct org_step *s)
{
	const struct org_person *told = s->person;
	if (s->act == ORG_ADD) {
		add_person(x, told);
		return;
	}
	struct person p = *person_by_login_any(x->txn->db, told->login);
	p.name = told->name;
	p.unit = unit_of(x, told->unit);
	p.roles = told->roles;
	p.active = told->active;
	for (size_t i = 0; i < s->changes.count; i++)
		if (text_same(s->changes.items[i].name, "email"))
			p.email = *told->email ? told->email : NULL;
	person_change(x->txn, &p);
	if (s->act == ORG_DEACTIVATE) {
		person_end_access(x->txn, p.id, x->work->now);
		deputy_drop_all(x->txn, p.id);
	}
	const char *detail = change_print(x->work->arena, &s->changes);
	if (s->act == ORG_CHANGE || detail)
		note(x, "change", "person", p.id.n, p.unit, detail);
	if (s->act != ORG_CHANGE)
		note(x, s->act == ORG_DEACTIVATE ? "deactivate" : "reactivate", "person", p.id.n,
			p.unit, NULL);
}

/* Hashed before the transaction: while it is open, nobody else writes. */
static bool make_passwords(
	struct work *w, const struct org_plan *plan, struct applying *x, struct org_passwords *made)
{
	*made = (struct org_passwords){ 0 };
	x->hashes = ARENA_MANY(w->arena, const char *, plan->newcomers + 1);
	LIST_EACH (const struct org_step, s, &plan->steps) {
		if (!s->person || s->act != ORG_ADD || !s->person->active)
			continue;
		const char *password = secret_one_time_password(w->arena);
		const char *hash = secret_one_time_hash(w->arena, password);
		if (!hash)
			return false;
		x->hashes[made->count] = hash;
		*LIST_ADD(w->arena, made) = (struct org_password){ s->person->login, password };
	}
	return true;
}

/* "+58 ~2 -3": added or active again, changed, deactivated. */
static const char *summary(struct arena *a, const struct org_plan *plan)
{
	long more = 0, other = 0, less = 0;
	LIST_EACH (const struct org_step, s, &plan->steps) {
		more += s->act == ORG_ADD || s->act == ORG_REACTIVATE;
		other += s->act == ORG_CHANGE;
		less += s->act == ORG_DEACTIVATE;
	}
	return arena_format(a, "+%ld ~%ld -%ld", more, other, less);
}

static enum outcome stale(struct work *w)
{
	fault_add(&w->faults, NULL,
		_("People or units were changed after this difference was shown. Look at the new "
		  "one, then apply it."));
	return STALE;
}

enum outcome org_apply(struct work *w, const char *bytes, size_t len, const char *seen,
	struct org_plan *plan, struct org_passwords *passwords)
{
	if (!who_is(w->who, ADMIN))
		return FORBIDDEN;
	if (!org_plan_make(w, w->db, bytes, len, plan))
		return INVALID;
	if (seen && !text_same(seen, plan->digest))
		return stale(w);
	seen = plan->digest;
	struct applying x = { .work = w };
	if (!make_passwords(w, plan, &x, passwords))
		return BROKEN;
	TXN(t, w->writer, w->arena);
	x.txn = &t;
	bool administered = person_admins_any(t.db) > 0;
	if (!org_plan_make(w, t.db, bytes, len, plan))
		return INVALID;
	if (!text_same(seen, plan->digest))
		return stale(w);
	LIST_EACH (const struct org_step, s, &plan->steps)
		s->unit ? do_unit(&x, s) : do_person(&x, s);
	if (administered && !person_check_admins(&t, &w->faults))
		return CONFLICT;
	sight_refresh(&t);
	if (plan->steps.count)
		note(&x, "import", "unit", 1, (struct unit_id){ 1 }, summary(w->arena, plan));
	return txn_commit(&t) ? DONE : BROKEN;
}
