#include "notice.h"

#include "base/list.h"
#include "notice_row.h"

#define SELECT                                                                                     \
	"SELECT n.id, n.kind, n.noun, n.noun_id, n.person_id, n.by_id, n.remark_id, " NOTICE_NAME  \
	", " NOTICE_TITLE ", CASE n.noun WHEN 'search' THEN (SELECT y.filters FROM search_saved y" \
	" WHERE y.id = n.noun_id) ELSE " NOTICE_SAID                                               \
	" END, n.times, n.at, n.unread FROM notice n LEFT JOIN person b ON b.id = n.by_id "

/* A row of a kind that this program does not know is passed over. */
static bool read_notice(struct q *q, struct notice *n)
{
	if (!notice_kind_parse(q_text(q, 1), &n->kind) ||
		!notice_noun_parse(q_text(q, 2), &n->noun))
		return false;
	n->id = q_long(q, 0);
	n->noun_id = q_long(q, 3);
	n->person.n = q_long(q, 4);
	n->by.n = q_long(q, 5);
	n->remark.n = q_long(q, 6);
	n->name = q_text(q, 7);
	n->title = q_text(q, 8);
	n->text = q_text(q, 9);
	n->times = q_long(q, 10);
	n->at = q_long(q, 11);
	n->unread = q_long(q, 12);
	return true;
}

static void add_rows(struct q *q, struct notices *list, int64_t limit)
{
	struct notice n;
	while ((int64_t)list->count < limit && q_row(q)) {
		n = (struct notice){ 0 };
		if (read_notice(q, &n))
			*LIST_ADD(db_arena(q_db(q)), list) = n;
	}
	q_end(q);
}

static void add_part(struct db *db, const struct who *who, bool unread, int64_t after,
	int64_t limit, struct notices *list)
{
	add_rows(db_ask(db,
			 SQL(SELECT "WHERE n.person_id = ?1 AND n.unread = ?2 AND (?3 = 0 OR"
				    " n.id < ?3) AND " NOTICE_SEEN " ORDER BY n.id DESC"),
			 V(who->person), V(unread), V(after)),
		list, limit);
}

struct notices notice_list(
	struct db *db, const struct who *who, struct notice_place from, int64_t limit)
{
	struct notices list = { 0 };
	if (!from.read)
		add_part(db, who, true, from.after, limit, &list);
	add_part(db, who, false, from.read ? from.after : 0, limit, &list);
	return list;
}

int64_t notice_unread(struct db *db, const struct who *who)
{
	return db_long(db,
		SQL("SELECT count(*) FROM (SELECT 1 FROM notice n WHERE n.person_id = ?1"
		    " AND n.unread = 1 AND " NOTICE_SEEN " LIMIT ?2) AS few"),
		V(who->person), V((int64_t)NOTICE_COUNTED));
}

const struct notice *notice_get(struct db *db, const struct who *who, int64_t id)
{
	struct notices one = { 0 };
	add_rows(db_ask(db, SQL(SELECT "WHERE n.id = ?2 AND n.person_id = ?1 AND " NOTICE_SEEN),
			 V(who->person), V(id)),
		&one, 1);
	return one.count ? &one.items[0] : NULL;
}

bool notice_waits(struct db *db, const struct who *who, enum notice_noun noun, int64_t id)
{
	return db_long(db,
		SQL("SELECT 1 FROM notice WHERE person_id = ?1 AND unread = 1 AND noun = ?2"
		    " AND noun_id = ?3 UNION ALL SELECT 1 FROM ask k JOIN notice n ON n.person_id "
		    "= ?1"
		    " AND n.noun = 'ask' AND n.noun_id = k.id AND n.unread = 1"
		    " WHERE ?2 = 'point' AND k.point_id = ?3 LIMIT 1"),
		V(who->person), V(notice_noun_name(noun)), V(id));
}

bool notice_any_waits(struct db *db, const struct who *who, enum notice_noun noun)
{
	return db_long(db,
		SQL("SELECT 1 FROM notice WHERE person_id = ?1 AND noun = ?2 AND unread = 1 LIMIT "
		    "1"),
		V(who->person), V(notice_noun_name(noun)));
}

bool notice_is_seen(struct db *db, const struct who *who, enum notice_noun noun, int64_t id)
{
	return db_long(db,
		SQL("SELECT " NOTICE_TITLE
		    " IS NOT NULL FROM (SELECT ?2 AS noun, ?3 AS noun_id) AS n"),
		V(who->person), V(notice_noun_name(noun)), V(id));
}

int64_t notice_put(struct txn *t, const struct notice *n)
{
	const char *kind = notice_kind_words(n->kind)->name, *noun = notice_noun_name(n->noun);
	int64_t times = 1, since = n->at;
	struct q *q = db_ask(t->db,
		SQL("SELECT times, since FROM notice WHERE person_id = ?1 AND noun = ?2"
		    " AND noun_id = ?3 AND kind = ?4 AND unread = 1"),
		V(n->person), V(noun), V(n->noun_id), V(kind));
	if (q_row(q)) {
		times += q_long(q, 0);
		since = q_long(q, 1);
	}
	q_end(q);
	txn_run(t,
		SQL("DELETE FROM notice WHERE person_id = ?1 AND noun = ?2 AND noun_id = ?3"
		    " AND kind = ?4"),
		V(n->person), V(noun), V(n->noun_id), V(kind));
	return txn_insert(t,
		SQL("INSERT INTO notice (person_id, kind, noun, noun_id, by_id, remark_id, times,"
		    " since, at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)"),
		V(n->person), V(kind), V(noun), V(n->noun_id), value_or_null(n->by.n),
		value_or_null(n->remark.n), V(times), V(since), V(n->at));
}

void notice_read(struct txn *t, const struct who *who, enum notice_noun noun, int64_t id)
{
	txn_run(t,
		SQL("UPDATE notice SET unread = 0 WHERE person_id = ?1 AND noun = ?2"
		    " AND noun_id = ?3 AND unread = 1"),
		V(who->person), V(notice_noun_name(noun)), V(id));
	if (noun == NOTICE_POINT)
		txn_run(t,
			SQL("UPDATE notice SET unread = 0 WHERE person_id = ?1 AND noun = 'ask'"
			    " AND unread = 1 AND noun_id IN (SELECT id FROM ask WHERE point_id = "
			    "?2)"),
			V(who->person), V(id));
}

void notice_read_all(struct txn *t, const struct who *who, enum notice_noun noun)
{
	txn_run(t,
		SQL("UPDATE notice SET unread = 0 WHERE person_id = ?1 AND noun = ?2 AND unread = "
		    "1"),
		V(who->person), V(notice_noun_name(noun)));
}

void notice_read_one(struct txn *t, const struct who *who, int64_t id)
{
	txn_run(t,
		SQL("UPDATE notice SET unread = 0 WHERE id = ?2 AND person_id = ?1 AND unread = 1"),
		V(who->person), V(id));
}

void notice_read_until(struct txn *t, const struct who *who, int64_t id)
{
	txn_run(t,
		SQL("UPDATE notice SET unread = 0 WHERE person_id = ?1 AND unread = 1 AND id <= "
		    "?2"),
		V(who->person), V(id));
}

/* The one before it that the matter may have been told for; none: the matter is gone. */
static struct remark_id before(struct db *db, int64_t notice, struct remark_id remark)
{
	return (struct remark_id){ db_long(db,
		SQL("SELECT max(m.id) FROM notice n JOIN remark m ON m.point_id = n.noun_id"
		    " WHERE n.id = ?1 AND n.times > 1 AND m.id < ?2 AND m.at >= n.since"
		    " AND m.struck_at IS NULL AND m.person_id <> n.person_id"
		    " AND (m.kind = 1) = (n.kind = 'asked_why')"),
		V(notice), V(remark)) };
}

void notice_take_back(struct txn *t, struct remark_id remark)
{
	struct q *q = db_ask(t->db, SQL("SELECT id FROM notice WHERE remark_id = ?1"), V(remark));
	int64_t id[64], n = 0;
	while (n < 64 && q_row(q))
		id[n++] = q_long(q, 0);
	q_end(q);
	while (n--) {
		struct remark_id last = before(t->db, id[n], remark);
		if (!last.n)
			txn_run(t, SQL("DELETE FROM notice WHERE id = ?1"), V(id[n]));
		else
			txn_run(t,
				SQL("UPDATE notice SET remark_id = ?2, times = times - 1, by_id ="
				    " (SELECT person_id FROM remark WHERE id = ?2) WHERE id = ?1"),
				V(id[n]), V(last));
	}
}

int64_t notice_sweep(struct txn *t, int64_t read_before, int64_t before, int64_t limit)
{
	txn_run(t,
		SQL("DELETE FROM notice WHERE id IN (SELECT id FROM notice WHERE unread = 0"
		    " AND at < ?1 LIMIT ?2)"),
		V(read_before), V(limit));
	int64_t gone = txn_changes(t);
	txn_run(t,
		SQL("DELETE FROM notice WHERE id IN (SELECT id FROM notice WHERE unread = 1"
		    " AND at < ?1 LIMIT ?2)"),
		V(before), V(limit));
	return gone + txn_changes(t);
}
