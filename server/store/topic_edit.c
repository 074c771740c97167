#include "topic_edit.h"

#include "base/fold.h"
#include "base/list.h"
#include "topic_row.h"

void topic_change(struct txn *t, const struct topic *topic)
{
	txn_run(t,
		SQL("UPDATE topic SET kind = ?2, state = ?3, name_zh = ?4, name_en = ?5, about_zh "
		    "= "
		    "?6, about_en = ?7, parent_id = ?8, position = ?9 WHERE id = ?1"),
		V(topic->id), V(topic->kind), V(topic->state), V(topic->name_zh), V(topic->name_en),
		V(topic->about_zh), V(topic->about_en), value_or_null(topic->parent.n),
		V(topic->position));
}

void topic_set_position(struct txn *t, struct topic_id id, int64_t position)
{
	txn_run(t, SQL("UPDATE topic SET position = ?2 WHERE id = ?1"), V(id), V(position));
}

bool topic_drop_word(struct txn *t, struct topic_id topic, const char *word)
{
	return txn_run(t, SQL("DELETE FROM topic_word WHERE folded = ?2 AND topic_id = ?1"),
		V(topic), V(fold_text(db_arena(t->db), word)));
}

int64_t topic_last_position_any(struct db *db, const char *kind)
{
	return db_long(
		db, SQL("SELECT max(position) FROM topic WHERE kind = ?1 /*scan*/"), V(kind));
}

bool topic_is_under_any(struct db *db, struct topic_id below, struct topic_id above)
{
	for (int depth = 0; below.n && depth < 100; depth++) {
		if (below.n == above.n)
			return true;
		below = (struct topic_id){ db_long(
			db, SQL("SELECT parent_id FROM topic WHERE id = ?1"), V(below)) };
	}
	return false;
}

struct topics topic_of_kind_any(struct db *db, const char *kind)
{
	return topic_rows(db_ask(db,
		SQL("SELECT " TOPIC_COLUMNS
		    " FROM topic t WHERE t.kind = ?1 AND t.state = 'accepted'"
		    " ORDER BY t.position, t.name_zh /*scan*/"),
		V(kind)));
}

static struct point_ids ids(struct q *q)
{
	struct point_ids list = { 0 };
	while (q_row(q))
		LIST_ADD(db_arena(q_db(q)), &list)->n = q_long(q, 0);
	return list;
}

struct point_ids topic_points_any(struct db *db, struct topic_id topic)
{
	return ids(
		db_ask(db, SQL("SELECT point_id FROM point_topic WHERE topic_id = ?1"), V(topic)));
}

struct point_ids topic_tagged_any(struct db *db, struct topic_id topic)
{
	return ids(db_ask(db,
		SQL("SELECT DISTINCT g.point_id FROM point_tag g JOIN point p ON p.id = g.point_id"
		    " WHERE g.topic_id = ?1 AND p.classified_at IS NULL AND NOT EXISTS"
		    " (SELECT 1 FROM point_topic pt WHERE pt.point_id = p.id AND pt.topic_id = "
		    "?1)"),
		V(topic)));
}

struct synthesis_ids topic_syntheses_any(struct db *db, struct topic_id topic, int64_t most)
{
	struct synthesis_ids list = { 0 };
	struct q *q = db_ask(db,
		SQL("SELECT y.id FROM synthesis y WHERE y.topic_id = ?1 ORDER BY y.rollup_id DESC "
		    "LIMIT "
		    "?2"),
		V(topic), V(most));
	while (q_row(q))
		LIST_ADD(db_arena(db), &list)->n = q_long(q, 0);
	return list;
}
