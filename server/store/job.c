#include "job.h"

#include "base/list.h"

void job_put(struct txn *t, const struct job *j)
{
	txn_run(t,
		SQL("INSERT INTO job (name, began_at, took, done, next_at) VALUES (?1, ?2, ?3, ?4, "
		    "?5) ON CONFLICT (name) DO UPDATE SET began_at = ?2, took = ?3, done = ?4,"
		    " next_at = ?5"),
		V(j->name), V(j->began_at), V(j->took), V(j->done), V(j->next_at));
}

struct job_list job_list_any(struct db *db)
{
	struct job_list all = { 0 };
	struct q *q = db_ask(db,
		SQL("SELECT name, began_at, took, done, next_at FROM job ORDER BY name /*scan*/"));
	while (q_row(q))
		*LIST_ADD(db_arena(db), &all) = (struct job){ .name = q_text(q, 0),
			.began_at = q_long(q, 1),
			.took = q_long(q, 2),
			.done = q_long(q, 3),
			.next_at = q_long(q, 4) };
	return all;
}
