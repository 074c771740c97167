/* What each job of the table in jobs.c does. */
#include "base/clock.h"
#include "jobs_inner.h"
#include "rules/ask.h"
#include "rules/bulletin.h"
#include "rules/digest.h"
#include "rules/erase.h"
#include "rules/guide.h"
#include "rules/radar.h"
#include "rules/receipt.h"
#include "rules/search_watch.h"
#include "rules/sweep.h"
#include "views/outbox.h"

enum { LOG_BYTES = 4 << 20 };

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
int64_t jobs_do_fold_log(struct lane *l)
{
	install_fold_log(l->jobs->install, LOG_BYTES);
	return 0;
}

int64_t jobs_do_sweep(struct lane *l)
{
	struct work w = work_now(l);
	sweep_over(&w);
	return outbox_clear(&w);
}

int64_t jobs_do_try_index(struct lane *l)
{
	struct work w;
	if (work_reading(l, &w))
		jobs_index_try(w.db, l->arena);
	return 0;
}

int64_t jobs_do_leave_index(struct lane *l)
{
	return jobs_index_leave(l->jobs->install, l->arena);
}

int64_t jobs_do_make_index(struct lane *l)
{
	return jobs_index_make(l->jobs->install, l->arena, &l->jobs->stop);
}

int64_t jobs_do_check_when_hurt(struct lane *l)
{
	l->jobs->check.arena = l->arena;
	return jobs_check_when_hurt(&l->jobs->check);
}

/* A little at a time; what is left waits for the next round. */
int64_t jobs_do_erase(struct lane *l)
{
	struct work w = work_now(l);
	int64_t n = 0;
	while (n < 20 && erase_step(&w)) {
		arena_reset(l->arena);
		n++;
	}
	return n;
}

int64_t jobs_do_gather(struct lane *l)
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

int64_t jobs_do_climb(struct lane *l)
{
	struct work w = work_now(l);
	int64_t n = 0;
	for (int some; (some = ask_climb(&w)); n += some)
		arena_reset(l->arena);
	return n;
}

int64_t jobs_do_remind(struct lane *l)
{
	struct work w = work_now(l);
	int64_t n = 0;
	for (; guide_remind(&w); n++)
		arena_reset(l->arena);
	return n;
}

int64_t jobs_do_publish(struct lane *l)
{
	struct work w = work_now(l);
	bulletin_tick(&w);
	return 0;
}

int64_t jobs_do_send_out(struct lane *l)
{
	struct work w;
	return work_reading(l, &w) ? outbox_run(&w, &l->jobs->outbox, &outbox_table, 20) : 0;
}

int64_t jobs_do_remind_to_sign(struct lane *l)
{
	struct work w = work_now(l);
	int64_t n = 0;
	for (; receipt_remind_due(&w); n++)
		arena_reset(l->arena);
	return n;
}

int64_t jobs_do_digest(struct lane *l)
{
	int64_t n = 0;
	for (struct work w = work_now(l); n < 200 && digest_due(&w); n++) {
		arena_reset(l->arena);
		w = work_now(l);
	}
	return n;
}

int64_t jobs_do_watch(struct lane *l)
{
	struct work w;
	int64_t n = 0;
	for (bool more = true; more && n < 50 && work_reading(l, &w); n += more) {
		db_begin(w.db, l->arena);
		more = search_watch_look(&w);
		db_end(w.db);
		arena_reset(l->arena);
	}
	return n;
}
