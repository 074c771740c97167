/* search_inner: what views/search.c and search_chips.c share. */
#ifndef VIEWS_SEARCH_INNER_H
#define VIEWS_SEARCH_INNER_H

#include "search.h"

void search_fill_lines(struct arena *a, struct search_view *v);

#endif
