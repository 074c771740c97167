#include "jobs.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/log.h"
#include "rules/ask.h"
#include "rules/bulletin.h"
#include "rules/check.h"
#include "rules/erase.h"
#include "rules/guide.h"
#include "rules/radar.h"
#include "rules/receipt.h"
#include "rules/sweep.h"

enum { LOG_BYTES = 4 << 20 };

struct jobs {
	const struct install *install;
	const char *db_path;
	struct arena *arena; /* of one round */
	struct db *reader;   /* NULL: not open yet */
	pthread_t thread;
	pthread_mutex_t lock;
	pthread_cond_t wake;
	bool stop;
	pid_t check;      /* the process that checks; 0: none */
	int said;         /* what it prints */
	bool due;         /* a check is to be made, not before `at` */
	int64_t at, wait; /* in seconds */
};

static struct work work_now(struct jobs *j)
{
	return (struct work){ .arena = j->arena,
		.writer = j->install->writer,
		.who = who_operator(),
		.now = clock_now(),
		.faults = { .arena = j->arena } };
}

/* Tried again in a moment if a reader was in the way. */
static void fold_log(struct jobs *j)
{
	install_fold_log(j->install, LOG_BYTES);
}

static void sweep(struct jobs *j)
{
	struct work w = work_now(j);
	sweep_over(&w);
}

static int64_t seconds(void)
{
	return clock_microseconds() / 1000000;
}

static void begin_check(struct jobs *j)
{
	char *words[] = { "tributary", "check", "--db", (char *)j->db_path, NULL };
	posix_spawn_file_actions_t to;
	int ends[2];
	if (pipe2(ends, O_CLOEXEC))
		return;
	posix_spawn_file_actions_init(&to);
	posix_spawn_file_actions_adddup2(&to, ends[1], STDOUT_FILENO);
	if (posix_spawn(&j->check, "/proc/self/exe", &to, NULL, words, environ))
		j->check = 0;
	posix_spawn_file_actions_destroy(&to);
	close(ends[1]);
	j->said = ends[0];
	if (!j->check)
		close(j->said);
}

/* It printed what differs; if it printed nothing it could not look (the disk is still full, say): a
 * check is made again later, and nothing is thrown away before. */
static void end_check(struct jobs *j, int status)
{
	char first;
	bool looked = read(j->said, &first, 1) == 1 && WIFEXITED(status);
	bool differs = looked && WEXITSTATUS(status) == 1;
	struct work w = work_now(j);
	close(j->said);
	j->check = 0;
	log_event("check", "differs", !looked ? "not known" : differs ? "yes" : "no", NULL);
	bool again = !looked || (differs && check_rebuild(&w) != DONE);
	j->due |= again;
	j->wait = !again ? 0 : j->wait ? j->wait * 2 : 5;
	j->wait = j->wait > 600 ? 600 : j->wait;
	j->at = seconds() + j->wait;
}

/* Memory or the disk failed inside a write: is the index still to be trusted? Counting everything
 * again may take long, so another process does it. */
static void check_when_hurt(struct jobs *j)
{
	int status = 0;
	if (install_was_hurt(j->install)) {
		log_event("check", "why", "a write failed", NULL);
		j->due = true;
	}
	if (j->check && waitpid(j->check, &status, WNOHANG) == j->check)
		end_check(j, status);
	if (!j->check && j->due && seconds() >= j->at) {
		j->due = false; /* what fails from here on wants another one */
		begin_check(j);
		j->due |= !j->check;
	}
}

/* A little at a time; what is left waits for the next round. */
static void erase(struct jobs *j)
{
	struct work w = work_now(j);
	for (int i = 0; i < 20 && erase_step(&w); i++)
		arena_reset(j->arena);
}

/* A snapshot of its own, so that finding what is alike holds up no writer. */
static void gather(struct jobs *j)
{
	const char *why;
	struct work w = work_now(j);
	if (!j->reader)
		j->reader = db_open(j->db_path, j->arena, &why);
	w.db = j->reader;
	bool more = w.db != NULL;
	for (int i = 0; i < 8 && more; i++) {
		db_begin(w.db, j->arena);
		more = radar_gather(&w, 25) == 25;
		db_end(w.db);
		arena_reset(j->arena);
	}
}

static void climb(struct jobs *j)
{
	struct work w = work_now(j);
	while (ask_climb(&w))
		arena_reset(j->arena);
}

static void remind(struct jobs *j)
{
	struct work w = work_now(j);
	while (guide_remind(&w))
		arena_reset(j->arena);
}

static void publish(struct jobs *j)
{
	struct work w = work_now(j);
	bulletin_tick(&w);
}

static void remind_to_sign(struct jobs *j)
{
	struct work w = work_now(j);
	while (receipt_remind_due(&w))
		arena_reset(j->arena);
}

static const struct {
	const char *name;
	int64_t every; /* seconds */
	void (*run)(struct jobs *j);
} table[] = {
	{ "fold the log back", 1, fold_log },
	{ "check after a failed write", 2, check_when_hurt },
	{ "erase what was taken out", 5, erase },
	{ "gather what tells the same", 2, gather },
	{ "let what nobody answered climb", 60, climb },
	{ "ask whether guides are still true", 300, remind },
	{ "publish the bulletin that is due", 10, publish },
	{ "remind of what is not signed for", 60, remind_to_sign },
	{ "sweep what is over", 600, sweep },
};

enum { JOBS = sizeof table / sizeof *table };

static void run_due(struct jobs *j, int64_t due[JOBS])
{
	for (size_t i = 0; i < JOBS; i++) {
		int64_t now = seconds();
		if (now < due[i])
			continue;
		due[i] = now + table[i].every;
		table[i].run(j);
		arena_reset(j->arena);
	}
}

static void *run(void *p)
{
	struct jobs *j = p;
	int64_t due[JOBS] = { 0 };
	pthread_mutex_lock(&j->lock);
	while (!j->stop) {
		pthread_mutex_unlock(&j->lock);
		run_due(j, due);
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

struct jobs *jobs_start(const struct install *install, const char *db_path, struct arena *a)
{
	struct jobs *j = ARENA_NEW(a, struct jobs);
	*j = (struct jobs){ .install = install, .db_path = db_path, .arena = arena_new() };
	pthread_mutex_init(&j->lock, NULL);
	pthread_cond_init(&j->wake, NULL);
	if (pthread_create(&j->thread, NULL, run, j)) {
		log_event("jobs", "error", "no thread for them", NULL);
		arena_free(j->arena);
		return NULL;
	}
	return j;
}

void jobs_stop(struct jobs *j)
{
	if (!j)
		return;
	pthread_mutex_lock(&j->lock);
	j->stop = true;
	pthread_cond_signal(&j->wake);
	pthread_mutex_unlock(&j->lock);
	pthread_join(j->thread, NULL);
	if (j->check) {
		kill(j->check, SIGKILL);
		waitpid(j->check, NULL, 0);
		close(j->said);
		unlink(check_copy(j->arena, j->db_path, j->check));
	}
	db_close(j->reader);
	pthread_mutex_destroy(&j->lock);
	pthread_cond_destroy(&j->wake);
	arena_free(j->arena);
}
