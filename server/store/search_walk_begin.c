/* From an expression (query_match() wrote it, no person) to what is walked over. */
#include <string.h>

#include "base/list.h"
#include "base/text.h"
#include "doors/tokenizer.h"
#include "search_walk.h"

enum { BEGINNINGS = 32 /* words that begin alike; FTS5 is asked where there are more */ };

struct reader {
	struct search_walk *walk;
	const char *p;
	bool bad;
};

static bool next_is(struct reader *r, const char *word)
{
	size_t len = strlen(word);
	while (*r->p == ' ')
		r->p++;
	if (strncmp(r->p, word, len) != 0)
		return false;
	r->p += len;
	return true;
}

static struct search_node *new_node(struct reader *r, int type)
{
	struct search_node *n = ARENA_NEW(r->walk->index.arena, struct search_node);
	n->type = type;
	n->row = INT64_MAX;
	return n;
}

/* Between quotes; doubled ones stand for one. */
static char *read_quoted(struct reader *r)
{
	char *text = arena_string(r->walk->index.arena, r->p), *to = text;
	for (; *r->p; r->p++) {
		if (*r->p == '"' && *++r->p != '"')
			break;
		*to++ = *r->p;
	}
	*to = 0;
	return text;
}

struct words {
	struct reader *reader;
	struct {
		char *text;
		size_t len;
	} * items;
	size_t count, room;
};

static int add_word(void *context, const struct token *t)
{
	struct words *words = context;
	struct arena *a = words->reader->walk->index.arena;
	words->reader->bad |= t->len >= POSTINGS_TERM - 1;
	LIST_ADD(a, words);
	words->items[words->count - 1].text = arena_copy(a, t->text, t->len);
	words->items[words->count - 1].len = t->len;
	return 0;
}

static struct search_node *read_phrase(struct reader *r)
{
	struct search_index *x = &r->walk->index;
	struct search_node *n = new_node(r, SEARCH_PHRASE);
	struct words words = { .reader = r };
	char *text = read_quoted(r);
	bool prefix = next_is(r, "*");
	tokenizer_cut(text, strlen(text), TOKENIZER_QUERY, add_word, &words);
	n->terms = ARENA_MANY(x->arena, struct search_term, words.count + 1);
	n->from = ARENA_MANY(x->arena, size_t, words.count + 1);
	for (size_t i = 0; i < words.count && !r->bad; i++) {
		struct search_term *t = &n->terms[n->term_count++];
		t->row = INT64_MAX;
		const char *word = words.items[i].text;
		size_t len = words.items[i].len;
		if (prefix && i + 1 == words.count)
			r->bad |= !search_lists_of(x, word, len, BEGINNINGS, &t->lists);
		else
			*LIST_ADD(x->arena, &t->lists) = search_list_of(x, word, len);
	}
	if (n->term_count == 1 && !prefix && !r->bad) {
		n->type = SEARCH_WORD;
		n->word = n->terms->lists.items[0];
	}
	*LIST_ADD(x->arena, &r->walk->phrases) = n;
	return n;
}

static struct search_node *read_any(struct reader *r);

static struct search_node *read_one(struct reader *r)
{
	if (next_is(r, "filter :")) /* its words stand in no other column */
		return read_one(r);
	if (next_is(r, "\""))
		return read_phrase(r);
	struct search_node *n = next_is(r, "(") ? read_any(r) : NULL;
	r->bad |= !n || !next_is(r, ")");
	return n ? n : new_node(r, SEARCH_OR);
}

static struct search_node *read_without(struct reader *r)
{
	struct search_node *n = read_one(r);
	while (!r->bad && next_is(r, "NOT ")) {
		struct search_node *without = new_node(r, SEARCH_NOT);
		*LIST_ADD(r->walk->index.arena, without) = n;
		*LIST_ADD(r->walk->index.arena, without) = read_one(r);
		n = without;
	}
	return n;
}

static struct search_node *read_many(struct reader *r, const char *between, int type,
	struct search_node *(*read)(struct reader *r))
{
	struct search_node *first = read(r), *all = NULL;
	while (!r->bad && next_is(r, between)) {
		if (!all) {
			all = new_node(r, type);
			*LIST_ADD(r->walk->index.arena, all) = first;
		}
		*LIST_ADD(r->walk->index.arena, all) = read(r);
	}
	return all ? all : first;
}

static struct search_node *read_all(struct reader *r)
{
	return read_many(r, "AND ", SEARCH_AND, read_without);
}

static struct search_node *read_any(struct reader *r)
{
	return read_many(r, "OR ", SEARCH_OR, read_all);
}

bool search_walk_begin(struct search_walk *w, struct db *db, const char *expression, int64_t until)
{
	*w = (struct search_walk){ .top = NULL };
	if (!search_index_open(&w->index, db, until))
		return false;
	struct reader r = { .walk = w, .p = expression };
	w->top = read_any(&r);
	return !r.bad && !w->index.bad && !*r.p;
}
