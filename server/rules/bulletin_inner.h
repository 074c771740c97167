/* bulletin_inner: what the files rules/bulletin*.c share. */
#ifndef RULES_BULLETIN_INNER_H
#define RULES_BULLETIN_INNER_H

#include "bulletin.h"
#include "doors/txn.h"

/* May it be written? *b is set with DONE. */
enum outcome bulletin_open_to(
	struct work *w, struct db *db, struct bulletin_id id, const struct bulletin **b);
/* Into what is being written, if it may be carried. */
enum outcome bulletin_take(
	struct work *w, struct txn *t, struct bulletin_id id, enum piece_kind kind, int64_t noun);

#endif
