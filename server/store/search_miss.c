#include "search_miss.h"

#include "base/list.h"
#include "base/snippet.h"

enum { DAYS = 90 };

struct search_misses search_miss_list_any(struct db *db, int64_t today, int most)
{
	struct search_misses all = { 0 };
	struct q *q = db_ask(db,
		SQL("SELECT id, times, last_day, typed FROM search_miss WHERE last_day > ?1"
		    " ORDER BY times DESC, last_day DESC, id DESC LIMIT ?2"),
		V(today - DAYS), V(most));
	while (q_row(q))
		*LIST_ADD(db_arena(db), &all) = (struct search_miss){ q_long(q, 0), q_long(q, 1),
			q_long(q, 2), q_text(q, 3) };
	return all;
}

void search_miss_add(struct txn *t, const char *typed, int64_t today)
{
	txn_run(t,
		SQL("INSERT INTO search_miss (folded, typed, times, last_day) VALUES (?1, ?2, 1, "
		    "?3) ON CONFLICT (folded) DO UPDATE SET times = times + 1, typed = ?2,"
		    " last_day = ?3"),
		V(snippet_term(db_arena(t->db), typed)), V(typed), V(today));
}

bool search_miss_remove(struct txn *t, int64_t id)
{
	txn_run(t, SQL("DELETE FROM search_miss WHERE id = ?1"), V(id));
	return txn_changes(t) > 0;
}

void search_miss_sweep(struct txn *t, int64_t today)
{
	txn_run(t, SQL("DELETE FROM search_miss WHERE last_day <= ?1"), V(today - DAYS));
}

int64_t search_miss_count_any(struct db *db, const char *text)
{
	return db_long(db,
		SQL("SELECT count(*) FROM search_miss WHERE instr(typed, ?1) > 0 /*scan*/"),
		V(text));
}

void search_miss_redact(struct txn *t, const char *text)
{
	txn_run(t, SQL("DELETE FROM search_miss WHERE instr(typed, ?1) > 0 /*scan*/"), V(text));
}
