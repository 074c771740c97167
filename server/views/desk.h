/* desk: the page one comes to: what waits for me. */
#ifndef VIEWS_DESK_H
#define VIEWS_DESK_H

#include "chrome.h"
#include "store/reflection.h"

struct desk_view {
	const struct chrome *chrome;
	const char *name, *week;
	const struct reflection *written; /* this week's; NULL: not yet */
};

#endif
