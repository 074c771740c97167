/* search: what the search page and its API show. */
#ifndef VIEWS_SEARCH_H
#define VIEWS_SEARCH_H

#include "chrome.h"
#include "doors/json.h"
#include "store/search_ask.h"
#include "store/search_saved.h"
#include "store/unit.h"

struct search_line { /* a hit as people read it */
	const struct search_hit *hit;
	const char *kind, *kind_word; /* class and word of its badge */
	struct safe title, snippet;
	struct url address;
	const char *week;
};
struct search_lines {
	struct search_line *items;
	size_t count, room;
};

struct search_chip { /* a narrower, or a wider, search */
	const char *word;
	int64_t n; /* hits there; -1: not said */
	bool on;   /* it is what one looks at */
	struct url address;
};
struct search_chips {
	struct search_chip *items;
	size_t count, room;
};

struct search_guess { /* what may be meant where nothing was found, and has hits */
	const char *typed;
	int64_t n;
};
struct search_guesses {
	struct search_guess *items;
	size_t count, room;
};

/* What the address says: names and values, in this order; "" where it is silent. */
enum { SEARCH_Q, SEARCH_KIND, SEARCH_TOPIC, SEARCH_UNIT, SEARCH_FROM, SEARCH_TO, SEARCH_BY };
#define SEARCH_PARAMS 7
extern const char *const search_params[SEARCH_PARAMS];

struct search_view {
	const struct chrome *chrome;
	const char *said[SEARCH_PARAMS];
	bool asked; /* there was something to look for */
	bool newest_first, by_words;
	const struct query *query;   /* as typed: its filters can be taken away */
	const struct unit *unit;     /* that unit= names */
	const struct topic *topic;   /* that topic= names, if the viewer sees one of its texts */
	const struct faults *faults; /* of the address */
	struct terms terms;
	struct search_found found;
	bool saved;        /* the viewer keeps this search */
	bool shows_misses; /* the viewer may see what others looked for in vain */
	struct search_saveds kept_list;
	const char *next;             /* cursor; NULL: this was the last page */
	bool first;                   /* the first page */
	const char *week_4, *week_13; /* this week and three, twelve before: the first of them */

	struct search_guesses guesses;

	struct search_chips filters, kinds, topics, units, weeks, alone, meant, kept;
	struct search_facets lately;         /* of the last four weeks, where nothing was asked */
	struct search_chips popular, recent; /* topics, where nothing was asked */
	struct search_lines lines, some;
	struct url other_order, next_page;
};

const char *search_type_name(enum search_type type);                  /* point, synthesis, story */
const char *search_total(struct out *o, const struct search_view *v); /* 37 hits, 10,000+ hits */
/* With total 0, hits are texts that have some of the words, and "any_of_the_words" is true; with a
 * few hits, such texts are in "some". */
void search_json(struct json_writer *j, struct arena *a, const struct search_view *v);

/* Fills what only the page needs: lines and chips. */
void search_page_fill(struct arena *a, struct search_view *v);

#endif
