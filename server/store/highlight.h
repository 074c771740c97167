/* highlight: a point worth a case, flagged by a branch or the headquarters, with a reason. */
#ifndef STORE_HIGHLIGHT_H
#define STORE_HIGHLIGHT_H

#include "doors/txn.h"

void highlight_put(struct txn *t, struct point_id point, struct unit_id by_unit, const char *reason,
	struct person_id by, int64_t now);
void highlight_drop(struct txn *t, struct point_id point);

#endif
