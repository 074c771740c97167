/* excuse: somebody who was away need not write that week; the team's manager says so, with a
 * reason, and may take it back. */
#ifndef RULES_EXCUSE_H
#define RULES_EXCUSE_H

#include "work.h"

/* INVALID: no reason, or the person is not on this team's list. */
enum outcome excuse_put(struct work *w, struct unit_id team, struct week week,
	struct person_id person, const char *reason);
enum outcome excuse_drop(
	struct work *w, struct unit_id team, struct week week, struct person_id person);

#endif
