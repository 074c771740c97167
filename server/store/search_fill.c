#include "search_fill.h"

#include <stdio.h>

#include "base/embedded.h"
#include "base/text.h"
#include "doors/secret.h"
#include "doors/tokenizer.h"
#include "search_source.h"
#include "setting.h"

/* How far filling has come is a setting: "TYPE NUMBER" of the last noun written, or "full". */
static const char state[] = "search_filled";

static const char *version(struct arena *a)
{
	return arena_format(
		a, "%d %s", TOKENIZER_VERSION, embedded_find("schema/search.sql")->hash);
}

static bool is_ours(struct db *db)
{
	return text_same(setting_get_any(db, "search_version"), version(db_arena(db)));
}

bool search_is_full_any(struct db *db)
{
	return is_ours(db) && text_same(setting_get_any(db, state), "full");
}

void search_begin_again(struct txn *t)
{
	if (!txn_script(t, (const char *)embedded_find("schema/search.sql")->data))
		return;
	setting_put(t, "search_version", version(db_arena(t->db)));
	setting_put(t, state, "0 0");
	/* So that nobody takes a row of this index for one of the last (base/facts.h). */
	setting_put(t, "search_index", arena_format(db_arena(t->db), "%ld", (long)secret_number()));
}

static struct q *nouns_after(struct db *db, enum search_type type, int64_t noun, int most)
{
	if (type == SEARCH_POINT)
		return db_ask(db, SQL("SELECT id FROM point WHERE id > ?1 ORDER BY id LIMIT ?2"),
			V(noun), V(most));
	if (type == SEARCH_SYNTHESIS)
		return db_ask(db,
			SQL("SELECT id FROM synthesis WHERE id > ?1 ORDER BY id LIMIT ?2"), V(noun),
			V(most));
	if (type == SEARCH_REPLY)
		return db_ask(db, SQL("SELECT id FROM reply WHERE id > ?1 ORDER BY id LIMIT ?2"),
			V(noun), V(most));
	if (type == SEARCH_GUIDE)
		return db_ask(db,
			SQL("SELECT topic_id FROM guide WHERE topic_id > ?1 ORDER BY topic_id LIMIT"
			    " ?2"),
			V(noun), V(most));
	return db_ask(db, SQL("SELECT id FROM story WHERE id > ?1 ORDER BY id LIMIT ?2"), V(noun),
		V(most));
}

bool search_fill_slice(struct txn *t, int most)
{
	if (!is_ours(t->db))
		search_begin_again(t);
	const char *reached = setting_get_any(t->db, state);
	int type = 0;
	long noun = 0;
	if (text_same(reached, "full"))
		return false;
	sscanf(reached, "%d %ld", &type, &noun);
	int left = most;
	struct q *q = nouns_after(t->db, (enum search_type)type, noun, most);
	for (; left > 0 && q_row(q); left--) {
		noun = q_long(q, 0);
		const struct search_row *row = search_source(t->db, (enum search_type)type, noun);
		row ? search_write(t, row) : search_remove(t, (enum search_type)type, noun);
	}
	q_end(q);
	bool next = left > 0;
	if (next)
		type++, noun = 0;
	setting_put(t, state,
		type == SEARCH_TYPES ? "full"
				     : arena_format(db_arena(t->db), "%d %ld", type, noun));
	return type < SEARCH_TYPES;
}

/* Of one type: rows that differ from the truth, and nouns without the row they must have. */
static int64_t differences_of(struct db *db, enum search_type type)
{
	enum { STEP = 1000 };
	int64_t wrong = 0, noun = 0;
	for (int seen = STEP; seen == STEP;) {
		seen = 0;
		struct q *q = nouns_after(db, type, noun, STEP);
		for (; q_row(q); seen++) {
			noun = q_long(q, 0);
			wrong += !search_is_so_any(db, type, noun, search_source(db, type, noun));
		}
	}
	return wrong;
}

int64_t search_differences_any(struct db *db)
{
	int64_t wrong = 0;
	for (int type = 0; type < SEARCH_TYPES; type++)
		wrong += differences_of(db, (enum search_type)type);
	/* Rows of nouns that are gone, and words without a row. */
	return wrong +
	       db_long(db, SQL("SELECT count(*) FROM search_doc d WHERE NOT EXISTS (SELECT 1 FROM"
			       " point p WHERE d.type = 0 AND p.id = d.noun_id) AND NOT EXISTS"
			       " (SELECT 1 FROM synthesis s WHERE d.type = 1 AND s.id = d.noun_id)"
			       " AND NOT EXISTS (SELECT 1 FROM story y WHERE d.type = 2 AND y.id ="
			       " d.noun_id) AND NOT EXISTS (SELECT 1 FROM reply e WHERE d.type = 3"
			       " AND e.id = d.noun_id) AND NOT EXISTS (SELECT 1 FROM guide g WHERE"
			       " d.type = 4 AND g.topic_id = d.noun_id) /*scan*/")) +
	       db_long(db, SQL("SELECT count(*) FROM search_text x WHERE NOT EXISTS (SELECT 1 FROM"
			       " search_doc d WHERE d.id = x.id) /*scan*/"));
}
