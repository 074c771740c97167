#include "search_source.h"

#include "base/list.h"
#include "base/out.h"
#include "doors/markdown.h"
#include "point.h"
#include "search_scope.h"

enum { DAY = 86400 };

static struct search_row *begin(struct db *db, enum search_type type, int64_t noun, struct out *f)
{
	struct search_row *r = ARENA_NEW(db_arena(db), struct search_row);
	*r = (struct search_row){ .type = type, .noun = noun, .kind = -1, .topics = "" };
	*f = out_new(db_arena(db));
	filter_token(f, FILTER_ALL, 0);
	filter_token(f, FILTER_TYPE, type);
	return r;
}

static void add_topics(struct out *list, struct out *filter, int64_t topic)
{
	out_format(list, "%s%ld", list->len ? " " : "", (long)topic);
	filter_token(filter, FILTER_TOPIC, topic);
}

static void point_audience(struct out *f, const struct point *p)
{
	search_audience_person(f, p->author);
	if (p->reach >= REACH_TEAM)
		search_audience_unit(f, p->team);
	if (p->reach >= REACH_BRANCH)
		search_audience_unit(f, p->branch);
	if (p->reach >= REACH_HQ)
		search_audience_unit(f, (struct unit_id){ 1 });
	else
		search_audience_closed(f);
	if (p->reach >= REACH_ALL)
		search_audience_all(f);
}

static const struct search_row *of_point(struct db *db, int64_t noun)
{
	const struct point *p = point_get(db, who_operator(), (struct point_id){ noun });
	if (!p || p->withdrawn)
		return NULL;
	struct out f, topics = out_new(db_arena(db));
	struct search_row *r = begin(db, SEARCH_POINT, noun, &f);
	r->day = p->submitted_at / DAY;
	r->kind = p->kind;
	r->unit = p->team;
	r->week = p->week;
	r->headline = p->headline;
	r->body = markdown_plain(db_arena(db), p->body_md);
	filter_token(&f, FILTER_KIND, p->kind);
	filter_ranged(&f, FILTER_WEEK, p->week.n);
	search_about_unit(&f, p->team, true);
	p->reach >= REACH_BRANCH ? search_about_unit(&f, p->branch, true)
				 : search_about_unit(&f, p->team, false);
	p->anonymous ? search_about_anonymous(&f, p->author, p->team)
		     : search_about_person(&f, p->author);
	LIST_EACH (const struct topic, t, &p->topics)
		add_topics(&topics, &f, t->id.n);
	point_audience(&f, p);
	r->topics = out_string(&topics);
	r->filter = out_string(&f);
	return r;
}

static const struct search_row *of_synthesis(struct db *db, int64_t noun)
{
	struct q *q = db_ask(db,
		SQL("SELECT s.topic_id, s.body_md, r.unit_id, r.week, r.state = 'closed', u.kind ="
		    " 'branch', min(s.changed_at, coalesce((SELECT v.saved_at FROM"
		    " synthesis_version v WHERE v.synthesis_id = s.id ORDER BY v.number LIMIT 1),"
		    " s.changed_at)), EXISTS (SELECT 1 FROM bulletin_piece x WHERE x.kind = 1"
		    " AND x.noun_id = s.id) FROM synthesis s JOIN rollup r ON r.id = s.rollup_id"
		    " JOIN unit u ON u.id = r.unit_id WHERE s.id = ?1"),
		V(noun));
	if (!q_row(q))
		return NULL;
	struct out f, topics = out_new(db_arena(db));
	struct search_row *r = begin(db, SEARCH_SYNTHESIS, noun, &f);
	bool closed = q_long(q, 4), branch = q_long(q, 5);
	add_topics(&topics, &f, q_long(q, 0));
	r->topics = out_string(&topics);
	r->headline = "";
	r->body = markdown_plain(db_arena(db), q_text(q, 1));
	r->unit.n = q_long(q, 2);
	r->week.n = q_long(q, 3);
	r->day = q_long(q, 6) / DAY;
	bool issued = q_long(q, 7); /* in a bulletin */
	q_end(q);
	filter_ranged(&f, FILTER_WEEK, r->week.n);
	search_about_unit(&f, r->unit, true);
	search_audience_managers(&f, r->unit);
	closed   ? search_audience_unit(&f, (struct unit_id){ 1 })
	: issued ? search_audience_all(&f)
		 : search_audience_closed(&f);
	if (closed && issued)
		search_audience_all(&f);
	if (closed && branch)
		search_audience_members(&f, r->unit);
	r->filter = out_string(&f);
	return r;
}

static void story_people(struct db *db, int64_t story, struct out *f)
{
	struct q *q = db_ask(db,
		SQL("SELECT person_id FROM story_writer WHERE story_id = ?1 ORDER BY person_id"),
		V(story));
	while (q_row(q)) {
		struct person_id writer = { q_long(q, 0) };
		search_audience_person(f, writer);
		search_about_person(f, writer);
	}
	search_audience_trainers(f);
}

static const struct search_row *of_story(struct db *db, int64_t noun)
{
	struct q *q = db_ask(db,
		SQL("SELECT title, body_md, state = 'published', coalesce(published_at, created_at)"
		    " FROM story WHERE id = ?1"),
		V(noun));
	if (!q_row(q))
		return NULL;
	struct out f, topics = out_new(db_arena(db));
	struct search_row *r = begin(db, SEARCH_STORY, noun, &f);
	r->headline = q_text(q, 0);
	r->body = markdown_plain(db_arena(db), q_text(q, 1));
	bool published = q_long(q, 2);
	r->day = q_long(q, 3) / DAY;
	/* Day 4 of 1970 was a Monday: weeks by UTC are near enough for a text of no week. */
	r->week.n = (r->day - 4) / 7;
	q_end(q);
	q = db_ask(db,
		SQL("SELECT topic_id FROM story_topic WHERE story_id = ?1 ORDER BY topic_id"),
		V(noun));
	while (q_row(q))
		add_topics(&topics, &f, q_long(q, 0));
	r->topics = out_string(&topics);
	filter_ranged(&f, FILTER_WEEK, r->week.n);
	story_people(db, noun, &f);
	published ? search_audience_all(&f) : search_audience_closed(&f);
	r->filter = out_string(&f);
	return r;
}

static const struct search_row *of_reply(struct db *db, int64_t noun)
{
	struct q *q = db_ask(db,
		SQL("SELECT question, body_md, created_at FROM reply WHERE id = ?1 AND withdrawn = "
		    "0"),
		V(noun));
	if (!q_row(q))
		return NULL;
	struct out f, topics = out_new(db_arena(db));
	struct search_row *r = begin(db, SEARCH_REPLY, noun, &f);
	r->headline = q_text(q, 0);
	r->body = markdown_plain(db_arena(db), q_text(q, 1));
	r->day = q_long(q, 2) / DAY;
	r->week.n = (r->day - 4) / 7;
	q_end(q);
	q = db_ask(db,
		SQL("SELECT topic_id FROM reply_topic WHERE reply_id = ?1 ORDER BY topic_id"),
		V(noun));
	while (q_row(q))
		add_topics(&topics, &f, q_long(q, 0));
	r->topics = out_string(&topics);
	filter_ranged(&f, FILTER_WEEK, r->week.n);
	search_audience_all(&f);
	r->filter = out_string(&f);
	return r;
}

static const struct search_row *of_guide(struct db *db, int64_t noun)
{
	struct q *q = db_ask(db,
		SQL("SELECT shown_md, shown_at FROM guide WHERE topic_id = ?1 AND state = 1"),
		V(noun));
	if (!q_row(q))
		return NULL;
	struct out f, topics = out_new(db_arena(db));
	struct search_row *r = begin(db, SEARCH_GUIDE, noun, &f);
	r->headline = "";
	r->body = markdown_plain(db_arena(db), q_text(q, 0));
	r->day = q_long(q, 1) / DAY;
	r->week.n = (r->day - 4) / 7;
	q_end(q);
	add_topics(&topics, &f, noun);
	r->topics = out_string(&topics);
	filter_ranged(&f, FILTER_WEEK, r->week.n);
	search_audience_all(&f);
	r->filter = out_string(&f);
	return r;
}

const struct search_row *search_source(struct db *db, enum search_type type, int64_t noun)
{
	switch (type) {
	case SEARCH_POINT:
		return of_point(db, noun);
	case SEARCH_SYNTHESIS:
		return of_synthesis(db, noun);
	case SEARCH_STORY:
		return of_story(db, noun);
	case SEARCH_REPLY:
		return of_reply(db, noun);
	case SEARCH_GUIDE:
		return of_guide(db, noun);
	}
	return NULL;
}

static void add_nouns(struct q *q, enum search_type type, struct search_nouns *all)
{
	while (q_row(q))
		*LIST_ADD(db_arena(q_db(q)), all) = (struct search_noun){ type, q_long(q, 0) };
}

struct search_nouns search_nouns_of_rollup_any(struct db *db, struct rollup_id rollup)
{
	struct search_nouns all = { 0 };
	add_nouns(db_ask(db, SQL("SELECT id FROM synthesis WHERE rollup_id = ?1 ORDER BY id"),
			  V(rollup)),
		SEARCH_SYNTHESIS, &all);
	return all;
}

struct search_nouns search_nouns_of_topic_any(struct db *db, struct topic_id topic)
{
	struct search_nouns all = { 0 };
	add_nouns(
		db_ask(db, SQL("SELECT id FROM synthesis WHERE topic_id = ?1 ORDER BY id /*scan*/"),
			V(topic)),
		SEARCH_SYNTHESIS, &all);
	add_nouns(db_ask(db,
			  SQL("SELECT story_id FROM story_topic WHERE topic_id = ?1 ORDER BY "
			      "story_id"),
			  V(topic)),
		SEARCH_STORY, &all);
	add_nouns(db_ask(db,
			  SQL("SELECT reply_id FROM reply_topic WHERE topic_id = ?1 ORDER BY "
			      "reply_id"),
			  V(topic)),
		SEARCH_REPLY, &all);
	add_nouns(db_ask(db, SQL("SELECT topic_id FROM guide WHERE topic_id = ?1"), V(topic)),
		SEARCH_GUIDE, &all);
	return all;
}
