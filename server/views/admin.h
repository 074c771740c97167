/* admin: the overview of the administration. */
#ifndef VIEWS_ADMIN_H
#define VIEWS_ADMIN_H

#include "chrome.h"
#include "unit.h"

struct admin_view {
	const struct chrome *chrome;
	int64_t people;
	int64_t branches, teams;
};

#endif
