/*
 * role: what a person is in the organisation. A person holds one or more roles, kept as a bit set.
 *
 * Code names (English, in files, the API and the database's exports) never change; what people read
 * comes from the views. role_parse() also takes the Chinese words that lists of staff use.
 */
#ifndef BASE_ROLE_H
#define BASE_ROLE_H

#include <stdbool.h>
#include <stddef.h>

#include "arena.h"

enum role {
	ROLE_NONE = 0,
	REP = 1,
	TEAM_MANAGER = 2,
	BRANCH_MANAGER = 4,
	TRAINER = 8,
	HQ = 16,
	ADMIN = 32,
};

enum { ROLE_ALL = 63 };

/* The levels of the organisation, from the top; a unit's parent is always one level above it. */
enum unit_kind { UNIT_NONE, UNIT_HQ, UNIT_BRANCH, UNIT_TEAM };

/* "team_manager"; role must be a single one. */
const char *role_name(enum role role);

/* One role by its code name (letter case does not matter) or its Chinese name (销售, 团队经理 …);
 * blanks around it are not taken off. ROLE_NONE if there is none. */
enum role role_parse(const char *name, size_t len);

/* The code names of a set, in fixed order, with `separator` between. */
char *role_names(struct arena *a, unsigned roles, const char *separator);

/* May somebody whose home unit is of this kind hold the role? Reps and team managers belong to a
 * team, branch managers to a branch, hq to the head office; trainers and admins to any. */
bool role_fits(enum role role, enum unit_kind kind);

const char *unit_kind_name(enum unit_kind kind); /* "team" */

#endif
