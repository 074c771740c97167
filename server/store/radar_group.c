#include "radar_group.h"

#include "base/list.h"

static void count_in(struct txn *t, int64_t unit, const struct radar_row *r)
{
	txn_run(t,
		SQL("INSERT INTO radar_member (unit_id, group_id, point_id) VALUES (?1, ?2, ?3)"),
		V(unit), V(r->group), V(r->id));
	txn_run(t,
		SQL("INSERT INTO radar_latest (unit_id, group_id, point_id, n) VALUES (?1, ?2, ?3,"
		    " 1) ON CONFLICT (unit_id, group_id) DO UPDATE SET n = n + 1, point_id ="
		    " max(point_id, excluded.point_id)"),
		V(unit), V(r->group), V(r->id));
}

static void count_out(struct txn *t, int64_t unit, const struct radar_row *r)
{
	txn_run(t,
		SQL("DELETE FROM radar_member WHERE unit_id = ?1 AND group_id = ?2 AND point_id ="
		    " ?3"),
		V(unit), V(r->group), V(r->id));
	if (!txn_changes(t))
		return;
	txn_run(t,
		SQL("UPDATE radar_latest SET n = n - 1, point_id = coalesce((SELECT"
		    " max(m.point_id) FROM radar_member m WHERE m.unit_id = ?1 AND m.group_id ="
		    " ?2), 0) WHERE unit_id = ?1 AND group_id = ?2"),
		V(unit), V(r->group));
	txn_run(t, SQL("DELETE FROM radar_latest WHERE unit_id = ?1 AND group_id = ?2 AND n = 0"),
		V(unit), V(r->group));
}

void radar_enter(struct txn *t, const struct radar_row *row)
{
	const char *at = row->about;
	for (int64_t unit; row->group.n && (unit = radar_next(&at, 'u')) >= 0;)
		count_in(t, unit, row);
}

void radar_leave(struct txn *t, const struct radar_row *row)
{
	const char *at = row->about;
	for (int64_t unit; row->group.n && (unit = radar_next(&at, 'u')) >= 0;)
		count_out(t, unit, row);
}

bool radar_is_member_any(struct db *db, const struct radar_row *row)
{
	const char *at = row->about;
	for (int64_t unit; row->group.n && (unit = radar_next(&at, 'u')) >= 0;)
		if (!db_long(db,
			    SQL("SELECT 1 FROM radar_member WHERE unit_id = ?1 AND group_id = ?2"
				" AND point_id = ?3"),
			    V(unit), V(row->group), V(row->id)))
			return false;
	return true;
}

int64_t radar_groups_wrong_any(struct db *db)
{
	return db_long(db,
		       SQL("SELECT count(*) FROM radar_member m LEFT JOIN radar_point r ON r.id ="
			   " m.point_id AND r.group_id = m.group_id WHERE r.id IS NULL OR"
			   " instr(' ' || r.about || ' ', CASE m.unit_id WHEN 0 THEN ' all ' ELSE"
			   " ' u' || m.unit_id || ' ' END) = 0 /*scan*/")) +
	       db_long(db,
		       SQL("SELECT count(*) FROM (SELECT unit_id, group_id, point_id, n FROM"
			   " radar_latest EXCEPT SELECT unit_id, group_id, max(point_id),"
			   " count(*) FROM radar_member GROUP BY unit_id, group_id) /*scan*/")) +
	       db_long(db, SQL("SELECT count(*) FROM (SELECT unit_id, group_id FROM radar_member"
			       " EXCEPT SELECT unit_id, group_id FROM radar_latest) /*scan*/"));
}

static struct radar_ids read_ids(struct q *q)
{
	struct radar_ids list = { 0 };
	while (q_row(q))
		LIST_ADD(db_arena(q_db(q)), &list)->n = q_long(q, 0);
	return list;
}

struct radar_ids radar_waiting_any(struct db *db, int64_t most)
{
	return read_ids(db_ask(db,
		SQL("SELECT id FROM radar_point WHERE waits = 1 ORDER BY id LIMIT ?1"), V(most)));
}

void radar_join(struct txn *t, struct point_id id, struct point_id group)
{
	const struct radar_row *row = radar_kept_any(t->db, id);
	if (!row)
		return;
	struct radar_row now = *row;
	radar_leave(t, row);
	now.group = group;
	txn_run(t, SQL("UPDATE radar_point SET group_id = ?2, waits = 0 WHERE id = ?1"), V(id),
		V(group));
	radar_enter(t, &now);
}

/* The units in which the viewer sees points: 0, and those of `sight`. */
static struct longs units_of(struct db *db, const struct who *who)
{
	struct longs list = { 0 };
	*LIST_ADD(db_arena(db), &list) = 0;
	struct q *q =
		db_ask(db, SQL("SELECT unit_id FROM sight WHERE person_id = ?1 ORDER BY unit_id"),
			V(who->person));
	while (q_row(q))
		*LIST_ADD(db_arena(db), &list) = q_long(q, 0);
	return list;
}

static int newest_first(const void *x, const void *y)
{
	const struct radar_seen *a = x, *b = y;
	if (a->newest.n != b->newest.n)
		return (a->newest.n < b->newest.n) - (a->newest.n > b->newest.n);
	return (a->group.n > b->group.n) - (a->group.n < b->group.n);
}

/* Of one unit; *last: the lowest that was looked at, 0 if that is all of it. */
static void add_seen(struct db *db, const struct who *who, struct radar_seens *all, int64_t unit,
	int64_t before, int64_t most, int64_t *last)
{
	int64_t looked = 0;
	struct q *q = db_ask(db,
		SQL("SELECT l.group_id, l.point_id, l.n > 1 OR EXISTS (SELECT 1 FROM radar_latest m"
		    " WHERE ?1 <> 0 AND m.unit_id = 0 AND m.group_id = l.group_id"
		    " AND (m.n > 1 OR m.point_id <> l.point_id)) OR EXISTS (SELECT 1 FROM sight s"
		    " CROSS JOIN radar_latest m ON m.unit_id = s.unit_id AND m.group_id = "
		    "l.group_id"
		    " WHERE s.person_id = ?4 AND s.unit_id <> ?1"
		    " AND (m.n > 1 OR m.point_id <> l.point_id))"
		    " FROM radar_latest l WHERE l.unit_id = ?1 AND l.point_id < ?2"
		    " ORDER BY l.point_id DESC LIMIT ?3"),
		V(unit), V(before), V(most), V(who->person));
	while (q_row(q)) {
		*last = q_long(q, 1);
		looked++;
		if (q_long(q, 2))
			*LIST_ADD(db_arena(db), all) = (struct radar_seen){ .group.n = q_long(q, 0),
				.newest.n = q_long(q, 1) };
	}
	*last = looked == most ? *last : 0;
}

struct radar_seens radar_groups(
	struct db *db, const struct who *who, struct point_id before, int64_t most)
{
	struct arena *a = db_arena(db);
	struct radar_seens all = { 0 }, once = { 0 };
	struct longs units = units_of(db, who);
	LIST_EACH (const long, unit, &units) {
		int64_t last = 0;
		add_seen(db, who, &all, *unit, before.n ? before.n : INT64_MAX, most, &last);
		once.floor.n = last > once.floor.n ? last : once.floor.n;
	}
	LIST_SORT(&all, newest_first);
	LIST_EACH (const struct radar_seen, s, &all) {
		bool had = s->newest.n < once.floor.n;
		LIST_EACH (const struct radar_seen, o, &once)
			had |= o->group.n == s->group.n;
		if (!had)
			*LIST_ADD(a, &once) = *s;
	}
	return once;
}

static int lower(const void *x, const void *y)
{
	const struct point_id *a = x, *b = y;
	return (a->n < b->n) - (a->n > b->n);
}

struct radar_ids radar_group_points(
	struct db *db, const struct who *who, struct point_id group, int64_t most)
{
	struct arena *a = db_arena(db);
	struct radar_ids all = { 0 }, once = { 0 };
	struct longs units = units_of(db, who);
	LIST_EACH (const long, unit, &units) {
		struct q *q = db_ask(db,
			SQL("SELECT point_id FROM radar_member WHERE unit_id = ?1 AND group_id = ?2"
			    " ORDER BY point_id DESC LIMIT ?3"),
			V(*unit), V(group), V(most));
		while (q_row(q))
			LIST_ADD(a, &all)->n = q_long(q, 0);
	}
	LIST_SORT(&all, lower);
	LIST_EACH (const struct point_id, id, &all)
		if ((int64_t)once.count < most &&
			(!once.count || once.items[once.count - 1].n != id->n))
			*LIST_ADD(a, &once) = *id;
	return once;
}

struct radar_ids radar_grouped_any(struct db *db, struct unit_id branch, struct week week)
{
	struct radar_ids list = { 0 };
	struct q *q = db_ask(db,
		SQL("SELECT p.id FROM point p CROSS JOIN radar_point r ON r.id = p.id"
		    " WHERE p.branch_id = ?1 AND p.branch_week = ?2 AND p.lead_id IS NULL"
		    " AND r.group_id <> 0 ORDER BY p.id"),
		V(branch), V(week));
	while (q_row(q))
		LIST_ADD(db_arena(db), &list)->n = q_long(q, 0);
	return list;
}
