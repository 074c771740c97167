/* search_watch: kept searches whose owners are told of new hits: when each is looked at. */
#ifndef STORE_SEARCH_WATCH_H
#define STORE_SEARCH_WATCH_H

#include "search_saved.h"

struct search_watch {
	int64_t saved; /* the number of the kept search */
	struct person_id owner;
	struct search_saved search;
	int64_t total; /* hits when it was looked at last; -1: it was not */
};

/* One whose time has come, or that was never looked at. false: none. */
bool search_watch_due_any(struct db *db, int64_t now, struct search_watch *watch);
void search_watch_put(
	struct txn *t, const struct search_watch *watch, int64_t now, int64_t next_at);

#endif
