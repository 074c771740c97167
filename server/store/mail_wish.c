#include "mail_wish.h"

#include "base/list.h"

static struct mail_wish read_row(struct q *q, struct person_id person)
{
	return (struct mail_wish){ .person = person,
		.hour = q_null(q, 0) ? MAIL_AS_ALL : (int)q_long(q, 0),
		.at_once = q_long(q, 1),
		.told_at = q_long(q, 2),
		.next_at = q_long(q, 3) };
}

struct mail_wish mail_wish_of_any(struct db *db, struct person_id id)
{
	struct q *q = db_ask(db,
		SQL("SELECT hour, at_once, told_at, next_at FROM mail_wish WHERE person_id = ?1"),
		V(id));
	if (!q_row(q))
		return (struct mail_wish){ .person = id, .hour = MAIL_AS_ALL };
	struct mail_wish wish = read_row(q, id);
	q_end(q);
	return wish;
}

void mail_wish_put(struct txn *t, const struct mail_wish *wish)
{
	struct value hour = V(wish->hour);
	if (wish->hour == MAIL_AS_ALL)
		hour = value_or_null(0);
	txn_run(t,
		SQL("INSERT INTO mail_wish (person_id, hour, at_once, told_at, next_at)"
		    " VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (person_id) DO UPDATE"
		    " SET hour = ?2, at_once = ?3, told_at = ?4, next_at = ?5"),
		V(wish->person), hour, V(wish->at_once), V(wish->told_at), V(wish->next_at));
}

bool mail_wish_due(struct db *db, int64_t now, struct mail_wish *wish)
{
	struct q *q = db_ask(db,
		SQL("SELECT hour, at_once, told_at, next_at, person_id FROM mail_wish"
		    " WHERE next_at <= ?1 ORDER BY next_at LIMIT 1"),
		V(now));
	if (!q_row(q))
		return false;
	*wish = read_row(q, (struct person_id){ q_long(q, 4) });
	q_end(q);
	return true;
}

struct people mail_wish_missing_any(struct db *db, int64_t most)
{
	struct people list = { 0 };
	struct q *q = db_ask(db,
		SQL("SELECT p.id FROM person p LEFT JOIN mail_wish m ON m.person_id = p.id"
		    " WHERE p.active = 1 AND p.email <> '' AND m.person_id IS NULL ORDER BY p.id"
		    " LIMIT ?1 /*scan*/"),
		V(most));
	while (q_row(q))
		LIST_ADD(db_arena(db), &list)->n = q_long(q, 0);
	return list;
}

bool mail_wish_has_news_any(struct db *db, struct person_id id, int64_t since)
{
	return db_long(db,
		SQL("SELECT id FROM notice WHERE person_id = ?1 AND unread = 1 AND at >= ?2"
		    " LIMIT 1"),
		V(id), V(since));
}
