/* jobs_inner: shared by the files of server/jobs*.c. */
#ifndef JOBS_INNER_H
#define JOBS_INNER_H

#include <pthread.h>
#include <stdatomic.h>
#include <sys/types.h>

#include "rules/install.h"
#include "rules/outbox.h"
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

enum lane_name { HOUSE, OUT, LANES }; /* what needs only the database; what waits for others */

/* A thread with what it works with. */
struct lane {
	struct jobs *jobs;
	enum lane_name name;
	struct arena *arena; /* of one round */
	struct db *reader;   /* NULL: not open yet */
	int64_t kept_at;     /* when its rows were last written */
	pthread_t thread;
	bool runs;
};

struct jobs {
	const struct install *install;
	struct outbox_setup outbox;
	const char *db_path;
	struct lane lanes[LANES];
	pthread_mutex_t lock;
	pthread_cond_t wake;
	atomic_bool stop;
	struct check_job check;
};

/* jobs_do.c: each job; how many things it did. */
typedef int64_t jobs_do(struct lane *l);
jobs_do jobs_do_fold_log, jobs_do_sweep, jobs_do_try_index, jobs_do_leave_index, jobs_do_make_index,
	jobs_do_check_when_hurt, jobs_do_erase, jobs_do_gather, jobs_do_climb, jobs_do_remind,
	jobs_do_publish, jobs_do_send_out, jobs_do_remind_to_sign, jobs_do_digest, jobs_do_watch;

/* jobs_index.c */
void jobs_index_try(struct db *db, struct arena *a);
int64_t jobs_index_leave(const struct install *install, struct arena *a);
int64_t jobs_index_make(const struct install *install, struct arena *a, const atomic_bool *stop);

#endif
