#include "reply.h"

#include "base/list.h"
#include "topic_row.h"

#define SELECT                                                                                     \
	"SELECT y.id, y.ask_id, y.question, y.body_md, y.body_html,"                               \
	" CASE WHEN k.named = 1 THEN n.name END, k.person_id = ?1, y.withdrawn, y.version,"        \
	" y.created_at, y.changed_at, c.name FROM reply y JOIN ask k ON k.id = y.ask_id"           \
	" JOIN person n ON n.id = k.person_id LEFT JOIN person c ON c.id = y.changed_by "
#define SHOWN                                                                                      \
	"(y.withdrawn = 0 OR ?1 = 0 OR EXISTS (SELECT 1 FROM steward s WHERE s.person_id = ?1"     \
	" AND s.unit_id = 1))"

static struct topics topics_of(struct db *db, struct reply_id id)
{
	return topic_rows(db_ask(db,
		SQL("SELECT " TOPIC_COLUMNS " FROM reply_topic x JOIN topic t ON t.id = x.topic_id"
		    " WHERE x.reply_id = ?1 AND t.state = 'accepted'"
		    " ORDER BY t.kind DESC, t.position, t.name_zh"),
		V(id)));
}

static struct replies rows(struct q *q)
{
	struct replies list = { 0 };
	struct db *db = q_db(q);
	while (q_row(q))
		*LIST_ADD(db_arena(db), &list) = (struct reply){ .id = { q_long(q, 0) },
			.ask = { q_long(q, 1) },
			.question = q_text(q, 2),
			.body_md = q_text(q, 3),
			.body_html = q_text(q, 4),
			.asker = q_text(q, 5),
			.own = q_long(q, 6),
			.withdrawn = q_long(q, 7),
			.version = q_long(q, 8),
			.created_at = q_long(q, 9),
			.changed_at = q_long(q, 10),
			.changed_by = q_text(q, 11) };
	LIST_EACH (struct reply, r, &list)
		r->topics = topics_of(db, r->id);
	return list;
}

static const struct reply *one(struct replies found)
{
	return found.count ? &found.items[0] : NULL;
}

const struct reply *reply_get(struct db *db, const struct who *who, struct reply_id id)
{
	return one(
		rows(db_ask(db, SQL(SELECT "WHERE y.id = ?2 AND " SHOWN), V(who->person), V(id))));
}

const struct reply *reply_of_ask(struct db *db, const struct who *who, struct ask_id ask)
{
	return one(rows(
		db_ask(db, SQL(SELECT "WHERE y.ask_id = ?2 AND " SHOWN), V(who->person), V(ask))));
}

struct replies reply_list(
	struct db *db, const struct who *who, const struct reply_filter *f, bool *more)
{
	int64_t before = f->before.n ? f->before.n : INT64_MAX;
	struct replies list;
	if (f->topic.n)
		list = rows(db_ask(db,
			SQL(SELECT "WHERE y.id IN (SELECT x.reply_id FROM reply_topic x WHERE "
				   "x.topic_id = ?2"
				   " AND x.reply_id < ?3) AND " SHOWN
				   " ORDER BY y.id DESC LIMIT ?4"),
			V(who->person), V(f->topic), V(before), V(f->limit + 1)));
	else
		list = rows(db_ask(db,
			SQL(SELECT "WHERE y.id < ?2 AND " SHOWN " ORDER BY y.id DESC LIMIT ?3"),
			V(who->person), V(before), V(f->limit + 1)));
	*more = list.count > (size_t)f->limit;
	list.count -= *more;
	return list;
}

struct reply_versions reply_versions_any(struct db *db, struct reply_id id)
{
	struct reply_versions list = { 0 };
	struct q *q = db_ask(db,
		SQL("SELECT v.number, v.saved_at, v.question, v.body_md, p.name FROM reply_version "
		    "v"
		    " LEFT JOIN person p ON p.id = v.saved_by WHERE v.reply_id = ?1"
		    " ORDER BY v.number DESC"),
		V(id));
	while (q_row(q))
		*LIST_ADD(db_arena(db), &list) = (struct reply_version){ q_long(q, 0), q_long(q, 1),
			q_text(q, 2), q_text(q, 3), q_text(q, 4) };
	return list;
}

struct reply_id reply_put(struct txn *t, const struct reply *r, struct person_id by)
{
	struct reply_id id = r->id;
	if (id.n)
		txn_run(t,
			SQL("UPDATE reply SET question = ?2, body_md = ?3, body_html = ?4, version "
			    "= ?5, changed_by = ?6, changed_at = ?7 WHERE id = ?1"),
			V(id), V(r->question), V(r->body_md), V(r->body_html), V(r->version),
			value_or_null(by.n), V(r->changed_at));
	else
		id.n = txn_insert(t,
			SQL("INSERT INTO reply (ask_id, question, body_md, body_html, version, "
			    "created_at, changed_by, changed_at)"
			    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?6)"),
			V(r->ask), V(r->question), V(r->body_md), V(r->body_html), V(r->version),
			V(r->changed_at), value_or_null(by.n));
	txn_run(t,
		SQL("INSERT INTO reply_version (reply_id, number, question, body_md, saved_by, "
		    "saved_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)"),
		V(id), V(r->version), V(r->question), V(r->body_md), value_or_null(by.n),
		V(r->changed_at));
	return id;
}

void reply_set_topics(struct txn *t, struct reply_id id, const struct topic_id *topics, size_t n)
{
	txn_run(t, SQL("DELETE FROM reply_topic WHERE reply_id = ?1"), V(id));
	for (size_t i = 0; i < n; i++)
		txn_run(t,
			SQL("INSERT INTO reply_topic (reply_id, topic_id) VALUES (?1, ?2)"
			    " ON CONFLICT (reply_id, topic_id) DO NOTHING"),
			V(id), V(topics[i]));
}

void reply_set_withdrawn(struct txn *t, struct reply_id id, bool withdrawn)
{
	txn_run(t, SQL("UPDATE reply SET withdrawn = ?2 WHERE id = ?1"), V(id), V(withdrawn));
}
