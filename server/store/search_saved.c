#include "search_saved.h"

#include "base/list.h"
#include "base/uri.h"

struct search_saveds search_saved_list(struct db *db, const struct who *who)
{
	struct search_saveds all = { 0 };
	struct q *q = db_ask(db,
		SQL("SELECT words, filters FROM search_saved WHERE person_id = ?1"
		    " ORDER BY saved_at DESC, id DESC"),
		V(who->person));
	while (q_row(q))
		*LIST_ADD(db_arena(db), &all) = (struct search_saved){ q_text(q, 0), q_text(q, 1) };
	return all;
}

bool search_saved_has(struct db *db, const struct who *who, const struct search_saved *s)
{
	return db_long(db,
		SQL("SELECT id FROM search_saved WHERE person_id = ?1 AND words = ?2 AND filters "
		    "= ?3"),
		V(who->person), V(s->words), V(s->filters));
}

void search_saved_add(
	struct txn *t, struct person_id person, const struct search_saved *s, int64_t now)
{
	txn_run(t,
		SQL("INSERT INTO search_saved (person_id, words, filters, saved_at) VALUES (?1, "
		    "?2, ?3, ?4) ON CONFLICT (person_id, words, filters) DO NOTHING"),
		V(person), V(s->words), V(s->filters), V(now));
}

void search_saved_remove(struct txn *t, struct person_id person, const struct search_saved *s)
{
	txn_run(t,
		SQL("DELETE FROM search_saved WHERE person_id = ?1 AND words = ?2 AND filters = "
		    "?3"),
		V(person), V(s->words), V(s->filters));
}

static const char *encoded(struct arena *a, const char *text)
{
	struct out o = out_new(a);
	uri_encode(&o, text);
	return out_string(&o);
}

int64_t search_saved_count_any(struct db *db, const char *text)
{
	return db_long(db,
		SQL("SELECT count(*) FROM search_saved WHERE instr(words, ?1) > 0 OR"
		    " instr(filters, ?2) > 0 /*scan*/"),
		V(text), V(encoded(db_arena(db), text)));
}

void search_saved_redact(struct txn *t, const char *text)
{
	txn_run(t,
		SQL("DELETE FROM search_saved WHERE instr(words, ?1) > 0 OR instr(filters, ?2) > 0"
		    " /*scan*/"),
		V(text), V(encoded(db_arena(t->db), text)));
}
