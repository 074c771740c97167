#include "story.h"

#include "base/list.h"
#include "topic_row.h"

#define COLUMNS                                                                                    \
	"y.id, y.title, y.outcome, y.state = 'published', y.units, y.people, y.version,"           \
	" y.created_at, y.changed_at, y.published_at,"                                             \
	" (SELECT c.name FROM person c WHERE c.id = y.created_by)"
enum { WIDTH = 11 };

static void read_story(struct q *q, struct story *s)
{
	s->id.n = q_long(q, 0);
	s->title = q_text(q, 1);
	s->outcome = q_text(q, 2);
	s->published = q_long(q, 3);
	s->units = q_text(q, 4);
	s->people = q_text(q, 5);
	s->version = q_long(q, 6);
	s->created_at = q_long(q, 7);
	s->changed_at = q_long(q, 8);
	s->published_at = q_long(q, 9);
	s->created_by_name = q_text(q, 10);
}

static struct topics topics_of(struct db *db, struct story_id id)
{
	return topic_rows(db_ask(db,
		SQL("SELECT " TOPIC_COLUMNS " FROM story_topic x JOIN topic t ON t.id = x.topic_id"
		    " WHERE x.story_id = ?1 AND t.state IN ('accepted', 'proposed')"
		    " ORDER BY t.kind DESC, t.position, t.name_zh"),
		V(id)));
}

static const struct story *one(struct q *q)
{
	if (!q_row(q))
		return NULL;
	struct story *s = ARENA_NEW(db_arena(q_db(q)), struct story);
	read_story(q, s);
	s->body_md = q_text(q, WIDTH);
	s->body_html = q_text(q, WIDTH + 1);
	struct db *db = q_db(q);
	q_end(q);
	s->topics = topics_of(db, s->id);
	return s;
}

const struct story *story_get(struct db *db, const struct who *who, struct story_id id)
{
	return one(db_ask(db,
		SQL("SELECT " COLUMNS
		    ", y.body_md, y.body_html FROM story y WHERE y.id = ?2 AND " STORY_SHOWN("y")),
		V(who->person), V(id)));
}

const struct story *story_get_any(struct db *db, struct story_id id)
{
	return one(db_ask(db,
		SQL("SELECT " COLUMNS ", y.body_md, y.body_html FROM story y WHERE y.id = ?1"),
		V(id)));
}

struct stories story_list(
	struct db *db, const struct who *who, const struct story_filter *f, bool *more)
{
	struct stories list = { 0 };
	struct q *q = db_ask(db,
		SQL("SELECT " COLUMNS " FROM story y WHERE y.id < ?2 AND (?3 IS NULL OR EXISTS"
		    " (SELECT 1 FROM story_topic x WHERE x.story_id = y.id AND x.topic_id = ?3))"
		    " AND (?5 OR (y.state = 'draft') = ?4) AND " STORY_SHOWN(
			    "y") " ORDER BY y.id DESC LIMIT ?6"),
		V(who->person), V(f->before.n ? f->before.n : INT64_MAX), value_or_null(f->topic.n),
		V(f->drafts), V(f->both), V(f->limit + 1));
	while (q_row(q))
		read_story(q, LIST_ADD(db_arena(db), &list));
	*more = list.count > (size_t)f->limit;
	if (*more)
		list.count--;
	LIST_EACH (struct story, s, &list)
		s->topics = topics_of(db, s->id);
	return list;
}

struct stories story_citing(struct db *db, const struct who *who, struct point_id point)
{
	struct stories list = { 0 };
	struct q *q = db_ask(db,
		SQL("SELECT " COLUMNS " FROM story_source x JOIN story y ON y.id = x.story_id"
		    " WHERE x.point_id = ?2 AND " STORY_SHOWN("y") " ORDER BY y.id DESC"),
		V(who->person), V(point));
	while (q_row(q))
		read_story(q, LIST_ADD(db_arena(db), &list));
	return list;
}

int64_t story_count_of_topic(struct db *db, const struct who *who, struct topic_id topic)
{
	return db_long(db,
		SQL("SELECT count(*) FROM story_topic x JOIN story y ON y.id = x.story_id"
		    " WHERE x.topic_id = ?2 AND " STORY_SHOWN("y")),
		V(who->person), V(topic));
}

struct story_writers story_writers(struct db *db, const struct who *who, struct story_id id)
{
	struct story_writers list = { 0 };
	struct q *q = db_ask(db,
		SQL("SELECT p.id, p.login, p.name FROM story_writer w JOIN person p ON p.id = "
		    "w.person_id JOIN story y ON y.id = w.story_id"
		    " WHERE w.story_id = ?2 AND " STORY_SHOWN("y") " ORDER BY w.rowid"),
		V(who->person), V(id));
	while (q_row(q))
		*LIST_ADD(db_arena(db), &list) =
			(struct story_writer){ { q_long(q, 0) }, q_text(q, 1), q_text(q, 2) };
	return list;
}

bool story_is_writer_any(struct db *db, struct person_id person, struct story_id id)
{
	return db_long(db, SQL("SELECT 1 FROM story_writer WHERE story_id = ?2 AND person_id = ?1"),
		V(person), V(id));
}

struct people story_authors_any(struct db *db, struct story_id id)
{
	struct people list = { 0 };
	struct q *q = db_ask(db,
		SQL("SELECT DISTINCT p.author_id FROM story_source x JOIN point p ON p.id = "
		    "x.point_id"
		    " WHERE x.story_id = ?1 AND p.withdrawn = 0 ORDER BY p.author_id"),
		V(id));
	while (q_row(q))
		LIST_ADD(db_arena(db), &list)->n = q_long(q, 0);
	return list;
}

struct story_source_list story_sources(struct db *db, const struct who *who, struct story_id id)
{
	struct story_source_list list = { 0 };
	struct q *q = db_ask(db,
		SQL("SELECT x.point_id, p.kind, p.headline, u.name, " SEES(
			"p") " FROM story_source x"
			     " JOIN point p ON p.id = x.point_id JOIN unit u ON u.id = p.team_id"
			     " WHERE x.story_id = ?2 ORDER BY x.position"),
		V(who->person), V(id));
	while (q_row(q)) {
		struct story_source *s = LIST_ADD(db_arena(db), &list);
		s->point.n = q_long(q, 0);
		if (!q_long(q, 4))
			continue;
		s->kind = (enum kind)q_long(q, 1);
		s->headline = q_text(q, 2);
		s->team_name = q_text(q, 3);
	}
	return list;
}
