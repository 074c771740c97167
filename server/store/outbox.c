#include "outbox.h"

#include "base/list.h"

#define ROW                                                                                        \
	"SELECT o.id, o.channel, o.what, o.what_id, o.since, o.person_id, o.target_id, o.key,"     \
	" o.tries, o.made_at, o.next_at FROM outbox o "

static struct outbox_row *read_row(struct q *q)
{
	if (!q_row(q))
		return NULL;
	struct outbox_row *r = ARENA_NEW(db_arena(q_db(q)), struct outbox_row);
	*r = (struct outbox_row){ .id = q_long(q, 0),
		.channel = q_text(q, 1),
		.what = q_text(q, 2),
		.what_id = q_long(q, 3),
		.since = q_long(q, 4),
		.person = { q_long(q, 5) },
		.target = q_long(q, 6),
		.key = q_text(q, 7),
		.tries = q_long(q, 8),
		.made_at = q_long(q, 9),
		.next_at = q_long(q, 10) };
	q_end(q);
	return r;
}

int64_t outbox_put(struct txn *t, const struct outbox_row *row)
{
	return txn_insert(t,
		SQL("INSERT INTO outbox (channel, what, what_id, since, person_id, target_id, key,"
		    " next_at, made_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)"),
		V(row->channel), V(row->what), V(row->what_id), V(row->since),
		value_or_null(row->person.n), value_or_null(row->target), V(row->key),
		V(row->next_at), V(row->made_at));
}

const struct outbox_row *outbox_due(struct db *db, const char *channel, int64_t now)
{
	return read_row(db_ask(db,
		SQL(ROW "WHERE o.state = 'queued' AND o.channel = ?1 AND o.next_at <= ?2"
			" ORDER BY o.next_at, o.id LIMIT 1"),
		V(channel), V(now)));
}

bool outbox_claim(struct txn *t, int64_t id, int64_t now, int64_t next_at)
{
	txn_run(t,
		SQL("UPDATE outbox SET tries = tries + 1, tried_at = ?2, next_at = ?3"
		    " WHERE id = ?1 AND state = 'queued'"),
		V(id), V(now), V(next_at));
	return txn_changes(t) == 1;
}

void outbox_end(struct txn *t, int64_t id, const char *state, const char *error, int64_t now)
{
	txn_run(t,
		SQL("UPDATE outbox SET state = ?2, error = ?3, ended_at = ?4 WHERE id = ?1"
		    " AND state = 'queued'"),
		V(id), V(state), V(error), V(now));
}

void outbox_again(struct txn *t, int64_t id, const char *error, int64_t next_at)
{
	txn_run(t, SQL("UPDATE outbox SET error = ?2, next_at = ?3 WHERE id = ?1"), V(id), V(error),
		V(next_at));
}

void outbox_hold(struct txn *t, const char *channel, int64_t target, int64_t until)
{
	txn_run(t,
		SQL("UPDATE outbox SET next_at = ?3 WHERE state = 'queued' AND channel = ?1"
		    " AND next_at < ?3 AND coalesce(target_id, 0) = ?2"),
		V(channel), V(target), V(until));
}

int64_t outbox_tried(struct db *db, const char *channel, int64_t target, int64_t since)
{
	return db_long(db,
		SQL("SELECT count(*) FROM outbox WHERE channel = ?1 AND target_id = ?2"
		    " AND tried_at > ?3"),
		V(channel), V(target), V(since));
}

int64_t outbox_replace(
	struct txn *t, const char *what, struct person_id person, int64_t since, int64_t now)
{
	struct q *q = db_ask(t->db,
		SQL("SELECT min(since) FROM outbox WHERE person_id = ?1 AND what = ?2"
		    " AND state = 'queued'"),
		V(person), V(what));
	if (q_row(q) && !q_null(q, 0) && q_long(q, 0) < since)
		since = q_long(q, 0);
	q_end(q);
	txn_run(t,
		SQL("UPDATE outbox SET state = 'dropped', ended_at = ?3 WHERE person_id = ?1"
		    " AND what = ?2 AND state = 'queued'"),
		V(person), V(what), V(now));
	return since;
}

bool outbox_has(struct db *db, const char *what, int64_t what_id, struct person_id person,
	int64_t made_after)
{
	return db_long(db,
		SQL("SELECT 1 FROM outbox WHERE what = ?1 AND what_id = ?2 AND person_id = ?3"
		    " AND (state = 'queued' OR made_at > ?4) LIMIT 1"),
		V(what), V(what_id), V(person), V(made_after));
}

int64_t outbox_retry(struct txn *t, const char *channel, int64_t now)
{
	txn_run(t,
		SQL("UPDATE outbox SET state = 'queued', tries = 0, next_at = ?2, ended_at = NULL"
		    " WHERE channel = ?1 AND state = 'failed'"),
		V(channel), V(now));
	int64_t n = txn_changes(t);
	txn_run(t,
		SQL("UPDATE outbox SET next_at = ?2 WHERE channel = ?1 AND state = 'queued'"
		    " AND next_at > ?2 AND tries > 0"),
		V(channel), V(now));
	return n + txn_changes(t);
}

int64_t outbox_sweep(
	struct txn *t, int64_t before, int64_t stale, const char *error, int64_t now, int64_t limit)
{
	txn_run(t,
		SQL("DELETE FROM outbox WHERE id IN (SELECT id FROM outbox WHERE ended_at < ?1"
		    " LIMIT ?2)"),
		V(before), V(limit));
	int64_t gone = txn_changes(t);
	txn_run(t,
		SQL("UPDATE outbox SET state = 'failed', error = coalesce(error, ?1), ended_at ="
		    " ?2 WHERE id IN (SELECT id FROM outbox WHERE state = 'queued' AND next_at <"
		    " ?3 LIMIT ?4 /*scan*/)"),
		V(error), V(now), V(stale), V(limit));
	return gone + txn_changes(t);
}

struct outbox_figures outbox_figures_any(struct db *db, const char *channel)
{
	struct outbox_figures f = { .channel = channel };
	struct q *q = db_ask(db,
		SQL("SELECT sum(state = 'queued'), sum(state = 'sent'), sum(state = 'failed'),"
		    " sum(state = 'dropped'), min(CASE state WHEN 'queued' THEN made_at END),"
		    " max(CASE state WHEN 'sent' THEN ended_at END) FROM outbox WHERE channel ="
		    " ?1"),
		V(channel));
	if (q_row(q)) {
		f.queued = q_long(q, 0);
		f.sent = q_long(q, 1);
		f.failed = q_long(q, 2);
		f.dropped = q_long(q, 3);
		f.oldest = q_long(q, 4);
		f.last_at = q_long(q, 5);
	}
	q_end(q);
	f.error = db_text(db,
		SQL("SELECT error FROM outbox WHERE channel = ?1 AND state IN ('queued', 'failed')"
		    " AND error IS NOT NULL ORDER BY tried_at DESC, id DESC LIMIT 1"),
		V(channel));
	return f;
}

struct outbox_stands outbox_stand_any(struct db *db, const char *what, int64_t what_id)
{
	struct outbox_stands all = { 0 };
	struct q *q = db_ask(db,
		SQL("SELECT channel, state, error, person_id, target_id, tries, next_at, ended_at"
		    " FROM outbox WHERE what = ?1 AND what_id = ?2 ORDER BY id"),
		V(what), V(what_id));
	while (q_row(q))
		*LIST_ADD(db_arena(db), &all) = (struct outbox_stand){ .channel = q_text(q, 0),
			.state = q_text(q, 1),
			.error = q_text(q, 2),
			.person = { q_long(q, 3) },
			.target = q_long(q, 4),
			.tries = q_long(q, 5),
			.next_at = q_long(q, 6),
			.ended_at = q_long(q, 7) };
	return all;
}
