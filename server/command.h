/*
 * command: the program's subcommands. One table (main.c); each is a function that takes what stands
 * behind its name.
 *
 * Exit: 0 done, 1 failed, 2 not understood.
 */
#ifndef COMMAND_H
#define COMMAND_H

#include <stdio.h>

#include "base/list.h"
#include "base/strings.h"
#include "rules/install.h"
#include "rules/work.h"

enum { EXIT_DONE = 0, EXIT_FAILED = 1, EXIT_USAGE = 2 };

struct option_value {
	const char *name, *value; /* "--role", "rep"; value "" for a flag */
};
struct option_values {
	struct option_value *items;
	size_t count, room;
};

struct command {
	struct arena *arena;
	struct strings words; /* without a dash */
	struct option_values options;
	const char *db_path;           /* --db, TRIBUTARY_DB, or tributary.db */
	const struct install *install; /* in the server: already open. NULL: the command opens it */
	FILE *out, *err;
	const char *input; /* what stood on standard input, where the command reads it */
	size_t input_len;
};

typedef int command_run(struct command *c);

/* The last value given for an option (or the environment's TRIBUTARY_…), else fallback. */
const char *command_option(const struct command *c, const char *name, const char *fallback);
long command_number(
	const struct command *c, const char *name, long fallback); /* -1: not a number */

/* Reads what stands behind the subcommand's name; false: an option without its value. */
bool command_words(struct command *c, int argc, const char *const *argv);

/* command_control.c: true if a running server did the command, or it could not be asked; else the
 * command is to be run here. Reads c->input either way. */
bool command_hand_over(struct command *c, int argc, char **argv, int *exit_code);
bool command_is_free(struct command *c); /* no other process has the database */
/* Until no other process has the database, at most a second and a half: commands are short. */
void command_wait_for_lock(struct command *c);
struct control_call;
void command_answer(void *served, struct control_call *call); /* served: serve's struct command */

/* The database opened for writing as the owner of the machine. Says on err why not. */
struct desk_of_owner {
	struct install install;
	struct db *db;
	struct work work;
	bool borrowed; /* the install is the server's */
};
bool command_open(struct command *c, struct desk_of_owner *d);
/* The same for reading only, also while the server runs: install stays empty, work.writer NULL. */
bool command_read(struct command *c, struct desk_of_owner *d);
void command_close(struct desk_of_owner *d);
/* Prints the faults; the exit code of an outcome. */
int command_outcome(struct command *c, const struct work *w, enum outcome outcome);

command_run command_org, command_serve, command_demo, command_person, command_token, command_backup,
	command_submit, command_export, command_import, command_search, command_check,
	command_reindex, command_reindex_watch, command_migrate, command_jobs, command_routes,
	command_sql;

/* The files that import names, as its input. */
bool command_import_read(struct command *c);

#endif
