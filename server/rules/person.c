#include "person.h"

#include <string.h>

#include "base/text.h"
#include "doors/i18n.h"
#include "doors/secret.h"
#include "doors/txn.h"
#include "store/audit.h"
#include "store/sight.h"
#include "store/unit.h"

static bool login_is_good(const char *login)
{
	size_t len = strlen(login);
	return len >= 2 && len <= 40 &&
	       strspn(login, "abcdefghijklmnopqrstuvwxyz0123456789._-") == len;
}

static void check(struct work *w, const struct person *p, const struct unit *unit)
{
	if (!login_is_good(p->login))
		fault_add(&w->faults, "login",
			_("A sign-in name has 2 to 40 small letters, digits, dots, dashes or "
			  "underscores."));
	if (text_blank(p->name))
		fault_add(&w->faults, "name", _("Write the person's name."));
	if (!unit)
		fault_add(
			&w->faults, "unit", _("There is no such unit. Choose one from the list."));
	if (!p->roles)
		fault_add(&w->faults, "roles", _("Give at least one role."));
	for (unsigned role = REP; unit && role <= ADMIN; role <<= 1)
		if ((p->roles & role) && !role_fits((enum role)role, unit->kind))
			fault_add(&w->faults, "roles",
				arena_format(w->arena, _("The role %s does not fit this unit."),
					role_name((enum role)role)));
}

enum outcome person_create(
	struct work *w, const struct person *p, const char *password, struct person_id *id)
{
	if (!who_is(w->who, ADMIN))
		return FORBIDDEN;
	check(w, p, unit_get(w->db, p->unit));
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

enum outcome person_first_unit(struct work *w, const char *code, const char *name)
{
	TXN(t, w->writer, w->arena);
	if (unit_get(t.db, (struct unit_id){ 1 }))
		return CONFLICT;
	unit_add(&t, code, name, UNIT_HQ, (struct unit_id){ 0 }, w->now);
	audit_add(&t, w->who, w->now, "add", "unit", 1, (struct unit_id){ 1 }, code);
	return txn_commit(&t) ? DONE : BROKEN;
}
