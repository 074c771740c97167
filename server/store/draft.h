/* draft: what was typed and not yet handed in, exactly as the form sent it. Only its writer ever
 * sees it. */
#ifndef STORE_DRAFT_H
#define STORE_DRAFT_H

#include "doors/txn.h"
#include "who.h"

struct draft {
	const char *subject; /* "2026-W47", "task", "reflection/12", "story/3" */
	const char *fields;  /* name=value&…, URL-encoded */
	int64_t version, saved_at;
};

const struct draft *draft_get(
	struct db *db, const struct who *who, const char *subject); /* NULL: none */
/* The viewer's whose subjects begin so: "synthesis/2/2026-W47/". */
struct drafts {
	struct draft *items;
	size_t count, room;
};
struct drafts draft_that_begin(struct db *db, const struct who *who, const char *prefix);
/* The new version's number; 0: the draft has another version than `base` (0: there should be none
 * yet). */
int64_t draft_put(struct txn *t, struct person_id person, const char *subject, const char *fields,
	int64_t base, int64_t now);
void draft_drop(struct txn *t, struct person_id person, const char *subject);

#endif
