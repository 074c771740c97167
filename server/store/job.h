/* job: what the server does by itself: when last, how long it took, how much it did, when next. */
#ifndef STORE_JOB_H
#define STORE_JOB_H

#include "doors/txn.h"

struct job {
	const char *name; /* English, for _() */
	int64_t began_at, next_at;
	int64_t took; /* microseconds */
	int64_t done; /* how many things, since the row before */
};
struct job_list {
	struct job *items;
	size_t count, room;
};

void job_put(struct txn *t, const struct job *j);
struct job_list job_list_any(struct db *db); /* by name */

#endif
