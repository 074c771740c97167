#include "tally.h"

#include "pin.h"

static void shift(struct txn *t, struct point_id point, int64_t sign)
{
	txn_run(t,
		SQL("INSERT INTO tally (unit_id, week, topic_id, part_id, kind, n)"
		    " SELECT unit_id, week, topic_id, part_id, kind, ?2 FROM placement WHERE "
		    "point_id = ?1"
		    " ON CONFLICT (unit_id, week, topic_id, part_id, kind) DO UPDATE SET n = n + "
		    "excluded.n"),
		V(point), V(sign));
}

void tally_take(struct txn *t, struct point_id point)
{
	shift(t, point, -1);
	pin_take(t, point);
}

void tally_give(struct txn *t, struct point_id point)
{
	shift(t, point, 1);
	pin_give(t, point);
}

#define RECOUNT                                                                                    \
	"SELECT unit_id, week, topic_id, part_id, kind, count(*) AS n FROM placement"              \
	" GROUP BY unit_id, week, topic_id, part_id, kind"
#define KEPT "SELECT unit_id, week, topic_id, part_id, kind, n FROM tally WHERE n <> 0"

void tally_rebuild(struct txn *t)
{
	txn_run(t, SQL("DELETE FROM tally /*scan*/"));
	txn_run(t, SQL("INSERT INTO tally (unit_id, week, topic_id, part_id, kind, n) " RECOUNT
		       " /*scan*/"));
	pin_rebuild(t);
}

int64_t tally_differences_any(struct db *db)
{
	return db_long(db, SQL("SELECT count(*) FROM (" KEPT " EXCEPT " RECOUNT ") /*scan*/")) +
	       db_long(db, SQL("SELECT count(*) FROM (" RECOUNT " EXCEPT " KEPT ") /*scan*/")) +
	       pin_differences_any(db);
}

struct tally_rows tally_of_any(struct db *db, struct unit_id unit, struct week week)
{
	struct tally_rows rows = { 0 };
	struct q *q = db_ask(db,
		SQL("SELECT topic_id, part_id, kind, n FROM tally WHERE unit_id = ?1 AND week = ?2 "
		    "AND n > 0"
		    " ORDER BY topic_id, part_id, kind"),
		V(unit), V(week));
	struct tally_row *last = NULL;
	while (q_row(q)) {
		struct topic_id topic = { q_long(q, 0) };
		struct unit_id part = { q_long(q, 1) };
		if (!last || last->topic.n != topic.n || last->part.n != part.n) {
			last = LIST_ADD(db_arena(db), &rows);
			last->topic = topic;
			last->part = part;
		}
		last->of_kind[q_long(q, 2)] = q_long(q, 3);
	}
	return rows;
}

struct longs tally_frequent_any(struct db *db, struct unit_id unit, struct week week, int64_t most)
{
	struct longs list = { 0 };
	struct q *q = db_ask(db,
		SQL("SELECT topic_id FROM tally WHERE unit_id = ?1 AND week BETWEEN ?2 - 8 AND ?2"
		    " AND topic_id > 0 GROUP BY topic_id HAVING sum(n) > 0 ORDER BY sum(n) DESC, "
		    "topic_id LIMIT ?3"),
		V(unit), V(week), V(most));
	while (q_row(q))
		*LIST_ADD(db_arena(db), &list) = (long)q_long(q, 0);
	return list;
}

struct tally_weeks tally_weeks_any(
	struct db *db, struct unit_id unit, struct week from, struct week to)
{
	struct tally_weeks rows = { 0 };
	struct q *q = db_ask(db,
		SQL("SELECT topic_id, week, kind, sum(n) FROM tally WHERE unit_id = ?1"
		    " AND week BETWEEN ?2 AND ?3 GROUP BY topic_id, week, kind"
		    " ORDER BY topic_id, week"),
		V(unit), V(from), V(to));
	struct tally_week *last = NULL;
	while (q_row(q)) {
		struct topic_id topic = { q_long(q, 0) };
		struct week week = { q_long(q, 1) };
		if (!last || last->topic.n != topic.n || last->week.n != week.n) {
			last = LIST_ADD(db_arena(db), &rows);
			last->topic = topic;
			last->week = week;
		}
		last->of_kind[q_long(q, 2)] = q_long(q, 3);
	}
	return rows;
}

void tally_totals_any(struct db *db, struct unit_id unit, struct week week, int64_t of_kind[2])
{
	of_kind[EXPERIENCE] = of_kind[LESSON] = 0;
	struct q *q = db_ask(db,
		SQL("SELECT kind, sum(n) FROM tally WHERE unit_id = ?1 AND week = ?2 AND topic_id "
		    "= 0 GROUP BY kind"),
		V(unit), V(week));
	while (q_row(q))
		of_kind[q_long(q, 0)] = q_long(q, 1);
}
