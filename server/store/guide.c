#include "guide.h"

const char *guide_state_name(enum guide_state s)
{
	static const char *const names[] = { "draft", "published", "withdrawn" };
	return names[s];
}

#define SELECT                                                                                     \
	"SELECT g.id, g.topic_id, t.name_zh, t.name_en, g.state, g.owner_id, o.name, o.login,"     \
	" o.active = 0, " GUIDE_TENDED ", g.body_md, g.body_html, g.shown_md, g.shown_html,"       \
	" g.version, g.shown_version, c.name, g.changed_at, g.shown_at, g.recheck_days,"           \
	" g.recheck_at, g.checked_at FROM guide g JOIN topic t ON t.id = g.topic_id"               \
	" JOIN person o ON o.id = g.owner_id LEFT JOIN person c ON c.id = g.changed_by "

static void read_guide(struct q *q, struct guide *g)
{
	g->id.n = q_long(q, 0);
	g->topic.n = q_long(q, 1);
	g->name_zh = q_text(q, 2);
	g->name_en = q_text(q, 3);
	g->state = (enum guide_state)q_long(q, 4);
	g->owner.n = q_long(q, 5);
	g->owner_name = q_text(q, 6);
	g->owner_login = q_text(q, 7);
	g->owner_left = q_long(q, 8);
	g->tends = q_long(q, 9);
	g->body_md = g->tends ? q_text(q, 10) : NULL;
	g->body_html = g->tends ? q_text(q, 11) : NULL;
	g->shown_md = q_text(q, 12);
	g->shown_html = q_text(q, 13);
	g->version = g->tends ? q_long(q, 14) : q_long(q, 15);
	g->shown_version = q_long(q, 15);
	g->changed_by = q_text(q, 16);
	g->changed_at = q_long(q, 17);
	g->shown_at = q_long(q, 18);
	g->recheck_days = q_long(q, 19);
	g->recheck_at = q_long(q, 20);
	g->checked_at = q_long(q, 21);
}

static struct guides rows(struct q *q)
{
	struct guides list = { 0 };
	while (q_row(q))
		read_guide(q, LIST_ADD(db_arena(q_db(q)), &list));
	return list;
}

const struct guide *guide_get(struct db *db, const struct who *who, struct topic_id topic)
{
	struct guides one = rows(db_ask(db, SQL(SELECT "WHERE g.topic_id = ?2 AND " GUIDE_SHOWN),
		V(who->person), V(topic)));
	return one.count ? &one.items[0] : NULL;
}

struct guides guide_list(struct db *db, const struct who *who, struct guide_id after, int64_t limit)
{
	return rows(
		db_ask(db, SQL(SELECT "WHERE g.id > ?2 AND " GUIDE_SHOWN " ORDER BY g.id LIMIT ?3"),
			V(who->person), V(after), V(limit)));
}

struct guides guide_due(struct db *db, const struct who *who, int64_t now, int64_t limit)
{
	return rows(db_ask(db,
		SQL(SELECT "WHERE g.id IN (SELECT x.id FROM guide x WHERE x.owner_id = ?1 UNION"
			   " SELECT y.id FROM guide y JOIN person w ON w.id = y.owner_id"
			   " AND w.active = 0 JOIN person v ON v.id = ?1 AND v.active = 1"
			   " AND (v.roles & 24) <> 0) AND g.state = 1 AND g.recheck_at <= ?2"
			   " ORDER BY g.recheck_at, g.id LIMIT ?3 /*scan*/"),
		V(who->person), V(now), V(limit)));
}

struct guides guide_citing(struct db *db, const struct who *who, struct point_id point)
{
	return rows(db_ask(db,
		SQL(SELECT "JOIN guide_cite x ON x.guide_id = g.id AND x.number = g.shown_version"
			   " WHERE x.point_id = ?2 AND g.state = 1 AND " GUIDE_SHOWN
			   " ORDER BY g.shown_at DESC, g.id"),
		V(who->person), V(point)));
}

struct guide_cites guide_cites_any(
	struct db *db, struct guide_id id, int64_t number, int64_t before)
{
	struct guide_cites list = { 0 };
	struct q *q = db_ask(db,
		SQL("SELECT c.point_id, NOT EXISTS (SELECT 1 FROM guide_cite b WHERE b.guide_id ="
		    " c.guide_id AND b.number = ?3 AND b.point_id = c.point_id) FROM guide_cite c"
		    " WHERE c.guide_id = ?1 AND c.number = ?2 ORDER BY c.position"),
		V(id), V(number), V(before));
	while (q_row(q))
		*LIST_ADD(db_arena(db), &list) =
			(struct guide_cite){ { q_long(q, 0) }, q_long(q, 1) };
	return list;
}

static struct guide_versions versions(struct q *q)
{
	struct guide_versions list = { 0 };
	while (q_row(q))
		*LIST_ADD(db_arena(q_db(q)), &list) = (struct guide_version){ q_long(q, 0),
			q_long(q, 1), q_long(q, 2), q_text(q, 3), q_text(q, 4), q_text(q, 5) };
	return list;
}

#define VERSION                                                                                    \
	"SELECT v.number, v.saved_at, v.shown_at, v.body_md, v.note, p.name FROM guide_version v"  \
	" LEFT JOIN person p ON p.id = v.saved_by WHERE v.guide_id = ?1 AND "

struct guide_versions guide_versions_any(struct db *db, struct guide_id id, bool given)
{
	return versions(
		db_ask(db, SQL(VERSION "(?2 = 0 OR v.shown_at IS NOT NULL) ORDER BY v.number DESC"),
			V(id), V(given)));
}

const struct guide_version *guide_version_any(struct db *db, struct guide_id id, int64_t number)
{
	struct guide_versions one =
		versions(db_ask(db, SQL(VERSION "v.number = ?2"), V(id), V(number)));
	return one.count ? &one.items[0] : NULL;
}

struct guides guide_to_tell_any(struct db *db, int64_t now, int64_t limit)
{
	return rows(db_ask(db,
		SQL(SELECT "WHERE g.state = 1 AND g.told = 0 AND g.recheck_at <= ?2 AND ?1 = 0"
			   " ORDER BY g.recheck_at LIMIT ?3"),
		V((int64_t)0), V(now), V(limit)));
}

struct guide_dates guide_dates(struct db *db, const struct who *who)
{
	struct guide_dates list = { 0 };
	struct q *q = db_ask(db,
		SQL("SELECT g.topic_id, g.shown_at FROM guide g WHERE g.shown_version > 0 AND"
		    " " GUIDE_SHOWN " ORDER BY g.topic_id /*scan*/"),
		V(who->person));
	while (q_row(q))
		*LIST_ADD(db_arena(db), &list) =
			(struct guide_date){ { q_long(q, 0) }, q_long(q, 1) };
	return list;
}
