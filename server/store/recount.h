/* recount: what must hold in every database, asked anew (tally and sight have their own). */
#ifndef STORE_RECOUNT_H
#define STORE_RECOUNT_H

#include "doors/txn.h"

const char *recount_integrity_any(struct db *db); /* what is damaged, or NULL */
int64_t recount_references_any(struct db *db);    /* rows that lead to nothing */
int64_t recount_reach_any(struct db *db);         /* points that rose too far, or not far enough */
int64_t recount_closed_any(struct db *db);        /* reflections closed in an open week, or open in
						     a closed one */
int64_t recount_numbers_any(struct db *db);       /* reflections whose newest version is missing */

/* Does the search index agree with itself and with its texts? Writes nothing, but takes a writer:
 * of a copy. */
bool recount_index_any(struct txn *t);

#endif
