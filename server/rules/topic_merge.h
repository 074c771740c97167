/* topic_merge: one topic goes into another, and the search index follows. For rules/topic_edit.c.
 */
#ifndef RULES_TOPIC_MERGE_H
#define RULES_TOPIC_MERGE_H

#include "doors/txn.h"
#include "store/topic_edit.h"
#include "work.h"

/* Moves everything and logs it. Of many points the index follows for the first few hundred; the
 * others are put into *rest (NULL: all of them now). */
void topic_merge(struct txn *t, struct work *w, const struct topic *from, struct topic_id into,
	struct point_ids *rest);
/* The index follows for these, in transactions short enough for others to write between them. */
void topic_merge_finish(struct work *w, const struct point_ids *rest);

/* Points whose tag leads here, and that nobody classified, have the topic again. */
void topic_merge_restore(struct txn *t, struct topic_id id);

#endif
