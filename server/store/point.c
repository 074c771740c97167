#include "point.h"

#include <assert.h>

#include "base/excerpt.h"
#include "base/list.h"
#include "point_row.h"
#include "tally.h"

static void read_place(struct q *q, struct point *p)
{
	p->team.n = q_long(q, 10);
	p->branch.n = q_long(q, 11);
	p->team_name = q_text(q, 12);
	p->week.n = q_long(q, 13);
	p->team_week.n = q_long(q, 14);
	p->branch_week.n = q_long(q, 15);
	p->hq_week.n = q_long(q, 16);
	p->reach = (enum reach)q_long(q, 17);
}

static void read_point(struct q *q, struct point *p)
{
	p->id.n = q_long(q, 0);
	p->lead.n = q_long(q, 1);
	p->reflection.n = q_long(q, 2);
	p->kind = (enum kind)q_long(q, 3);
	p->position = q_long(q, 4);
	p->headline = q_text(q, 5);
	p->body_md = q_text(q, 6);
	p->body_html = q_text(q, 7);
	p->author.n = q_long(q, 8);
	p->author_name = q_text(q, 9);
	read_place(q, p);
	p->team_only = q_long(q, 18);
	p->anonymous = q_long(q, 19);
	p->withdrawn = q_long(q, 20);
	p->classified = q_long(q, 21);
	p->highlight = q_text(q, 22);
	p->submitted_at = q_long(q, 23);
	p->changed_at = q_long(q, 24);
}

/* One question for all of them. */
static void add_topics(struct db *db, struct points *list)
{
	struct point_id *of = ARENA_MANY(db_arena(db), struct point_id, list->count + 1);
	for (size_t i = 0; i < list->count; i++)
		of[i] = list->items[i].id;
	struct point_topics found = topic_of_points_any(db, of, list->count);
	LIST_EACH (const struct point_topic, pt, &found) {
		assert(pt->of < list->count);
		*LIST_ADD(db_arena(db), &list->items[pt->of].topics) = pt->topic;
	}
}

struct points point_rows(struct q *q)
{
	struct points list = { 0 };
	struct db *db = q_db(q);
	while (q_row(q))
		read_point(q, LIST_ADD(db_arena(db), &list));
	add_topics(db, &list);
	return list;
}

const struct point *point_get(struct db *db, const struct who *who, struct point_id id)
{
	struct points found = point_rows(db_ask(
		db, SQL(POINT_SELECT "WHERE p.id = ?2 AND " SEES("p")), V(who->person), V(id)));
	return found.count ? &found.items[0] : NULL;
}

struct points point_of_reflection(struct db *db, const struct who *who, struct reflection_id id)
{
	return point_rows(db_ask(db,
		SQL(POINT_SELECT "WHERE p.reflection_id = ?2 AND p.withdrawn = 0 AND " SEES(
			"p") " ORDER BY p.kind, p.position"),
		V(who->person), V(id)));
}

struct points point_merged_under(struct db *db, const struct who *who, struct point_id lead)
{
	return point_rows(
		db_ask(db, SQL(POINT_SELECT "WHERE p.lead_id = ?2 AND " SEES("p") " ORDER BY p.id"),
			V(who->person), V(lead)));
}

struct points point_of_reflection_any(struct db *db, struct reflection_id id)
{
	return point_rows(db_ask(db,
		SQL(POINT_SELECT
			"WHERE p.reflection_id = ?2 AND ?1 = 0 ORDER BY p.kind, p.position"),
		V((int64_t)0), V(id)));
}

static struct point_ids ids(struct q *q)
{
	struct point_ids list = { 0 };
	while (q_row(q))
		LIST_ADD(db_arena(q_db(q)), &list)->n = q_long(q, 0);
	return list;
}

struct point_ids point_in_team_any(struct db *db, struct unit_id team, struct week week)
{
	return ids(db_ask(db,
		SQL("SELECT id FROM point WHERE team_id = ?1 AND team_week = ?2 AND reach >= 1 "
		    "ORDER BY id"),
		V(team), V(week)));
}

struct point_ids point_in_branch_any(struct db *db, struct unit_id branch, struct week week)
{
	return ids(db_ask(db,
		SQL("SELECT id FROM point WHERE branch_id = ?1 AND branch_week = ?2 ORDER BY id"),
		V(branch), V(week)));
}

struct point_id point_add(struct txn *t, const struct point *p)
{
	bool risen = p->reach >= REACH_BRANCH;
	return (struct point_id){ txn_insert(t,
		SQL("INSERT INTO point (reflection_id, kind, position, headline, body_md, "
		    "body_html, author_id, team_id,"
		    " week, team_week, reach, team_only, anonymous, submitted_at, changed_at,"
		    " branch_id, branch_week, hq_week, excerpt)"
		    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15,"
		    " ?16, ?17, ?18, ?19)"),
		V(p->reflection), V(p->kind), V(p->position), V(p->headline), V(p->body_md),
		V(p->body_html), V(p->author), V(p->team), V(p->week), V(p->team_week), V(p->reach),
		V(p->team_only), V(p->anonymous), V(p->submitted_at), V(p->changed_at),
		value_or_null(risen ? p->branch.n : 0), value_or_null(risen ? p->branch_week.n : 0),
		value_or_null(p->reach >= REACH_HQ ? p->hq_week.n : 0),
		V(excerpt_of_html(db_arena(t->db), p->body_html))) };
}

void point_change_text(struct txn *t, const struct point *p)
{
	txn_run(t,
		SQL("UPDATE point SET kind = ?2, position = ?3, headline = ?4, body_md = ?5, "
		    "body_html = ?6, team_only = ?7,"
		    " anonymous = ?8, changed_at = ?9, excerpt = ?10 WHERE id = ?1"),
		V(p->id), V(p->kind), V(p->position), V(p->headline), V(p->body_md),
		V(p->body_html), V(p->team_only), V(p->anonymous), V(p->changed_at),
		V(excerpt_of_html(db_arena(t->db), p->body_html)));
}

void point_withdraw(struct txn *t, struct point_id id, int64_t now)
{
	txn_run(t,
		SQL("UPDATE point SET withdrawn = 1, reach = 0, branch_id = NULL, branch_week = "
		    "NULL, hq_week = NULL,"
		    " lead_id = NULL, changed_at = ?2 WHERE id = ?1"),
		V(id), V(now));
	txn_run(t, SQL("UPDATE point SET lead_id = NULL WHERE lead_id = ?1"), V(id));
}

void point_add_version(struct txn *t, const struct point *p, int64_t number, const char *tags)
{
	txn_run(t,
		SQL("INSERT INTO point_version (point_id, number, headline, body_md, tags, "
		    "saved_at)"
		    " VALUES (?1, ?2, ?3, ?4, ?5, ?6)"),
		V(p->id), V(number), V(p->headline), V(p->body_md), V(tags), V(p->changed_at));
}

void point_place(struct txn *t, const struct point *p)
{
	bool risen = p->reach >= REACH_BRANCH;
	txn_run(t,
		SQL("UPDATE point SET reach = ?2, team_week = ?3, branch_id = ?4, branch_week = "
		    "?5, hq_week = ?6,"
		    " withdrawn = ?7 WHERE id = ?1"),
		V(p->id), V(p->reach), V(p->team_week), value_or_null(risen ? p->branch.n : 0),
		value_or_null(risen ? p->branch_week.n : 0),
		value_or_null(p->reach >= REACH_HQ ? p->hq_week.n : 0), V(p->withdrawn));
}

void point_set_tags(struct txn *t, struct point_id id, const char *const *words,
	const struct topic_id *topics, size_t n)
{
	txn_run(t, SQL("DELETE FROM point_tag WHERE point_id = ?1"), V(id));
	for (size_t i = 0; i < n; i++)
		txn_run(t,
			SQL("INSERT INTO point_tag (point_id, position, word, topic_id) VALUES "
			    "(?1, ?2, ?3, ?4)"),
			V(id), V(i), V(words[i]), V(topics[i]));
}

void point_set_topics(struct txn *t, struct point_id id, const struct topic_id *topics, size_t n)
{
	txn_run(t, SQL("DELETE FROM point_topic WHERE point_id = ?1"), V(id));
	for (size_t i = 0; i < n; i++)
		txn_run(t,
			SQL("INSERT INTO point_topic (point_id, topic_id) SELECT ?1, id FROM topic"
			    " WHERE id = ?2 AND state IN ('accepted', 'proposed')"
			    " ON CONFLICT (point_id, topic_id) DO NOTHING"),
			V(id), V(topics[i]));
}

void point_set_classified(struct txn *t, struct point_id id, struct person_id by, int64_t now)
{
	txn_run(t, SQL("UPDATE point SET classified_by = ?2, classified_at = ?3 WHERE id = ?1"),
		V(id), value_or_null(by.n), V(now));
}

void point_set_lead(struct txn *t, struct point_id id, struct point_id lead)
{
	txn_run(t, SQL("UPDATE point SET lead_id = ?2 WHERE id = ?1"), V(id),
		value_or_null(lead.n));
}

void point_lead_moves(struct txn *t, struct point_id from, struct point_id to)
{
	txn_run(t, SQL("UPDATE point SET lead_id = ?2 WHERE lead_id = ?1 AND id <> ?2"), V(from),
		V(to));
}

void point_part(struct txn *t, struct point_id id)
{
	txn_run(t, SQL("UPDATE point SET lead_id = NULL WHERE lead_id = ?1"), V(id));
	txn_run(t, SQL("UPDATE point SET lead_id = NULL WHERE id = ?1"), V(id));
}
