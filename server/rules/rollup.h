/*
 * rollup: closing and reopening a unit's week (DESIGN §8 "Weeks and closing").
 *
 * Closing a team lets its points rise to the branch, into the branch's first open week; closing a
 * branch lets them rise to the headquarters. Points marked "team only" stay. The headquarters'
 * close changes no reach.
 */
#ifndef RULES_ROLLUP_H
#define RULES_ROLLUP_H

#include "store/rollup.h"
#include "store/unit.h"
#include "work.h"

/* May the viewer open this unit's roll-up page? Its managers, its members, those above it, HQ and
 * trainers. A member of a team opens the own team's, branch's and the headquarters'; another team's
 * does not exist. */
bool rollup_may_open(struct work *w, const struct unit *unit);

enum outcome rollup_close(
	struct work *w, struct unit_id unit, struct week week); /* DONE also if it was closed */
enum outcome rollup_reopen(struct work *w, struct unit_id unit,
	struct week week); /* CONFLICT once the parent closed */

#endif
