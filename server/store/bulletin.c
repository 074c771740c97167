#include "bulletin.h"

#include "base/list.h"
#include "base/text.h"

static const char *const kinds[PIECE_KINDS] = { "point", "synthesis", "story", "answer" };

const char *piece_kind_name(enum piece_kind kind)
{
	return kinds[kind];
}

bool piece_kind_parse(const char *name, enum piece_kind *kind)
{
	for (int k = 0; k < PIECE_KINDS; k++)
		if (text_same(kinds[k], name)) {
			*kind = (enum piece_kind)k;
			return true;
		}
	return false;
}

/* For the viewer ?1. */
#define WRITES                                                                                     \
	"(?1 = 0 OR EXISTS (SELECT 1 FROM steward v WHERE v.person_id = ?1 AND v.unit_id = 1))"
#define BULLETIN                                                                                   \
	"SELECT b.id, b.week, b.state, b.title, b.frame_md, b.frame_html, b.rules_md,"             \
	" b.rules_html, b.version, b.edition, b.due_at, coalesce(b.publish_at, 0),"                \
	" b.created_at, b.changed_at, p.name FROM bulletin b"                                      \
	" LEFT JOIN person p ON p.id = b.changed_by "

static const struct bulletin *one(struct q *q)
{
	if (!q_row(q))
		return NULL;
	struct bulletin *b = ARENA_NEW(db_arena(q_db(q)), struct bulletin);
	b->id.n = q_long(q, 0);
	b->week.n = q_long(q, 1);
	b->state = q_text(q, 2);
	b->title = q_text(q, 3);
	b->frame_md = q_text(q, 4);
	b->frame_html = q_text(q, 5);
	b->rules_md = q_text(q, 6);
	b->rules_html = q_text(q, 7);
	b->version = q_long(q, 8);
	b->edition = q_long(q, 9);
	b->due_at = q_long(q, 10);
	b->publish_at = q_long(q, 11);
	b->created_at = q_long(q, 12);
	b->changed_at = q_long(q, 13);
	b->changed_by = q_text(q, 14);
	q_end(q);
	return b;
}

const struct bulletin *bulletin_get(struct db *db, const struct who *who, struct bulletin_id id)
{
	return one(db_ask(db, SQL(BULLETIN "WHERE b.id = ?2 AND " WRITES), V(who->person), V(id)));
}

const struct bulletin *bulletin_draft(struct db *db, const struct who *who)
{
	return one(db_ask(db,
		SQL(BULLETIN "WHERE b.id > 0 AND b.state <> 'published' AND " WRITES
			     " ORDER BY b.id DESC LIMIT 1"),
		V(who->person)));
}

struct bulletin_id bulletin_of_week(struct db *db, struct week week)
{
	return (struct bulletin_id){ db_long(db,
		SQL("SELECT id FROM bulletin WHERE edition > 0 AND week = ?1 ORDER BY id LIMIT 1"),
		V(week)) };
}

struct bulletin_id bulletin_carrying(struct db *db, enum piece_kind kind, int64_t noun, int64_t *at)
{
	struct bulletin_id id = { 0 };
	struct q *q = db_ask(db,
		SQL("SELECT x.bulletin_id, e.published_at FROM bulletin_piece x"
		    " JOIN bulletin_edition e ON e.bulletin_id = x.bulletin_id AND e.number = "
		    "x.edition WHERE x.kind = ?1 AND x.noun_id = ?2"
		    " ORDER BY e.published_at, x.bulletin_id LIMIT 1"),
		V(kind), V(noun));
	if (q_row(q)) {
		id.n = q_long(q, 0);
		*at = q_long(q, 1);
		q_end(q);
	}
	return id;
}

bool bulletin_holds_any(struct db *db, struct unit_id team, struct week week)
{
	return db_long(db,
		SQL("SELECT 1 FROM point p JOIN bulletin_piece x ON x.kind = 0 AND x.noun_id = p.id"
		    " WHERE p.team_id = ?1 AND p.team_week = ?2 LIMIT 1"),
		V(team), V(week));
}

struct bulletin_id bulletin_last_any(struct db *db)
{
	return (struct bulletin_id){ db_long(db, SQL("SELECT max(id) FROM bulletin")) };
}

struct bulletin_id bulletin_due_any(struct db *db, int64_t now)
{
	return (struct bulletin_id){ db_long(db,
		SQL("SELECT id FROM bulletin WHERE publish_at IS NOT NULL AND publish_at <= ?1"
		    " ORDER BY publish_at LIMIT 1"),
		V(now)) };
}

int64_t bulletin_differences_any(struct db *db)
{
	return db_long(db,
		SQL("SELECT (SELECT count(*) FROM bulletin_piece x JOIN point p ON p.id = x.noun_id"
		    " WHERE x.kind = 0 AND (p.reach < 4 OR NOT EXISTS (SELECT 1 FROM event e"
		    " WHERE e.point_id = p.id AND e.deed = 'published')))"
		    " + (SELECT coalesce(max(id), 0) - count(*) FROM bulletin)"
		    " + (SELECT count(*) FROM bulletin b WHERE b.edition <> (SELECT count(*)"
		    " FROM bulletin_edition e WHERE e.bulletin_id = b.id)) /*scan*/"));
}

void bulletin_add(struct txn *t, const struct bulletin *b, struct person_id by, int64_t now)
{
	txn_run(t,
		SQL("INSERT INTO bulletin (id, week, state, title, frame_md, frame_html, rules_md,"
		    " rules_html, version, edition, due_at, created_at, changed_by, changed_at)"
		    " VALUES (?1, ?2, 'draft', ?3, ?4, ?5, ?6, ?7, 1, 0, ?8, ?9, ?10, ?9)"),
		V(b->id), V(b->week), V(b->title), V(b->frame_md), V(b->frame_html), V(b->rules_md),
		V(b->rules_html), V(b->due_at), V(now), value_or_null(by.n));
}

void bulletin_change(struct txn *t, const struct bulletin *b, struct person_id by, int64_t now)
{
	txn_run(t,
		SQL("UPDATE bulletin SET title = ?2, frame_md = ?3, frame_html = ?4, rules_md = ?5,"
		    " rules_html = ?6, publish_at = ?7, scheduled_by = CASE WHEN ?7 IS NULL THEN "
		    "NULL"
		    " WHEN publish_at = ?7 THEN scheduled_by ELSE ?8 END, state = ?9,"
		    " changed_by = ?8, changed_at = ?10, version = version + 1 WHERE id = ?1"),
		V(b->id), V(b->title), V(b->frame_md), V(b->frame_html), V(b->rules_md),
		V(b->rules_html), value_or_null(b->publish_at), value_or_null(by.n), V(b->state),
		V(now));
}

void bulletin_touch(struct txn *t, struct bulletin_id id, struct person_id by, int64_t now)
{
	txn_run(t,
		SQL("UPDATE bulletin SET changed_by = ?2, changed_at = ?3, version = version + 1"
		    " WHERE id = ?1"),
		V(id), value_or_null(by.n), V(now));
}

void bulletin_delete(struct txn *t, struct bulletin_id id)
{
	bulletin_item_clear(t, id);
	txn_run(t, SQL("DELETE FROM bulletin WHERE id = ?1 AND edition = 0"), V(id));
}
