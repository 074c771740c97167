/* rollup_page: one page of a long roll-up: of its groups, one topic after the other. */
#ifndef WEB_ROLLUP_PAGE_H
#define WEB_ROLLUP_PAGE_H

#include "rollup_gather.h"

/* Puts the whole week in order, and fills lines, entries, groups and the cursor of the next page
 * with at most `most` places. after: of the place before the page (rollup_page_place); 0: the first
 * page. A point under several topics has a place under each. */
void rollup_page_fill(struct visit *v, const struct rollup_selection *s, int64_t after, size_t most,
	struct rollup_view *view);

#endif
