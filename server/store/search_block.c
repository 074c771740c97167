#include "search_block.h"

#include "base/clock.h"

enum { LEVEL_BITS = 31, LEAVES_BIT = 36, SEGMENT_BITS = 37, CLOCK_EVERY = 32, USUAL = 4200 };

static bool read_block(struct search_index *x, int64_t id, struct search_block *b)
{
	if (++x->reads % CLOCK_EVERY == 0 && clock_microseconds() > x->until)
		x->late = true;
	struct q *q = db_ask(x->db, SQL("SELECT block FROM search_data WHERE id = ?1"), V(id));
	if (!q_row(q))
		return false;
	if (!b->room)
		b->bytes = arena_alloc(x->arena, (b->room = USUAL) + POSTINGS_PAD);
	b->len = q_copy(q, 0, b->bytes, b->room);
	if (b->len > b->room && b->len <= POSTINGS_PAGE) {
		b->bytes = arena_alloc(x->arena, (b->room = b->len) + POSTINGS_PAD);
		q_copy(q, 0, b->bytes, b->room);
	}
	q_end(q);
	return b->len <= b->room;
}

bool search_block_page(struct search_index *x, int64_t segment, int64_t number,
	struct search_block *b, struct posting_page *page)
{
	bool ok = read_block(x, segment << SEGMENT_BITS | number, b) &&
		  postings_page(b->bytes, b->len, page);
	x->bad |= !ok;
	return ok;
}

bool search_block_leaves(
	struct search_index *x, int64_t segment, int64_t number, struct posting_leaves *leaves)
{
	int64_t id = segment << SEGMENT_BITS | (int64_t)1 << LEAVES_BIT | number;
	struct search_block b = { 0 };
	size_t before = leaves->count;
	/* The pages of a long one follow each other, and begin with a 1. */
	while (read_block(x, id++, &b)) {
		if (!postings_leaves(x->arena, b.bytes, b.len, leaves)) {
			x->bad = true;
			return false;
		}
		if (!b.bytes[0])
			break;
	}
	x->bad |= leaves->count == before;
	return !x->bad;
}

int64_t search_block_find(struct search_index *x, const struct posting_segment *s,
	const uint8_t *word, size_t len, bool *leaves)
{
	*leaves = false;
	if (s->first == s->last)
		return s->first;
	int64_t found = db_long(x->db,
		SQL("SELECT pgno FROM search_idx WHERE segid = ?1 AND term <= ?2 ORDER BY term DESC"
		    " LIMIT 1"),
		V(s->id), value_bytes((const char *)word, len));
	if (found >> 1 < s->first)
		return s->first;
	*leaves = found & 1;
	return found >> 1;
}

bool search_index_open(struct search_index *x, struct db *db, int64_t until)
{
	enum { STRUCTURE = 10 };
	struct search_block b = { 0 };
	*x = (struct search_index){ .db = db, .arena = db_arena(db), .until = until };
	if (!read_block(x, STRUCTURE, &b) ||
		!postings_segments(x->arena, b.bytes, b.len, &x->segments))
		return false;
	x->only = ARENA_MANY(x->arena, struct search_block, x->segments.count + 1);
	return true;
}
