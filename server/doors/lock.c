#include "lock.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

static _Thread_local char reason[512];

static int refused(int fd, const char **why)
{
	if (fd >= 0)
		close(fd);
	*why = reason;
	return -1;
}

/* flock() belongs to the open file, so that a second try in the same process fails too. */
int lock_take(const char *path, const char **why)
{
	int fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
	if (fd < 0) {
		snprintf(reason, sizeof reason, "cannot open %s: %s", path, strerror(errno));
		return refused(fd, why);
	}
	int failed;
	do
		failed = flock(fd, LOCK_EX | LOCK_NB);
	while (failed && errno == EINTR);
	if (failed && errno != EWOULDBLOCK) {
		snprintf(reason, sizeof reason, "cannot lock %s: %s", path, strerror(errno));
		return refused(fd, why);
	}
	char holder[24] = "";
	if (failed) {
		ssize_t got = pread(fd, holder, sizeof holder - 1, 0);
		holder[got > 0 ? got : 0] = 0;
		holder[strspn(holder, "0123456789")] = 0;
		snprintf(reason, sizeof reason,
			"another program is writing this database%s%s (lock file %s)",
			*holder ? ", process " : "", holder, path);
		return refused(fd, why);
	}
	/* Who holds it is for people to read; the lock does not depend on it. */
	int len = snprintf(holder, sizeof holder, "%ld\n", (long)getpid());
	if (ftruncate(fd, 0) || pwrite(fd, holder, (size_t)len, 0) != len) {
		snprintf(reason, sizeof reason, "cannot write %s: %s", path, strerror(errno));
		return refused(fd, why);
	}
	return fd;
}

void lock_release(int lock)
{
	if (ftruncate(lock, 0))
		errno = 0; /* an old number in the file misleads nobody but a reader */
	close(lock);
}
