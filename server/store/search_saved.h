/* search_saved: searches that a person keeps. */
#ifndef STORE_SEARCH_SAVED_H
#define STORE_SEARCH_SAVED_H

#include "doors/txn.h"
#include "who.h"

struct search_saved {
	const char *words;   /* as typed */
	const char *filters; /* the rest of the address: kind=lesson&unit=e1 */
};
struct search_saveds {
	struct search_saved *items;
	size_t count, room;
};

struct search_saveds search_saved_list(struct db *db, const struct who *who); /* newest first */
bool search_saved_has(struct db *db, const struct who *who, const struct search_saved *s);

void search_saved_add(
	struct txn *t, struct person_id person, const struct search_saved *s, int64_t now);
void search_saved_remove(struct txn *t, struct person_id person, const struct search_saved *s);
int64_t search_saved_count_any(struct db *db, const char *text);
void search_saved_redact(struct txn *t, const char *text); /* those that hold it go */

#endif
