/* leave: the reason why a point of a branch's week is taken up in none of its texts. */
#ifndef STORE_LEAVE_H
#define STORE_LEAVE_H

#include "doors/txn.h"
#include "who.h"

/* For those who manage its branch, and, once that branch has closed the week, for the headquarters
 * and trainers. NULL: none, or not for this viewer. */
const char *leave_reason(struct db *db, const struct who *who, struct point_id point);

void leave_put(
	struct txn *t, struct point_id point, const char *reason, struct person_id by, int64_t now);
bool leave_drop(struct txn *t, struct point_id point); /* false: there was none */

#endif
