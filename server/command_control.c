/*
 * Commands that write while the server runs hand themselves to it (doors/control.h), since it alone
 * may write, and answer the same as without. What the command reads (standard input, the file it
 * names) is read here and goes along.
 */
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/text.h"
#include "command.h"
#include "doors/control.h"
#include "doors/csv.h"
#include "doors/disk.h"
#include "doors/i18n.h"
#include "doors/lock.h"

enum { WAIT_SECONDS = 300, STDIN_MOST = 4096, TRIES = 30 };

enum reads { READS_NOTHING, READS_STDIN, READS_FILE, READS_FILES };

static const struct handed {
	const char *name;
	command_run *run;
	enum reads reads;   /* READS_FILE, READS_FILES: the last word names it, or a folder */
	command_run *after; /* here, when the server has begun what takes long; or NULL */
} all[] = {
	{ "person", command_person, READS_STDIN, NULL },
	{ "token", command_token, READS_NOTHING, NULL },
	{ "org", command_org, READS_FILE, NULL },
	{ "import", command_import, READS_FILES, NULL },
	{ "reindex", command_reindex, READS_NOTHING, command_reindex_watch },
};

static const struct handed *find(const char *name)
{
	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		if (text_same(all[i].name, name))
			return &all[i];
	return NULL;
}

static bool read_input(struct command *c, enum reads reads)
{
	const char *why = "", *path = "-";
	size_t most = STDIN_MOST;
	if (reads == READS_FILES)
		return command_import_read(c);
	if (reads == READS_FILE && c->words.count == 2) {
		path = c->words.items[1];
		most = CSV_FILE_MAX;
	} else if (reads != READS_STDIN || isatty(STDIN_FILENO)) {
		return true;
	}
	c->input = disk_read(c->arena, path, most, &c->input_len, &why);
	if (!c->input)
		fprintf(c->err, "tributary: %s\n", why);
	return c->input != NULL;
}

/* Is the database free? While a server starts it has the lock, but answers only a moment later. */
bool command_is_free(struct command *c)
{
	const char *why;
	int lock = lock_take(disk_beside(c->arena, c->db_path, ".lock"), &why);
	if (lock >= 0)
		lock_release(lock);
	return lock >= 0;
}

static void wait_a_little(void)
{
	const struct timespec t = { .tv_nsec = 50 * 1000 * 1000 };
	nanosleep(&t, NULL);
}

void command_wait_for_lock(struct command *c)
{
	for (int i = 0; i < TRIES && !command_is_free(c); i++)
		wait_a_little();
}

static struct control_call call_of(struct command *c, int argc, char **argv)
{
	const char **words = ARENA_MANY(c->arena, const char *, argc + 1);
	for (int i = 0; i < argc; i++)
		words[i] = argv[i];
	words[argc] = arena_format(c->arena, "--language=%s", i18n_language());
	struct control_call call = control_call(c->arena, argc + 1, words);
	call.input = c->input;
	call.input_len = c->input_len;
	return call;
}

bool command_hand_over(struct command *c, int argc, char **argv, int *exit_code)
{
	const struct handed *h = find(argv[0]);
	if (!h)
		return false;
	*exit_code = EXIT_FAILED;
	if (!read_input(c, h->reads))
		return true;
	struct control_call call = call_of(c, argc, argv);
	const char *why, *path = disk_beside(c->arena, c->db_path, ".control");
	for (int i = 0; i < TRIES; i++) {
		switch (control_ask(path, &call, WAIT_SECONDS, &why)) {
		case CONTROL_ANSWERED:
			fwrite(call.out.data, 1, call.out.len, c->out);
			fwrite(call.err.data, 1, call.err.len, c->err);
			*exit_code =
				call.status == EXIT_DONE && h->after ? h->after(c) : call.status;
			return true;
		case CONTROL_FAILED:
			fprintf(c->err, "tributary: %s\n", why);
			return true;
		case CONTROL_NOBODY:
			if (command_is_free(c))
				return false;
			wait_a_little();
		}
	}
	return false; /* the command itself says who has the lock */
}

/* In the server, on the control socket's thread. */
static int answer(struct command *c, struct control_call *call)
{
	const struct handed *h = find(call->argc ? call->argv[0] : "");
	if (!h || !command_words(c, call->argc - 1, call->argv + 1)) {
		fprintf(c->err, "tributary: %s\n",
			_("The server does not do this command while it runs. Stop it first."));
		return EXIT_FAILED;
	}
	i18n_use(command_option(c, "--language", "en"));
	return h->run(c);
}

void command_answer(void *served, struct control_call *call)
{
	const struct command *server = served;
	char *out = NULL, *err = NULL;
	size_t out_len = 0, err_len = 0;
	struct command c = { .arena = call->arena,
		.db_path = server->db_path,
		.install = server->install,
		.out = open_memstream(&out, &out_len),
		.err = open_memstream(&err, &err_len),
		.input = call->input,
		.input_len = call->input_len };
	call->status = answer(&c, call);
	fclose(c.out);
	fclose(c.err);
	out_bytes(&call->out, out, out_len);
	out_bytes(&call->err, err, err_len);
	arena_defer(call->arena, free, out);
	arena_defer(call->arena, free, err);
}
