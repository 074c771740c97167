/*
 * query: what a person typed into the search field, understood. Pure text; no input is an error.
 *
 *	价格 回访              both words
 *
 *	"先听后讲" “…” 「…」     these characters in this order; without its end, to the end
 *
 *	-样品                  without it; before a filter too
 *
 *	价格 OR 报价  或  |      one of the two; binds closer than the blank between words
 *
 *	#报价  @王芳            topic, person
 *
 *	kind:lesson 类型:教训 unit:华东 单位:华东 week:2026-W40..W47 周:2026-W40
 *
 * Full-width forms of the signs count. Kinds, units, people and weeks given twice mean either;
 * topics and words mean both. What only looks like one of these (an unknown kind, a week that is
 * none, a lone sign) is plain text. OR beside a word that is taken away is not heard.
 *
 * A plain word is cut at punctuation, but for what stands inside of it as in gen-itgc, 3.5折, A/B,
 * 1,000, and a % + or # right after letters or digits. The last word that ends in at least two
 * letters or digits is the beginning of a word. At most QUERY_PARTS parts and QUERY_BYTES bytes are
 * heard; `cut` says that there was more.
 */
#ifndef BASE_QUERY_H
#define BASE_QUERY_H

#include <stdbool.h>
#include <stddef.h>

#include "arena.h"
#include "ids.h"
#include "snippet.h"

enum { QUERY_PARTS = 32, QUERY_BYTES = 1000 };

enum query_kind {
	QUERY_WORD,
	QUERY_PHRASE,
	QUERY_TOPIC,
	QUERY_PERSON,
	QUERY_UNIT,
	QUERY_KIND, /* text is experience, lesson, story, synthesis or answer */
	QUERY_WEEK,
};

struct query_part {
	enum query_kind kind;
	const char *text; /* the words or the name, as typed; NULL for weeks */
	bool prefix;      /* the end of a QUERY_WORD may go on */
	struct week first, last;
	struct span typed; /* where in the input, its sign or key and quotes included */

	/* What the store made of a filter: filter tokens (filter.h), blanks between, any of which
	 * will do. NULL, as it comes: nothing has it. */
	const char *filter;
};

struct query_clause { /* any of these parts; if `without`, none */
	bool without;
	struct query_part *items;
	size_t count, room;
};

struct query { /* all of these clauses */
	struct query_clause *items;
	size_t count, room;
	bool cut;
};

struct query query_parse(struct arena *a, const char *typed);

/*
 * The query as an FTS5 expression, every word of it in quotes. Each string of `needs` (ended by
 * NULL; may be NULL) is a set of filter tokens of which a row must have one. A query that only
 * takes away starts from (FILTER_ALL, 0). NULL if there is neither a clause nor a need.
 */
char *query_match(struct arena *a, const struct query *q, const char *const *needs);

/* Which part each phrase of that expression comes from, in its order: NULL for needs and for what
 * is taken away, for each token of a filter its part. At most max; answers how many. */
size_t query_phrases(const struct query *q, const char *const *needs,
	const struct query_part **phrases, size_t max);

/* The words to mark in what was found. */
struct terms query_terms(struct arena *a, const struct query *q);

#endif
