/* redact: the administrator's page for taking a text out of everything. */
#ifndef VIEWS_REDACT_H
#define VIEWS_REDACT_H

#include "chrome.h"
#include "rules/redact.h"

struct redact_view {
	const struct chrome *chrome;
	const char *text, *fault; /* fault NULL: none */
	bool looked, done;        /* places are known; and it was taken out */
	struct redact_places places;
	long total;
};

#endif
