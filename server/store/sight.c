#include "sight.h"

void sight_refresh(struct txn *t)
{
	txn_run(t, SQL("DELETE FROM steward /*scan*/"));
	txn_run(t, SQL("INSERT INTO steward (person_id, unit_id) SELECT person_id, unit_id FROM "
		       "steward_now /*scan*/"));
	txn_run(t, SQL("DELETE FROM sight /*scan*/"));
	txn_run(t, SQL("INSERT INTO sight (person_id, unit_id, reach) SELECT person_id, unit_id, "
		       "reach FROM sight_now /*scan*/"));
}

int64_t sight_differences_any(struct db *db)
{
	return db_long(db, SQL("SELECT count(*) FROM (SELECT * FROM sight EXCEPT SELECT * FROM "
			       "sight_now) /*scan*/")) +
	       db_long(db, SQL("SELECT count(*) FROM (SELECT * FROM sight_now EXCEPT SELECT * FROM "
			       "sight) /*scan*/")) +
	       db_long(db, SQL("SELECT count(*) FROM (SELECT * FROM steward EXCEPT SELECT * FROM "
			       "steward_now) /*scan*/")) +
	       db_long(db, SQL("SELECT count(*) FROM (SELECT * FROM steward_now EXCEPT SELECT * "
			       "FROM steward) /*scan*/"));
}
