#include "search_fill.h"

#include <stdio.h>

#include "base/embedded.h"
#include "base/text.h"
#include "doors/secret.h"
#include "doors/tokenizer.h"
#include "search_nouns.h"
#include "search_source.h"
#include "search_state.h"
#include "setting.h"

/*
 * An index in many pieces is slow to ask and larger than it need be; so the pieces, one a slice,
 * are merged a little while they come (16 of a kind at once: fewer passes than FTS5's 4) and into
 * one at the end. What words of one slice wait in before they are written is larger than usual, so
 * that a slice is one piece; larger still, it would not fit the processor's cache.
 */
enum { MERGED_PAGES = 500, CLEARED_PAGES = 2000 };

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
	return is_ours(db) && search_state(db).phase == SEARCH_FULL;
}

bool search_is_usable_any(struct db *db)
{
	return is_ours(db) && search_state(db).usable;
}

struct search_progress search_progress_any(struct db *db)
{
	struct search_state s = search_state(db);
	return s.phase == SEARCH_FULL ? (struct search_progress){ 0, 0 }
				      : (struct search_progress){ s.done, s.total };
}

/* Steps: each noun compared, each row put into the index; the rest counts as one tenth of it. */
static void count_steps(struct db *db, struct search_state *s)
{
	int64_t nouns =
		db_long(db, SQL("SELECT (SELECT count(*) FROM point) + (SELECT count(*) "
				"FROM synthesis) + (SELECT count(*) FROM story) + (SELECT "
				"count(*) FROM reply) + (SELECT count(*) FROM guide) /*scan*/"));
	s->done = 0;
	s->total = nouns * 2 + nouns / 5 + 1;
}

static void begin_rows(struct txn *t, struct search_state *s)
{
	s->phase = SEARCH_ROWS;
	s->type = s->reached = 0;
	count_steps(t->db, s);
	search_state_put(t, s);
}

/* So that nobody takes a row of this index for one of the last (base/facts.h). */
static void name_index(struct txn *t)
{
	setting_put(t, "search_index", arena_format(db_arena(t->db), "%ld", (long)secret_number()));
}

void search_begin_again(struct txn *t)
{
	bool ours = is_ours(t->db);
	if (!ours) {
		if (!txn_script(t, (const char *)embedded_find("schema/search.sql")->data))
			return;
		setting_put(t, "search_version", version(db_arena(t->db)));
		name_index(t);
	}
	struct search_state s = search_state(t->db);
	if (!ours || s.phase == SEARCH_FULL)
		begin_rows(t, &s);
}

void search_is_damaged(struct txn *t)
{
	search_begin_again(t);
	struct search_state s = search_state(t->db);
	s.usable = false;
	if (s.phase ==
		SEARCH_CLEAR) /* the new one is the damaged one; the old one's rest goes too */
		txn_script_inside(t, "DROP TABLE IF EXISTS search_gone");
	if (s.phase == SEARCH_CLEAR)
		begin_rows(t, &s);
	search_state_put(t, &s);
}

static void make_next(struct txn *t)
{
	txn_script_inside(t, "CREATE VIRTUAL TABLE search_next USING fts5 (body, headline, filter,"
			     " content = 'search_row', content_rowid = 'id', columnsize = 0,"
			     " tokenize = 'tributary')");
}

void search_drop_next(struct txn *t)
{
	struct search_state s = search_state(t->db);
	txn_script_inside(t, "DROP TABLE IF EXISTS search_next");
	make_next(t);
	begin_rows(t, &s);
}

static void compare_rows(struct txn *t, struct search_state *s, int most)
{
	int left = most;
	enum search_type type = (enum search_type)s->type;
	struct q *q = search_nouns_after(t->db, type, s->reached, most);
	for (; left > 0 && q_row(q); left--) {
		s->reached = q_long(q, 0);
		const struct search_row *row = search_source(t->db, type, s->reached);
		row ? search_write(t, row) : search_remove(t, type, s->reached);
	}
	q_end(q);
	s->done += most - left;
	if (left <= 0)
		return;
	s->type++, s->reached = 0;
	if (s->type == SEARCH_TYPES)
		s->phase = SEARCH_ROWLESS;
}

static void remove_rows(struct txn *t, struct search_state *s, int most)
{
	int n = 0;
	struct search_noun *gone = ARENA_MANY(db_arena(t->db), struct search_noun, (size_t)most);
	for (struct q *q = search_nouns_gone(t->db, most); q_row(q); n++)
		gone[n] = (struct search_noun){ (enum search_type)q_long(q, 0), q_long(q, 1) };
	for (int i = 0; i < n; i++)
		search_remove(t, gone[i].type, gone[i].number);
	if (n == most)
		return;
	s->phase = SEARCH_INDEX;
	s->reached = INT64_MIN;
	txn_run(t, SQL("INSERT INTO search_next (search_next, rank) VALUES ('automerge', 16)"));
	txn_run(t, SQL("INSERT INTO search_next (search_next, rank) VALUES ('hashsize', 8000000)"));
}

static void add_rows(struct txn *t, struct search_state *s, int most)
{
	struct q *q = db_ask(t->db,
		SQL("SELECT count(*), max(id) FROM (SELECT id FROM search_row WHERE id > ?1 ORDER "
		    "BY"
		    " id LIMIT ?2)"),
		V(s->reached), V(most));
	if (!q_row(q))
		return;
	int64_t n = q_long(q, 0), last = q_long(q, 1);
	q_end(q);
	if (n)
		txn_run(t,
			SQL("INSERT INTO search_next (rowid, body, headline, filter) SELECT id, "
			    "body, headline, filter FROM search_row WHERE id > ?1 AND id <= ?2 "
			    "ORDER BY id"),
			V(s->reached), V(last));
	s->reached = n ? last : s->reached;
	s->done += n;
	if (n < most) {
		s->phase = SEARCH_MERGE;
		s->reached = 0;
	}
}

/* The new index takes the place of the old one, for every reader from this commit on. */
static void change_places(struct txn *t, struct search_state *s)
{
	txn_run(t, SQL("INSERT INTO search_next (search_next, rank) VALUES ('automerge', 4)"));
	txn_script_inside(t, "ALTER TABLE search RENAME TO search_gone; ALTER TABLE search_next "
			     "RENAME TO search");
	make_next(t);
	s->usable = true;
	s->phase = SEARCH_CLEAR;
}

/* A negative number begins a merge of all pieces, a positive one goes on with it; when fewer than
 * two rows were changed there is nothing left to merge (so SQLite's description of FTS5). */
static void merge(struct txn *t, struct search_state *s)
{
	int64_t before = txn_changes_ever(t);
	txn_run(t, SQL("INSERT INTO search_next (search_next, rank) VALUES ('merge', ?1)"),
		V(s->reached ? MERGED_PAGES : -MERGED_PAGES));
	s->done += s->done < s->total - 1 ? MERGED_PAGES / 4 : 0;
	s->done = s->done < s->total ? s->done : s->total - 1;
	if (txn_changes_ever(t) - before < 2)
		change_places(t, s);
	s->reached = 1;
}

/* Some pages at a time, since each is overwritten with zeros: what was taken out of the truth must
 * not stay in the file. */
static void clear_old(struct txn *t, struct search_state *s)
{
	int64_t before = txn_changes_ever(t);
	txn_script_inside(t,
		arena_format(db_arena(t->db),
			"DELETE FROM search_gone_data WHERE id IN (SELECT id FROM search_gone_data"
			" WHERE id > 10 LIMIT %d)",
			CLEARED_PAGES));
	if (txn_changes_ever(t) - before >= CLEARED_PAGES)
		return;
	txn_script_inside(t, "DROP TABLE search_gone");
	s->phase = SEARCH_FULL;
}

bool search_fill_slice(struct txn *t, int most)
{
	if (!is_ours(t->db))
		search_begin_again(t);
	struct search_state s = search_state(t->db);
	switch (s.phase) {
	case SEARCH_FULL:
		return false;
	case SEARCH_ROWS:
		if (!s.total)
			count_steps(t->db, &s);
		compare_rows(t, &s, most);
		break;
	case SEARCH_ROWLESS:
		remove_rows(t, &s, most);
		break;
	case SEARCH_INDEX:
		add_rows(t, &s, most);
		break;
	case SEARCH_MERGE:
		merge(t, &s);
		break;
	case SEARCH_CLEAR:
		clear_old(t, &s);
		break;
	}
	search_state_put(t, &s);
	return s.phase != SEARCH_FULL;
}
