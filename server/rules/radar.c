#include "radar.h"

#include "base/near.h"
#include "base/text.h"
#include "doors/markdown.h"
#include "doors/txn.h"
#include "radar_score.h"
#include "store/point_list.h"
#include "store/radar_group.h"

enum { SLICE = 4000, LOOKED_AT = 40, STRETCHES = 6 };

/* At the end of the transaction: see txn_at_end(). */
static void put_now(struct txn *t, int64_t n)
{
	struct point_id id = { n };
	const struct radar_row *row = radar_source_any(t->db, id);
	row ? radar_write(t, row) : radar_remove(t, id);
}

void radar_put_point(struct txn *t, struct point_id id)
{
	txn_at_end(t, put_now, id.n);
}

static bool fill(struct writer *w, struct arena *a, bool *more)
{
	TXN(t, w, a);
	*more = !radar_is_full_any(t.db);
	if (!*more)
		return true;
	radar_fill_slice(&t, SLICE);
	return txn_commit(&t);
}

bool radar_fill(struct writer *w, bool *more)
{
	struct arena *a = arena_new();
	bool ok = fill(w, a, more);
	arena_free(a);
	return ok;
}

bool radar_empty(struct writer *w, struct arena *a)
{
	TXN(t, w, a);
	radar_begin_again(&t);
	return txn_commit(&t);
}

/* The likest that tells the same; 0: none. */
static struct point_id likest(struct work *w, const struct radar_row *row)
{
	struct radar_ask ask = radar_ask_of(w->arena, row);
	struct radar_hits hits = radar_find(w->db, who_operator(), &ask);
	struct radar_hit *best = NULL;
	LIST_EACH (struct radar_hit, h, &hits)
		if (radar_tells_same(h, row->kind) &&
			(!best || radar_likeness(h, row->kind) > radar_likeness(best, row->kind)))
			best = h;
	return best ? best->id : (struct point_id){ 0 };
}

static void join(struct txn *t, struct point_id id, struct point_id other)
{
	const struct radar_row *to = other.n ? radar_kept_any(t->db, other) : NULL;
	if (to && !to->group.n)
		radar_join(t, to->id, to->id);
	radar_join(t, id, !to ? (struct point_id){ 0 } : to->group.n ? to->group : to->id);
}

size_t radar_gather(struct work *w, size_t most)
{
	struct radar_ids waiting = radar_waiting_any(w->db, (int64_t)most);
	struct point_id *others = ARENA_MANY(w->arena, struct point_id, waiting.count + 1);
	if (!waiting.count)
		return 0;
	for (size_t i = 0; i < waiting.count; i++) {
		const struct radar_row *row = radar_kept_any(w->db, waiting.items[i]);
		others[i] = row ? likest(w, row) : (struct point_id){ 0 };
	}
	TXN(t, w->writer, w->arena);
	for (size_t i = 0; i < waiting.count; i++)
		join(&t, waiting.items[i], others[i]);
	return txn_commit(&t) ? waiting.count : 0;
}

struct radar_text radar_text_of(struct arena *a, const struct point *p)
{
	return (struct radar_text){ .kind = p->kind,
		.headline = p->headline,
		.body = markdown_plain(a, p->body_md),
		.topics = p->topics.count ? &p->topics : NULL,
		.self = p->id };
}

static bool same_paragraph(const struct near_text *a, const struct near_text *b)
{
	LIST_EACH (const struct near_paragraph, p, a)
		LIST_EACH (const struct near_paragraph, q, b)
			if (near_is_same(p, q))
				return true;
	return false;
}

struct terms radar_stretches(struct arena *a, const char *text, const struct alike *other)
{
	struct terms terms = { 0 };
	struct alike_stretches all = alike_shared(a, text, other);
	LIST_EACH (const struct alike_stretch, s, &all) {
		const char *folded = snippet_term(a, arena_copy(a, text + s->at, s->len));
		bool had = !*folded || terms.count == STRETCHES;
		LIST_EACH (const struct term, t, &terms)
			had |= text_same(t->folded, folded);
		if (!had)
			*LIST_ADD(a, &terms) = (struct term){ .folded = folded };
	}
	return terms;
}

/* The ones to look at more closely, likest first, with their points. */
static struct radar_likes looked_at(struct db *db, const struct who *who,
	const struct radar_text *text, struct radar_hits *hits)
{
	struct arena *a = db_arena(db);
	struct radar_likes likes = { 0 };
	struct point_id ids[LOOKED_AT];
	size_t n = hits->count < LOOKED_AT ? hits->count : LOOKED_AT;
	radar_sort(hits, text->kind);
	for (size_t i = 0; i < n; i++)
		ids[i] = hits->items[i].id;
	struct points *points = ARENA_NEW(a, struct points);
	*points = point_those(db, who, ids, n);
	for (size_t i = 0; i < n; i++)
		LIST_EACH (const struct point, p, points)
			if (p->id.n == ids[i].n)
				*LIST_ADD(a, &likes) = (struct radar_like){ .point = p,
					.likeness = radar_likeness(&hits->items[i], text->kind) };
	return likes;
}

struct radar_likes radar_similar(
	struct db *db, const struct who *who, const struct radar_text *text, size_t most, bool near)
{
	struct arena *a = db_arena(db);
	struct radar_likes list = { 0 };
	struct alike words;
	struct radar_hits hits = radar_hits_of(db, who, text, &words);
	struct radar_likes all = looked_at(db, who, text, &hits);
	const char *whole = arena_format(a, "%s\n%s", text->headline, text->body);
	struct near_text mine = near_cut(a, whole);
	for (int pass = 0; pass < 2; pass++)
		LIST_EACH (struct radar_like, l, &all) {
			const struct radar_text other = radar_text_of(a, l->point);
			const char *theirs = arena_format(a, "%s\n%s", other.headline, other.body);
			struct near_text their = near_cut(a, theirs);
			l->same = same_paragraph(&mine, &their);
			bool enough = l->same || radar_is_enough(l->likeness) ||
				      (near && radar_is_near(l->likeness));
			if (l->same != !pass || !enough || list.count == most)
				continue;
			l->shared = radar_stretches(a, theirs, &words);
			*LIST_ADD(a, &list) = *l;
		}
	return list;
}
