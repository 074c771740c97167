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
 * CONFLICT: the week is closed, or the text went out. STALE: somebody saved another version
 * meanwhile; nothing was saved. INVALID: it cites no point ([[123]]) that the writer sees (the
 * owner of the machine restores what was), is too long, or has characters that may not be written.
 * NOT_FOUND: no such unit or topic for this viewer. Numbers cited that the writer may not see stay
 * plain numbers. An empty text takes back the one that is there.
 */
enum outcome synthesis_save(
	struct work *w, const struct synthesis_edit *e, struct synthesis_id *id);

/* Closing and reopening change who reads them: the search index follows. */
void synthesis_follow(struct txn *t, struct rollup_id rollup);

#endif
