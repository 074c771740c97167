#include "recount.h"

#include "base/text.h"

const char *recount_integrity_any(struct db *db)
{
	const char *said = db_text(db, SQL("PRAGMA integrity_check(1)"));
	return text_same(said, "ok") ? NULL : said ? said : "it could not be read";
}

int64_t recount_references_any(struct db *db)
{
	int64_t n = 0;
	struct q *q = db_ask(db, SQL("PRAGMA foreign_key_check"));
	while (q_row(q))
		n++;
	return n;
}

int64_t recount_reach_any(struct db *db)
{
	/* In a closed week of the team a point has risen unless it must not; in an open one it has
	 * not. The same for the branch. */
	return db_long(db, SQL("SELECT count(*) FROM point p LEFT JOIN rollup r ON r.unit_id = "
			       "p.team_id AND "
			       "r.week = p.team_week"
			       " WHERE p.withdrawn = 0 AND p.team_only = 0 AND p.reach < 4"
			       " AND (p.reach >= 2) <> (coalesce(r.state, 'open') = 'closed') "
			       "/*scan*/")) +
	       db_long(db, SQL("SELECT count(*) FROM point p LEFT JOIN rollup r ON r.unit_id = "
			       "p.branch_id AND r.week = p.branch_week"
			       " WHERE p.reach IN (2, 3) AND (p.reach = 3) <> (coalesce(r.state, "
			       "'open') = 'closed') /*scan*/"));
}

int64_t recount_closed_any(struct db *db)
{
	return db_long(db,
		SQL("SELECT count(*) FROM reflection f LEFT JOIN rollup r ON r.unit_id = f.team_id "
		    "AND r.week = f.rollup_week"
		    " WHERE f.state <> 'withdrawn' AND (f.state = 'closed') <> (coalesce(r.state, "
		    "'open') = 'closed') /*scan*/"));
}

int64_t recount_numbers_any(struct db *db)
{
	return db_long(db, SQL("SELECT count(*) FROM reflection f WHERE NOT EXISTS (SELECT 1 FROM "
			       "reflection_version v WHERE v.reflection_id = f.id AND v.number = "
			       "f.version) /*scan*/"));
}

bool recount_index_any(struct txn *t)
{
	return txn_run(
		t, SQL("INSERT INTO search (search, rank) VALUES ('integrity-check', 1) /*scan*/"));
}
