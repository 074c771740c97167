/* search_keep: searches that are kept, and what was looked for in vain, as people read them. */
#ifndef VIEWS_SEARCH_KEEP_H
#define VIEWS_SEARCH_KEEP_H

#include "search.h"
#include "store/search_saved.h"

/* What an address of the search page says beside the words: kind=lesson&unit=e1 */
const char *search_filters(struct arena *a, const char *const said[SEARCH_PARAMS]);
struct url search_address(struct arena *a, const struct search_saved *s);
/* 回访 · 教训 · e1 */
const char *search_saved_name(struct arena *a, const struct search_saved *s);

struct search_miss_line {
	int64_t id, times;
	const char *typed, *date;
	struct url address;
};
struct search_miss_view {
	const struct chrome *chrome;
	struct {
		struct search_miss_line *items;
		size_t count, room;
	} lines;
};

#endif
