#include "feed.h"

int64_t feed_made_at(struct db *db, const struct who *who)
{
	return db_long(db, SQL("SELECT made_at FROM feed WHERE person_id = ?1"), V(who->person));
}

void feed_put(struct txn *t, struct person_id person, const char *hash, int64_t now)
{
	txn_run(t,
		SQL("INSERT INTO feed (person_id, hash, made_at) VALUES (?1, ?2, ?3)"
		    " ON CONFLICT (person_id) DO UPDATE SET hash = ?2, made_at = ?3"),
		V(person), V(hash), V(now));
}

void feed_drop(struct txn *t, struct person_id person)
{
	txn_run(t, SQL("DELETE FROM feed WHERE person_id = ?1"), V(person));
}
