/* sign_in: the page where one signs in. */
#ifndef VIEWS_SIGN_IN_H
#define VIEWS_SIGN_IN_H

#include "base/outcome.h"
#include "chrome.h"

struct sign_in_view {
	const struct chrome *chrome;
	const char *login, *next; /* next: where one wanted to go, a path of ours */
	struct faults faults;
};

#endif
