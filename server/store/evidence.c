#include "evidence.h"

#include "base/list.h"
#include "base/wilson.h"

struct evidence evidence_of_any(struct db *db, struct use_subject s)
{
	struct evidence e = { .score = 0 };
	struct q *q = db_ask(db,
		SQL("SELECT worked, partly, failed, people, teams, branches, score FROM evidence"
		    " WHERE noun = ?1 AND noun_id = ?2"),
		V((int64_t)s.noun), V(s.id));
	if (!q_row(q))
		return e;
	for (int i = 0; i < EFFECTS; i++)
		e.of_effect[i] = q_long(q, i);
	e.people = q_long(q, EFFECTS);
	e.teams = q_long(q, EFFECTS + 1);
	e.branches = q_long(q, EFFECTS + 2);
	e.score = q_long(q, EFFECTS + 3);
	q_end(q);
	return e;
}

/* From the uses themselves: of as many as this one thing has. */
static struct evidence counted(struct db *db, struct use_subject s)
{
	struct evidence e = { .score = 0 };
	double successes = 0;
	struct q *q = db_ask(db,
		SQL("SELECT sum(effect = 0), sum(effect = 1), sum(effect = 2) FROM use"
		    " WHERE noun = ?1 AND noun_id = ?2 AND withdrawn_at IS NULL"
		    " GROUP BY person_id ORDER BY person_id"),
		V((int64_t)s.noun), V(s.id));
	while (q_row(q)) {
		int64_t times = 0;
		double sum = 0;
		for (int i = 0; i < EFFECTS; i++) {
			int64_t n = q_long(q, i);
			e.of_effect[i] += n;
			times += n;
			sum += (double)n * effect_success((enum effect)i);
		}
		successes += sum / (double)times;
		e.people++;
	}
	q = db_ask(db,
		SQL("SELECT count(DISTINCT CASE WHEN u.kind = 'team' THEN x.unit_id END),"
		    " count(DISTINCT x.branch_id) FROM use x JOIN unit u ON u.id = x.unit_id"
		    " WHERE x.noun = ?1 AND x.noun_id = ?2 AND x.withdrawn_at IS NULL"),
		V((int64_t)s.noun), V(s.id));
	if (q_row(q)) {
		e.teams = q_long(q, 0);
		e.branches = q_long(q, 1);
		q_end(q);
	}
	e.score = wilson_lower(successes, e.people);
	return e;
}

void evidence_place(struct txn *t, struct point_id point)
{
	txn_run(t, SQL("DELETE FROM proven WHERE point_id = ?1"), V(point));
	txn_run(t,
		SQL("INSERT INTO proven (scope, topic_id, kind, rank, point_id)"
		    " SELECT scope, topic_id, kind, rank, point_id FROM proven_now"
		    " WHERE point_id = ?1"),
		V(point));
}

static void keep(struct txn *t, struct use_subject s, const struct evidence *e)
{
	txn_run(t, SQL("DELETE FROM evidence WHERE noun = ?1 AND noun_id = ?2"), V((int64_t)s.noun),
		V(s.id));
	if (evidence_uses(e))
		txn_run(t,
			SQL("INSERT INTO evidence (noun, noun_id, worked, partly, failed, people,"
			    " teams, branches, score) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)"),
			V((int64_t)s.noun), V(s.id), V(e->of_effect[EFFECT_WORKED]),
			V(e->of_effect[EFFECT_PARTLY]), V(e->of_effect[EFFECT_FAILED]),
			V(e->people), V(e->teams), V(e->branches), V(e->score));
}

void evidence_put(struct txn *t, struct use_subject s)
{
	struct evidence e = counted(t->db, s);
	keep(t, s, &e);
	if (s.noun == USE_POINT)
		evidence_place(t, (struct point_id){ s.id });
}

void evidence_move_topic(struct txn *t, struct topic_id from, struct topic_id to)
{
	txn_run(t,
		SQL("INSERT INTO proven (scope, topic_id, kind, rank, point_id)"
		    " SELECT scope, ?2, kind, rank, point_id FROM proven WHERE topic_id = ?1"
		    " ON CONFLICT (scope, topic_id, kind, rank) DO NOTHING /*scan*/"),
		V(from), V(to));
	txn_run(t, SQL("DELETE FROM proven WHERE topic_id = ?1 /*scan*/"), V(from));
}

struct subjects {
	struct use_subject *items;
	size_t count, room;
};

/* Whatever was used, or has figures. */
static struct subjects subjects_of(struct db *db)
{
	struct subjects list = { 0 };
	struct q *q = db_ask(db, SQL("SELECT noun, noun_id FROM use UNION"
				     " SELECT noun, noun_id FROM evidence /*scan*/"));
	while (q_row(q))
		*LIST_ADD(db_arena(db), &list) =
			(struct use_subject){ (enum use_noun)q_long(q, 0), q_long(q, 1) };
	return list;
}

void evidence_rebuild(struct txn *t)
{
	struct subjects all = subjects_of(t->db);
	LIST_EACH (const struct use_subject, s, &all)
		evidence_put(t, *s);
}

#define KEPT     "SELECT scope, topic_id, kind, rank, point_id FROM proven"
#define STANDING "SELECT scope, topic_id, kind, rank, point_id FROM proven_now"

int64_t evidence_differences_any(struct db *db)
{
	int64_t n = 0;
	struct subjects all = subjects_of(db);
	LIST_EACH (const struct use_subject, s, &all) {
		struct evidence is = evidence_of_any(db, *s), should = counted(db, *s);
		n += memcmp(&is, &should, sizeof is) != 0;
	}
	return n +
	       db_long(db, SQL("SELECT count(*) FROM (" KEPT " EXCEPT " STANDING ") /*scan*/")) +
	       db_long(db, SQL("SELECT count(*) FROM (" STANDING " EXCEPT " KEPT ") /*scan*/"));
}
