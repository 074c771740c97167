#include "topic.h"

#include "base/fold.h"
#include "base/list.h"
#include "base/out.h"
#include "topic_row.h"

void topic_read(struct q *q, struct topic *t)
{
	t->id.n = q_long(q, 0);
	t->parent.n = q_long(q, 1);
	t->merged_into.n = q_long(q, 2);
	t->kind = q_text(q, 3);
	t->state = q_text(q, 4);
	t->name_zh = q_text(q, 5);
	t->name_en = q_text(q, 6);
	t->position = q_long(q, 7);
}

static const struct topic *one(struct q *q)
{
	if (!q_row(q))
		return NULL;
	struct topic *t = ARENA_NEW(db_arena(q_db(q)), struct topic);
	topic_read(q, t);
	q_end(q);
	return t;
}

struct topics topic_rows(struct q *q)
{
	struct topics list = { 0 };
	while (q_row(q))
		topic_read(q, LIST_ADD(db_arena(q_db(q)), &list));
	return list;
}

const struct topic *topic_get_any(struct db *db, struct topic_id id)
{
	return one(db_ask(db, SQL("SELECT " TOPIC_COLUMNS " FROM topic t WHERE t.id = ?1"), V(id)));
}

const struct topic *topic_by_word_any(struct db *db, const char *word)
{
	const struct topic *t = one(db_ask(db,
		SQL("SELECT " TOPIC_COLUMNS
		    " FROM topic_word w JOIN topic t ON t.id = w.topic_id WHERE w.folded = ?1"),
		V(fold_text(db_arena(db), word))));
	while (t && t->merged_into.n)
		t = topic_get_any(db, t->merged_into);
	return t;
}

static void read_about(struct q *q, struct topic *t)
{
	topic_read(q, t);
	t->about_zh = q_text(q, TOPIC_WIDTH);
	t->about_en = q_text(q, TOPIC_WIDTH + 1);
}

struct topics topic_accepted(struct db *db)
{
	struct topics list = { 0 };
	struct q *q =
		db_ask(db, SQL("SELECT " TOPIC_COLUMNS
			       ", t.about_zh, t.about_en FROM topic t WHERE t.state = 'accepted'"
			       " ORDER BY t.kind, t.position, t.name_zh /*scan*/"));
	while (q_row(q))
		read_about(q, LIST_ADD(db_arena(db), &list));
	return list;
}

const struct topic *topic_whole_any(struct db *db, struct topic_id id)
{
	struct topic *t = NULL;
	struct q *q = db_ask(db,
		SQL("SELECT " TOPIC_COLUMNS
		    ", t.about_zh, t.about_en FROM topic t WHERE t.id = ?1"),
		V(id));
	if (q_row(q)) {
		t = ARENA_NEW(db_arena(db), struct topic);
		read_about(q, t);
	}
	q_end(q);
	return t;
}

/* A point's topics in the order in which its author wrote them; behind them, in the order of the
 * map, those that a manager added. */
#define AS_WRITTEN                                                                                 \
	" coalesce((SELECT min(g.position) FROM point_tag g WHERE g.point_id = pt.point_id"        \
	" AND g.topic_id = pt.topic_id), 1000), t.kind DESC, t.position, t.name_zh"

struct topics topic_of_point_any(struct db *db, struct point_id point)
{
	return topic_rows(db_ask(db,
		SQL("SELECT " TOPIC_COLUMNS
		    " FROM point_topic pt JOIN topic t ON t.id = pt.topic_id WHERE pt.point_id = ?1"
		    " ORDER BY" AS_WRITTEN),
		V(point)));
}

struct point_topics topic_of_points_any(struct db *db, const struct point_id *ids, size_t n)
{
	struct point_topics list = { 0 };
	if (!n)
		return list;
	struct out array = out_new(db_arena(db));
	for (size_t i = 0; i < n; i++)
		out_format(&array, "%c%ld", i ? ',' : '[', (long)ids[i].n);
	out_char(&array, ']');
	struct q *q = db_ask(db,
		SQL("SELECT " TOPIC_COLUMNS ", j.key FROM json_each(?1) j"
		    " JOIN point_topic pt ON pt.point_id = j.value JOIN topic t ON t.id = "
		    "pt.topic_id"
		    " ORDER BY j.key," AS_WRITTEN),
		V(out_string(&array)));
	while (q_row(q)) {
		struct point_topic *pt = LIST_ADD(db_arena(db), &list);
		topic_read(q, &pt->topic);
		pt->of = (size_t)q_long(q, TOPIC_WIDTH);
	}
	return list;
}

struct topic_id topic_add(
	struct txn *t, const struct topic *topic, struct person_id by, int64_t now)
{
	return (struct topic_id){ txn_insert(t,
		SQL("INSERT INTO topic (kind, state, name_zh, name_en, about_zh, about_en, "
		    "parent_id, position, created_by, created_at)"
		    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)"),
		V(topic->kind), V(topic->state), V(topic->name_zh), V(topic->name_en),
		V(topic->about_zh), V(topic->about_en), value_or_null(topic->parent.n),
		V(topic->position), value_or_null(by.n), V(now)) };
}

bool topic_add_word(struct txn *t, struct topic_id topic, const char *word)
{
	return txn_run(t,
		SQL("INSERT INTO topic_word (folded, word, topic_id) VALUES (?1, ?2, ?3)"),
		V(fold_text(db_arena(t->db), word)), V(word), V(topic));
}

struct topic_id topic_resolve(struct txn *t, const char *word, struct person_id by, int64_t now)
{
	const struct topic *known = topic_by_word_any(t->db, word);
	if (known)
		return known->id;
	const struct topic proposal = {
		.kind = "topic", .state = "proposed", .name_zh = word, .name_en = word
	};
	struct topic_id id = topic_add(t, &proposal, by, now);
	topic_add_word(t, id, word);
	return id;
}
