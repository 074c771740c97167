#include "query.h"

#include <string.h>

#include "filter.h"
#include "list.h"

static void quote(struct out *o, const char *s, size_t len)
{
	out_char(o, '"');
	for (size_t i = 0; i < len; i++) {
		if (s[i] == '"')
			out_char(o, '"');
		out_char(o, s[i]);
	}
	out_char(o, '"');
}

/* A row must have one of these tokens. */
static void need(struct out *o, const char *tokens)
{
	out_text(o, "filter : (");
	const char *between = "";
	for (const char *p = tokens; *p;) {
		size_t len = strcspn(p, " ");
		if (len) {
			out_text(o, between);
			quote(o, p, len);
			between = " OR ";
		}
		p += len;
		p += *p == ' ';
	}
	if (!*between) /* none will do: no row has the empty token */
		quote(o, "\xEE\x80\x80", 3);
	out_char(o, ')');
}

static void one_of(struct out *o, const struct query_clause *c)
{
	out_char(o, '(');
	LIST_EACH (const struct query_part, part, c) {
		if (part != c->items)
			out_text(o, " OR ");
		if (part->kind == QUERY_WORD || part->kind == QUERY_PHRASE) {
			quote(o, part->text, strlen(part->text));
			out_text(o, part->prefix ? " *" : "");
		} else {
			need(o, part->filter ? part->filter : "");
		}
	}
	out_char(o, ')');
}

char *query_match(struct arena *a, const struct query *q, const char *const *needs)
{
	struct out with = out_new(a), without = out_new(a);
	for (; needs && *needs; needs++) {
		out_text(&with, with.len ? " AND " : "");
		need(&with, *needs);
	}
	LIST_EACH (const struct query_clause, c, q) {
		struct out *o = c->without ? &without : &with;
		if (o->len)
			out_text(o, c->without ? " OR " : " AND ");
		one_of(o, c);
	}
	if (!with.len && !without.len)
		return NULL;
	if (!with.len) {
		struct out all = out_new(a);
		filter_token(&all, FILTER_ALL, 0);
		need(&with, out_string(&all));
	}
	if (!without.len)
		return arena_string(a, out_string(&with));
	return arena_format(a, "(%s) NOT (%s)", out_string(&with), out_string(&without));
}

static size_t tokens(const char *filter)
{
	size_t n = 0;
	for (const char *p = filter ? filter : ""; *p; p += *p == ' ') {
		size_t len = strcspn(p, " ");
		n += len > 0;
		p += len;
	}
	return n ? n : 1;
}

static size_t phrases_of(const struct query_part *part)
{
	bool words = part->kind == QUERY_WORD || part->kind == QUERY_PHRASE;
	return words ? 1 : tokens(part->filter);
}

size_t query_phrases(const struct query *q, const char *const *needs,
	const struct query_part **phrases, size_t max)
{
	size_t n = 0;
	for (; needs && *needs; needs++)
		for (size_t i = tokens(*needs); i > 0 && n < max; i--)
			phrases[n++] = NULL;
	for (int without = 0; without < 2; without++)
		LIST_EACH (const struct query_clause, c, q) {
			if (c->without != without)
				continue;
			LIST_EACH (const struct query_part, part, c)
				for (size_t i = phrases_of(part); i > 0 && n < max; i--)
					phrases[n++] = without ? NULL : part;
		}
	return n;
}

struct terms query_terms(struct arena *a, const struct query *q)
{
	struct terms terms = { 0 };
	LIST_EACH (const struct query_clause, c, q)
		LIST_EACH (const struct query_part, part, c) {
			if (c->without || (part->kind != QUERY_WORD && part->kind != QUERY_PHRASE))
				continue;
			const char *folded = snippet_term(a, part->text);
			if (*folded)
				*LIST_ADD(a, &terms) = (struct term){ folded, part->prefix };
		}
	return terms;
}
