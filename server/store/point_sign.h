/* point_sign: whether an author's name stands beside their points above the team. */
#ifndef STORE_POINT_SIGN_H
#define STORE_POINT_SIGN_H

#include "doors/txn.h"
#include "point.h"

/* The person's own that stand the other way, at most `limit`. */
struct point_ids point_sign_others_any(
	struct db *db, struct person_id author, bool anonymous, int64_t limit);
/* Search follows by the caller (rules/lift.h). */
void point_sign_set(struct txn *t, struct point_id id, bool anonymous);
void point_sign_default(struct txn *t, struct person_id person, bool anonymous);

#endif
