/*
 * sight: the tables `sight` (who sees what) and `steward` (who manages what), derived from people,
 * roles, deputies and the tree. Whatever changes one of those calls sight_refresh() in the same
 * transaction.
 */
#ifndef STORE_SIGHT_H
#define STORE_SIGHT_H

#include "doors/txn.h"

void sight_refresh(struct txn *t);
int64_t sight_differences_any(struct db *db); /* rows that a recount would change: 0 */

#endif
