/* What is being put together, as it stands now at its places. */
#include "base/list.h"
#include "bulletin.h"
#include "bulletin_row.h"

static void add_rows(struct q *q, struct bulletin_pieces *list)
{
	while (q_row(q)) {
		struct bulletin_piece *p = LIST_ADD(db_arena(q_db(q)), list);
		p->kind = (enum piece_kind)q_long(q, 0);
		p->noun = q_long(q, 1);
		p->comment = q_text(q, 2);
		p->ready = q_long(q, 3);
		if (!p->ready)
			continue;
		p->title = q_text(q, 4);
		p->title_en = q_text(q, 5);
		p->body_md = q_text(q, 6);
		p->body_html = q_text(q, 7);
		p->point_kind = (enum kind)q_long(q, 8);
		p->author = q_text(q, 9);
		p->team = q_text(q, 10);
		p->branch = q_text(q, 11);
		p->week.n = q_long(q, 12);
		p->team_at = q_long(q, 13);
		p->branch_at = q_long(q, 14);
	}
}

struct bulletin_pieces bulletin_rows(struct q *q)
{
	struct bulletin_pieces list = { 0 };
	add_rows(q, &list);
	return list;
}

/* Headquarters' own texts go out while the week is open; what lies lower has risen first. What
 * went out once may go out again. */
struct bulletin_pieces bulletin_items(struct db *db, const struct who *who, struct bulletin_id id)
{
	struct bulletin_pieces list = { 0 };
	if (!bulletin_get(db, who, id))
		return list;
	add_rows(db_ask(db,
			 SQL("SELECT 0, p.id, i.comment, p.reach >= 3 AND p.withdrawn = 0, "
			     "p.headline, p.headline,"
			     " p.body_md, p.body_html, p.kind, CASE WHEN p.anonymous = 0 THEN "
			     "a.name END,"
			     " u.name, g.name, p.week, r.closed_at, s.closed_at FROM bulletin_item "
			     "i"
			     " JOIN point p ON p.id = i.noun_id JOIN person a ON a.id = p.author_id"
			     " JOIN unit u ON u.id = p.team_id LEFT JOIN unit g ON g.id = "
			     "p.branch_id"
			     " LEFT JOIN rollup r ON r.unit_id = p.team_id AND r.week = p.team_week"
			     " LEFT JOIN rollup s ON s.unit_id = p.branch_id AND s.week = "
			     "p.branch_week"
			     " WHERE i.bulletin_id = ?1 AND i.kind = 0"
			     " ORDER BY i.position, i.noun_id"),
			 V(id)),
		&list);
	add_rows(db_ask(db,
			 SQL("SELECT 1, y.id, i.comment, y.body_md <> '' AND (r.state = 'closed'"
			     " OR r.unit_id = 1 OR EXISTS (SELECT 1 FROM bulletin_piece x"
			     " WHERE x.kind = 1 AND x.noun_id = y.id)), t.name_zh, t.name_en,"
			     " y.body_md, y.body_html, NULL, NULL, NULL,"
			     " u.name, r.week, NULL, r.closed_at FROM bulletin_item i"
			     " JOIN synthesis y ON y.id = i.noun_id JOIN rollup r ON r.id = "
			     "y.rollup_id"
			     " JOIN unit u ON u.id = r.unit_id JOIN topic t ON t.id = y.topic_id"
			     " WHERE i.bulletin_id = ?1 AND i.kind = 1"
			     " ORDER BY i.position, i.noun_id"),
			 V(id)),
		&list);
	add_rows(db_ask(db,
			 SQL("SELECT 2, s.id, i.comment, s.state = 'published', s.title, s.title,"
			     " s.body_md, s.body_html, NULL, (SELECT group_concat(p.name, '、') "
			     "FROM story_writer w JOIN person p ON p.id = w.person_id"
			     " WHERE w.story_id = s.id), NULL, NULL, NULL, NULL, NULL"
			     " FROM bulletin_item i JOIN story s ON s.id = i.noun_id"
			     " WHERE i.bulletin_id = ?1 AND i.kind = 2"
			     " ORDER BY i.position, i.noun_id"),
			 V(id)),
		&list);
	add_rows(db_ask(db,
			 SQL("SELECT 3, y.id, i.comment, y.withdrawn = 0, y.question, y.question,"
			     " y.body_md, y.body_html, NULL, NULL, NULL, NULL, NULL, NULL, NULL"
			     " FROM bulletin_item i JOIN reply y ON y.id = i.noun_id"
			     " WHERE i.bulletin_id = ?1 AND i.kind = 3"
			     " ORDER BY i.position, i.noun_id"),
			 V(id)),
		&list);
	return list;
}

void bulletin_item_put(struct txn *t, struct bulletin_id id, enum piece_kind kind, int64_t noun,
	const char *comment)
{
	txn_run(t,
		SQL("INSERT INTO bulletin_item (bulletin_id, kind, noun_id, position, comment)"
		    " VALUES (?1, ?2, ?3, (SELECT coalesce(max(position), -1) + 1 FROM "
		    "bulletin_item"
		    " WHERE bulletin_id = ?1 AND kind = ?2), ?4)"
		    " ON CONFLICT (bulletin_id, kind, noun_id) DO NOTHING"),
		V(id), V(kind), V(noun), V(comment));
}

void bulletin_item_comment(struct txn *t, struct bulletin_id id, enum piece_kind kind, int64_t noun,
	const char *comment)
{
	txn_run(t,
		SQL("UPDATE bulletin_item SET comment = ?4 WHERE bulletin_id = ?1 AND kind = ?2"
		    " AND noun_id = ?3"),
		V(id), V(kind), V(noun), V(comment));
}

void bulletin_item_drop(struct txn *t, struct bulletin_id id, enum piece_kind kind, int64_t noun)
{
	txn_run(t,
		SQL("DELETE FROM bulletin_item WHERE bulletin_id = ?1 AND kind = ?2 AND noun_id = "
		    "?3"),
		V(id), V(kind), V(noun));
}

void bulletin_item_place(
	struct txn *t, struct bulletin_id id, enum piece_kind kind, int64_t noun, int64_t position)
{
	txn_run(t,
		SQL("UPDATE bulletin_item SET position = ?4 WHERE bulletin_id = ?1 AND kind = ?2"
		    " AND noun_id = ?3"),
		V(id), V(kind), V(noun), V(position));
}

void bulletin_item_clear(struct txn *t, struct bulletin_id id)
{
	txn_run(t, SQL("DELETE FROM bulletin_item WHERE bulletin_id = ?1"), V(id));
}

/* What went out already does not come again by itself. */
void bulletin_item_gather(struct txn *t, struct bulletin_id id, struct week week)
{
	struct q *q = db_ask(t->db,
		SQL("SELECT 0, k.point_id, coalesce(k.comment, ''), k.position FROM pick k"
		    " JOIN rollup r ON r.id = k.rollup_id AND r.unit_id = 1 AND r.week = ?1"
		    " JOIN point p ON p.id = k.point_id AND p.hq_week = ?1 AND p.withdrawn = 0"
		    " AND p.reach >= 3 WHERE NOT EXISTS (SELECT 1 FROM bulletin_piece x"
		    " WHERE x.kind = 0 AND x.noun_id = k.point_id)"
		    " UNION ALL SELECT 1, y.id, '', row_number() OVER (ORDER BY u.id = 1 DESC,"
		    " t.kind DESC, t.position, t.id, u.code) FROM rollup r"
		    " JOIN synthesis y ON y.rollup_id = r.id"
		    " JOIN unit u ON u.id = r.unit_id JOIN topic t ON t.id = y.topic_id"
		    " WHERE r.unit_id IN (SELECT id FROM unit WHERE id = 1 OR parent_id = 1)"
		    " AND r.week = ?1 AND y.body_md <> '' AND (r.state = 'closed' OR u.id = 1)"
		    " AND NOT EXISTS (SELECT 1 FROM bulletin_piece x"
		    " WHERE x.kind = 1 AND x.noun_id = y.id)"
		    " UNION ALL SELECT 3, y.id, '', y.id FROM reply y WHERE y.withdrawn = 0"
		    " AND y.id > (SELECT coalesce(max(x.noun_id), 0) FROM bulletin_piece x"
		    " WHERE x.kind = 3) ORDER BY 1, 4, 2"),
		V(week));
	struct bulletin_pieces found = { 0 };
	while (q_row(q)) {
		struct bulletin_piece *p = LIST_ADD(db_arena(t->db), &found);
		p->kind = (enum piece_kind)q_long(q, 0);
		p->noun = q_long(q, 1);
		p->comment = q_text(q, 2);
	}
	LIST_EACH (const struct bulletin_piece, p, &found)
		bulletin_item_put(t, id, p->kind, p->noun, p->comment);
}

void bulletin_item_restore(struct txn *t, struct bulletin_id id, int64_t edition)
{
	bulletin_item_clear(t, id);
	txn_run(t,
		SQL("INSERT INTO bulletin_item (bulletin_id, kind, noun_id, position, comment)"
		    " SELECT bulletin_id, kind, noun_id, position, comment FROM bulletin_piece"
		    " WHERE bulletin_id = ?1 AND edition = ?2"),
		V(id), V(edition));
}
