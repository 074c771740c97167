#include "jobs.h"

#include <errno.h>
#include <pthread.h>
#include <stdatomic.h>
#include <string.h>
#include <time.h>

#include "base/clock.h"
#include "base/log.h"
#include "doors/i18n.h"
#include "jobs_inner.h"
#include "rules/job.h"

enum { KEPT_EVERY = 60, STOP_SECONDS = 4 };

static const struct {
	const char *name;
	int64_t every; /* seconds */
	enum lane_name lane;
	jobs_do *run;
} table[] = {
	{ N_("fold the log back"), 1, HOUSE, jobs_do_fold_log },
	{ N_("try the index for search"), 10, HOUSE, jobs_do_try_index },
	{ N_("leave a damaged index"), 1, HOUSE, jobs_do_leave_index },
	{ N_("make the index for search"), 1, HOUSE, jobs_do_make_index },
	{ N_("check after a failed write"), 2, HOUSE, jobs_do_check_when_hurt },
	{ N_("erase what was taken out"), 5, HOUSE, jobs_do_erase },
	{ N_("gather what tells the same"), 2, HOUSE, jobs_do_gather },
	{ N_("let what nobody answered climb"), 60, HOUSE, jobs_do_climb },
	{ N_("ask whether guides are still true"), 300, HOUSE, jobs_do_remind },
	{ N_("publish the bulletin that is due"), 10, HOUSE, jobs_do_publish },
	{ N_("remind of what is not signed for"), 60, HOUSE, jobs_do_remind_to_sign },
	{ N_("look at searches that are kept"), 60, HOUSE, jobs_do_watch },
	{ N_("make the daily e-mails"), 10, HOUSE, jobs_do_digest },
	{ N_("send what is to go out"), 2, OUT, jobs_do_send_out },
	{ N_("sweep what is over"), 600, HOUSE, jobs_do_sweep },
};

enum { JOBS = sizeof table / sizeof *table };

/* What happened since they were written last, a row each that ran. */
static void keep(struct lane *l, struct job ran[JOBS])
{
	struct work w = jobs_work(l->jobs->install, l->arena);
	struct job rows[JOBS];
	size_t n = 0;
	for (size_t i = 0; i < JOBS; i++)
		if (ran[i].name)
			rows[n++] = ran[i];
	if (n && job_keep(&w, rows, n))
		memset(ran, 0, JOBS * sizeof *ran);
	l->kept_at = w.now;
	arena_reset(l->arena);
}

static void run_due(struct lane *l, int64_t due[JOBS], struct job ran[JOBS])
{
	for (size_t i = 0; i < JOBS; i++) {
		int64_t began = clock_microseconds(), now = began / 1000000;
		if (table[i].lane != l->name || now < due[i])
			continue;
		due[i] = now + table[i].every;
		ran[i].name = table[i].name;
		ran[i].began_at = clock_now();
		ran[i].next_at = ran[i].began_at + table[i].every;
		ran[i].done += table[i].run(l);
		ran[i].took = clock_microseconds() - began;
		arena_reset(l->arena);
	}
	if (clock_now() >= l->kept_at + KEPT_EVERY)
		keep(l, ran);
}

static void *run(void *p)
{
	struct lane *l = p;
	struct jobs *j = l->jobs;
	int64_t due[JOBS] = { 0 };
	struct job ran[JOBS] = { 0 };
	pthread_mutex_lock(&j->lock);
	while (!j->stop) {
		pthread_mutex_unlock(&j->lock);
		run_due(l, due, ran);
		pthread_mutex_lock(&j->lock);
		struct timespec until;
		clock_gettime(CLOCK_REALTIME, &until);
		until.tv_sec++;
		if (!j->stop)
			pthread_cond_timedwait(&j->wake, &j->lock, &until);
	}
	pthread_mutex_unlock(&j->lock);
	return NULL;
}

struct jobs *jobs_start(const struct install *install, const struct outbox_setup *outbox,
	const char *db_path, struct arena *a)
{
	struct jobs *j = ARENA_NEW(a, struct jobs);
	*j = (struct jobs){ .install = install,
		.outbox = *outbox,
		.db_path = db_path,
		.check = { .install = install, .db_path = db_path } };
	j->outbox.stop = &j->stop;
	pthread_mutex_init(&j->lock, NULL);
	pthread_cond_init(&j->wake, NULL);
	for (int i = 0; i < LANES; i++) {
		struct lane *l = &j->lanes[i];
		*l = (struct lane){ .jobs = j, .name = (enum lane_name)i, .arena = arena_new() };
		l->runs = pthread_create(&l->thread, NULL, run, l) == 0;
		if (!l->runs)
			log_event("jobs", "error", "no thread for them", NULL);
	}
	return j;
}

static bool lane_ended(struct lane *l)
{
	struct timespec until;
	clock_gettime(CLOCK_REALTIME, &until);
	until.tv_sec += STOP_SECONDS;
	if (l->runs && pthread_timedjoin_np(l->thread, NULL, &until)) {
		log_event("jobs", "error", "one waits for another program", NULL);
		return false;
	}
	db_close(l->reader);
	arena_free(l->arena);
	return true;
}

bool jobs_stop(struct jobs *j)
{
	pthread_mutex_lock(&j->lock);
	j->stop = true;
	pthread_cond_broadcast(&j->wake);
	pthread_mutex_unlock(&j->lock);
	if (j->lanes[HOUSE].runs)
		pthread_join(j->lanes[HOUSE].thread, NULL);
	j->lanes[HOUSE].runs = false;
	jobs_check_stop(&j->check);
	bool ended = lane_ended(&j->lanes[HOUSE]);
	return lane_ended(&j->lanes[OUT]) && ended;
}
