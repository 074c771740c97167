/* rollup_sort: the page with all that a manager may do to one point of a roll-up. */
#ifndef VIEWS_ROLLUP_SORT_H
#define VIEWS_ROLLUP_SORT_H

#include "rollup.h"

struct rollup_sort_view {
	const struct chrome *chrome;
	const struct point *point;
	const char *words; /* its topics, one word each, for the text field */
	const char *back;  /* code of the unit whose roll-up it is worked on in */
	const char *week;
	bool classifies, flags, merges, picks;
	bool picked;
	const char *comment;
	struct topics near; /* what is near to it is about */
	const char *said;   /* how many teams told the same; NULL: none */
	struct topics offered;
	struct order_entries others; /* leads it could come under */
};

#endif
