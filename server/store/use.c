#include "use.h"

#include "base/list.h"
#include "base/wilson.h"
#include "evidence.h"
#include "point.h"
#include "story.h"
#include "topic_list.h"

bool use_is_open(struct db *db, const struct who *who, struct use_subject s)
{
	switch (s.noun) {
	case USE_POINT:
		return point_get(db, who, (struct point_id){ s.id }) != NULL;
	case USE_STORY:
		return story_get(db, who, (struct story_id){ s.id }) != NULL;
	case USE_TOPIC:
		return topic_known(db, who, (struct topic_id){ s.id }) != NULL;
	}
	return false;
}

#define SELECT                                                                                     \
	"SELECT x.id, x.noun, x.noun_id, x.person_id,"                                             \
	" CASE WHEN x.anonymous = 0 OR x.person_id = ?1 OR ?1 = 0 OR EXISTS (SELECT 1 FROM sight " \
	"s WHERE s.person_id = ?1 AND s.unit_id = x.unit_id) THEN n.name END,"                     \
	" x.unit_id, x.branch_id, u.name, x.effect, x.text, x.conditions, x.customer, x.day,"      \
	" x.anonymous, x.person_id = ?1, x.at, x.changed_at"                                       \
	" FROM use x JOIN person n ON n.id = x.person_id JOIN unit u ON u.id = x.unit_id "

static void read_use(struct q *q, struct use *u)
{
	u->id.n = q_long(q, 0);
	u->subject = (struct use_subject){ (enum use_noun)q_long(q, 1), q_long(q, 2) };
	u->person.n = q_long(q, 3);
	u->name = q_text(q, 4);
	u->unit.n = q_long(q, 5);
	u->branch.n = q_long(q, 6);
	u->unit_name = q_text(q, 7);
	u->effect = (enum effect)q_long(q, 8);
	u->text = q_text(q, 9);
	u->conditions = q_text(q, 10);
	u->customer = q_text(q, 11);
	u->day = q_long(q, 12);
	u->anonymous = q_long(q, 13);
	u->own = q_long(q, 14);
	u->at = q_long(q, 15);
	u->changed_at = q_long(q, 16);
}

struct uses use_list(struct db *db, const struct who *who, struct use_subject s,
	struct use_id before, int64_t limit, bool *more)
{
	struct uses list = { 0 };
	*more = false;
	if (!use_is_open(db, who, s))
		return list;
	struct q *q = db_ask(db,
		SQL(SELECT "WHERE x.noun = ?2 AND x.noun_id = ?3 AND x.id < ?4"
			   " AND x.withdrawn_at IS NULL ORDER BY x.id DESC LIMIT ?5"),
		V(who->person), V((int64_t)s.noun), V(s.id), V(before.n ? before.n : INT64_MAX),
		V(limit + 1));
	while (q_row(q))
		read_use(q, LIST_ADD(db_arena(db), &list));
	*more = list.count > (size_t)limit;
	list.count -= *more;
	return list;
}

const struct use *use_get(struct db *db, const struct who *who, struct use_id id)
{
	struct q *q = db_ask(db, SQL(SELECT "WHERE x.id = ?2 AND x.withdrawn_at IS NULL"),
		V(who->person), V(id));
	if (!q_row(q))
		return NULL;
	struct use *u = ARENA_NEW(db_arena(db), struct use);
	read_use(q, u);
	q_end(q);
	return use_is_open(db, who, u->subject) ? u : NULL;
}

struct uses use_newest(struct db *db, const struct who *who, enum effect effect, int64_t limit)
{
	struct uses list = { 0 };
	struct q *q = db_ask(db,
		SQL(SELECT "JOIN (SELECT id FROM use WHERE effect = ?2 AND withdrawn_at IS NULL"
			   " ORDER BY id DESC LIMIT 300) AS lately ON lately.id = x.id"
			   " JOIN point p ON x.noun = 0 AND p.id = x.noun_id AND p.reach >= 3"
			   " AND p.withdrawn = 0 WHERE " SEES("p") " ORDER BY x.id DESC LIMIT ?3"),
		V(who->person), V((int64_t)effect), V(limit));
	while (q_row(q))
		read_use(q, LIST_ADD(db_arena(db), &list));
	return list;
}

struct use_id use_of_day(struct db *db, const struct who *who, struct use_subject s, int64_t day)
{
	return (struct use_id){ db_long(db,
		SQL("SELECT id FROM use WHERE noun = ?2 AND noun_id = ?3 AND person_id = ?1"
		    " AND day = ?4 AND withdrawn_at IS NULL"),
		V(who->person), V((int64_t)s.noun), V(s.id), V(day)) };
}

struct use_words use_customers(struct db *db, const struct who *who, int64_t limit)
{
	struct use_words list = { 0 };
	struct q *q = db_ask(db,
		SQL("SELECT customer FROM (SELECT customer, id FROM use WHERE person_id = ?1"
		    " AND customer IS NOT NULL AND withdrawn_at IS NULL ORDER BY id DESC LIMIT 50)"
		    " AS lately GROUP BY customer ORDER BY max(id) DESC LIMIT ?2"),
		V(who->person), V(limit));
	while (q_row(q))
		*LIST_ADD(db_arena(db), &list) = q_text(q, 0);
	return list;
}

double use_prior_any(struct db *db, struct point_id point)
{
	struct evidence e = evidence_of_any(db, (struct use_subject){ USE_POINT, point.n });
	return (double)e.score / WILSON_WHOLE;
}

struct use_id use_add(struct txn *t, const struct use *u)
{
	struct use_id id = { txn_insert(t,
		SQL("INSERT INTO use (noun, noun_id, person_id, unit_id, branch_id, effect, text,"
		    " conditions, customer, day, anonymous, at)"
		    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)"),
		V((int64_t)u->subject.noun), V(u->subject.id), V(u->person), V(u->unit),
		value_or_null(u->branch.n), V((int64_t)u->effect), V(u->text), V(u->conditions),
		V(u->customer), V(u->day), V(u->anonymous), V(u->at)) };
	evidence_put(t, u->subject);
	return id;
}

void use_change(struct txn *t, const struct use *u, int64_t now)
{
	txn_run(t,
		SQL("UPDATE use SET effect = ?2, text = ?3, conditions = ?4, customer = ?5,"
		    " day = ?6, anonymous = ?7, changed_at = ?8 WHERE id = ?1"),
		V(u->id), V((int64_t)u->effect), V(u->text), V(u->conditions), V(u->customer),
		V(u->day), V(u->anonymous), V(now));
	evidence_put(t, u->subject);
}

void use_withdraw(struct txn *t, const struct use *u, int64_t now)
{
	txn_run(t, SQL("UPDATE use SET withdrawn_at = ?2 WHERE id = ?1"), V(u->id), V(now));
	evidence_put(t, u->subject);
}

void use_sign_all(struct txn *t, struct person_id person, bool anonymous)
{
	txn_run(t, SQL("UPDATE use SET anonymous = ?2 WHERE person_id = ?1"), V(person),
		V(anonymous));
}

void use_move_topic(struct txn *t, struct topic_id from, struct topic_id to)
{
	txn_run(t, SQL("UPDATE use SET noun_id = ?2 WHERE noun = 2 AND noun_id = ?1"), V(from),
		V(to));
	evidence_put(t, (struct use_subject){ USE_TOPIC, from.n });
	evidence_put(t, (struct use_subject){ USE_TOPIC, to.n });
}
