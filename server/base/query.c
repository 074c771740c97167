#include "query.h"

#include <string.h>

#include "list.h"
#include "query_filter.h"
#include "query_words.h"
#include "text.h"

struct parser {
	struct arena *arena;
	struct query query;
	size_t parts;
	const char *start, *p, *end;
	bool or_next; /* an OR stands before p */
};

static int rune_at(const char *p, const char *end, const char **behind)
{
	*behind = p;
	return p < end ? text_rune(behind, end) : 0;
}

static bool is_blank(const char *p, const char *end)
{
	const char *behind;
	int r = rune_at(p, end, &behind);
	return p == end || (r >= 0 && (r < ' ' || rune_is_space(r)));
}

/* What ends a quotation that r begins; NULL: r begins none. */
static const char *closers(int r)
{
	switch (r) {
	case '"':
	case 0xFF02:
	case 0x201C:
	case 0x201D:
	case 0x201E:
		return "\"＂”“";
	case 0x300C:
		return "」";
	case 0x300E:
		return "』";
	}
	return NULL;
}

static bool is_or_sign(int r)
{
	return r == '|' || r == 0xFF5C;
}

static bool one_value(enum query_kind kind)
{
	return kind == QUERY_PERSON || kind == QUERY_UNIT || kind == QUERY_KIND ||
	       kind == QUERY_WEEK;
}

static struct query_clause *clause_for(struct parser *x, enum query_kind kind, bool without)
{
	struct query *q = &x->query;
	if (!without && x->or_next && q->count && !q->items[q->count - 1].without)
		return &q->items[q->count - 1];
	if (!without && one_value(kind))
		LIST_EACH (struct query_clause, c, q) {
			bool same = !c->without;
			LIST_EACH (struct query_part, part, c)
				same = same && part->kind == kind;
			if (same)
				return c;
		}
	struct query_clause *c = LIST_ADD(x->arena, q);
	c->without = without;
	return c;
}

static void add(struct parser *x, struct query_part part, bool without)
{
	if (x->parts == QUERY_PARTS) {
		x->query.cut = true;
		return;
	}
	x->parts++;
	struct query_clause *c = clause_for(x, part.kind, without);
	*LIST_ADD(x->arena, c) = part;
	x->or_next = false;
}

static struct span typed(const struct parser *x, const char *from, const char *to)
{
	return (struct span){ (size_t)(from - x->start), (size_t)(to - from) };
}

/* The text of a quotation whose opening sign is at `open`; *behind is behind its end. */
static char *quoted(struct parser *x, const char *open, const char **behind)
{
	const char *from, *close = closers(rune_at(open, x->end, &from));
	for (const char *p = from; p < x->end;) {
		const char *here = p, *c = close, *close_end = close + strlen(close);
		int r = text_rune(&p, x->end);
		while (c < close_end)
			if (text_rune(&c, close_end) == r) {
				*behind = p;
				return text_trim(x->arena,
					arena_copy(x->arena, from, (size_t)(here - from)));
			}
	}
	*behind = x->end;
	return text_trim(x->arena, arena_copy(x->arena, from, (size_t)(x->end - from)));
}

/* A name: quoted, or up to a blank or Chinese punctuation. */
static char *name_at(struct parser *x, const char *p, const char **behind)
{
	const char *next;
	if (closers(rune_at(p, x->end, &next)))
		return quoted(x, p, behind);
	const char *q = p;
	while (!is_blank(q, x->end)) {
		int r = rune_at(q, x->end, &next);
		if (is_or_sign(r) ||
			(rune_is_cjk_punct(r) && r != 0xB7 && r != 0xFF0D && r != 0xFF0E))
			break;
		q = next;
	}
	*behind = q;
	return arena_copy(x->arena, p, (size_t)(q - p));
}

static bool take_filter(struct parser *x, const char *from, bool without)
{
	struct query_part part = { 0 };
	const char *value, *behind;
	if (!query_filter_key(x->arena, x->p, x->end, &part.kind, &value))
		return false;
	part.text = name_at(x, value, &behind);
	if (!query_words_any(part.text, strlen(part.text)) || !query_filter_read(x->arena, &part))
		return false;
	part.typed = typed(x, from, behind);
	add(x, part, without);
	x->p = behind;
	return true;
}

static void take_phrase(struct parser *x, const char *from, bool without)
{
	const char *behind;
	struct query_part part = { .kind = QUERY_PHRASE, .text = quoted(x, x->p, &behind) };
	part.typed = typed(x, from, behind);
	x->p = behind;
	if (query_words_any(part.text, strlen(part.text)))
		add(x, part, without);
}

static void take_words(struct parser *x, const char *from, bool without)
{
	const char *p = x->p, *next;
	for (int r, before = 0; !is_blank(p, x->end); p = next, before = r) {
		r = rune_at(p, x->end, &next);
		bool quote = r != '"' && r != 0xFF02 && r != 0x201D && closers(r);
		bool name = query_filter_sign(r) && rune_is_cjk_punct(before) &&
			    !query_filter_sign(before);
		if (p > x->p && (is_or_sign(r) || quote || name))
			break;
	}
	struct spans words = query_words_cut(x->arena, x->start, x->p, p);
	LIST_EACH (struct span, w, &words) {
		struct query_part part = { .kind = QUERY_WORD,
			.text = arena_copy(x->arena, x->start + w->at, w->len),
			.typed = *w };
		if (w == words.items && without)
			part.typed = typed(x, from, x->start + w->at + w->len);
		add(x, part, without);
	}
	x->p = p;
}

/* OR, 或 or | between two things. The words are plain words at the beginning. */
static bool take_or(struct parser *x)
{
	static const char *const words[] = { "OR", "或" };
	const char *behind;
	bool found = is_or_sign(rune_at(x->p, x->end, &behind));
	for (size_t i = 0; i < 2 && !found && x->query.count; i++) {
		size_t len = strlen(words[i]);
		behind = x->p + len;
		found = (size_t)(x->end - x->p) >= len && memcmp(x->p, words[i], len) == 0 &&
			is_blank(behind, x->end);
	}
	if (!found)
		return false;
	x->p = behind;
	x->or_next = x->query.count > 0;
	return true;
}

static void take_one(struct parser *x)
{
	const char *from = x->p, *next;
	int r = rune_at(x->p, x->end, &next);
	bool without = (r == '-' || r == 0xFF0D || r == 0x2212) && !is_blank(next, x->end);
	if (without)
		x->p = next;
	else if (take_or(x))
		return;
	if (closers(rune_at(x->p, x->end, &next)))
		take_phrase(x, from, without);
	else if (!take_filter(x, from, without))
		take_words(x, from, without);
	if (without)
		x->or_next = false;
}

static void open_last_word(struct query *q)
{
	struct query_part *last = NULL;
	LIST_EACH (struct query_clause, c, q)
		LIST_EACH (struct query_part, part, c)
			if (!c->without && part->kind == QUERY_WORD &&
				query_words_open(part->text, strlen(part->text)) &&
				(!last || part->typed.at > last->typed.at))
				last = part;
	if (last)
		last->prefix = true;
}

struct query query_parse(struct arena *a, const char *s)
{
	size_t len = strlen(s);
	struct parser x = { .arena = a, .start = s, .p = s, .end = s + len };
	if (len > QUERY_BYTES) {
		const char *p = s, *next = s;
		while (next - s <= QUERY_BYTES) {
			p = next;
			text_rune(&next, x.end);
		}
		x.end = p;
		x.query.cut = true;
	}
	while (x.p < x.end) {
		const char *before = x.p;
		if (is_blank(x.p, x.end))
			rune_at(x.p, x.end, &x.p);
		else
			take_one(&x);
		if (x.p == before) /* a sign that begins nothing */
			rune_at(x.p, x.end, &x.p);
	}
	open_last_word(&x.query);
	return x.query;
}
