/* search: what the search page and its API show. */
#ifndef VIEWS_SEARCH_H
#define VIEWS_SEARCH_H

#include "chrome.h"
#include "doors/json.h"
#include "store/search_ask.h"
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

struct search_view {
	const struct chrome *chrome;
	const char *q;
	bool asked; /* there was something to look for */
	const struct unit *unit;
	struct terms terms;
	struct search_found found;
	struct search_lines lines;
	const char *next; /* cursor; NULL: this was the last page */
};

const char *search_type_name(enum search_type type); /* point, synthesis, story */
void search_lines(struct arena *a, struct search_view *v);
const char *search_total(struct arena *a, const struct search_found *f); /* 37, 10,000+ */
void search_json(struct json_writer *j, struct arena *a, const struct search_view *v);

#endif
