/*
 * search_ask: asking the index on behalf of a viewer.
 *
 * The viewer's audience is part of every question (search_scope.h), so totals, facets, scores and
 * order are those of an index that holds nothing else: what may not be seen leaves no trace. No
 * statistics over other people's rows enter a score.
 *
 * The newest SEARCH_NEWEST rows that answer the query are collected and ranked; totals above
 * SEARCH_TOTAL are not counted on.
 */
#ifndef STORE_SEARCH_ASK_H
#define STORE_SEARCH_ASK_H

#include "base/query.h"
#include "search_facets.h"
#include "search_nearest.h"
#include "topic.h"
#include "unit.h"
#include "who.h"

enum { SEARCH_TOTAL = 10000, SEARCH_NEWEST = SEARCH_TOTAL + 1 };

enum { SEARCH_FEW = 10 }; /* hits; with fewer, texts with some of the words are looked for too, */
enum {
	SEARCH_DEAR = 1000
}; /* unless the answer took so many pages of the index: asking it several
      times more would take too long */

enum search_sort { SEARCH_BEST, SEARCH_NEW };

struct search_place { /* behind which hit the next page begins; 0: at the beginning */
	int64_t id;
	int64_t newest; /* rows that came after the first page do not join later ones */
	int64_t score;  /* of the hit, in millionths; for SEARCH_BEST */
	int64_t today;  /* scores are those of this day */
};

struct search_ask {
	struct query query; /* as search_understand() left it */
	enum search_sort sort;
	int64_t today; /* days since 1970 */
	size_t limit;
	bool facets;      /* are they wanted? */
	bool hints;       /* where nothing is found: texts with some of the words, and so on */
	struct week week; /* of today: for the facets */
	struct search_place after;
};

struct search_hit {
	enum search_type type;
	int64_t noun;
	int64_t kind; /* of a point; -1: none */
	const char *headline, *body;
	struct unit_id unit; /* 0: none */
	const char *unit_code, *unit_name;
	struct week week;
	struct topics topics;
	int64_t day;
};
struct search_hits {
	struct search_hit *items;
	size_t count, room;
};

enum { SEARCH_ALONE = 1000 }; /* not counted on */

struct search_alone { /* a word that has hits without the others */
	struct span typed;
	int64_t n;
};
struct search_alones {
	struct search_alone *items;
	size_t count, room;
};

struct search_found {
	int64_t total;       /* at most SEARCH_TOTAL */
	bool exact, partial; /* partial: it took too long, and older rows were not looked at */
	bool no_index;       /* it is being made, and there is none to ask */
	struct search_facets facets;
	struct search_hits hits;
	bool more;
	struct search_place next; /* if there is more */

	/* Few or none have all the words: what has some of them, best first; and where none has,
	 * each word alone. They are not in total, facets or further pages. */
	struct search_hits some;
	bool loose;              /* some: the query is one word, they have characters of it */
	struct terms some_terms; /* the words that were looked for */
	struct search_alones alone;
	struct search_nearests nearest; /* of the words that nothing has: what may be meant */
};

/* Gives each filter of the query its tokens, and adds to each word the topics that are called so.
 */
void search_understand(struct db *db, const struct who *who, struct query *q);

/* Adds a filter that was not typed; search_understand() comes after. */
void search_add_filter(struct arena *a, struct query *q, struct query_part part);

/* The tokens of a topic and what was merged into it, and of a unit with all below it; never empty.
 */
const char *search_topic_tokens(struct db *db, struct topic_id topic);
const char *search_unit_tokens(struct db *db, const struct unit *unit);

struct search_found search_ask(struct db *db, const struct who *who, const struct search_ask *ask);

#endif
