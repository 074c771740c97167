/* What the templates beside this file show. */
#ifndef TMPLC_VIEW_H
#define TMPLC_VIEW_H

#include <stdbool.h>

#include "views/html.h"

struct row {
	const char *name;
	int count;
	bool mine;
};

struct rows {
	struct row *items;
	size_t count, room;
};

struct view {
	const char *words, *nothing;
	struct safe html;
	struct url link;
	struct rows rows;
	long big;
	double ratio;
	bool yes, no;
};

#endif
