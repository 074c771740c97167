#include "destination.h"

#include "base/list.h"

#define COLUMNS                                                                                    \
	"SELECT d.id, d.kind, d.name, d.url, d.secret, d.unit_id, u.name, d.language,"             \
	" d.bulletins, d.reminders, d.paused"
#define FROM " FROM destination d JOIN unit u ON u.id = d.unit_id "
#define OUT  "FROM outbox o WHERE o.channel = d.kind AND o.target_id = d.id"
#define STATE                                                                                      \
	", (SELECT count(*) " OUT " AND o.state = 'queued'),"                                      \
	" (SELECT count(*) " OUT " AND o.state = 'failed'),"                                       \
	" (SELECT max(o.ended_at) " OUT " AND o.state = 'sent'),"                                  \
	" (SELECT min(o.next_at) " OUT " AND o.state = 'queued'),"                                 \
	" (SELECT o.error " OUT " AND o.state IN ('queued', 'failed') AND o.error IS NOT NULL"     \
	" ORDER BY o.tried_at DESC, o.id DESC LIMIT 1)"

static struct destination read_row(struct q *q)
{
	struct destination d = { .id = q_long(q, 0),
		.name = q_text(q, 2),
		.url = q_text(q, 3),
		.secret = q_text(q, 4),
		.unit = { q_long(q, 5) },
		.unit_name = q_text(q, 6),
		.language = q_text(q, 7),
		.bulletins = q_long(q, 8),
		.reminders = q_long(q, 9),
		.paused = q_long(q, 10) };
	destination_kind_parse(q_text(q, 1), &d.kind);
	return d;
}

static struct destination read_state(struct q *q)
{
	struct destination d = read_row(q);
	d.queued = q_long(q, 11);
	d.failed = q_long(q, 12);
	d.sent_at = q_long(q, 13);
	d.next_at = q_long(q, 14);
	d.error = q_text(q, 15);
	return d;
}

struct destinations destination_list_any(struct db *db)
{
	struct destinations list = { 0 };
	struct q *q = db_ask(db,
		SQL(COLUMNS STATE FROM "ORDER BY d.unit_id <> 1, u.code, d.name, d.id /*scan*/"));
	while (q_row(q))
		*LIST_ADD(db_arena(db), &list) = read_state(q);
	return list;
}

const struct destination *destination_get_any(struct db *db, int64_t id)
{
	struct q *q = db_ask(db, SQL(COLUMNS STATE FROM "WHERE d.id = ?1"), V(id));
	if (!q_row(q))
		return NULL;
	struct destination *d = ARENA_NEW(db_arena(db), struct destination);
	*d = read_state(q);
	q_end(q);
	return d;
}

struct destinations destination_wanting_any(struct db *db, bool reminders)
{
	struct destinations list = { 0 };
	struct q *q = db_ask(db,
		SQL(COLUMNS FROM "WHERE d.paused = 0 AND CASE ?1 WHEN 1 THEN d.reminders"
				 " ELSE d.bulletins END = 1 ORDER BY d.id /*scan*/"),
		V(reminders));
	while (q_row(q))
		*LIST_ADD(db_arena(db), &list) = read_row(q);
	return list;
}

int64_t destination_add(
	struct txn *t, const struct destination *d, struct person_id by, int64_t now)
{
	return txn_insert(t,
		SQL("INSERT INTO destination (kind, name, url, secret, unit_id, language,"
		    " bulletins, reminders, created_by, created_at, changed_at)"
		    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?10)"),
		V(destination_kind_words(d->kind)->name), V(d->name), V(d->url), V(d->secret),
		V(d->unit), V(d->language), V(d->bulletins), V(d->reminders), value_or_null(by.n),
		V(now));
}

void destination_change(struct txn *t, const struct destination *d, int64_t now)
{
	txn_run(t,
		SQL("UPDATE destination SET name = ?2, url = ?3, secret = ?4, unit_id = ?5,"
		    " language = ?6, bulletins = ?7, reminders = ?8, changed_at = ?9"
		    " WHERE id = ?1"),
		V(d->id), V(d->name), V(d->url), V(d->secret), V(d->unit), V(d->language),
		V(d->bulletins), V(d->reminders), V(now));
}

void destination_pause(struct txn *t, int64_t id, bool paused, int64_t now)
{
	txn_run(t, SQL("UPDATE destination SET paused = ?2, changed_at = ?3 WHERE id = ?1"), V(id),
		V(paused), V(now));
}

#define ITS_ROWS                                                                                   \
	" WHERE target_id = ?1 AND channel = (SELECT d.kind FROM destination d WHERE d.id = ?1)"

void destination_delete(struct txn *t, int64_t id, int64_t now)
{
	txn_run(t,
		SQL("UPDATE outbox SET state = 'dropped', ended_at = ?2" ITS_ROWS
		    " AND state = 'queued'"),
		V(id), V(now));
	txn_run(t, SQL("DELETE FROM destination WHERE id = ?1"), V(id));
}

void destination_retry(struct txn *t, int64_t id, int64_t now)
{
	txn_run(t,
		SQL("UPDATE outbox SET state = 'queued', tries = 0, next_at = ?2, ended_at = "
		    "NULL" ITS_ROWS " AND state IN ('failed', 'queued')"),
		V(id), V(now));
}

bool destination_was_told_any(struct db *db, int64_t id, const char *what, int64_t what_id)
{
	return db_long(db,
		SQL("SELECT 1 FROM outbox WHERE what = ?2 AND what_id = ?3 AND target_id = ?1"),
		V(id), V(what), V(what_id));
}
