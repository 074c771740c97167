#include "topic_count.h"

#include <stdlib.h>

#include "base/list.h"
#include "sight.h"

static void add(struct q *q, struct topic_counts *counts)
{
	while (q_row(q)) {
		struct topic_count *c = LIST_ADD(db_arena(q_db(q)), counts);
		c->topic.n = q_long(q, 0);
		c->of_kind[q_long(q, 1)] = q_long(q, 2);
	}
}

static void add_tally(struct db *db, struct topic_counts *counts, struct unit_id unit)
{
	add(db_ask(db,
		    SQL("SELECT topic_id, kind, sum(n) FROM tally WHERE unit_id = ?1 AND topic_id "
			"> 0"
			" GROUP BY topic_id, kind HAVING sum(n) > 0"),
		    V(unit)),
		counts);
}

/* The points first, by their index: not all that has a topic. */
#define COUNTED  " CROSS JOIN point_topic pt ON pt.point_id = p.id WHERE "
#define COUNT    "SELECT pt.topic_id + 0, p.kind, count(*) FROM point p" COUNTED
#define BY_TOPIC " GROUP BY pt.topic_id + 0, p.kind"
/* Not counted already, as its branch's (?1 sees that) or the headquarters'. */
#define ELSEWHERE                                                                                  \
	" AND NOT EXISTS (SELECT 1 FROM sight s WHERE s.person_id = ?1"                            \
	" AND s.unit_id IN (p.branch_id, 1) AND p.reach >= s.reach)"
#define NOWHERE                                                                                    \
	" AND NOT EXISTS (SELECT 1 FROM sight s WHERE s.person_id = ?1"                            \
	" AND s.unit_id IN (p.team_id, p.branch_id, 1) AND p.reach >= s.reach)"

static void add_team(struct db *db, struct topic_counts *counts, const struct who *who,
	const struct sights *rows, const struct sight *team)
{
	bool hq = sight_has(rows, (struct unit_id){ 1 });
	bool branch = sight_has(rows, team->parent);
	if (sight_may_have_moved_any(db, team->unit) || (!hq && !branch))
		add(db_ask(db, SQL(COUNT "p.team_id = ?2 AND p.reach >= 1" ELSEWHERE BY_TOPIC),
			    V(who->person), V(team->unit)),
			counts);
	else
		add(db_ask(db,
			    SQL(COUNT "p.team_id = ?2 AND p.reach < 3 AND p.reach >= 1" ELSEWHERE
					    BY_TOPIC),
			    V(who->person), V(team->unit)),
			counts);
}

static void add_branch(struct db *db, struct topic_counts *counts, struct unit_id branch)
{
	add(db_ask(db, SQL(COUNT "p.branch_id = ?1 AND p.reach = 2" BY_TOPIC), V(branch)), counts);
}

/* The author's own, and what is for everybody, as far as no unit of theirs holds it. */
static void add_own(struct db *db, struct topic_counts *counts, const struct who *who, bool hq)
{
	add(db_ask(db, SQL(COUNT "p.author_id = ?1 AND p.reach BETWEEN 1 AND 3" NOWHERE BY_TOPIC),
		    V(who->person)),
		counts);
	if (hq) /* it sees all that is for everybody */
		return;
	add(db_ask(db,
		    SQL("SELECT pt.topic_id + 0, p.kind, count(*) FROM point p INDEXED BY"
			" point_newest_for_all" COUNTED
			"p.reach = 4 AND p.id > 0" NOWHERE BY_TOPIC),
		    V(who->person)),
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
		add(db_ask(db, SQL(COUNT "p.reach >= 1" BY_TOPIC " /*scan*/")), &counts);
		join(&counts);
		return counts;
	}
	struct sights rows = sight_of(db, who);
	enum unit_kind widest = UNIT_TEAM;
	LIST_EACH (const struct sight, s, &rows)
		widest = s->kind < widest ? s->kind : widest;
	LIST_EACH (const struct sight, s, &rows) {
		if (s->kind == widest)
			add_tally(db, &counts, s->unit);
		else if (s->kind == UNIT_BRANCH)
			add_branch(db, &counts, s->unit);
		else
			add_team(db, &counts, who, &rows, s);
	}
	add_own(db, &counts, who, sight_has(&rows, (struct unit_id){ 1 }));
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
