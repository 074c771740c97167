/*
 * rollup: closing and reopening a unit's week (DESIGN §8 "Weeks and closing"), and who stands how
 * to it.
 *
 * Closing a team lets its points rise to the branch, into the branch's first open week; closing a
 * branch lets them rise to the headquarters. Points marked "team only" stay. The headquarters'
 * close changes no reach.
 */
#ifndef RULES_ROLLUP_H
#define RULES_ROLLUP_H

#include "store/point.h"
#include "store/rollup.h"
#include "store/unit.h"
#include "work.h"

struct rollup_rights {
	bool opens;    /* may open the page; else it does not exist */
	bool manages;  /* closes, classifies, merges, orders */
	bool sees_all; /* all that lies in it; else part of it, and counts of that part */
	bool names;    /* of the roster: the team and its manager */
	bool numbers;  /* of the roster: how many submitted, late, missing, excused */
};
/*
 * Its managers, its members, those above it, HQ and trainers open it. A member of a team opens the
 * own team's, branch's and the headquarters'; another team's does not exist. Above a team the four
 * numbers appear once it has closed; for HQ and trainers, once its branch has.
 */
struct rollup_rights rollup_rights(
	struct work *w, struct db *db, const struct unit *unit, const struct rollup *now);
bool rollup_may_open(struct work *w, const struct unit *unit);

enum outcome rollup_close(
	struct work *w, struct unit_id unit, struct week week); /* DONE also if it was closed */
/* CONFLICT once the parent has closed that week, or the one that this week's points rose into; and
 * for a team once a bulletin carried one of its points. What is for everybody stays so. */
enum outcome rollup_reopen(struct work *w, struct unit_id unit, struct week week);

/*
 * May the viewer manage this roll-up now? NOT_FOUND: no such unit for them. FORBIDDEN: not theirs.
 * CONFLICT: it is closed (fault said). With DONE, *unit is set.
 */
enum outcome rollup_open_to(struct work *w, struct db *db, struct unit_id id, struct week week,
	const struct unit **unit);

#endif
