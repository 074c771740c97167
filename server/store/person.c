#include "person.h"

#include "base/list.h"
#include "base/out.h"

#define PERSON                                                                                     \
	"SELECT p.id, p.login, p.name, p.email, p.unit_id, u.name, p.roles, p.active, "            \
	"p.must_change,"                                                                           \
	" p.language, p.zone, p.created_at FROM person p JOIN unit u ON u.id = p.unit_id "

static void read_person(struct q *q, struct person *p)
{
	p->id.n = q_long(q, 0);
	p->login = q_text(q, 1);
	p->name = q_text(q, 2);
	p->email = q_text(q, 3);
	p->unit.n = q_long(q, 4);
	p->unit_name = q_text(q, 5);
	p->roles = (unsigned)q_long(q, 6);
	p->active = q_long(q, 7);
	p->must_change = q_long(q, 8);
	p->language = q_text(q, 9);
	p->zone = q_text(q, 10);
	p->created_at = q_long(q, 11);
}

static const struct person *one(struct q *q)
{
	if (!q_row(q))
		return NULL;
	struct person *p = ARENA_NEW(db_arena(q_db(q)), struct person);
	read_person(q, p);
	q_end(q);
	return p;
}

static struct persons all(struct q *q)
{
	struct persons list = { 0 };
	while (q_row(q))
		read_person(q, LIST_ADD(db_arena(q_db(q)), &list));
	return list;
}

const struct person *person_get_any(struct db *db, struct person_id id)
{
	return one(db_ask(db, SQL(PERSON "WHERE p.id = ?1"), V(id)));
}

const struct person *person_by_login_any(struct db *db, const char *login)
{
	return one(db_ask(db, SQL(PERSON "WHERE p.login = ?1"), V(login)));
}

struct persons person_of_unit_any(struct db *db, struct unit_id unit)
{
	return all(db_ask(db,
		SQL(PERSON "WHERE p.unit_id = ?1 ORDER BY p.active DESC, p.name, p.id"), V(unit)));
}

struct persons person_all_any(struct db *db)
{
	return all(db_ask(db, SQL(PERSON "ORDER BY u.code, p.active DESC, p.login /*scan*/")));
}

int64_t person_count_any(struct db *db)
{
	return db_long(db, SQL("SELECT count(*) FROM person /*scan*/"));
}

bool person_exists_any(struct db *db)
{
	return db_long(db, SQL("SELECT EXISTS (SELECT 1 FROM person /*scan*/)"));
}

int64_t person_admins_any(struct db *db)
{
	return db_long(db, SQL("SELECT count(*) FROM person WHERE active = 1 AND (roles & 32) <> 0"
			       " AND password IS NOT NULL /*scan*/"));
}

/* The word with % and _ as plain characters. */
static const char *pattern_of(struct arena *a, const char *word)
{
	if (!word || !*word)
		return NULL;
	struct out o = out_new(a);
	out_char(&o, '%');
	for (; *word; word++) {
		if (*word == '%' || *word == '_' || *word == '\\')
			out_char(&o, '\\');
		out_char(&o, *word);
	}
	out_char(&o, '%');
	return out_string(&o);
}

#define MATCHES                                                                                    \
	"WHERE p.active = ?1 AND (?2 IS NULL OR p.name LIKE ?2 ESCAPE '\\' OR p.login LIKE ?2 "    \
	"ESCAPE '\\')"                                                                             \
	" AND (?3 IS NULL OR u.id = ?3 OR u.parent_id = ?3 OR (SELECT parent_id FROM unit b WHERE" \
	" b.id = u.parent_id) = ?3) "

struct persons person_search_any(struct db *db, const struct person_search *s)
{
	return all(db_ask(db,
		SQL(PERSON MATCHES "ORDER BY u.kind <> 'hq', coalesce((SELECT b.code FROM unit b "
				   "WHERE b.id = u.parent_id AND u.kind = 'team'), u.code), u.kind "
				   "<> 'branch', u.code, p.name, p.id LIMIT ?4 OFFSET ?5 /*scan*/"),
		V(s->active), V(pattern_of(db_arena(db), s->word)), value_or_null(s->unit.n),
		V(s->limit), V(s->skip)));
}

int64_t person_search_count_any(struct db *db, const struct person_search *s)
{
	return db_long(db,
		SQL("SELECT count(*) FROM person p JOIN unit u ON u.id = p.unit_id " MATCHES
		    "/*scan*/"),
		V(s->active), V(pattern_of(db_arena(db), s->word)), value_or_null(s->unit.n));
}

struct persons person_of_roles_any(struct db *db, unsigned roles, int64_t limit)
{
	return all(db_ask(db,
		SQL(PERSON "WHERE p.active = 1 AND (p.roles & ?1) <> 0 ORDER BY p.name, p.id"
			   " LIMIT ?2 /*scan*/"),
		V((int64_t)roles), V(limit)));
}

const char *person_password_any(struct db *db, const char *login, struct person_id *id)
{
	struct q *q = db_ask(db,
		SQL("SELECT password, id FROM person WHERE login = ?1 AND active = 1"), V(login));
	const char *hash = NULL;
	if (q_row(q)) {
		hash = q_text(q, 0);
		id->n = q_long(q, 1);
	}
	q_end(q);
	return hash;
}

struct person_id person_add(
	struct txn *t, const struct person *p, const char *password_hash, int64_t now)
{
	return (struct person_id){ txn_insert(t,
		SQL("INSERT INTO person (login, name, email, unit_id, roles, active, password, "
		    "must_change, created_at)"
		    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)"),
		V(p->login), V(p->name), V(p->email), V(p->unit), V(p->roles), V(p->active),
		V(password_hash), V(p->must_change), V(now)) };
}

bool person_change(struct txn *t, const struct person *p)
{
	return txn_run(t,
		SQL("UPDATE person SET login = ?2, name = ?3, email = ?4, unit_id = ?5, roles = "
		    "?6, active = ?7,"
		    " language = ?8, zone = ?9 WHERE id = ?1"),
		V(p->id), V(p->login), V(p->name), V(p->email), V(p->unit), V(p->roles),
		V(p->active), V(p->language), V(p->zone));
}

void person_set_password(struct txn *t, struct person_id id, const char *hash, bool must_change)
{
	txn_run(t, SQL("UPDATE person SET password = ?2, must_change = ?3 WHERE id = ?1"), V(id),
		V(hash), V(must_change));
}
