#include "search_walk.h"

#include <string.h>

#include "base/list.h"

static void seek_term(struct search_index *x, struct search_term *t, int64_t row)
{
	if (t->row <= row)
		return;
	t->row = SEARCH_END;
	for (size_t i = 0; i < t->lists.count; i++) {
		search_list_seek(x, t->lists.items[i], row);
		if (t->lists.items[i]->row > t->row)
			t->row = t->lists.items[i]->row;
	}
}

/* Ascending; a place that two of the words share counts once. */
static void add_places(struct search_index *x, struct search_term *t, const struct search_list *l)
{
	struct posting_places all = search_list_places(x, l);
	while (postings_next_place(&all)) {
		if (t->count == t->room)
			t->places =
				list_grow(x->arena, t->places, t->count, &t->room, sizeof all.at);
		size_t at = t->count;
		while (at > 0 && t->places[at - 1] > all.at)
			at--;
		if (at > 0 && t->places[at - 1] == all.at)
			continue;
		memmove(t->places + at + 1, t->places + at, (t->count - at) * sizeof all.at);
		t->places[at] = all.at;
		t->count++;
	}
}

static void read_places(struct search_index *x, struct search_term *t)
{
	t->count = 0;
	for (size_t i = 0; i < t->lists.count; i++)
		if (t->lists.items[i]->row == t->row)
			add_places(x, t, t->lists.items[i]);
}

static void first_place(struct search_node *n)
{
	memset(n->from, 0, n->term_count * sizeof *n->from);
}

/* The next place where all words of the phrase follow each other. */
static bool next_place(struct search_node *n, int64_t *place)
{
	size_t *from = n->from;
	for (; from[0] < n->terms[0].count; from[0]++) {
		int64_t first = n->terms[0].places[from[0]];
		size_t i = 1;
		for (; i < n->term_count; i++) {
			const struct search_term *t = &n->terms[i];
			while (from[i] < t->count && t->places[from[i]] < first + (int64_t)i)
				from[i]++;
			if (from[i] == t->count)
				return false;
			if (t->places[from[i]] != first + (int64_t)i)
				break;
		}
		if (i == n->term_count) {
			*place = first;
			from[0]++;
			return true;
		}
	}
	return false;
}

static bool stands_together(struct search_index *x, struct search_node *n)
{
	int64_t place;
	for (size_t i = 0; i < n->term_count; i++)
		read_places(x, &n->terms[i]);
	first_place(n);
	return next_place(n, &place);
}

static void seek_phrase(struct search_index *x, struct search_node *n, int64_t row)
{
	for (;;) {
		size_t at = 0, same = 0;
		while (same < n->term_count && row != SEARCH_END) {
			struct search_term *t = &n->terms[at];
			seek_term(x, t, row);
			same = t->row == row ? same + 1 : 1;
			row = t->row;
			at = (at + 1) % n->term_count;
		}
		n->row = n->term_count ? row : SEARCH_END;
		if (n->row == SEARCH_END || n->term_count == 1 || stands_together(x, n))
			return;
		row = n->row - 1;
	}
}

static void seek_word(struct search_index *x, struct search_node *n, int64_t row)
{
	search_list_next(x, n->word, row);
	n->row = n->word->row;
}

static void seek(struct search_index *x, struct search_node *n, int64_t row);

static void seek_all(struct search_index *x, struct search_node *n, int64_t row)
{
	size_t at = 0, same = 0;
	while (same < n->count && row != SEARCH_END) {
		struct search_node *one = n->items[at];
		seek(x, one, row);
		same = one->row == row ? same + 1 : 1;
		row = one->row;
		at = (at + 1) % n->count;
	}
	n->row = row;
}

static void seek_any(struct search_index *x, struct search_node *n, int64_t row)
{
	n->row = SEARCH_END;
	for (size_t i = 0; i < n->count; i++) {
		seek(x, n->items[i], row);
		if (n->items[i]->row > n->row)
			n->row = n->items[i]->row;
	}
}

static void seek_without(struct search_index *x, struct search_node *n, int64_t row)
{
	struct search_node *with = n->items[0], *without = n->items[1];
	for (;; row = with->row - 1) {
		seek(x, with, row);
		n->row = with->row;
		if (n->row == SEARCH_END)
			return;
		seek(x, without, n->row);
		if (without->row != n->row)
			return;
	}
}

static void seek(struct search_index *x, struct search_node *n, int64_t row)
{
	static void (*const how[])(struct search_index *, struct search_node *, int64_t) = {
		[SEARCH_WORD] = seek_word,
		[SEARCH_PHRASE] = seek_phrase,
		[SEARCH_AND] = seek_all,
		[SEARCH_OR] = seek_any,
		[SEARCH_NOT] = seek_without,
	};
	if (n->row > row)
		how[n->type](x, n, row);
}

void search_walk_seek(struct search_walk *w, int64_t row)
{
	seek(&w->index, w->top, row);
}

void search_walk_places(struct search_walk *w, size_t phrase, struct score_places *p)
{
	struct search_node *n = w->phrases.items[phrase];
	p->count = p->body = p->headline = p->filter = 0;
	p->size = (int)n->term_count;
	if (n->row != w->top->row || n->row == SEARCH_END)
		return;
	if (n->word) {
		struct posting_places all = search_list_places(&w->index, n->word);
		while (postings_next_place(&all))
			score_place(p, (int)(all.at >> 32), (int)(all.at & 0x7FFFFFFF));
		return;
	}
	int64_t place;
	if (n->term_count == 1)
		read_places(&w->index, n->terms);
	first_place(n);
	while (next_place(n, &place))
		score_place(p, (int)(place >> 32), (int)(place & 0x7FFFFFFF));
}

void search_walk_count(struct search_walk *w, size_t phrase, struct score_places *p)
{
	struct search_node *n = w->phrases.items[phrase];
	if (!n->word || n->row != w->top->row) {
		search_walk_places(w, phrase, p);
		return;
	}
	int counts[4] = { 0 };
	struct posting_places all = search_list_places(&w->index, n->word);
	postings_count(&all, counts);
	p->body = counts[0];
	p->headline = counts[1];
	p->filter = counts[SCORE_FILTER_COLUMN];
	p->count = counts[0] + counts[1] + counts[2];
}
