#include "jobs.h"

#include <errno.h>
#include <pthread.h>
#include <stdatomic.h>
#include <time.h>

#include "base/clock.h"
#include "base/log.h"
#include "jobs_inner.h"
#include "rules/ask.h"
#include "rules/bulletin.h"
#include "rules/digest.h"
#include "rules/erase.h"
#include "rules/guide.h"
#include "rules/radar.h"
#include "rules/receipt.h"
#include "rules/sweep.h"
#include "views/outbox.h"

enum { LOG_BYTES = 4 << 20, STOP_SECONDS = 4 };

enum lane_name { HOUSE, OUT, LANES }; /* what needs only the database; what waits for others */

/* A thread with what it works with. */
struct lane {
	struct jobs *jobs;
	enum lane_name name;
	struct arena *arena; /* of one round */
	struct db *reader;   /* NULL: not open yet */
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

struct work jobs_work(const struct install *install, struct arena *a)
{
	return (struct work){ .arena = a,
		.writer = install->writer,
		.who = who_operator(),
		.now = clock_now(),
		.faults = { .arena = a } };
}

static struct work work_now(struct lane *l)
{
	return jobs_work(l->jobs->install, l->arena);
}

/* With a connection of its own, so that what reads much holds up no writer. false: not now. */
static bool work_reading(struct lane *l, struct work *w)
{
	const char *why;
	*w = work_now(l);
	if (!l->reader)
		l->reader = db_open(l->jobs->db_path, l->arena, &why);
	w->db = l->reader;
	return w->db != NULL;
}

/* Tried again in a moment if a reader was in the way. */
static int64_t fold_log(struct lane *l)
{
	install_fold_log(l->jobs->install, LOG_BYTES);
	return 0;
}

static int64_t sweep(struct lane *l)
{
	struct work w = work_now(l);
	sweep_over(&w);
	return outbox_clear(&w);
}

static int64_t try_index(struct lane *l)
{
	struct work w;
	if (work_reading(l, &w))
		jobs_index_try(w.db, l->arena);
	return 0;
}

static int64_t leave_index(struct lane *l)
{
	return jobs_index_leave(l->jobs->install, l->arena);
}

static int64_t make_index(struct lane *l)
{
	return jobs_index_make(l->jobs->install, l->arena, &l->jobs->stop);
}

static int64_t check_when_hurt(struct lane *l)
{
	l->jobs->check.arena = l->arena;
	return jobs_check_when_hurt(&l->jobs->check);
}

/* A little at a time; what is left waits for the next round. */
static int64_t erase(struct lane *l)
{
	struct work w = work_now(l);
	int64_t n = 0;
	while (n < 20 && erase_step(&w)) {
		arena_reset(l->arena);
		n++;
	}
	return n;
}

static int64_t gather(struct lane *l)
{
	struct work w;
	int64_t n = 0;
	bool more = work_reading(l, &w);
	for (int i = 0; i < 8 && more; i++) {
		db_begin(w.db, l->arena);
		size_t got = radar_gather(&w, 25);
		db_end(w.db);
		n += (int64_t)got;
		more = got == 25;
		arena_reset(l->arena);
	}
	return n;
}

static int64_t climb(struct lane *l)
{
	struct work w = work_now(l);
	int64_t n = 0;
	for (int some; (some = ask_climb(&w)); n += some)
		arena_reset(l->arena);
	return n;
}

static int64_t remind(struct lane *l)
{
	struct work w = work_now(l);
	int64_t n = 0;
	for (; guide_remind(&w); n++)
		arena_reset(l->arena);
	return n;
}

static int64_t publish(struct lane *l)
{
	struct work w = work_now(l);
	bulletin_tick(&w);
	return 0;
}

static int64_t send_out(struct lane *l)
{
	struct work w;
	return work_reading(l, &w) ? outbox_run(&w, &l->jobs->outbox, &outbox_table, 20) : 0;
}

static int64_t remind_to_sign(struct lane *l)
{
	struct work w = work_now(l);
	int64_t n = 0;
	for (; receipt_remind_due(&w); n++)
		arena_reset(l->arena);
	return n;
}

static int64_t digest(struct lane *l)
{
	int64_t n = 0;
	for (struct work w = work_now(l); n < 200 && digest_due(&w); n++) {
		arena_reset(l->arena);
		w = work_now(l);
	}
	return n;
}

static const struct {
	const char *name;
	int64_t every; /* seconds */
	enum lane_name lane;
	int64_t (*run)(struct lane *l); /* how many things it did */
} table[] = {
	{ "fold the log back", 1, HOUSE, fold_log },
	{ "try the index for search", 10, HOUSE, try_index },
	{ "leave a damaged index", 1, HOUSE, leave_index },
	{ "make the index for search", 1, HOUSE, make_index },
	{ "check after a failed write", 2, HOUSE, check_when_hurt },
	{ "erase what was taken out", 5, HOUSE, erase },
	{ "gather what tells the same", 2, HOUSE, gather },
	{ "let what nobody answered climb", 60, HOUSE, climb },
	{ "ask whether guides are still true", 300, HOUSE, remind },
	{ "publish the bulletin that is due", 10, HOUSE, publish },
	{ "remind of what is not signed for", 60, HOUSE, remind_to_sign },
	{ "make the daily e-mails", 10, HOUSE, digest },
	{ "send what is to go out", 2, OUT, send_out },
	{ "sweep what is over", 600, HOUSE, sweep },
};

enum { JOBS = sizeof table / sizeof *table };

static void run_due(struct lane *l, int64_t due[JOBS])
{
	for (size_t i = 0; i < JOBS; i++) {
		int64_t now = clock_microseconds() / 1000000;
		if (table[i].lane != l->name || now < due[i])
			continue;
		due[i] = now + table[i].every;
		table[i].run(l);
		arena_reset(l->arena);
	}
}

static void *run(void *p)
{
	struct lane *l = p;
	struct jobs *j = l->jobs;
	int64_t due[JOBS] = { 0 };
	pthread_mutex_lock(&j->lock);
	while (!j->stop) {
		pthread_mutex_unlock(&j->lock);
		run_due(l, due);
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
