/* tributary serve */
#include <assert.h>
#include <signal.h>
#include <stdatomic.h>
#include <string.h>
#include <unistd.h>

#include "base/log.h"
#include "base/text.h"
#include "command.h"
#include "doors/control.h"
#include "doors/disk.h"
#include "doors/secret.h"
#include "web/address.h"
#include "jobs.h"
#include "web/visit.h"

/* Blocked before any thread starts, so that only sigwait() below takes them. */
static void wait_for_end(const sigset_t *ends)
{
	int which;
	while (sigwait(ends, &which) != 0)
		;
}

/* The database is open; answers until it is told to stop. */
static int answer_until_told(struct command *c, struct app *app, int workers, const sigset_t *ends)
{
	const char *why;
	const struct http_config config = { .listen =
						    command_option(c, "--listen", "127.0.0.1:8080"),
		.workers = workers,
		.writers = APP_WRITERS,
		.app = app,
		.worker_start = app_worker_start,
		.worker_stop = app_worker_stop,
		.answer = visit_answer,
		.is_slow = app_is_slow,
		.is_write = app_is_write,
		.body_limit_of = app_body_limit,
		.refuse = visit_refuse };
	struct command answering = { .db_path = c->db_path, .install = &app->install };
	struct control *control = control_start(
		disk_beside(c->arena, c->db_path, ".control"), command_answer, &answering, &why);
	struct http *http = control ? http_start(&config, &why) : NULL;
	if (!http) {
		fprintf(c->err, "tributary: %s\n", why);
		if (control)
			control_stop(control);
		return EXIT_FAILED;
	}
	atomic_store(&app->http, http);
	fprintf(c->out, "listening on http://%s\n", http_address(http));
	fflush(c->out);
	struct jobs *jobs = jobs_start(&app->install, &app->outbox, c->db_path, c->arena);
	wait_for_end(ends);
	control_stop(control);
	bool ended = jobs_stop(jobs);
	http_stop(http);
	if (!ended)
		_exit(EXIT_DONE); /* a job still holds what would be closed; the file bears it */
	return EXIT_DONE;
}

/* Without the slash that may stand at its end. */
static const char *base_of(struct arena *a, const char *url)
{
	size_t len = url ? strlen(url) : 0;
	while (len && url[len - 1] == '/')
		len--;
	return url ? arena_copy(a, url, len) : NULL;
}

int command_serve(struct command *c)
{
	long workers = command_number(c, "--workers", 8);
	if (c->words.count || workers < 1 || workers > 256)
		return EXIT_USAGE;
	sigset_t ends;
	sigemptyset(&ends);
	sigaddset(&ends, SIGTERM);
	sigaddset(&ends, SIGINT);
	pthread_sigmask(SIG_BLOCK, &ends, NULL);
	struct app app = { .db_path = c->db_path,
		.base_url = command_option(c, "--base-url", NULL) };
	app.secure = app.base_url && text_starts(app.base_url, "https:");
	app.trusted_proxies = command_option(c, "--trusted-proxies", NULL);
	const char *why;
	if (!address_list_ok(c->arena, app.trusted_proxies, &why)) {
		fprintf(c->err, "tributary: --trusted-proxies: %s\n", why);
		return EXIT_USAGE;
	}
	const char *lists = command_option(c, "--coach", NULL);
	app.coach = coach_words_load(c->arena, lists, &why);
	if (!app.coach) {
		fprintf(c->err, "tributary: --coach: %s\n", why);
		return EXIT_FAILED;
	}
	struct mail_server mail;
	if (!mail_server_read(c->arena, &mail, &why)) {
		fprintf(c->err, "tributary: %s\n", why);
		return EXIT_USAGE;
	}
	if (mail.url && !app.base_url) {
		fprintf(c->err, "tributary: %s\n",
			_("E-mail needs --base-url: its links lead there."));
		return EXIT_USAGE;
	}
	assert(!secret_is_cheap());
	command_wait_for_lock(c);
	if (!install_open(&app.install, c->db_path, c->arena, &why)) {
		fprintf(c->err, "tributary: %s\n", why);
		return EXIT_FAILED;
	}
	app.outbox = (struct outbox_setup){ .base_url = base_of(c->arena, app.base_url),
		.key = &app.install.key,
		.mail = mail.url ? &mail : NULL };
	int code = answer_until_told(c, &app, (int)workers, &ends);
	install_close(&app.install);
	return code;
}
