#include "proven.h"

#include "base/list.h"
#include "sight.h"

struct ranked {
	int64_t rank;
	struct point_id point;
};
struct ranks {
	struct ranked *items;
	size_t count, room;
};

struct proving {
	struct db *db;
	const struct who *who;
	const struct point_filter *filter;
	int64_t below;
	struct ranks found;
};

/* ?1 viewer, ?2 below which rank, ?3 kind, ?4 topic, ?5 unit, ?6 week, ?7 limit, ?8 scope */
#define WANTED                                                                                     \
	" AND p.withdrawn = 0 AND (?5 IS NULL OR p.team_id = ?5 OR p.branch_id = ?5"               \
	" OR (p.branch_id IS NULL AND EXISTS (SELECT 1 FROM unit b WHERE b.id = p.team_id"         \
	" AND b.parent_id = ?5))) AND (?6 IS NULL OR p.week = ?6) AND " SEES("p")

static const struct sql *of_scope(void)
{
	return SQL("SELECT x.rank, x.point_id FROM proven x CROSS JOIN point p ON p.id = x.point_id"
		   " WHERE x.scope = ?8 AND x.topic_id = ?4 AND x.kind = ?3 AND x.rank < ?2" WANTED
		   " ORDER BY x.rank DESC LIMIT ?7");
}

static const struct sql *of_week(void)
{
	return SQL("SELECT (e.score + 1) * 1099511627776 + p.id AS rank, p.id FROM reflection r"
		   " CROSS JOIN point p ON p.reflection_id = r.id"
		   " CROSS JOIN evidence e ON e.noun = 0 AND e.noun_id = p.id"
		   " WHERE r.week = ?6 AND ?8 = 0 AND p.kind = ?3"
		   " AND (e.score + 1) * 1099511627776 + p.id < ?2"
		   " AND (?4 = 0 OR EXISTS (SELECT 1 FROM point_topic pt WHERE pt.point_id = p.id"
		   " AND pt.topic_id = ?4))" WANTED " ORDER BY rank DESC LIMIT ?7");
}

static void take(struct proving *p, const struct sql *sql, int64_t scope)
{
	const struct point_filter *f = p->filter;
	const struct value none = { .type = VALUE_NULL };
	const bool whole = !f->unit || f->unit->kind == UNIT_HQ;
	for (int kind = 0; kind < KINDS; kind++) {
		if (f->kind && (int)*f->kind != kind)
			continue;
		struct q *q = db_ask(p->db, sql, V(p->who->person), V(p->below), V((int64_t)kind),
			V(f->topic), whole ? none : V(f->unit->id), f->week ? V(*f->week) : none,
			V(f->limit + 1), V(scope));
		while (q_row(q))
			*LIST_ADD(db_arena(p->db), &p->found) =
				(struct ranked){ q_long(q, 0), { q_long(q, 1) } };
	}
}

/* A team's or a branch's points stand in their own ranges, whoever looks: SEES(p) decides. */
static void take_all(struct proving *p)
{
	const struct unit *unit = p->filter->unit;
	if (p->filter->week) {
		take(p, of_week(), 0);
		return;
	}
	if (unit && unit->kind == UNIT_TEAM) {
		take(p, of_scope(), unit->id.n);
		return;
	}
	struct sights rows = sight_of(p->db, p->who);
	bool branch = unit && unit->kind == UNIT_BRANCH;
	if (branch)
		take(p, of_scope(), unit->id.n);
	LIST_EACH (const struct sight, s, &rows)
		if (!branch || s->kind == UNIT_TEAM)
			take(p, of_scope(), s->unit.n);
	take(p, of_scope(), -p->who->person.n);
	if (!branch)
		take(p, of_scope(), 0);
}

static int best_first(const void *a, const void *b)
{
	int64_t x = ((const struct ranked *)a)->rank, y = ((const struct ranked *)b)->rank;
	return x < y ? 1 : x > y ? -1 : 0;
}

static const struct point *find(const struct points *all, struct point_id id)
{
	LIST_EACH (const struct point, p, all)
		if (p->id.n == id.n)
			return p;
	return NULL;
}

/* The used ones, in `list`; whether there are more of them. */
static bool add_used(struct proving *p, struct points *list, int64_t *last)
{
	take_all(p);
	LIST_SORT(&p->found, best_first);
	struct point_ids ids = { 0 };
	bool more = false;
	int64_t before = 0;
	LIST_EACH (const struct ranked, r, &p->found) {
		if (r->rank == before)
			continue;
		before = r->rank;
		if ((more = ids.count == (size_t)p->filter->limit))
			break;
		*LIST_ADD(db_arena(p->db), &ids) = r->point;
		*last = r->rank;
	}
	struct points found = point_those(p->db, p->who, ids.items, ids.count);
	for (size_t i = 0; i < ids.count; i++) {
		const struct point *one = find(&found, ids.items[i]);
		if (one)
			*LIST_ADD(db_arena(p->db), list) = *one;
	}
	return more;
}

struct points proven_list(struct db *db, const struct who *who, const struct point_filter *f,
	int64_t after, int64_t *next)
{
	struct points list = { 0 };
	int64_t last = 0;
	bool more = false;
	if (!after || after >= PROVEN_LEAST) {
		struct proving p = { db, who, f, after ? after : INT64_MAX, { 0 } };
		more = add_used(&p, &list, &last);
	}
	if (f->used) {
		*next = more ? last : 0;
		return list;
	}
	struct point_filter rest = *f;
	rest.unused = true;
	rest.limit = f->limit - (int64_t)list.count;
	rest.before.n = after && after < PROVEN_LEAST ? after : 0;
	if (!more && rest.limit > 0) {
		struct points unused = point_list(db, who, &rest, &more);
		LIST_EACH (const struct point, p, &unused)
			*LIST_ADD(db_arena(db), &list) = *p;
		if (unused.count)
			last = unused.items[unused.count - 1].id.n;
	} else if (!more) { /* a full page that ends the used ones */
		rest.limit = 1;
		more = point_list(db, who, &rest, &more).count > 0;
		last = PROVEN_LEAST - 1;
	}
	*next = more ? last : 0;
	return list;
}
