/* admin: the overview of the administration. */
#ifndef VIEWS_ADMIN_H
#define VIEWS_ADMIN_H

#include "audit.h"
#include "chrome.h"
#include "unit.h"

struct admin_view {
	const struct chrome *chrome;
	int64_t people;
	int64_t branches, teams;
	struct unit_lines remarks; /* teams that are too small, too large */
	struct audit_lines acts;   /* the newest */
};

#endif
