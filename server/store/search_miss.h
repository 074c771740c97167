/*
 * search_miss: words that somebody looked for and did not find, for trainers to see what is not
 * written about yet. Who looked is not kept.
 */
#ifndef STORE_SEARCH_MISS_H
#define STORE_SEARCH_MISS_H

#include "doors/txn.h"

struct search_miss {
	int64_t id, times, last_day; /* days since 1970 */
	const char *typed;
};
struct search_misses {
	struct search_miss *items;
	size_t count, room;
};

/* The newest and most frequent of 90 days, at most so many. */
struct search_misses search_miss_list_any(struct db *db, int64_t today, int most);

void search_miss_add(struct txn *t, const char *typed, int64_t today);
bool search_miss_remove(struct txn *t, int64_t id);   /* false: there is none */
void search_miss_sweep(struct txn *t, int64_t today); /* those of more than 90 days ago */
int64_t search_miss_count_any(struct db *db, const char *text);
void search_miss_redact(struct txn *t, const char *text); /* those that hold it go */

#endif
