#include "who.h"

static const struct who operator_ = {
	.signed_in = true,
	.roles = ROLE_ALL,
	.home = { 1 },
	.login = "operator",
	.name = "operator",
};

const struct who *who_operator(void)
{
	return &operator_;
}

#define WHO                                                                                        \
	"SELECT p.id, p.roles, p.login, p.name, p.language, p.zone, p.must_change, u.id, u.kind,"  \
	" u.parent_id, p.anonymous FROM person p JOIN unit u ON u.id = p.unit_id "

static const struct who *read_who(struct q *q)
{
	if (!q_row(q))
		return NULL;
	struct who *w = ARENA_NEW(db_arena(q_db(q)), struct who);
	w->person.n = q_long(q, 0);
	w->signed_in = true;
	w->roles = (unsigned)q_long(q, 1);
	w->login = q_text(q, 2);
	w->name = q_text(q, 3);
	w->language = q_text(q, 4);
	w->zone = q_text(q, 5);
	w->must_change = q_long(q, 6);
	w->home.n = q_long(q, 7);
	const char *kind = q_text(q, 8);
	if (kind[0] == 't') {
		w->team = w->home;
		w->branch.n = q_long(q, 9);
	} else if (kind[0] == 'b') {
		w->branch = w->home;
	}
	w->anonymous = q_long(q, 10);
	q_end(q);
	return w;
}

const struct who *who_person_any(struct db *db, struct person_id id)
{
	return read_who(db_ask(db, SQL(WHO "WHERE p.id = ?1 AND p.active = 1"), V(id)));
}

const struct who *who_login_any(struct db *db, const char *login)
{
	return read_who(db_ask(db, SQL(WHO "WHERE p.login = ?1 AND p.active = 1"), V(login)));
}

const struct who *who_session_any(struct db *db, const char *hash, int64_t now)
{
	return read_who(db_ask(db,
		SQL(WHO "JOIN session s ON s.person_id = p.id"
			" WHERE s.hash = ?1 AND s.expires_at > ?2 AND p.active = 1"),
		V(hash), V(now)));
}

const struct who *who_token_any(struct db *db, const char *hash)
{
	return read_who(db_ask(db,
		SQL(WHO "JOIN token t ON t.person_id = p.id"
			" WHERE t.hash = ?1 AND t.revoked_at IS NULL AND p.active = 1"),
		V(hash)));
}

const struct who *who_feed_any(struct db *db, const char *hash)
{
	return read_who(db_ask(db,
		SQL(WHO "JOIN feed f ON f.person_id = p.id WHERE f.hash = ?1 AND p.active = 1"),
		V(hash)));
}

bool who_manages(struct db *db, const struct who *who, struct unit_id unit)
{
	if (who_is_operator(who))
		return true;
	return db_long(db, SQL("SELECT 1 FROM steward WHERE person_id = ?1 AND unit_id = ?2"),
		V(who->person), V(unit));
}
