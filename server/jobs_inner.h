/* jobs_inner: shared by the files of server/jobs*.c. */
#ifndef JOBS_INNER_H
#define JOBS_INNER_H

#include <stdatomic.h>

#include <sys/types.h>

#include "rules/install.h"
#include "rules/work.h"

/* On behalf of the owner of the machine. */
struct work jobs_work(const struct install *install, struct arena *a);

struct check_job {
	const struct install *install;
	const char *db_path;
	struct arena *arena;
	pid_t check;      /* the process that checks; 0: none */
	int said;         /* what it prints */
	bool due;         /* a check is to be made, not before `at` */
	int64_t at, wait; /* in seconds */
};
int64_t jobs_check_when_hurt(struct check_job *j); /* how many checks ended */
void jobs_check_stop(struct check_job *j);

/* jobs_index.c */
void jobs_index_try(struct db *db, struct arena *a);
int64_t jobs_index_leave(const struct install *install, struct arena *a);
int64_t jobs_index_make(const struct install *install, struct arena *a, const atomic_bool *stop);

#endif
