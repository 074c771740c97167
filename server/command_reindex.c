/*
 * tributary reindex: everything that is derived, made anew. While a server runs it is the server
 * that does it, and this process looks on.
 */
#include <time.h>
#include <unistd.h>

#include "command.h"
#include "doors/i18n.h"
#include "rules/check.h"
#include "rules/search.h"

enum { BAR = 30, PLAIN_STEP = 10 /* percent */, LOOK_MS = 250 };

struct shown {
	FILE *to;
	bool bar; /* a terminal: one line, drawn over itself; else a line each tenth */
	int percent;
};

static struct shown shown_on(FILE *to)
{
	int fd = fileno(to);
	return (struct shown){ to, fd >= 0 && isatty(fd), -PLAIN_STEP };
}

static void show(struct shown *s, struct check_progress p)
{
	static const char full[] = "##############################",
			  empty[] = "..............................";
	int percent = p.total > 0 ? (int)(p.done * 100 / p.total) : 100;
	if (percent < s->percent + (s->bar ? 1 : PLAIN_STEP) && percent < 100)
		return;
	s->percent = s->bar ? percent : percent - percent % PLAIN_STEP;
	int marks = percent * BAR / 100;
	if (s->bar)
		fprintf(s->to, "\r[%.*s%.*s] %3d %%", marks, full, BAR - marks, empty, percent);
	else
		fprintf(s->to, "%d %%\n", percent);
	fflush(s->to);
}

static void end_show(struct shown *s)
{
	if (s->bar)
		fputc('\n', s->to);
}

static struct check_progress progress_of(struct command *c, struct desk_of_owner *d)
{
	struct arena *a = arena_new();
	db_end(d->db);
	db_begin(d->db, a);
	struct check_progress p = check_progress_any(d->db);
	db_end(d->db);
	db_begin(d->db, c->arena);
	arena_free(a);
	return p;
}

static enum outcome make(struct command *c, struct desk_of_owner *d)
{
	struct shown s = shown_on(c->err);
	enum outcome outcome = check_begin_anew(&d->work);
	bool ok = outcome == DONE;
	for (bool more = true; ok && more;) {
		show(&s, progress_of(c, d));
		db_end(d->db); /* a snapshot would keep the log from being folded back */
		ok = check_go_on(d->work.writer, SEARCH_SLICE_ALONE, &more);
		db_begin(d->db, c->arena);
	}
	if (ok)
		show(&s, (struct check_progress){ 0, 0 });
	end_show(&s);
	return outcome != DONE ? outcome : ok ? DONE : BROKEN;
}

int command_reindex(struct command *c)
{
	if (c->words.count)
		return EXIT_USAGE;
	struct desk_of_owner d;
	if (!command_open(c, &d))
		return EXIT_FAILED;
	/* In the server the job thread goes on with it. */
	enum outcome outcome = c->install ? check_begin_anew(&d.work) : make(c, &d);
	int code = command_outcome(c, &d.work, outcome);
	command_close(&d);
	return code;
}

int command_reindex_watch(struct command *c)
{
	struct desk_of_owner d;
	if (!command_read(c, &d))
		return EXIT_FAILED;
	struct shown s = shown_on(c->err);
	const struct timespec wait = { .tv_nsec = LOOK_MS * 1000000L };
	for (struct check_progress p; (p = progress_of(c, &d)).total > 0; nanosleep(&wait, NULL)) {
		show(&s, p);
		db_end(d.db);
		bool there = !command_is_free(c);
		db_begin(d.db, c->arena);
		if (there)
			continue;
		end_show(&s);
		fprintf(c->err, "tributary: %s\n",
			_("The server stopped. The index is made to its end when it runs again, or "
			  "by tributary reindex."));
		command_close(&d);
		return EXIT_FAILED;
	}
	show(&s, (struct check_progress){ 0, 0 });
	end_show(&s);
	command_close(&d);
	return EXIT_DONE;
}
