/* search_mark: words that stay marked on the page that one opened from the search. */
#ifndef WEB_SEARCH_MARK_H
#define WEB_SEARCH_MARK_H

#include "base/query.h"
#include "visit.h"

/* What ?mark= names, as a query; none where it is missing. */
static inline struct terms search_marked(const struct visit *v)
{
	struct query q = query_parse(v->work.arena, visit_query(v, "mark"));
	return query_terms(v->work.arena, &q);
}

#endif
