#include "audit.h"

void audit_add(struct txn *t, const struct who *who, int64_t at, const char *action,
	const char *noun, int64_t noun_id, struct unit_id unit, const char *detail)
{
	txn_run(t,
		SQL("INSERT INTO audit (at, person_id, action, noun, noun_id, unit_id, detail)"
		    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"),
		V(at), value_or_null(who->person.n), V(action), V(noun), V(noun_id),
		value_or_null(unit.n), V(detail));
}
