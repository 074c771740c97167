/*
 * synthesis: writing what a week says on one topic (DESIGN R2), while the unit's week is open.
 */
#ifndef RULES_SYNTHESIS_H
#define RULES_SYNTHESIS_H

#include "store/synthesis.h"
#include "work.h"

struct synthesis_edit {
	struct unit_id unit; /* a branch or the headquarters */
	struct week week;
	struct topic_id topic;
	const char *body;
	int64_t base_version; /* the version that the writer saw; 0: none yet; -1: not said */
};

/*
 * CONFLICT: the week is closed. STALE: somebody saved another version meanwhile; nothing was saved.
 * INVALID: too long, or characters that may not be written. NOT_FOUND: no such unit or topic for
 * this viewer. Numbers cited that the writer may not see stay plain numbers.
 */
enum outcome synthesis_save(
	struct work *w, const struct synthesis_edit *e, struct synthesis_id *id);

/* Closing and reopening change who reads them: the search index follows. */
void synthesis_follow(struct txn *t, struct rollup_id rollup);

#endif
