#include "synthesis.h"

/* For a synthesis y of the roll-up r; the viewer is ?1. Role bits as in schema/derived.sql: a home
 * in the branch counts with a role that works there. */
#define SEEN                                                                                       \
	"(?1 = 0 OR EXISTS (SELECT 1 FROM steward v WHERE v.person_id = ?1 AND v.unit_id = "       \
	"r.unit_id) OR EXISTS (SELECT 1 FROM bulletin_piece v WHERE v.kind = 1"                    \
	" AND v.noun_id = y.id)"                                                                   \
	" OR (r.state = 'closed' AND (EXISTS (SELECT 1 FROM sight v WHERE v.person_id = ?1"        \
	" AND v.unit_id = 1) OR (r.unit_id <> 1 AND (EXISTS (SELECT 1 FROM person v JOIN unit h"   \
	" ON h.id = v.unit_id WHERE v.id = ?1 AND v.active = 1 AND (v.roles & 7) <> 0"             \
	" AND (h.id = r.unit_id OR h.parent_id = r.unit_id)) OR EXISTS (SELECT 1 FROM steward v"   \
	" JOIN unit h ON h.id = v.unit_id WHERE v.person_id = ?1 AND h.parent_id = "               \
	"r.unit_id))))))"

#define SYNTHESIS                                                                                  \
	"SELECT y.id, r.unit_id, u.code, u.name, r.week, r.state = 'closed', t.id, t.kind, "       \
	"t.state,"                                                                                 \
	" t.name_zh, t.name_en, t.position, y.body_md, y.body_html, y.version, y.changed_at, "     \
	"p.name,"                                                                                  \
	" (SELECT count(*) FROM synthesis_cite c WHERE c.synthesis_id = y.id)"                     \
	" FROM synthesis y JOIN rollup r ON r.id = y.rollup_id JOIN unit u ON u.id = r.unit_id"    \
	" JOIN topic t ON t.id = y.topic_id LEFT JOIN person p ON p.id = y.changed_by "

static void read_synthesis(struct q *q, struct synthesis *s)
{
	s->id.n = q_long(q, 0);
	s->unit.n = q_long(q, 1);
	s->unit_code = q_text(q, 2);
	s->unit_name = q_text(q, 3);
	s->week.n = q_long(q, 4);
	s->closed = q_long(q, 5);
	s->topic.id.n = q_long(q, 6);
	s->topic.kind = q_text(q, 7);
	s->topic.state = q_text(q, 8);
	s->topic.name_zh = q_text(q, 9);
	s->topic.name_en = q_text(q, 10);
	s->topic.position = q_long(q, 11);
	s->body_md = q_text(q, 12);
	s->body_html = q_text(q, 13);
	s->version = q_long(q, 14);
	s->changed_at = q_long(q, 15);
	s->changed_by = q_text(q, 16);
	s->cites = q_long(q, 17);
}

static struct syntheses all(struct q *q)
{
	struct syntheses list = { 0 };
	while (q_row(q))
		read_synthesis(q, LIST_ADD(db_arena(q_db(q)), &list));
	return list;
}

static const struct synthesis *one(struct q *q)
{
	struct syntheses list = all(q);
	return list.count ? list.items : NULL;
}

const struct synthesis *synthesis_get(struct db *db, const struct who *who, struct synthesis_id id)
{
	return one(db_ask(db, SQL(SYNTHESIS "WHERE y.id = ?2 AND " SEEN), V(who->person), V(id)));
}

const struct synthesis *synthesis_of_topic(struct db *db, const struct who *who,
	struct unit_id unit, struct week week, struct topic_id t)
{
	return one(db_ask(db,
		SQL(SYNTHESIS "WHERE r.unit_id = ?2 AND r.week = ?3 AND y.topic_id = ?4 AND " SEEN),
		V(who->person), V(unit), V(week), V(t)));
}

struct syntheses synthesis_of_rollup(
	struct db *db, const struct who *who, struct unit_id unit, struct week week)
{
	return all(db_ask(db,
		SQL(SYNTHESIS "WHERE r.unit_id = ?2 AND r.week = ?3 AND y.body_md <> '' AND " SEEN
			      " ORDER BY t.kind DESC, t.position, t.id"),
		V(who->person), V(unit), V(week)));
}

struct syntheses synthesis_below(
	struct db *db, const struct who *who, struct unit_id unit, struct week week)
{
	return all(db_ask(db,
		SQL(SYNTHESIS "WHERE u.parent_id = ?2 AND r.week = ?3 AND r.state = 'closed' AND "
			      "y.body_md <> '' AND " SEEN
			      " ORDER BY t.kind DESC, t.position, t.id, u.code"),
		V(who->person), V(unit), V(week)));
}

struct syntheses synthesis_earlier(struct db *db, const struct who *who, struct unit_id unit,
	struct week week, struct topic_id topic, int64_t most)
{
	return all(db_ask(db,
		SQL("SELECT y.id, r.unit_id, u.code, u.name, r.week, r.state = 'closed', t.id, "
		    "t.kind, t.state, t.name_zh, t.name_en, t.position, y.body_md, y.body_html, "
		    "y.version, y.changed_at, p.name,"
		    " (SELECT count(*) FROM synthesis_cite c WHERE c.synthesis_id = y.id)"
		    " FROM rollup r CROSS JOIN synthesis y ON y.rollup_id = r.id"
		    " AND y.topic_id = ?4 JOIN unit u ON u.id = r.unit_id"
		    " JOIN topic t ON t.id = y.topic_id LEFT JOIN person p ON p.id = y.changed_by"
		    " WHERE r.unit_id = ?2 AND r.week < ?3 AND r.week >= ?3 - 104"
		    " AND y.body_md <> '' AND " SEEN " ORDER BY r.week DESC LIMIT ?5"),
		V(who->person), V(unit), V(week), V(topic), V(most)));
}

struct syntheses synthesis_citing(struct db *db, const struct who *who, struct point_id point)
{
	return all(db_ask(db,
		SQL(SYNTHESIS "JOIN synthesis_cite x ON x.synthesis_id = y.id WHERE x.point_id = "
			      "?2 AND " SEEN " ORDER BY r.week DESC, y.id DESC LIMIT 50"),
		V(who->person), V(point)));
}

struct synthesis_versions synthesis_versions_any(struct db *db, struct synthesis_id id)
{
	struct synthesis_versions list = { 0 };
	struct q *q = db_ask(db,
		SQL("SELECT v.number, v.saved_at, p.name FROM synthesis_version v"
		    " LEFT JOIN person p ON p.id = v.saved_by WHERE v.synthesis_id = ?1"
		    " ORDER BY v.number DESC"),
		V(id));
	while (q_row(q))
		*LIST_ADD(db_arena(db), &list) =
			(struct synthesis_version){ q_long(q, 0), q_long(q, 1), q_text(q, 2) };
	return list;
}

bool synthesis_cites_any(struct db *db, struct synthesis_id id, struct point_id point)
{
	return db_long(db,
		SQL("SELECT 1 FROM synthesis_cite WHERE synthesis_id = ?1 AND point_id = ?2"),
		V(id), V(point));
}

const char *synthesis_version_any(struct db *db, struct synthesis_id id, int64_t number)
{
	return db_text(db,
		SQL("SELECT body_md FROM synthesis_version WHERE synthesis_id = ?1 AND number = "
		    "?2"),
		V(id), V(number));
}

static struct longs numbers(struct q *q)
{
	struct longs list = { 0 };
	while (q_row(q))
		*LIST_ADD(db_arena(q_db(q)), &list) = (long)q_long(q, 0);
	return list;
}

struct longs synthesis_ids_any(struct db *db, struct rollup_id rollup)
{
	return numbers(db_ask(
		db, SQL("SELECT id FROM synthesis WHERE rollup_id = ?1 ORDER BY id"), V(rollup)));
}

struct longs synthesis_cited_any(struct db *db, struct synthesis_id id)
{
	return numbers(db_ask(db,
		SQL("SELECT point_id FROM synthesis_cite WHERE synthesis_id = ?1 ORDER BY "
		    "position"),
		V(id)));
}

struct synthesis_id synthesis_put(struct txn *t, struct rollup_id rollup, struct topic_id topic,
	const char *body_md, const char *body_html, struct person_id by, int64_t now)
{
	txn_run(t,
		SQL("INSERT INTO synthesis (rollup_id, topic_id, body_md, body_html, version, "
		    "changed_by, changed_at)"
		    " VALUES (?1, ?2, ?3, ?4, 1, ?5, ?6) ON CONFLICT (rollup_id, topic_id) DO "
		    "UPDATE SET"
		    " body_md = excluded.body_md, body_html = excluded.body_html, version = "
		    "synthesis.version + 1,"
		    " changed_by = excluded.changed_by, changed_at = excluded.changed_at"),
		V(rollup), V(topic), V(body_md), V(body_html), value_or_null(by.n), V(now));
	struct synthesis_id id = { db_long(t->db,
		SQL("SELECT id FROM synthesis WHERE rollup_id = ?1 AND topic_id = ?2"), V(rollup),
		V(topic)) };
	txn_run(t,
		SQL("INSERT INTO synthesis_version (synthesis_id, number, body_md, saved_by, "
		    "saved_at)"
		    " SELECT id, version, body_md, changed_by, changed_at FROM synthesis WHERE id "
		    "= ?1"),
		V(id));
	return id;
}

void synthesis_set_cites(
	struct txn *t, struct synthesis_id id, const struct point_id *cited, size_t n)
{
	txn_run(t, SQL("DELETE FROM synthesis_cite WHERE synthesis_id = ?1"), V(id));
	for (size_t i = 0; i < n; i++)
		txn_run(t,
			SQL("INSERT INTO synthesis_cite (synthesis_id, point_id, position) VALUES "
			    "(?1, ?2, ?3)"),
			V(id), V(cited[i]), V(i));
}
