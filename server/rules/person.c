#include "person.h"

#include <string.h>

#include "base/text.h"
#include "change.h"
#include "doors/i18n.h"
#include "doors/secret.h"
#include "doors/txn.h"
#include "org_check.h"
#include "store/audit.h"
#include "store/deputy.h"
#include "store/session.h"
#include "store/sight.h"
#include "store/unit.h"

enum { NAME_RUNES = 60 };

static void check_roles(struct faults *faults, unsigned roles, const struct unit *unit)
{
	if (!roles)
		fault_add(faults, "roles", _("Give at least one role."));
	for (unsigned role = REP; unit && role <= ADMIN; role <<= 1)
		if ((roles & role) && !role_fits((enum role)role, unit->kind))
			fault_add(faults, "roles",
				arena_format(faults->arena,
					_("The role %s does not fit “%s”: reps and team managers "
					  "belong to a team, branch managers to a branch, hq to "
					  "the head office."),
					role_name((enum role)role), unit->name));
}

void person_check(struct faults *faults, const struct person *p, const struct unit *unit)
{
	if (!org_check_login(p->login))
		fault_add(faults, "login",
			_("A sign-in name has 2 to 40 small letters, digits, dots, dashes or "
			  "underscores."));
	if (text_blank(p->name))
		fault_add(faults, "name", _("Write the person's name."));
	else if (text_runes(p->name) > NAME_RUNES || strpbrk(p->name, "\r\n"))
		fault_add(faults, "name",
			_("The name is too long or has a line break. Write it in one line of at "
			  "most 60 characters."));
	if (p->email && !org_check_email(p->email))
		fault_add(faults, "email",
			arena_format(faults->arena,
				_("“%s” is not an e-mail address. Correct it or leave it empty."),
				p->email));
	if (!unit)
		fault_add(faults, "unit", _("There is no such unit. Choose one from the list."));
	else if (!unit->active)
		fault_add(faults, "unit",
			_("This unit is closed. Open it again first, or choose another."));
	check_roles(faults, p->roles, unit);
}

bool person_check_admins(struct txn *t, struct faults *faults)
{
	if (person_admins_any(t->db))
		return true;
	fault_add(faults, NULL,
		_("Nobody would be left who can administer. Make somebody else an administrator "
		  "first."));
	return false;
}

void person_end_access(struct txn *t, struct person_id id, int64_t now)
{
	session_end_all(t, id, NULL);
	token_revoke_all(t, id, now);
}

enum outcome person_create(
	struct work *w, const struct person *p, const char *password, struct person_id *id)
{
	if (!who_is(w->who, ADMIN))
		return FORBIDDEN;
	person_check(&w->faults, p, unit_get(w->db, p->unit));
	if (w->faults.count)
		return INVALID;
	const char *hash = secret_password_hash(w->arena, password);
	if (!hash)
		return BROKEN;
	TXN(t, w->writer, w->arena);
	*id = person_add(&t, p, hash, w->now);
	if (!id->n && !db_failed(t.db)) {
		fault_add(
			&w->faults, "login", _("This sign-in name is taken. Choose another one."));
		return CONFLICT;
	}
	sight_refresh(&t);
	audit_add(&t, w->who, w->now, "add", "person", id->n, p->unit, p->login);
	return txn_commit(&t) ? DONE : BROKEN;
}

static struct changes differences(
	struct work *w, const struct person *old, const struct person *p, const struct unit *unit)
{
	struct changes d = { 0 };
	change_add(w->arena, &d, "name", old->name, p->name);
	change_add(w->arena, &d, "email", old->email, p->email);
	change_add(w->arena, &d, "unit", old->unit_name, unit->name);
	change_add(w->arena, &d, "roles", role_names(w->arena, old->roles, ", "),
		role_names(w->arena, p->roles, ", "));
	return d;
}

enum outcome person_alter(struct work *w, const struct person *p)
{
	if (!who_is(w->who, ADMIN))
		return FORBIDDEN;
	TXN(t, w->writer, w->arena);
	const struct person *old = person_get_any(t.db, p->id);
	if (!old)
		return NOT_FOUND;
	struct person now = *old;
	now.name = p->name;
	now.email = p->email;
	now.unit = p->unit;
	now.roles = p->roles;
	const struct unit *unit = unit_get(t.db, p->unit);
	person_check(&w->faults, &now, unit);
	if (w->faults.count)
		return INVALID;
	struct changes d = differences(w, old, &now, unit);
	if (!d.count)
		return DONE;
	person_change(&t, &now);
	if ((old->roles & ADMIN) && !person_check_admins(&t, &w->faults))
		return CONFLICT;
	sight_refresh(&t);
	audit_add(&t, w->who, w->now, "change", "person", p->id.n, p->unit,
		change_print(w->arena, &d));
	return txn_commit(&t) ? DONE : BROKEN;
}

static enum outcome set_active(struct work *w, struct person_id id, bool active)
{
	if (!who_is(w->who, ADMIN))
		return FORBIDDEN;
	TXN(t, w->writer, w->arena);
	const struct person *old = person_get_any(t.db, id);
	if (!old)
		return NOT_FOUND;
	if (old->active == active)
		return DONE;
	struct person now = *old;
	now.active = active;
	if (active)
		person_check(&w->faults, &now, unit_get(t.db, now.unit));
	if (w->faults.count)
		return INVALID;
	person_change(&t, &now);
	if (!active) {
		person_end_access(&t, id, w->now);
		deputy_drop_all(&t, id);
		if ((old->roles & ADMIN) && !person_check_admins(&t, &w->faults))
			return CONFLICT;
	}
	sight_refresh(&t);
	audit_add(&t, w->who, w->now, active ? "reactivate" : "deactivate", "person", id.n,
		old->unit, NULL);
	return txn_commit(&t) ? DONE : BROKEN;
}

enum outcome person_deactivate(struct work *w, struct person_id id)
{
	return set_active(w, id, false);
}

enum outcome person_reactivate(struct work *w, struct person_id id)
{
	return set_active(w, id, true);
}

enum outcome person_reset_password(struct work *w, struct person_id id, const char **password)
{
	if (!who_is(w->who, ADMIN))
		return FORBIDDEN;
	const struct person *p = person_get_any(w->db, id);
	if (!p)
		return NOT_FOUND;
	*password = secret_one_time_password(w->arena);
	const char *hash = secret_password_hash(w->arena, *password);
	if (!hash)
		return BROKEN;
	TXN(t, w->writer, w->arena);
	person_set_password(&t, id, hash, true);
	session_end_all(&t, id, NULL);
	audit_add(&t, w->who, w->now, "reset_password", "person", id.n, p->unit, NULL);
	return txn_commit(&t) ? DONE : BROKEN;
}

enum outcome person_sign_out(struct work *w, struct person_id id)
{
	if (!who_is(w->who, ADMIN))
		return FORBIDDEN;
	TXN(t, w->writer, w->arena);
	const struct person *p = person_get_any(t.db, id);
	if (!p)
		return NOT_FOUND;
	session_end_all(&t, id, NULL);
	audit_add(&t, w->who, w->now, "sign_out_everywhere", "person", id.n, p->unit, NULL);
	return txn_commit(&t) ? DONE : BROKEN;
}

enum outcome person_prefer(struct work *w, const char *language, const char *zone)
{
	if (*language && !text_same(language, "zh") && !text_same(language, "en"))
		fault_add(&w->faults, "language", _("Choose Chinese or English."));
	if (*zone && !zone_find(zone))
		fault_add(&w->faults, "zone",
			_("This time zone is not known. Choose one from the list, for instance "
			  "Asia/Shanghai."));
	if (w->faults.count)
		return INVALID;
	TXN(t, w->writer, w->arena);
	struct person p = *person_get_any(t.db, w->who->person);
	p.language = *language ? language : NULL;
	p.zone = *zone ? zone : NULL;
	person_change(&t, &p);
	return txn_commit(&t) ? DONE : BROKEN;
}

enum outcome person_first_unit(struct work *w, const char *code, const char *name)
{
	if (!org_check_code(code)) {
		fault_add(&w->faults, "unit",
			_("A unit's code has at most 40 letters, digits, dots, dashes or "
			  "underscores."));
		return INVALID;
	}
	TXN(t, w->writer, w->arena);
	if (unit_get(t.db, (struct unit_id){ 1 }))
		return CONFLICT;
	unit_add(&t, code, name, UNIT_HQ, (struct unit_id){ 0 }, w->now);
	audit_add(&t, w->who, w->now, "add", "unit", 1, (struct unit_id){ 1 }, code);
	return txn_commit(&t) ? DONE : BROKEN;
}
