#include "deputy.h"

#include "base/list.h"
#include "base/text.h"
#include "doors/i18n.h"
#include "doors/txn.h"
#include "store/audit.h"
#include "store/sight.h"
#include "store/unit.h"

bool deputy_may_name(struct work *w, struct unit_id unit)
{
	if (!unit_get(w->db, unit))
		return false;
	if (who_is(w->who, ADMIN))
		return true;
	return who_manages(w->db, w->who, unit) && !deputy_is(w->db, unit, w->who->person);
}

static void add_people(struct work *w, struct persons *list, struct unit_id unit)
{
	struct persons some = person_of_unit_any(w->db, unit);
	LIST_EACH (const struct person, p, &some)
		if (p->active && p->id.n != w->who->person.n)
			*LIST_ADD(w->arena, list) = *p;
}

struct persons deputy_candidates(struct work *w, struct unit_id id)
{
	struct persons list = { 0 };
	const struct unit *unit = unit_get(w->db, id);
	if (!unit)
		return list;
	add_people(w, &list, id);
	struct units below = unit_children(w->db, id);
	LIST_EACH (const struct unit, u, &below)
		add_people(w, &list, u->id);
	if (unit->parent.n)
		add_people(w, &list, unit->parent);
	return list;
}

static const struct person *find(struct work *w, struct unit_id unit, const char *login)
{
	if (who_is(w->who, ADMIN)) {
		const struct person *p = person_by_login_any(w->db, login);
		return p && p->active ? p : NULL;
	}
	struct persons some = deputy_candidates(w, unit);
	LIST_EACH (const struct person, p, &some)
		if (text_same(p->login, login))
			return p;
	return NULL;
}

enum outcome deputy_name(struct work *w, struct unit_id unit, const char *login)
{
	if (!deputy_may_name(w, unit))
		return NOT_FOUND;
	const struct person *p = find(w, unit, login);
	if (!p) {
		fault_add(&w->faults, "login",
			_("Nobody here has this sign-in name. Choose one from the list."));
		return INVALID;
	}
	TXN(t, w->writer, w->arena);
	if (deputy_is(t.db, unit, p->id))
		return DONE;
	deputy_add(&t, unit, p->id, w->now);
	sight_refresh(&t);
	audit_add(&t, w->who, w->now, "name_deputy", "person", p->id.n, unit, NULL);
	return txn_commit(&t) ? DONE : BROKEN;
}

enum outcome deputy_dismiss(struct work *w, struct unit_id unit, struct person_id person)
{
	if (!deputy_may_name(w, unit))
		return NOT_FOUND;
	TXN(t, w->writer, w->arena);
	if (!deputy_is(t.db, unit, person))
		return NOT_FOUND;
	deputy_drop(&t, unit, person);
	sight_refresh(&t);
	audit_add(&t, w->who, w->now, "dismiss_deputy", "person", person.n, unit, NULL);
	return txn_commit(&t) ? DONE : BROKEN;
}
