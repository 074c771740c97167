#include "point_list.h"

#include <stdlib.h>

#include "base/list.h"
#include "base/out.h"
#include "pin.h"
#include "point_row.h"
#include "sight.h"

/* ?1 viewer, ?2 before, ?3 kind, ?4 topic, ?5 unit, ?6 week, ?7 limit, ?8 the range's own number,
 * ?9 unused ones only. */
#define WANTED                                                                                     \
	"p.id < ?2 AND (?3 IS NULL OR p.kind = ?3)"                                                \
	" AND (?4 IS NULL OR EXISTS (SELECT 1 FROM point_topic pt WHERE pt.point_id = p.id"        \
	" AND pt.topic_id = ?4))"                                                                  \
	" AND (?5 IS NULL OR p.team_id = ?5 OR p.branch_id = ?5 OR (p.branch_id IS NULL"           \
	" AND EXISTS (SELECT 1 FROM unit b WHERE b.id = p.team_id AND b.parent_id = ?5)))"         \
	" AND (?6 IS NULL OR p.week = ?6) AND p.withdrawn = 0"                                     \
	" AND (?9 = 0 OR NOT EXISTS (SELECT 1 FROM evidence e WHERE e.noun = 0"                    \
	" AND e.noun_id = p.id)) AND " SEES("p")
#define NEWEST " ORDER BY p.id DESC LIMIT ?7"

enum range_kind { OWN, TEAM, BRANCH, AT_HQ, FOR_ALL, EVERY, WEEK, TEAM_WEEK, TOPIC, PINNED };

struct listing {
	struct db *db;
	const struct who *who;
	const struct point_filter *filter;
	struct point_ids found;
};

static const struct sql *statement(enum range_kind kind)
{
	switch (kind) {
	case OWN:
		return SQL("SELECT p.id FROM point p WHERE p.author_id = ?8 AND " WANTED NEWEST);
	case TEAM:
		return SQL("SELECT p.id FROM point p WHERE p.team_id = ?8 AND " WANTED NEWEST);
	case BRANCH:
		return SQL("SELECT p.id FROM point p WHERE p.branch_id = ?8 AND " WANTED NEWEST);
	case AT_HQ:
		return SQL("SELECT p.id FROM point p WHERE p.reach >= 3 AND ?8 = 0 AND " WANTED
				NEWEST);
	case FOR_ALL:
		return SQL(
			"SELECT p.id FROM point p WHERE p.reach = 4 AND ?8 = 0 AND " WANTED NEWEST);
	case EVERY:
		return SQL("SELECT p.id FROM point p WHERE ?8 = 0 AND " WANTED NEWEST);
	case WEEK:
		return SQL("SELECT p.id FROM reflection r JOIN point p ON p.reflection_id = r.id"
			   " WHERE r.week = ?6 AND ?8 = 0 AND " WANTED NEWEST);
	case TEAM_WEEK:
		return SQL("SELECT p.id FROM reflection r JOIN point p ON p.reflection_id = r.id"
			   " WHERE r.team_id = ?8 AND r.week = ?6 AND " WANTED NEWEST);
	case TOPIC:
		return SQL("SELECT p.id FROM point_topic x JOIN point p ON p.id = x.point_id"
			   " WHERE x.topic_id = ?8 AND x.point_id < ?2 AND " WANTED
			   " ORDER BY x.point_id DESC LIMIT ?7");
	case PINNED: /* of one kind */
		return SQL("SELECT p.id FROM pin x CROSS JOIN point p ON p.id = x.point_id"
			   " WHERE x.scope = ?8 AND x.topic_id = ?4 AND x.kind = ?3"
			   " AND x.point_id < ?2 AND " WANTED " ORDER BY x.point_id DESC LIMIT ?7");
	}
	abort();
}

static void ask(struct listing *l, enum range_kind kind, int64_t number, const struct value of_kind)
{
	const struct point_filter *f = l->filter;
	const struct value none = { .type = VALUE_NULL };
	const bool whole = !f->unit || f->unit->kind == UNIT_HQ;
	struct q *q = db_ask(l->db, statement(kind), V(l->who->person),
		V(f->before.n ? f->before.n : INT64_MAX), of_kind, value_or_null(f->topic.n),
		whole ? none : V(f->unit->id), f->week ? V(*f->week) : none, V(f->limit + 1),
		V(number), V(f->unused));
	while (q_row(q))
		LIST_ADD(db_arena(l->db), &l->found)->n = q_long(q, 0);
}

static void take(struct listing *l, enum range_kind kind, int64_t number)
{
	const struct value none = { .type = VALUE_NULL };
	ask(l, kind, number, l->filter->kind ? V((int64_t)*l->filter->kind) : none);
}

/* Under a topic a range has an index of its own, for each kind. */
static void take_range(struct listing *l, enum range_kind kind, int64_t number, int64_t scope)
{
	if (!l->filter->topic.n) {
		take(l, kind, number);
		return;
	}
	for (int k = 0; k < KINDS; k++)
		if (!l->filter->kind || (int)*l->filter->kind == k)
			ask(l, PINNED, scope, V((int64_t)k));
}

/* Does the viewer see any of the team's points as the team's, its branch's or the headquarters'? */
static bool sees_of_team(struct db *db, const struct sights *rows, const struct unit *team)
{
	bool of_branches = false;
	LIST_EACH (const struct sight, s, rows) {
		if (s->kind == UNIT_HQ || s->unit.n == team->id.n || s->unit.n == team->parent.n)
			return true;
		of_branches = of_branches || s->kind == UNIT_BRANCH;
	}
	return of_branches && sight_may_have_moved_any(db, team->id);
}

/* Under a topic one's own stand with their teams'. */
static void take_own(struct listing *l)
{
	if (!l->filter->topic.n || pin_own_elsewhere(l->db, l->who))
		take(l, OWN, l->who->person.n);
	take_range(l, FOR_ALL, 0, 0);
}

static void take_team(struct listing *l, const struct sights *rows)
{
	if (sees_of_team(l->db, rows, l->filter->unit))
		take_range(l, TEAM, l->filter->unit->id.n, l->filter->unit->id.n);
	else
		take_own(l);
}

static void take_branch(struct listing *l, const struct sights *rows)
{
	struct unit_id branch = l->filter->unit->id;
	bool risen = false;
	LIST_EACH (const struct sight, s, rows) {
		if (s->kind == UNIT_HQ || s->unit.n == branch.n)
			risen = true;
		else if (s->kind == UNIT_TEAM &&
			 (s->parent.n == branch.n || sight_may_have_moved_any(l->db, s->unit)))
			take_range(l, TEAM, s->unit.n, s->unit.n);
	}
	if (risen)
		take_range(l, BRANCH, branch.n, branch.n);
	take_own(l);
}

static void take_seen(struct listing *l, const struct sights *rows)
{
	LIST_EACH (const struct sight, s, rows)
		if (s->kind == UNIT_HQ)
			take_range(l, AT_HQ, 0, s->unit.n);
		else
			take_range(l, s->kind == UNIT_TEAM ? TEAM : BRANCH, s->unit.n, s->unit.n);
	take_own(l);
}

static void take_all(struct listing *l)
{
	const struct point_filter *f = l->filter;
	struct sights rows = sight_of(l->db, l->who);
	bool only_teams = true;
	LIST_EACH (const struct sight, s, &rows)
		only_teams = only_teams && s->kind == UNIT_TEAM;
	enum unit_kind of = f->unit ? f->unit->kind : UNIT_HQ;
	if (f->week && of == UNIT_TEAM) {
		take(l, TEAM_WEEK, f->unit->id.n);
	} else if (f->week && only_teams) {
		LIST_EACH (const struct sight, s, &rows)
			take(l, TEAM_WEEK, s->unit.n);
		take_own(l);
	} else if (f->week) {
		take(l, WEEK, 0);
	} else if (who_is_operator(l->who)) {
		take(l, f->topic.n ? TOPIC : EVERY, f->topic.n);
	} else if (of == UNIT_TEAM) {
		take_team(l, &rows);
	} else if (of == UNIT_BRANCH) {
		take_branch(l, &rows);
	} else {
		take_seen(l, &rows);
	}
}

static int newest_first(const void *a, const void *b)
{
	int64_t x = ((const struct point_id *)a)->n, y = ((const struct point_id *)b)->n;
	return x < y ? 1 : x > y ? -1 : 0;
}

struct points point_those(
	struct db *db, const struct who *who, const struct point_id *ids, size_t n)
{
	struct out array = out_new(db_arena(db));
	for (size_t i = 0; i < n; i++)
		out_format(&array, "%c%ld", i ? ',' : '[', (long)ids[i].n);
	out_text(&array, n ? "]" : "[]");
	return point_rows(db_ask(db,
		SQL(POINT_COLUMNS
			" FROM json_each(?2) j JOIN point p ON p.id = j.value" POINT_JOINED
			"WHERE " SEES("p") " ORDER BY p.id DESC"),
		V(who->person), V(out_string(&array))));
}

struct points point_list(
	struct db *db, const struct who *who, const struct point_filter *f, bool *more)
{
	struct listing l = { db, who, f, { 0 } };
	take_all(&l);
	struct point_ids *ids = &l.found;
	LIST_SORT(ids, newest_first);
	size_t kept = 0;
	for (size_t i = 0; i < ids->count; i++)
		if (!kept || ids->items[kept - 1].n != ids->items[i].n)
			ids->items[kept++] = ids->items[i];
	*more = kept > (size_t)f->limit;
	return point_those(db, who, ids->items, *more ? (size_t)f->limit : kept);
}
