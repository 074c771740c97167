#include "topic_count.h"

#include <stdlib.h>

#include "base/list.h"
#include "base/reach.h"
#include "pin.h"
#include "sight.h"

static void add(struct q *q, struct topic_counts *counts)
{
	while (q_row(q)) {
		struct topic_count *c = LIST_ADD(db_arena(q_db(q)), counts);
		c->topic.n = q_long(q, 0);
		c->of_kind[q_long(q, 1)] = q_long(q, 2);
	}
}

#define SUM      "SELECT topic_id, kind, sum(n) FROM pin_count WHERE "
#define BY_TOPIC " GROUP BY topic_id, kind HAVING sum(n) > 0"

/* What has risen at least so far, of everybody. */
static void add_whole(struct db *db, struct topic_counts *counts, enum reach from)
{
	add(db_ask(db, SQL(SUM "team_id = 0 AND branch_id = 0 AND reach >= ?1" BY_TOPIC),
		    V((int64_t)from)),
		counts);
}

/* Below what is counted already (?2). */
static void add_branch(
	struct db *db, struct topic_counts *counts, struct unit_id branch, enum reach below)
{
	add(db_ask(db,
		    SQL(SUM "team_id = 0 AND branch_id = ?1 AND reach >= 2 AND reach < "
			    "?2" BY_TOPIC),
		    V(branch), V((int64_t)below)),
		counts);
}

/* What lies in a branch that the viewer (?3) sees is counted there. */
static void add_team(struct db *db, struct topic_counts *counts, struct unit_id team,
	enum reach below, const struct who *who)
{
	add(db_ask(db,
		    SQL(SUM "team_id = ?1 AND reach < ?2 AND NOT (reach >= 2 AND EXISTS (SELECT 1"
			    " FROM sight s WHERE s.person_id = ?3 AND s.unit_id = "
			    "branch_id))" BY_TOPIC),
		    V(team), V((int64_t)below), V(who->person)),
		counts);
}

/* The author's own, as far as no unit of theirs holds it: of teams that they have left. */
static void add_own(
	struct db *db, struct topic_counts *counts, enum reach below, const struct who *who)
{
	if (!pin_own_elsewhere(db, who))
		return;
	add(db_ask(db,
		    SQL("SELECT pt.topic_id + 0, p.kind, count(*) FROM point p"
			" CROSS JOIN point_topic pt ON pt.point_id = p.id"
			" WHERE p.author_id = ?1 AND p.reach >= 1 AND p.reach < ?2"
			" AND NOT EXISTS (SELECT 1 FROM sight s WHERE s.person_id = ?1"
			" AND s.unit_id IN (p.team_id, p.branch_id, 1) AND p.reach >= s.reach)"
			" GROUP BY pt.topic_id + 0, p.kind"),
		    V(who->person), V((int64_t)below)),
		counts);
}

static int by_topic(const void *a, const void *b)
{
	int64_t x = ((const struct topic_count *)a)->topic.n;
	int64_t y = ((const struct topic_count *)b)->topic.n;
	return x < y ? -1 : x > y ? 1 : 0;
}

static void join(struct topic_counts *counts)
{
	size_t kept = 0;
	LIST_SORT(counts, by_topic);
	for (size_t i = 0; i < counts->count; i++) {
		struct topic_count *c = &counts->items[i];
		if (kept && counts->items[kept - 1].topic.n == c->topic.n) {
			counts->items[kept - 1].of_kind[0] += c->of_kind[0];
			counts->items[kept - 1].of_kind[1] += c->of_kind[1];
		} else {
			counts->items[kept++] = *c;
		}
	}
	counts->count = kept;
}

struct topic_counts topic_count_all(struct db *db, const struct who *who)
{
	struct topic_counts counts = { 0 };
	if (who_is_operator(who)) {
		add(db_ask(db, SQL(SUM "team_id > 0" BY_TOPIC " /*scan*/")), &counts);
		add_whole(db, &counts, REACH_ALL);
		join(&counts);
		return counts;
	}
	struct sights rows = sight_of(db, who);
	enum reach counted = sight_has(&rows, (struct unit_id){ 1 }) ? REACH_HQ : REACH_ALL;
	add_whole(db, &counts, counted);
	LIST_EACH (const struct sight, s, &rows)
		if (s->kind == UNIT_BRANCH)
			add_branch(db, &counts, s->unit, counted);
		else if (s->kind == UNIT_TEAM)
			add_team(db, &counts, s->unit, counted, who);
	add_own(db, &counts, counted, who);
	join(&counts);
	return counts;
}

struct topic_count topic_count_of(const struct topic_counts *counts, struct topic_id topic)
{
	const struct topic_count wanted = { .topic = topic };
	const struct topic_count *found =
		counts->count
			? bsearch(&wanted, counts->items, counts->count, sizeof wanted, by_topic)
			: NULL;
	return found ? *found : wanted;
}
