/* One topic goes into another: every table that names a topic follows. */
#include "base/list.h"
#include "evidence.h"
#include "pin.h"
#include "topic_edit.h"

/* Points that have both count once: what they added to `from` is taken out first, then all of
 * `from` is added to `into`. So the cost is that of the tally's rows, not of the points. */
static void move_points(struct txn *t, struct topic_id from, struct topic_id into)
{
	struct q *q = db_ask(t->db,
		SQL("SELECT a.point_id FROM point_topic a JOIN point_topic b ON b.point_id = "
		    "a.point_id"
		    " WHERE a.topic_id = ?1 AND b.topic_id = ?2"),
		V(from), V(into));
	struct point_ids both = { 0 };
	while (q_row(q))
		LIST_ADD(db_arena(t->db), &both)->n = q_long(q, 0);
	LIST_EACH (const struct point_id, p, &both) {
		txn_run(t,
			SQL("INSERT INTO tally (unit_id, week, topic_id, part_id, kind, n)"
			    " SELECT unit_id, week, topic_id, part_id, kind, -1 FROM placement"
			    " WHERE point_id = ?1 AND topic_id = ?2"
			    " ON CONFLICT (unit_id, week, topic_id, part_id, kind) DO UPDATE SET n "
			    "= "
			    "n + excluded.n"),
			V(*p), V(from));
		pin_take_topic(t, *p, from);
		txn_run(t, SQL("DELETE FROM point_topic WHERE point_id = ?1 AND topic_id = ?2"),
			V(*p), V(from));
	}
	txn_run(t,
		SQL("INSERT INTO tally (unit_id, week, topic_id, part_id, kind, n)"
		    " SELECT unit_id, week, ?2, part_id, kind, n FROM tally WHERE topic_id = ?1"
		    " ON CONFLICT (unit_id, week, topic_id, part_id, kind) DO UPDATE SET n = n + "
		    "excluded.n /*scan*/"),
		V(from), V(into));
	txn_run(t, SQL("DELETE FROM tally WHERE topic_id = ?1 /*scan*/"), V(from));
	pin_move_topic(t, from, into);
	txn_run(t, SQL("UPDATE point_topic SET topic_id = ?2 WHERE topic_id = ?1"), V(from),
		V(into));
	txn_run(t, SQL("UPDATE point_tag SET topic_id = ?2 WHERE topic_id = ?1"), V(from), V(into));
	txn_run(t, SQL("UPDATE meeting_line SET topic_id = ?2 WHERE topic_id = ?1"), V(from),
		V(into));
}

/* The order of points under `from` goes on behind that of `into`; a place of the topic itself
 * (point 0) is kept. */
static void move_order(struct txn *t, struct topic_id from, struct topic_id into)
{
	txn_run(t,
		SQL("INSERT INTO rollup_order (rollup_id, topic_id, point_id, position)"
		    " SELECT o.rollup_id, ?2, o.point_id, o.position + CASE WHEN o.point_id = 0 "
		    "THEN 0"
		    " ELSE (SELECT coalesce(max(x.position) + 1, 0) FROM rollup_order x"
		    " WHERE x.rollup_id = o.rollup_id AND x.topic_id = ?2) END"
		    " FROM rollup_order o WHERE o.topic_id = ?1"
		    " ON CONFLICT (rollup_id, topic_id, point_id) DO NOTHING /*scan*/"),
		V(from), V(into));
	txn_run(t, SQL("DELETE FROM rollup_order WHERE topic_id = ?1 /*scan*/"), V(from));
}

static void join_synthesis(struct txn *t, int64_t from, int64_t into)
{
	txn_run(t,
		SQL("INSERT INTO synthesis_version (synthesis_id, number, body_md, saved_by, "
		    "saved_at)"
		    " SELECT ?2, v.number + s.version, v.body_md, v.saved_by, v.saved_at"
		    " FROM synthesis_version v JOIN synthesis s ON s.id = ?2 WHERE v.synthesis_id "
		    "= ?1"),
		V(from), V(into));
	txn_run(t,
		SQL("UPDATE synthesis SET"
		    " body_md = body_md || char(10) || char(10) ||"
		    " (SELECT f.body_md FROM synthesis f WHERE f.id = ?1),"
		    " body_html = body_html || (SELECT f.body_html FROM synthesis f WHERE f.id = "
		    "?1),"
		    " version = version + 1 + (SELECT f.version FROM synthesis f WHERE f.id = ?1)"
		    " WHERE id = ?2"),
		V(from), V(into));
	txn_run(t,
		SQL("INSERT INTO synthesis_version (synthesis_id, number, body_md, saved_by, "
		    "saved_at)"
		    " SELECT id, version, body_md, changed_by, changed_at FROM synthesis WHERE id "
		    "= "
		    "?1"),
		V(into));
	txn_run(t,
		SQL("INSERT INTO synthesis_cite (synthesis_id, point_id, position)"
		    " SELECT ?2, point_id, position + 1000 FROM synthesis_cite WHERE synthesis_id "
		    "= ?1"
		    " ON CONFLICT (synthesis_id, point_id) DO NOTHING"),
		V(from), V(into));
	txn_run(t, SQL("DELETE FROM synthesis_cite WHERE synthesis_id = ?1"), V(from));
	txn_run(t, SQL("DELETE FROM synthesis_version WHERE synthesis_id = ?1"), V(from));
	txn_run(t, SQL("DELETE FROM synthesis WHERE id = ?1"), V(from));
}

static void move_syntheses(struct txn *t, struct topic_id from, struct topic_id into)
{
	struct q *q = db_ask(t->db,
		SQL("SELECT a.id, b.id FROM synthesis a JOIN synthesis b ON b.rollup_id = "
		    "a.rollup_id"
		    " AND b.topic_id = ?2 WHERE a.topic_id = ?1"),
		V(from), V(into));
	struct longs pairs = { 0 };
	while (q_row(q)) {
		*LIST_ADD(db_arena(t->db), &pairs) = q_long(q, 0);
		*LIST_ADD(db_arena(t->db), &pairs) = q_long(q, 1);
	}
	for (size_t i = 0; i < pairs.count; i += 2)
		join_synthesis(t, pairs.items[i], pairs.items[i + 1]);
	txn_run(t, SQL("UPDATE synthesis SET topic_id = ?2 WHERE topic_id = ?1"), V(from), V(into));
}

static void move_stories(struct txn *t, struct topic_id from, struct topic_id into)
{
	txn_run(t,
		SQL("INSERT INTO story_topic (story_id, topic_id)"
		    " SELECT story_id, ?2 FROM story_topic WHERE topic_id = ?1"
		    " ON CONFLICT (story_id, topic_id) DO NOTHING"),
		V(from), V(into));
	txn_run(t, SQL("DELETE FROM story_topic WHERE topic_id = ?1"), V(from));
}

static void move_replies(struct txn *t, struct topic_id from, struct topic_id into)
{
	txn_run(t,
		SQL("INSERT INTO reply_topic (reply_id, topic_id)"
		    " SELECT reply_id, ?2 FROM reply_topic WHERE topic_id = ?1"
		    " ON CONFLICT (reply_id, topic_id) DO NOTHING"),
		V(from), V(into));
	txn_run(t, SQL("DELETE FROM reply_topic WHERE topic_id = ?1"), V(from));
}

/* Asks and pages of the path; guides are joined by guide_move_topic(). Of two pages of the path one
 * stays, and whoever has ticked off the other has read it. */
static void move_playbook(struct txn *t, struct topic_id from, struct topic_id into)
{
	txn_run(t, SQL("UPDATE ask SET topic_id = ?2 WHERE topic_id = ?1"), V(from), V(into));
	txn_run(t, SQL("DELETE FROM topic_look WHERE topic_id IN (?1, ?2) /*scan*/"), V(from),
		V(into));
	txn_run(t,
		SQL("INSERT INTO path_tick (person_id, item_id, at)"
		    " SELECT k.person_id, b.id, k.at FROM path_item a JOIN path_item b"
		    " ON b.topic_id = ?2 JOIN path_tick k ON k.item_id = a.id WHERE a.topic_id = ?1"
		    " ON CONFLICT (person_id, item_id) DO NOTHING /*scan*/"),
		V(from), V(into));
	txn_run(t,
		SQL("UPDATE path_item SET topic_id = ?2 WHERE topic_id = ?1 AND NOT EXISTS"
		    " (SELECT 1 FROM path_item b WHERE b.topic_id = ?2)"),
		V(from), V(into));
}

void topic_merge_rows(struct txn *t, struct topic_id from, struct topic_id into)
{
	move_points(t, from, into);
	move_order(t, from, into);
	move_syntheses(t, from, into);
	move_stories(t, from, into);
	move_replies(t, from, into);
	move_playbook(t, from, into);
	evidence_move_topic(t, from, into);
	use_move_topic(t, from, into);
	txn_run(t, SQL("UPDATE topic_word SET topic_id = ?2 WHERE topic_id = ?1"), V(from),
		V(into));
	if (topic_is_under_any(t->db, into, from))
		txn_run(t,
			SQL("UPDATE topic SET parent_id = (SELECT f.parent_id FROM topic f WHERE "
			    "f.id "
			    "= ?1) WHERE id = ?2"),
			V(from), V(into));
	txn_run(t, SQL("UPDATE topic SET parent_id = ?2 WHERE parent_id = ?1 /*scan*/"), V(from),
		V(into));
	txn_run(t, SQL("UPDATE topic SET merged_into = ?2 WHERE merged_into = ?1 /*scan*/"),
		V(from), V(into));
	txn_run(t,
		SQL("UPDATE topic SET state = 'merged', merged_into = ?2, parent_id = NULL WHERE "
		    "id = "
		    "?1"),
		V(from), V(into));
}
