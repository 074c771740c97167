#include "search_list.h"

#include <string.h>

#include "base/list.h"
#include "search_block.h"

/* How many of the rows are not newer. */
static size_t upto(const struct posting_rows *rows, int64_t row, size_t most)
{
	size_t low = 0;
	while (low < most) {
		size_t middle = (low + most) / 2;
		rows->row[middle] <= row ? (low = middle + 1) : (most = middle);
	}
	return low;
}

static bool decode(struct search_index *x, struct search_run *r, size_t from, size_t to)
{
	size_t room = (to - from) / 2 + 1;
	if (r->rows.room < room) {
		r->rows.room = room;
		r->rows.row = ARENA_MANY(x->arena, int64_t, room);
		r->rows.at = ARENA_MANY(x->arena, uint16_t, room);
		r->rows.size = ARENA_MANY(x->arena, uint32_t, room);
	}
	return postings_rows(&r->page, from, to, &r->rows);
}

static bool read_leaf(struct search_index *x, struct search_run *r, size_t leaf)
{
	int64_t number = r->leaves.items[leaf].page;
	bool ok = search_block_page(x, r->segment->id, number, &r->block, &r->page);
	bool first = number == r->first;
	r->leaf = leaf;
	ok = ok && (first ? decode(x, r, r->from, r->to)
			  : r->page.first && decode(x, r, r->page.first, r->page.term));
	x->bad |= !ok;
	return ok;
}

/* To the newest row that is not newer than this. */
static void advance(struct search_index *x, struct search_run *r, int64_t row)
{
	for (int near = 0; r->i && near < 4; near++, r->i--)
		if (r->rows.row[r->i - 1] <= row) {
			r->row = r->rows.row[r->i - 1];
			return;
		}
	r->i = upto(&r->rows, row, r->i);
	while (!r->i && r->leaf) {
		size_t low = 0, high = r->leaf - 1; /* the last leaf that does not begin later */
		while (low < high) {
			size_t middle = (low + high + 1) / 2;
			r->leaves.items[middle].row <= row ? (low = middle) : (high = middle - 1);
		}
		if (!read_leaf(x, r, low))
			break;
		r->i = upto(&r->rows, row, r->rows.count);
	}
	r->row = r->i && !x->bad && !x->late ? r->rows.row[r->i - 1] : SEARCH_END;
}

void search_list_seek(struct search_index *x, struct search_list *list, int64_t row)
{
	while (list->row > row) {
		list->row = SEARCH_END;
		for (size_t i = 0; i < list->count; i++) {
			struct search_run *r = list->items[i];
			if (r->row > row)
				advance(x, r, row);
			if (r->row > list->row) {
				list->row = r->row;
				list->now = r;
			}
		}
		if (list->row == SEARCH_END || list->now->rows.size[list->now->i - 1] > 1)
			return;
		row = list->row - 1; /* taken away */
	}
}

/* The pages after the first one, where nothing lists them. */
static void look_on(struct search_index *x, struct search_run *r)
{
	struct search_block b = { 0 };
	struct posting_page page;
	for (int64_t n = r->first + 1; n <= r->segment->last; n++) {
		if (!search_block_page(x, r->segment->id, n, &b, &page))
			return;
		if (page.first)
			*LIST_ADD(x->arena, &r->leaves) = (struct posting_leaf){ n, SEARCH_END };
		if (page.term < page.end)
			return;
	}
}

static void begin(struct search_index *x, struct search_list *list, const struct posting_segment *s,
	int64_t page, const struct posting_terms *t, bool leaves)
{
	struct search_run *r = ARENA_NEW(x->arena, struct search_run);
	*r = (struct search_run){ .segment = s, .first = page, .from = t->rows, .to = t->end };
	if (r->from < r->to)
		*LIST_ADD(x->arena, &r->leaves) = (struct posting_leaf){ page, SEARCH_END };
	if (t->last && leaves)
		search_block_leaves(x, s->id, page, &r->leaves);
	else if (t->last)
		look_on(x, r);
	r->leaf = r->leaves.count;
	r->row = INT64_MAX;
	*LIST_ADD(x->arena, list) = r;
}

/* Pages of segments that have no other are read once for all words. */
static bool page_of(struct search_index *x, size_t segment, int64_t number, struct search_block *b,
	struct posting_page *page)
{
	const struct posting_segment *s = &x->segments.items[segment];
	if (s->first != s->last)
		return search_block_page(x, s->id, number, b, page);
	struct search_block *only = &x->only[segment];
	return only->len ? postings_page(only->bytes, only->len, page)
			 : search_block_page(x, s->id, number, only, page);
}

static int compare(const struct posting_terms *t, const uint8_t *word, size_t len)
{
	int order = memcmp(t->text, word, t->len < len ? t->len : len);
	return order ? order : (t->len > len) - (t->len < len);
}

static size_t key_of(uint8_t *key, const char *word, size_t len)
{
	key[0] = '0'; /* words, not beginnings of words, of which this index has none */
	memcpy(key + 1, word, len);
	return len + 1;
}

struct search_list *search_list_of(struct search_index *x, const char *word, size_t len)
{
	uint8_t key[POSTINGS_TERM];
	struct search_list *list = ARENA_NEW(x->arena, struct search_list);
	struct search_block b = { 0 };
	len = key_of(key, word, len);
	for (size_t i = 0; i < x->segments.count && !x->bad; i++) {
		bool leaves;
		const struct posting_segment *s = &x->segments.items[i];
		int64_t number = search_block_find(x, s, key, len, &leaves);
		struct posting_page page;
		if (!page_of(x, i, number, &b, &page))
			break;
		struct posting_terms t = { .page = &page };
		while (postings_next_term(&t) && compare(&t, key, len) < 0)
			;
		x->bad |= t.bad;
		if (t.begun && t.len == len && memcmp(t.text, key, len) == 0)
			begin(x, list, s, number, &t, leaves);
	}
	list->row = INT64_MAX;
	search_list_seek(x, list, INT64_MAX - 1);
	return list;
}

/* Of one segment, the words that begin so join those known. */
struct search_words_seen {
	struct {
		uint8_t text[POSTINGS_TERM];
		size_t len;
	} * items;
	size_t count, room;
};

static struct search_list *list_for(struct search_index *x, struct search_words_seen *seen,
	struct search_lists *all, const struct posting_terms *t)
{
	for (size_t i = 0; i < seen->count; i++)
		if (seen->items[i].len == t->len &&
			memcmp(seen->items[i].text, t->text, t->len) == 0)
			return all->items[i];
	LIST_ADD(x->arena, seen)->len = t->len;
	memcpy(seen->items[seen->count - 1].text, t->text, t->len);
	struct search_list *list = ARENA_NEW(x->arena, struct search_list);
	list->row = INT64_MAX;
	return *LIST_ADD(x->arena, all) = list;
}

static bool add_words_of(struct search_index *x, const struct posting_segment *s,
	const uint8_t *key, size_t len, size_t most, struct search_words_seen *seen,
	struct search_lists *all)
{
	bool leaves;
	struct search_block b = { 0 };
	struct posting_page page;
	for (int64_t n = search_block_find(x, s, key, len, &leaves); n <= s->last; n++) {
		if (!search_block_page(x, s->id, n, &b, &page))
			return false;
		struct posting_terms t = { .page = &page };
		while (postings_next_term(&t)) {
			int order = memcmp(t.text, key, t.len < len ? t.len : len);
			if (order > 0)
				return true;
			if (order < 0 || t.len < len)
				continue;
			struct search_list *list = list_for(x, seen, all, &t);
			if (all->count > most)
				return false;
			begin(x, list, s, n, &t, false);
		}
		x->bad |= t.bad;
		if (x->bad || x->late)
			return false;
	}
	return true;
}

bool search_lists_of(
	struct search_index *x, const char *word, size_t len, size_t most, struct search_lists *all)
{
	uint8_t key[POSTINGS_TERM];
	struct search_words_seen seen = { 0 };
	len = key_of(key, word, len);
	for (size_t i = 0; i < x->segments.count; i++)
		if (!add_words_of(x, &x->segments.items[i], key, len, most, &seen, all))
			return false;
	for (size_t i = 0; i < all->count; i++)
		search_list_seek(x, all->items[i], INT64_MAX - 1);
	return true;
}

/* What of the places lies on the pages after the row's. */
static bool read_rest(struct search_index *x, struct search_run *r, uint8_t *to, size_t left)
{
	struct search_block b = { 0 };
	struct posting_page page;
	for (int64_t n = r->leaves.items[r->leaf].page + 1; left; n++) {
		if (n > r->segment->last || !search_block_page(x, r->segment->id, n, &b, &page))
			return false;
		size_t here = (page.first ? page.first : page.term) - 4;
		here = here < left ? here : left;
		memcpy(to, b.bytes + 4, here);
		to += here;
		left -= here;
		if (left && (page.first || page.term < page.end))
			return false;
	}
	return true;
}

struct posting_places search_list_places(struct search_index *x, const struct search_list *list)
{
	enum { MOST = 1 << 24 };
	struct search_run *r = list->now;
	const uint8_t *at = r->page.bytes + r->rows.at[r->i - 1];
	bool first = r->leaves.items[r->leaf].page == r->first;
	size_t size = r->rows.size[r->i - 1] / 2, end = first ? r->to : r->page.term;
	size_t here = end - r->rows.at[r->i - 1];
	if (size <= here)
		return (struct posting_places){ at, at + size, 0 };
	uint8_t *all = size < MOST ? arena_alloc(x->arena, size + POSTINGS_PAD) : NULL;
	if (!all)
		return x->bad = true, (struct posting_places){ NULL, NULL, 0 };
	memcpy(all, at, here);
	if (!read_rest(x, r, all + here, size - here))
		return x->bad = true, (struct posting_places){ NULL, NULL, 0 };
	return (struct posting_places){ all, all + size, 0 };
}
