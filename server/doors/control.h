/*
 * control: how a command of the program hands itself to the running server, which alone may write.
 * A socket beside the database (disk_beside(arena, database, ".control")), mode 0600; only the same
 * user and root are answered.
 *
 * One call: the command's words and its standard input go over; exit status, standard output and
 * standard error come back. Files that the command names must be read by the caller and passed as
 * input: the server may run elsewhere and see other files. Calls are answered one after the other.
 */
#ifndef DOORS_CONTROL_H
#define DOORS_CONTROL_H

#include <stddef.h>

#include "base/arena.h"
#include "base/out.h"

enum {
	CONTROL_WORDS_MAX = 256,
	CONTROL_WORDS_BYTES = 256 << 10,
	CONTROL_BYTES_MAX = 64 << 20, /* standard input, and each output */
};

struct control_call {
	struct arena *arena;
	int argc;
	const char **argv; /* argv[0] is the subcommand */
	const char *input;
	size_t input_len;
	struct out out, err; /* both begun by control_call(); the one who answers writes to them */
	int status;          /* exit status */
};

struct control_call control_call(struct arena *a, int argc, const char **argv);

/*
 * Server: a thread of its own runs answer(ctx, call) for each call; the call's arena is reset when
 * the answer is gone. The caller must hold the database's lock (lock.h): then a socket that is
 * there but answers nobody is a dead server's and is replaced. NULL and *why if it cannot be made.
 */
struct control;
struct control *control_start(const char *path,
	void (*answer)(void *ctx, struct control_call *call), void *ctx, const char **why);
void control_stop(struct control *c); /* lets a call under way end, and takes the socket away */

enum control_result {
	CONTROL_ANSWERED, /* status, out and err are the server's */
	CONTROL_NOBODY,   /* no server runs: do it yourself, with the lock */
	CONTROL_FAILED, /* it runs but did not answer in time or broke off; whether the command was
			   done is not known; *why says what happened */
};

/* Command: asks the server; waits so many seconds for the answer. Texts live in call->arena. */
enum control_result control_ask(
	const char *path, struct control_call *call, int seconds, const char **why);

#endif
