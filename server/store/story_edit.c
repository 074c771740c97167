/* Versions of a story, and writing it. */
#include "base/list.h"
#include "story.h"

const struct story_version *story_version_any(struct db *db, struct story_id id, int64_t number)
{
	struct q *q = db_ask(db,
		SQL("SELECT v.number, v.saved_at, v.text, p.name FROM story_version v"
		    " LEFT JOIN person p ON p.id = v.saved_by"
		    " WHERE v.story_id = ?1 AND (?2 = 0 OR v.number = ?2) ORDER BY v.number DESC "
		    "LIMIT "
		    "1"),
		V(id), V(number));
	if (!q_row(q))
		return NULL;
	struct story_version *v = ARENA_NEW(db_arena(db), struct story_version);
	*v = (struct story_version){ q_long(q, 0), q_long(q, 1), q_text(q, 2), q_text(q, 3) };
	q_end(q);
	return v;
}

struct story_versions story_versions_any(struct db *db, struct story_id id)
{
	struct story_versions list = { 0 };
	struct q *q = db_ask(db,
		SQL("SELECT v.number, v.saved_at, p.name FROM story_version v"
		    " LEFT JOIN person p ON p.id = v.saved_by"
		    " WHERE v.story_id = ?1 ORDER BY v.number DESC"),
		V(id));
	while (q_row(q))
		*LIST_ADD(db_arena(db), &list) = (struct story_version){
			.number = q_long(q, 0), .saved_at = q_long(q, 1), .by = q_text(q, 2)
		};
	return list;
}

struct story_id story_add(struct txn *t, const struct story *s, struct person_id by)
{
	return (struct story_id){ txn_insert(t,
		SQL("INSERT INTO story (title, outcome, state, body_md, body_html, units, people, "
		    "version, created_by, created_at, changed_at)"
		    " VALUES (?1, ?2, 'draft', ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?9)"),
		V(s->title), V(s->outcome), V(s->body_md), V(s->body_html), V(s->units),
		V(s->people), V(s->version), value_or_null(by.n), V(s->changed_at)) };
}

void story_change(struct txn *t, const struct story *s)
{
	txn_run(t,
		SQL("UPDATE story SET title = ?2, outcome = ?3, body_md = ?4, body_html = ?5, "
		    "units = "
		    "?6, people = ?7, version = ?8, changed_at = ?9 WHERE id = ?1"),
		V(s->id), V(s->title), V(s->outcome), V(s->body_md), V(s->body_html), V(s->units),
		V(s->people), V(s->version), V(s->changed_at));
}

void story_add_version(struct txn *t, struct story_id id, int64_t number, const char *text,
	struct person_id by, int64_t at)
{
	txn_run(t,
		SQL("INSERT INTO story_version (story_id, number, text, saved_by, saved_at)"
		    " VALUES (?1, ?2, ?3, ?4, ?5)"),
		V(id), V(number), V(text), value_or_null(by.n), V(at));
}

void story_set_published(
	struct txn *t, struct story_id id, bool published, struct person_id by, int64_t at)
{
	txn_run(t,
		SQL("UPDATE story SET state = CASE WHEN ?2 THEN 'published' ELSE 'draft' END,"
		    " published_by = ?3, published_at = ?4 WHERE id = ?1"),
		V(id), V(published), value_or_null(published ? by.n : 0),
		value_or_null(published ? at : 0));
}

void story_set_topics(struct txn *t, struct story_id id, const struct topic_id *topics, size_t n)
{
	txn_run(t, SQL("DELETE FROM story_topic WHERE story_id = ?1"), V(id));
	for (size_t i = 0; i < n; i++)
		txn_run(t,
			SQL("INSERT INTO story_topic (story_id, topic_id) VALUES (?1, ?2)"
			    " ON CONFLICT (story_id, topic_id) DO NOTHING"),
			V(id), V(topics[i]));
}

void story_set_sources(struct txn *t, struct story_id id, const struct point_id *points, size_t n)
{
	txn_run(t, SQL("DELETE FROM story_source WHERE story_id = ?1"), V(id));
	for (size_t i = 0; i < n; i++)
		txn_run(t,
			SQL("INSERT INTO story_source (story_id, point_id, position) VALUES (?1, "
			    "?2, "
			    "?3) ON CONFLICT (story_id, point_id) DO NOTHING"),
			V(id), V(points[i]), V(i));
}

void story_set_writers(struct txn *t, struct story_id id, const struct person_id *persons, size_t n)
{
	txn_run(t, SQL("DELETE FROM story_writer WHERE story_id = ?1"), V(id));
	for (size_t i = 0; i < n; i++)
		txn_run(t,
			SQL("INSERT INTO story_writer (story_id, person_id) VALUES (?1, ?2)"
			    " ON CONFLICT (story_id, person_id) DO NOTHING"),
			V(id), V(persons[i]));
}
