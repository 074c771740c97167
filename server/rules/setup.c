#include "setup.h"

#include <string.h>

#include "base/text.h"
#include "doors/i18n.h"
#include "doors/secret.h"
#include "doors/txn.h"
#include "person.h"
#include "session.h"
#include "store/audit.h"
#include "store/sight.h"
#include "store/unit.h"

bool setup_is_due(struct db *db)
{
	return !person_exists_any(db);
}

static bool check(struct work *w, const struct person *p, const struct setup *s)
{
	const struct unit head = { .name = s->unit, .kind = UNIT_HQ, .active = true };
	if (text_blank(s->unit) || text_runes(s->unit) > 60 || strpbrk(s->unit, "\r\n"))
		fault_add(&w->faults, "unit",
			_("Write the name in one line of at most 60 characters."));
	person_check(&w->faults, p, &head);
	session_check_password(&w->faults, s->password, s->login);
	return !w->faults.count;
}

enum outcome setup_do(struct work *w, const struct setup *s)
{
	if (!setup_is_due(w->db))
		return NOT_FOUND;
	struct person p = {
		.login = s->login, .name = s->name, .unit = { 1 }, .roles = ADMIN, .active = true
	};
	if (!check(w, &p, s))
		return INVALID;
	const char *hash = secret_password_hash(w->arena, s->password);
	if (!hash)
		return BROKEN;
	TXN(t, w->writer, w->arena);
	if (!setup_is_due(t.db)) /* somebody was faster */
		return NOT_FOUND;
	if (!unit_get(t.db, p.unit))
		unit_add(&t, "hq", s->unit, UNIT_HQ, (struct unit_id){ 0 }, w->now);
	p.id = person_add(&t, &p, hash, w->now);
	sight_refresh(&t);
	const struct who first = { .person = p.id };
	audit_add(&t, &first, w->now, "set_up", "unit", 1, p.unit, NULL);
	return txn_commit(&t) ? DONE : BROKEN;
}
