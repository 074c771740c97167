#include "pin.h"

/* ?2: one topic; 0: all of them. */
#define OF_POINT " WHERE point_id = ?1 AND (?2 = 0 OR topic_id = ?2)"

static void count(struct txn *t, struct point_id point, struct topic_id topic, int64_t sign)
{
	txn_run(t,
		SQL("INSERT INTO pin_count (team_id, branch_id, reach, topic_id, kind, n)"
		    " SELECT team_id, branch_id, reach, topic_id, kind, ?3 FROM "
		    "pin_count_now" OF_POINT
		    " ON CONFLICT (team_id, branch_id, reach, topic_id, kind)"
		    " DO UPDATE SET n = n + excluded.n"),
		V(point), V(topic), V(sign));
}

static void write(struct txn *t, struct point_id point, int64_t sign)
{
	txn_run(t,
		SQL("INSERT INTO wrote (author_id, team_id, n) SELECT author_id, team_id, ?2"
		    " FROM point WHERE id = ?1 AND reach >= 1"
		    " ON CONFLICT (author_id, team_id) DO UPDATE SET n = n + excluded.n"),
		V(point), V(sign));
}

void pin_take_topic(struct txn *t, struct point_id point, struct topic_id topic)
{
	count(t, point, topic, -1);
	txn_run(t,
		SQL("DELETE FROM pin WHERE (scope, topic_id, kind, point_id) IN"
		    " (SELECT scope, topic_id, kind, point_id FROM pin_now" OF_POINT ")"),
		V(point), V(topic));
}

void pin_take(struct txn *t, struct point_id point)
{
	pin_take_topic(t, point, (struct topic_id){ 0 });
	write(t, point, -1);
}

void pin_give(struct txn *t, struct point_id point)
{
	count(t, point, (struct topic_id){ 0 }, 1);
	txn_run(t,
		SQL("INSERT INTO pin (scope, topic_id, kind, point_id)"
		    " SELECT scope, topic_id, kind, point_id FROM pin_now WHERE point_id = ?1"),
		V(point));
	write(t, point, 1);
}

void pin_move_topic(struct txn *t, struct topic_id from, struct topic_id into)
{
	txn_run(t,
		SQL("INSERT INTO pin (scope, topic_id, kind, point_id)"
		    " SELECT scope, ?2, kind, point_id FROM pin WHERE topic_id = ?1 /*scan*/"),
		V(from), V(into));
	txn_run(t, SQL("DELETE FROM pin WHERE topic_id = ?1 /*scan*/"), V(from));
	txn_run(t,
		SQL("INSERT INTO pin_count (team_id, branch_id, reach, topic_id, kind, n)"
		    " SELECT team_id, branch_id, reach, ?2, kind, n FROM pin_count WHERE topic_id "
		    "= ?1"
		    " ON CONFLICT (team_id, branch_id, reach, topic_id, kind)"
		    " DO UPDATE SET n = n + excluded.n /*scan*/"),
		V(from), V(into));
	txn_run(t, SQL("DELETE FROM pin_count WHERE topic_id = ?1 /*scan*/"), V(from));
}

#define PINS     "SELECT scope, topic_id, kind, point_id FROM pin"
#define PINS_NOW "SELECT scope, topic_id, kind, point_id FROM pin_now"
#define COUNTS   "SELECT team_id, branch_id, reach, topic_id, kind, n FROM pin_count WHERE n <> 0"
#define COUNTED                                                                                    \
	"SELECT team_id, branch_id, reach, topic_id, kind, count(*) FROM pin_count_now"            \
	" GROUP BY team_id, branch_id, reach, topic_id, kind"
#define WROTE "SELECT author_id, team_id, n FROM wrote WHERE n <> 0"
#define WROTE_NOW                                                                                  \
	"SELECT author_id, team_id, count(*) FROM point WHERE reach >= 1 GROUP BY author_id, "     \
	"team_id"

void pin_rebuild(struct txn *t)
{
	txn_run(t, SQL("DELETE FROM pin /*scan*/"));
	txn_run(t, SQL("INSERT INTO pin (scope, topic_id, kind, point_id) " PINS_NOW
		       " ORDER BY 1, 2, 3, 4 /*scan*/"));
	txn_run(t, SQL("DELETE FROM pin_count /*scan*/"));
	txn_run(t,
		SQL("INSERT INTO pin_count (team_id, branch_id, reach, topic_id, kind, n) " COUNTED
		    " /*scan*/"));
	txn_run(t, SQL("DELETE FROM wrote /*scan*/"));
	txn_run(t, SQL("INSERT INTO wrote (author_id, team_id, n) " WROTE_NOW " /*scan*/"));
}

#define BETWEEN(a, b) "SELECT count(*) FROM (" a " EXCEPT " b ") /*scan*/"

int64_t pin_differences_any(struct db *db)
{
	return db_long(db, SQL(BETWEEN(PINS, PINS_NOW))) +
	       db_long(db, SQL(BETWEEN(PINS_NOW, PINS))) +
	       db_long(db, SQL(BETWEEN(COUNTS, COUNTED))) +
	       db_long(db, SQL(BETWEEN(COUNTED, COUNTS))) +
	       db_long(db, SQL(BETWEEN(WROTE, WROTE_NOW))) +
	       db_long(db, SQL(BETWEEN(WROTE_NOW, WROTE)));
}

bool pin_own_elsewhere(struct db *db, const struct who *who)
{
	return db_long(db,
		       SQL("SELECT 1 FROM wrote w WHERE w.author_id = ?1 AND w.n > 0 AND NOT EXISTS"
			   " (SELECT 1 FROM sight s WHERE s.person_id = ?1 AND s.unit_id = "
			   "w.team_id)"
			   " LIMIT 1"),
		       V(who->person)) != 0;
}
