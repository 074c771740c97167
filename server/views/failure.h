/* failure: the page for what did not go well. */
#ifndef VIEWS_FAILURE_H
#define VIEWS_FAILURE_H

#include "base/outcome.h"
#include "chrome.h"

struct failure_view {
	const struct chrome *chrome;
	const char *title, *text;
	long number; /* of the request, to tell the administrator; 0: none */
	struct faults faults;
};

#endif
