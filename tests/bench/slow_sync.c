/* slow_sync: LD_PRELOAD of the bench. A disk whose sync takes at least 5 ms, whatever the real one
 * takes. Without it every file system in memory would make one commit a request look cheap. */
#include <dlfcn.h>
#include <time.h>

static long now(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec * 1000000000 + t.tv_nsec;
}

static int slowly(const char *name, int fd)
{
	int (*real)(int) = (int (*)(int))dlsym(RTLD_NEXT, name);
	long end = now() + 5000000;
	int result = real(fd);
	for (long left; (left = end - now()) > 0;)
		nanosleep(&(struct timespec){ .tv_nsec = left }, NULL);
	return result;
}

int fsync(int fd);
int fsync(int fd)
{
	return slowly("fsync", fd);
}

int fdatasync(int fd);
int fdatasync(int fd)
{
	return slowly("fdatasync", fd);
}
