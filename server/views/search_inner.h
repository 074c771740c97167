/* search_inner: what views/search.c and search_chips.c share. */
#ifndef VIEWS_SEARCH_INNER_H
#define VIEWS_SEARCH_INNER_H

#include "search.h"

const char *search_kind_word(const char *name);      /* of kind=; as it is where it is unknown */
const char *search_what_name(enum search_what what); /* as kind= names it */
void search_fill_lines(struct arena *a, struct search_view *v);

#endif
