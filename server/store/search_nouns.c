#include "search_nouns.h"

#include "search_fill.h"
#include "search_source.h"

struct q *search_nouns_after(struct db *db, enum search_type type, int64_t noun, int most)
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

struct q *search_nouns_gone(struct db *db, int64_t most)
{
	return db_ask(db,
		SQL("SELECT d.type, d.noun_id FROM search_row d WHERE NOT EXISTS (SELECT 1 FROM"
		    " point p WHERE d.type = 0 AND p.id = d.noun_id) AND NOT EXISTS"
		    " (SELECT 1 FROM synthesis s WHERE d.type = 1 AND s.id = d.noun_id)"
		    " AND NOT EXISTS (SELECT 1 FROM story y WHERE d.type = 2 AND y.id ="
		    " d.noun_id) AND NOT EXISTS (SELECT 1 FROM reply e WHERE d.type = 3"
		    " AND e.id = d.noun_id) AND NOT EXISTS (SELECT 1 FROM guide g WHERE d.type = 4"
		    " AND g.topic_id = d.noun_id) LIMIT ?1 /*scan*/"),
		V(most));
}

/* Of one type: rows that differ from the truth, and nouns without the row they must have. */
static int64_t differences_of(struct db *db, enum search_type type)
{
	enum { STEP = 1000 };
	int64_t wrong = 0, noun = 0;
	for (int seen = STEP; seen == STEP;) {
		seen = 0;
		struct q *q = search_nouns_after(db, type, noun, STEP);
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
	for (struct q *q = search_nouns_gone(db, INT64_MAX); q_row(q);)
		wrong++;
	return wrong;
}
