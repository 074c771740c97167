#include "search_probe.h"

#include <string.h>

#include "base/filter.h"
#include "base/text.h"
#include "doors/secret.h"
#include "search_state.h"

enum { MOST = 6, LEAST = 2 };

/* The first run of Han from some place on, or from the beginning: at most six of it. "": none. */
static const char *piece_of(struct arena *a, const char *text, size_t from)
{
	const char *end = text + strlen(text), *p = text, *start = NULL;
	int runes = 0;
	while (p < end && runes < MOST) {
		const char *here = p;
		bool han = rune_is_han(text_rune(&p, end)) && (size_t)(here - text) >= from;
		if (!han && runes >= LEAST)
			return arena_copy(a, start, (size_t)(here - start));
		start = !han || runes ? start : here;
		runes = han ? runes + 1 : 0;
	}
	return runes >= LEAST ? arena_copy(a, start, (size_t)(p - start))
	       : from         ? piece_of(a, text, 0)
			      : "";
}

static bool finds(struct db *db, int64_t row, const char *match)
{
	return db_long(db, SQL("SELECT count(*) FROM search WHERE search MATCH ?1 AND rowid = ?2"),
		       V(match), V(row)) == 1;
}

static int64_t by_chance(int64_t from, int64_t to)
{
	return from + (int64_t)((uint64_t)secret_number() % (uint64_t)(to - from + 1));
}

bool search_probe_any(struct db *db)
{
	struct arena *a = db_arena(db);
	if (!search_state(db).usable)
		return true;
	int64_t first = db_long(db, SQL("SELECT min(id) FROM search_row")),
		last = db_long(db, SQL("SELECT max(id) FROM search_row"));
	if (!last)
		return true;
	struct q *q = db_ask(db,
		SQL("SELECT id, body FROM search_row WHERE id >= ?1 ORDER BY id LIMIT 1"),
		V(by_chance(first, last)));
	if (!q_row(q))
		return true;
	int64_t row = q_long(q, 0);
	const char *body = q_text(q, 1);
	q_end(q);
	struct out all = out_new(a);
	filter_token(&all, FILTER_ALL, 0);
	const char *piece = piece_of(a, body, (size_t)by_chance(0, (int64_t)strlen(body)));
	bool found = finds(db, row, arena_format(a, "filter : \"%s\"", out_string(&all))) &&
		     (!*piece || finds(db, row, arena_format(a, "body : \"%s\"", piece)));
	if (!found && !db_failed(db))
		db_index_is_damaged();
	return found;
}
