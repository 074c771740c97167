/* event: the ledger: what was done for a point, by whom, when. Rows are added, never changed. */
#ifndef STORE_EVENT_H
#define STORE_EVENT_H

#include "doors/txn.h"
#include "who.h"

/* The point's team is looked up. remark 0: none; the operator of the machine is nobody. */
void event_add(struct txn *t, const char *deed, const struct who *who, struct point_id point,
	struct remark_id remark, int64_t now);

/* What the ledger does not tell although it happened: points handed in, readings, remarks, answers;
 * and clocks that stand beside their point. 0 always, but for a fault of the program. */
int64_t event_differences_any(struct db *db);

#endif
