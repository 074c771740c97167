#include "topic_look.h"

#include <stdlib.h>

#include "base/list.h"
#include "sight.h"

struct topic_looks topic_looks(struct db *db, const struct who *who)
{
	struct topic_looks list = { 0 };
	struct q *q = db_ask(db,
		SQL("SELECT topic_id, points, at FROM topic_look WHERE person_id = ?1"
		    " ORDER BY topic_id"),
		V(who->person));
	while (q_row(q))
		*LIST_ADD(db_arena(db), &list) =
			(struct topic_look){ { q_long(q, 0) }, q_long(q, 1), q_long(q, 2) };
	return list;
}

const struct topic_look *topic_look_of(const struct topic_looks *all, struct topic_id topic)
{
	LIST_EACH (const struct topic_look, l, all)
		if (l->topic.n == topic.n)
			return l;
	return NULL;
}

static void add(struct q *q, struct topic_counts *counts)
{
	while (q_row(q)) {
		struct topic_id topic = { q_long(q, 0) };
		struct topic_count *c = NULL;
		LIST_EACH (struct topic_count, x, counts)
			c = x->topic.n == topic.n ? x : c;
		if (!c) {
			c = LIST_ADD(db_arena(q_db(q)), counts);
			c->topic = topic;
		}
		c->of_kind[0] += q_long(q, 1);
	}
}

static int by_topic(const void *a, const void *b)
{
	int64_t x = ((const struct topic_count *)a)->topic.n;
	int64_t y = ((const struct topic_count *)b)->topic.n;
	return x < y ? -1 : x > y ? 1 : 0;
}

/* What was issued to everybody lately and comes from units that the viewer does not see. */
#define ISSUED                                                                                     \
	"SELECT pt.topic_id + 0, count(DISTINCT p.id) FROM bulletin b CROSS JOIN "                 \
	"bulletin_edition e"                                                                       \
	" ON e.bulletin_id = b.id AND e.number = b.edition CROSS JOIN bulletin_piece x"            \
	" ON x.bulletin_id = b.id AND x.edition = b.edition AND x.kind = 0"                        \
	" CROSS JOIN point p ON p.id = x.noun_id AND p.reach = 4"                                  \
	" JOIN point_topic pt ON pt.point_id = p.id WHERE b.id > (SELECT max(id) FROM bulletin)"   \
	" - 12 AND e.published_at >= ?2 AND NOT EXISTS (SELECT 1 FROM sight s"                     \
	" WHERE s.person_id = ?1 AND s.unit_id IN (p.team_id, p.branch_id, 1))"                    \
	" GROUP BY pt.topic_id + 0"

struct topic_counts topic_lately(
	struct db *db, const struct who *who, struct week week, int64_t since)
{
	struct topic_counts counts = { 0 };
	struct sights rows = sight_of(db, who);
	enum unit_kind widest = UNIT_TEAM;
	LIST_EACH (const struct sight, s, &rows)
		widest = s->kind < widest ? s->kind : widest;
	LIST_EACH (const struct sight, s, &rows)
		if (s->kind == widest)
			add(db_ask(db,
				    SQL("SELECT topic_id, sum(n) FROM tally WHERE unit_id = ?1"
					" AND week > ?2 AND topic_id > 0 GROUP BY topic_id"
					" HAVING sum(n) > 0"),
				    V(s->unit), V((struct week){ week.n - TOPIC_NEW_WEEKS })),
				&counts);
	add(db_ask(db, SQL(ISSUED), V(who->person), V(since)), &counts);
	LIST_SORT(&counts, by_topic);
	return counts;
}

void topic_look_put(
	struct txn *t, struct person_id person, struct topic_id topic, int64_t points, int64_t now)
{
	txn_run(t,
		SQL("INSERT INTO topic_look (person_id, topic_id, points, at) VALUES (?1, ?2, ?3,"
		    " ?4) ON CONFLICT (person_id, topic_id) DO UPDATE SET points ="
		    " excluded.points, at = excluded.at"),
		V(person), V(topic), V(points), V(now));
}
