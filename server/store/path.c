#include "path.h"

#include "base/list.h"

enum { DAY = 86400 };

#define ITEM                                                                                       \
	"SELECT i.id, i.topic_id, i.story_id, coalesce(t.name_zh, y.title),"                       \
	" coalesce(t.name_en, y.title), t.kind, EXISTS (SELECT 1 FROM guide g WHERE g.topic_id ="  \
	" i.topic_id AND g.state = 1), i.note, i.position, k.at FROM path_item i"                  \
	" LEFT JOIN topic t ON t.id = i.topic_id LEFT JOIN story y ON y.id = i.story_id"           \
	" LEFT JOIN path_tick k ON k.item_id = i.id AND k.person_id = ?1 "

static struct path_items rows(struct q *q)
{
	struct path_items list = { 0 };
	while (q_row(q)) {
		*LIST_ADD(db_arena(q_db(q)), &list) = (struct path_item){ .id = { q_long(q, 0) },
			.topic = { q_long(q, 1) },
			.story = { q_long(q, 2) },
			.name_zh = q_text(q, 3),
			.name_en = q_text(q, 4),
			.kind = q_text(q, 5),
			.guide = q_long(q, 6),
			.note = q_text(q, 7),
			.position = q_long(q, 8),
			.read_at = q_long(q, 9) };
		list.done += q_long(q, 9) != 0;
	}
	return list;
}

struct path_items path_items_any(struct db *db, struct person_id person)
{
	return rows(db_ask(db,
		SQL(ITEM "WHERE i.removed_at IS NULL AND (t.state = 'accepted' OR y.state ="
			 " 'published') ORDER BY i.position, i.id LIMIT ?2 /*scan*/"),
		V(person), V((int64_t)PATH_MOST)));
}

const struct path_item *path_item_any(struct db *db, struct path_id id)
{
	struct path_items one = rows(db_ask(db, SQL(ITEM "WHERE i.id = ?2"), V((int64_t)0), V(id)));
	return one.count ? &one.items[0] : NULL;
}

struct path_id path_find_any(struct db *db, struct topic_id topic, struct story_id story)
{
	if (topic.n)
		return (struct path_id){ db_long(db,
			SQL("SELECT id FROM path_item WHERE topic_id = ?1 AND removed_at IS NULL"),
			V(topic)) };
	return (struct path_id){ db_long(db,
		SQL("SELECT id FROM path_item WHERE story_id = ?1 AND removed_at IS NULL"),
		V(story)) };
}

/* Of a person p, with ?2 the day from which on one is new. */
#define WALKS                                                                                      \
	"(p.active = 1 AND (EXISTS (SELECT 1 FROM path_walker w WHERE w.person_id = p.id"          \
	" AND w.left_at IS NULL) OR (p.created_at >= ?2 AND p.created_at > ?3 + (SELECT"           \
	" h.created_at FROM unit h WHERE h.id = 1) AND (p.roles & 7) <> 0 AND NOT EXISTS (SELECT"  \
	" 1 FROM path_walker w WHERE w.person_id = p.id))))"
#define NEW(now) V((now) - (int64_t)PATH_DAYS * DAY), V((int64_t)PATH_SET_UP_DAYS *DAY)

bool path_walks_any(struct db *db, struct person_id person, int64_t now)
{
	return db_long(
		db, SQL("SELECT 1 FROM person p WHERE p.id = ?1 AND " WALKS), V(person), NEW(now));
}

/* The viewer ?1 may know how far the person p is. */
#define FOLLOWS                                                                                    \
	"(?1 = 0 OR EXISTS (SELECT 1 FROM person v WHERE v.id = ?1 AND v.active = 1"               \
	" AND (v.roles & 24) <> 0) OR EXISTS (SELECT 1 FROM steward s WHERE s.person_id = ?1"      \
	" AND s.unit_id = p.unit_id))"

struct path_walkers path_walkers(struct db *db, const struct who *who, int64_t now, int64_t limit)
{
	struct path_walkers list = { 0 };
	struct q *q = db_ask(db,
		SQL("SELECT p.id, p.name, u.name, p.created_at, (SELECT count(*) FROM path_tick k"
		    " JOIN path_item i ON i.id = k.item_id AND i.removed_at IS NULL"
		    " LEFT JOIN topic t ON t.id = i.topic_id LEFT JOIN story y ON y.id = i.story_id"
		    " WHERE k.person_id = p.id AND (t.state = 'accepted' OR y.state ="
		    " 'published')), (SELECT max(k.at) FROM path_tick k WHERE k.person_id = p.id)"
		    " FROM person p JOIN unit u ON u.id = p.unit_id WHERE p.id IN (SELECT person_id"
		    " FROM path_walker UNION SELECT id FROM person WHERE created_at >= ?2) AND p.id"
		    " <> ?1 AND " WALKS " AND " FOLLOWS " ORDER BY p.created_at DESC, p.id LIMIT ?4"
		    " /*scan*/"),
		V(who->person), NEW(now), V(limit));
	while (q_row(q))
		*LIST_ADD(db_arena(db), &list) = (struct path_walker){ { q_long(q, 0) },
			q_text(q, 1), q_text(q, 2), q_long(q, 3), q_long(q, 4), q_long(q, 5) };
	return list;
}

const char *path_follows(struct db *db, const struct who *who, struct person_id person)
{
	return db_text(db, SQL("SELECT p.name FROM person p WHERE p.id = ?2 AND " FOLLOWS),
		V(who->person), V(person));
}

struct path_id path_put(
	struct txn *t, const struct path_item *item, struct person_id by, int64_t now)
{
	int64_t last = db_long(t->db, SQL("SELECT max(position) FROM path_item /*scan*/"));
	struct path_id id = { db_long(t->db,
		SQL("SELECT id FROM path_item WHERE topic_id IS ?1 AND story_id IS ?2 /*scan*/"),
		value_or_null(item->topic.n), value_or_null(item->story.n)) };
	if (!id.n)
		return (struct path_id){ txn_insert(t,
			SQL("INSERT INTO path_item (topic_id, story_id, position, note, added_by,"
			    " added_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)"),
			value_or_null(item->topic.n), value_or_null(item->story.n), V(last + 1),
			V(item->note), value_or_null(by.n), V(now)) };
	txn_run(t,
		SQL("UPDATE path_item SET removed_at = NULL, position = ?2, note = ?3 WHERE id ="
		    " ?1"),
		V(id), V(last + 1), V(item->note));
	return id;
}

void path_set_position(struct txn *t, struct path_id id, int64_t position)
{
	txn_run(t, SQL("UPDATE path_item SET position = ?2 WHERE id = ?1"), V(id), V(position));
}

void path_remove(struct txn *t, struct path_id id, int64_t now)
{
	txn_run(t, SQL("UPDATE path_item SET removed_at = ?2 WHERE id = ?1"), V(id), V(now));
}

void path_set_tick(
	struct txn *t, struct person_id person, struct path_id id, bool done, int64_t now)
{
	if (done)
		txn_run(t,
			SQL("INSERT INTO path_tick (person_id, item_id, at) VALUES (?1, ?2, ?3)"
			    " ON CONFLICT (person_id, item_id) DO NOTHING"),
			V(person), V(id), V(now));
	else
		txn_run(t, SQL("DELETE FROM path_tick WHERE person_id = ?1 AND item_id = ?2"),
			V(person), V(id));
}

void path_set_walker(struct txn *t, struct person_id person, bool walks, int64_t now)
{
	txn_run(t,
		SQL("INSERT INTO path_walker (person_id, since, left_at) VALUES (?1, ?2, ?3)"
		    " ON CONFLICT (person_id) DO UPDATE SET left_at = excluded.left_at"),
		V(person), V(now), value_or_null(walks ? 0 : now));
}
