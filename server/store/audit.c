#include "audit.h"

#include "base/list.h"
#include "doors/i18n.h"

void audit_add(struct txn *t, const struct who *who, int64_t at, const char *action,
	const char *noun, int64_t noun_id, struct unit_id unit, const char *detail)
{
	txn_run(t,
		SQL("INSERT INTO audit (at, person_id, action, noun, noun_id, unit_id, detail)"
		    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"),
		V(at), value_or_null(who->person.n), V(action), V(noun), V(noun_id),
		value_or_null(unit.n), V(detail));
}

struct audit_entries audit_search_any(struct db *db, const struct audit_search *s)
{
	struct audit_entries list = { 0 };
	struct q *q = db_ask(db,
		SQL("SELECT a.id, a.at, a.person_id, p.name, a.action, a.noun, a.noun_id,"
		    " CASE a.noun WHEN 'person' THEN (SELECT x.name FROM person x WHERE x.id = "
		    "a.noun_id)"
		    " WHEN 'unit' THEN (SELECT x.name FROM unit x WHERE x.id = a.noun_id)"
		    " WHEN 'topic' THEN (SELECT CASE ?7 WHEN 'zh' THEN x.name_zh ELSE x.name_en END"
		    " FROM topic x WHERE x.id = a.noun_id)"
		    " WHEN 'token' THEN (SELECT x.name FROM token t JOIN person x ON x.id = "
		    "t.person_id"
		    " WHERE t.id = a.noun_id) END, u.name, a.detail"
		    " FROM audit a LEFT JOIN person p ON p.id = a.person_id"
		    " LEFT JOIN unit u ON u.id = a.unit_id LEFT JOIN unit b ON b.id = u.parent_id"
		    " WHERE a.id < ?1 AND (?2 IS NULL OR (a.noun = ?2 AND a.action = ?3))"
		    " AND (?4 IS NULL OR a.person_id = ?4)"
		    " AND (?5 IS NULL OR ?5 IN (u.id, u.parent_id, b.parent_id))"
		    " ORDER BY a.id DESC LIMIT ?6"),
		V(s->before ? s->before : INT64_MAX), V(s->noun), V(s->action),
		value_or_null(s->person.n), value_or_null(s->unit.n), V(s->limit),
		V(i18n_language()));
	while (q_row(q))
		*LIST_ADD(db_arena(db), &list) = (struct audit_entry){ .id = q_long(q, 0),
			.at = q_long(q, 1),
			.person = { q_long(q, 2) },
			.person_name = q_text(q, 3),
			.action = q_text(q, 4),
			.noun = q_text(q, 5),
			.noun_id = q_long(q, 6),
			.name = q_text(q, 7),
			.unit_name = q_text(q, 8),
			.detail = q_text(q, 9) };
	return list;
}
