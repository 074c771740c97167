#include "radar.h"

#include <stdio.h>
#include <string.h>

#include "base/embedded.h"
#include "base/list.h"
#include "base/near.h"
#include "base/out.h"
#include "base/reach.h"
#include "base/text.h"
#include "doors/markdown.h"
#include "doors/tokenizer.h"
#include "radar_group.h"
#include "setting.h"

enum { KEYS_MOST = 60 };

int64_t radar_next(const char **at, char letter)
{
	while (**at) {
		const char *word = *at;
		size_t len = strcspn(word, " ");
		*at = word + len + (word[len] == ' ');
		if (letter == 'u' && len == 3 && memcmp(word, "all", 3) == 0)
			return 0;
		if (*word == letter && len > 1 && word[1] >= '0' && word[1] <= '9')
			return strtoll(word + 1, NULL, 10);
	}
	return letter == 'u' ? -1 : 0;
}

static void put_keys(struct arena *a, struct radar_row *r, const char *text)
{
	struct near_text all = near_cut(a, text);
	uint32_t *keys = ARENA_MANY(a, uint32_t, KEYS_MOST + NEAR_KEYS);
	size_t n = 0;
	LIST_EACH (const struct near_paragraph, p, &all)
		for (size_t i = 0; i < p->key_count && n < KEYS_MOST; i++)
			keys[n++] = p->keys[i];
	r->keys = (const char *)keys;
	r->keys_len = n * sizeof *keys;
}

static const char *about_of(struct db *db, struct q *q, struct point_id id)
{
	struct out o = out_new(db_arena(db));
	enum reach reach = (enum reach)q_long(q, 6);
	out_format(&o, "a%ld", (long)q_long(q, 3));
	if (reach >= REACH_TEAM)
		out_format(&o, " u%ld", (long)q_long(q, 4));
	if (reach >= REACH_BRANCH)
		out_format(&o, " u%ld", (long)q_long(q, 5));
	if (reach >= REACH_HQ)
		out_text(&o, " u1");
	if (reach >= REACH_ALL)
		out_text(&o, " all");
	struct q *topics = db_ask(db,
		SQL("SELECT topic_id FROM point_topic WHERE point_id = ?1 ORDER BY topic_id"),
		V(id));
	while (q_row(topics))
		out_format(&o, " t%ld", (long)q_long(topics, 0));
	return out_string(&o);
}

const struct radar_row *radar_source_any(struct db *db, struct point_id id)
{
	struct arena *a = db_arena(db);
	struct q *q = db_ask(db,
		SQL("SELECT kind, headline, body_md, author_id, team_id, branch_id, reach FROM "
		    "point"
		    " WHERE id = ?1 AND withdrawn = 0"),
		V(id));
	if (!q_row(q))
		return NULL;
	struct radar_row *r = ARENA_NEW(a, struct radar_row);
	*r = (struct radar_row){ .id = id, .kind = q_long(q, 0) };
	const char *headline = q_text(q, 1), *body = markdown_plain(a, q_text(q, 2));
	struct alike words = alike_of(a, headline, body);
	r->words = (const char *)words.words;
	r->words_len = words.count * sizeof *words.words;
	put_keys(a, r, arena_format(a, "%s\n%s", headline, body));
	r->about = about_of(db, q, id);
	q_end(q);
	return r;
}

const struct radar_row *radar_kept_any(struct db *db, struct point_id id)
{
	struct q *q = db_ask(db,
		SQL("SELECT kind, words, keys, about, group_id FROM radar_point WHERE id = ?1"),
		V(id));
	if (!q_row(q))
		return NULL;
	struct radar_row *r = ARENA_NEW(db_arena(db), struct radar_row);
	r->id = id;
	r->kind = q_long(q, 0);
	r->words = q_bytes(q, 1, &r->words_len);
	r->keys = q_bytes(q, 2, &r->keys_len);
	r->about = q_text(q, 3);
	r->group.n = q_long(q, 4);
	q_end(q);
	return r;
}

static bool same_bytes(const char *a, size_t len, const char *b, size_t other)
{
	return len == other && (len == 0 || memcmp(a, b, len) == 0);
}

static bool same_words(const struct radar_row *a, const struct radar_row *b)
{
	return a->kind == b->kind && same_bytes(a->words, a->words_len, b->words, b->words_len) &&
	       same_bytes(a->keys, a->keys_len, b->keys, b->keys_len);
}

/* What the index is told. */
static const char *tokens(struct arena *a, const struct radar_row *r)
{
	struct out o = out_new(a);
	out_text(&o, r->about);
	for (size_t i = 0; i < r->words_len; i += 4) {
		uint32_t word;
		memcpy(&word, r->words + i, 4);
		out_format(&o, " w%07x", alike_hash(word));
	}
	for (size_t i = 0; i < r->keys_len; i += 4) {
		uint32_t key;
		memcpy(&key, r->keys + i, 4);
		out_format(&o, " k%08x", key);
	}
	return out_string(&o);
}

static void forget(struct txn *t, const struct radar_row *old)
{
	txn_run(t, SQL("INSERT INTO radar (radar, rowid, tokens) VALUES ('delete', ?1, ?2)"),
		V(old->id), V(tokens(db_arena(t->db), old)));
}

static void learn(struct txn *t, const struct radar_row *r, struct point_id group, bool waits)
{
	txn_run(t,
		SQL("INSERT INTO radar_point (id, kind, words, keys, about, group_id, waits)"
		    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT (id) DO UPDATE SET"
		    " kind = ?2, words = ?3, keys = ?4, about = ?5, group_id = ?6, waits = ?7"),
		V(r->id), V(r->kind), value_bytes(r->words, r->words_len),
		value_bytes(r->keys, r->keys_len), V(r->about), V(group), V(waits));
	txn_run(t, SQL("INSERT INTO radar (rowid, tokens) VALUES (?1, ?2)"), V(r->id),
		V(tokens(db_arena(t->db), r)));
}

void radar_write(struct txn *t, const struct radar_row *row)
{
	const struct radar_row *old = radar_kept_any(t->db, row->id);
	bool words = old && same_words(old, row);
	if (words && text_same(old->about, row->about))
		return;
	if (old) {
		radar_leave(t, old);
		forget(t, old);
	}
	/* With other words it must be compared again; where it is seen changes no group. */
	struct radar_row now = *row;
	now.group = words ? old->group : (struct point_id){ 0 };
	bool waits = !words ||
		     db_long(t->db, SQL("SELECT waits FROM radar_point WHERE id = ?1"), V(row->id));
	learn(t, &now, now.group, waits);
	radar_enter(t, &now);
}

void radar_remove(struct txn *t, struct point_id id)
{
	const struct radar_row *old = radar_kept_any(t->db, id);
	if (!old)
		return;
	radar_leave(t, old);
	forget(t, old);
	txn_run(t, SQL("DELETE FROM radar_point WHERE id = ?1"), V(id));
}

static const char *version(struct arena *a)
{
	return arena_format(a, "%d %d %s", TOKENIZER_VERSION, ALIKE_VERSION,
		embedded_find("schema/radar.sql")->hash);
}

static bool is_ours(struct db *db)
{
	return text_same(setting_get_any(db, "radar_version"), version(db_arena(db)));
}

bool radar_is_full_any(struct db *db)
{
	return is_ours(db) && text_same(setting_get_any(db, "radar_filled"), "full");
}

void radar_begin_again(struct txn *t)
{
	if (!txn_script(t, (const char *)embedded_find("schema/radar.sql")->data))
		return;
	setting_put(t, "radar_version", version(db_arena(t->db)));
	setting_put(t, "radar_filled", "0");
}

bool radar_fill_slice(struct txn *t, int most)
{
	if (!is_ours(t->db))
		radar_begin_again(t);
	const char *reached = setting_get_any(t->db, "radar_filled");
	if (text_same(reached, "full"))
		return false;
	struct point_id id = { strtoll(reached, NULL, 10) };
	int left = most;
	struct q *q = db_ask(t->db, SQL("SELECT id FROM point WHERE id > ?1 ORDER BY id LIMIT ?2"),
		V(id), V(most));
	for (; left > 0 && q_row(q); left--) {
		id.n = q_long(q, 0);
		const struct radar_row *row = radar_source_any(t->db, id);
		row ? radar_write(t, row) : radar_remove(t, id);
	}
	q_end(q);
	setting_put(t, "radar_filled",
		left > 0 ? "full" : arena_format(db_arena(t->db), "%ld", (long)id.n));
	return left == 0;
}

int64_t radar_differences_any(struct db *db)
{
	int64_t wrong = 0;
	struct q *q = db_ask(db, SQL("SELECT id FROM point ORDER BY id /*scan*/"));
	while (q_row(q)) {
		struct point_id id = { q_long(q, 0) };
		const struct radar_row *now = radar_kept_any(db, id);
		const struct radar_row *wanted = radar_source_any(db, id);
		wrong += !now || !wanted ? now != wanted
					 : !same_words(now, wanted) ||
						   !text_same(now->about, wanted->about) ||
						   !radar_is_member_any(db, now);
	}
	return wrong + radar_groups_wrong_any(db) +
	       db_long(db, SQL("SELECT count(*) FROM radar_point r WHERE NOT EXISTS (SELECT 1 FROM"
			       " point p WHERE p.id = r.id) /*scan*/"));
}

bool radar_erase(struct txn *t, bool first)
{
	enum { PAGES = 400 };
	int64_t before = txn_changes_ever(t);
	txn_run(t, SQL("INSERT INTO radar (radar, rank) VALUES ('merge', ?1)"),
		V(first ? -PAGES : PAGES));
	return txn_changes_ever(t) - before >= 2; /* as FTS5's manual has it */
}
