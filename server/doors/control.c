#include "control.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include "base/log.h"
#include "control_wire.h"

enum { PATIENCE = 10 }; /* seconds for a call to arrive, and for its answer to be fetched */

struct control {
	int listener, stop;
	pthread_t thread;
	void (*answer)(void *, struct control_call *);
	void *ctx;
	char *path;
	struct stat made; /* the socket file, to take away no other */
};

static _Thread_local char reason[512];

struct control_call control_call(struct arena *a, int argc, const char **argv)
{
	return (struct control_call){ .arena = a,
		.argc = argc,
		.argv = argv,
		.input = "",
		.out = out_new(a),
		.err = out_new(a) };
}

/* Does bind or connect on a path of any length: an address holds 107 bytes, so that longer ones go
 * by way of the open folder. */
static int with_address(
	const char *path, int fd, int (*act)(int, const struct sockaddr *, socklen_t))
{
	struct sockaddr_un at = { .sun_family = AF_UNIX };
	int folder = -1;
	const char *slash = strrchr(path, '/');
	if (strlen(path) < sizeof at.sun_path)
		memcpy(at.sun_path, path, strlen(path) + 1);
	else {
		if (!slash || strlen(slash) > 64) {
			errno = ENAMETOOLONG;
			return -1;
		}
		char *name = strndup(path, (size_t)(slash - path) + 1);
		folder = open(name, O_PATH | O_DIRECTORY | O_CLOEXEC);
		free(name);
		if (folder < 0)
			return -1;
		snprintf(at.sun_path, sizeof at.sun_path, "/proc/self/fd/%d%s", folder, slash);
	}
	int result = act(fd, (struct sockaddr *)&at, sizeof at);
	int kept = errno;
	if (folder >= 0)
		close(folder);
	errno = kept;
	return result;
}

/* The same user as ours, or root. */
static bool is_us(int fd)
{
	struct ucred peer;
	socklen_t len = sizeof peer;
	return getsockopt(fd, SOL_SOCKET, SO_PEERCRED, &peer, &len) == 0 &&
	       (peer.uid == geteuid() || peer.uid == 0);
}

static int connected(const char *path)
{
	int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
	if (fd < 0)
		return -1;
	struct timeval wait = { .tv_sec = PATIENCE };
	setsockopt(fd, SOL_SOCKET, SO_SNDTIMEO, &wait, sizeof wait);
	if (with_address(path, fd, connect) == 0)
		return fd;
	int kept = errno;
	close(fd);
	errno = kept;
	return -1;
}

/* Takes away what a dead server left. False if it is alive, or not a socket of ours. */
static bool cleared(const char *path)
{
	struct stat s;
	if (lstat(path, &s))
		return errno == ENOENT;
	if (!S_ISSOCK(s.st_mode)) {
		errno = EEXIST;
		return false;
	}
	int fd = connected(path);
	if (fd >= 0) {
		close(fd);
		errno = EADDRINUSE;
		return false;
	}
	return errno == ECONNREFUSED && unlink(path) == 0;
}

static void serve_one(struct control *c, int fd, struct arena *arena)
{
	struct control_wire w = { fd, c->stop, control_wire_deadline(PATIENCE) };
	struct control_call call = control_call(arena, 0, NULL);
	if (!is_us(fd)) {
		log_event("control", "refused", "another user", NULL);
		return;
	}
	if (!control_wire_read_call(w, &call))
		return;
	c->answer(c->ctx, &call);
	w.deadline = control_wire_deadline(PATIENCE);
	w.stop = -1; /* what was done is still said */
	if (!control_wire_send_answer(w, &call))
		log_event("control", "unheard", call.argv[0], NULL);
}

static void *run(void *given)
{
	struct control *c = given;
	struct arena *arena = arena_new();
	for (;;) {
		struct pollfd fds[] = { { c->listener, POLLIN, 0 }, { c->stop, POLLIN, 0 } };
		if (poll(fds, 2, -1) < 0 && errno != EINTR)
			break;
		if (fds[1].revents)
			break;
		int fd = accept4(c->listener, NULL, NULL, SOCK_CLOEXEC | SOCK_NONBLOCK);
		if (fd < 0) {
			if (errno == EMFILE || errno == ENFILE || errno == ENOMEM)
				poll(&fds[1], 1, 100); /* rather than spin */
			continue;
		}
		serve_one(c, fd, arena);
		close(fd);
		arena_reset(arena);
	}
	arena_free(arena);
	return NULL;
}

/* The mode of the open socket becomes that of its file, so that there is no moment at which others
 * could connect. */
static bool listening(struct control *c)
{
	return (c->listener = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0)) >=
		       0 &&
	       fchmod(c->listener, 0600) == 0 && with_address(c->path, c->listener, bind) == 0 &&
	       lstat(c->path, &c->made) == 0 && (c->made.st_mode & 0177) == 0 &&
	       listen(c->listener, 16) == 0 && (c->stop = eventfd(0, EFD_CLOEXEC)) >= 0;
}

static void take_away(struct control *c)
{
	struct stat s;
	if (c->made.st_ino && lstat(c->path, &s) == 0 && s.st_ino == c->made.st_ino &&
		s.st_dev == c->made.st_dev)
		unlink(c->path);
	if (c->listener >= 0)
		close(c->listener);
	if (c->stop >= 0)
		close(c->stop);
	free(c->path);
	free(c);
}

struct control *control_start(const char *path,
	void (*answer)(void *ctx, struct control_call *call), void *ctx, const char **why)
{
	struct control *c = calloc(1, sizeof *c);
	assert(c);
	*c = (struct control){ .listener = -1, .stop = -1, .answer = answer, .ctx = ctx };
	c->path = strdup(path);
	assert(c->path);
	bool ok = cleared(path) && listening(c);
	if (ok) {
		errno = pthread_create(&c->thread, NULL, run, c);
		ok = errno == 0;
	}
	if (ok)
		return c;
	snprintf(reason, sizeof reason, "cannot make the control socket %s: %s", path,
		strerror(errno));
	*why = reason;
	take_away(c);
	return NULL;
}

void control_stop(struct control *c)
{
	if (!c)
		return;
	ssize_t told = write(c->stop, &(uint64_t){ 1 }, sizeof(uint64_t));
	assert(told == sizeof(uint64_t));
	pthread_join(c->thread, NULL);
	take_away(c);
}

static enum control_result failed(int fd, const char *what, const char **why)
{
	if (fd >= 0)
		close(fd);
	*why = what;
	return CONTROL_FAILED;
}

enum control_result control_ask(
	const char *path, struct control_call *call, int seconds, const char **why)
{
	int fd = connected(path);
	if (fd < 0 && (errno == ENOENT || errno == ECONNREFUSED || errno == ENOTSOCK))
		return CONTROL_NOBODY;
	if (fd < 0) {
		snprintf(reason, sizeof reason, "cannot reach the server at %s: %s", path,
			strerror(errno));
		return failed(fd, reason, why);
	}
	if (geteuid() != 0 && !is_us(fd))
		return failed(fd, "the control socket belongs to another user", why);
	struct control_wire w = { fd, -1, control_wire_deadline(seconds) };
	if (!control_wire_send_call(w, call))
		return failed(fd, "the running server did not take the command", why);
	if (!control_wire_read_answer(w, call))
		return failed(fd, "the running server did not answer", why);
	close(fd);
	return CONTROL_ANSWERED;
}
