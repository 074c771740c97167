#include "disk.h"

#include <assert.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/list.h"
#include "base/out.h"

static bool failed(struct arena *a, const char **why, const char *doing, const char *path)
{
	*why = arena_format(a, "cannot %s %s: %s", doing, path, strerror(errno));
	return false;
}

char *disk_read(struct arena *a, const char *path, size_t limit, size_t *len, const char **why)
{
	bool standard = strcmp(path, "-") == 0;
	int fd = standard ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
	struct out o = out_new(a);
	char piece[16384];
	ssize_t got = -1;
	if (fd >= 0) {
		while ((got = read(fd, piece, sizeof piece)) > 0 || (got < 0 && errno == EINTR)) {
			out_bytes(&o, piece, got > 0 ? (size_t)got : 0);
			if (o.len > limit)
				break;
		}
	}
	if (got < 0)
		failed(a, why, "read", path);
	else if (o.len > limit)
		*why = arena_format(a, "%s is larger than %zu bytes", path, limit);
	if (fd >= 0 && !standard)
		close(fd);
	if (got < 0 || o.len > limit)
		return NULL;
	*len = o.len;
	out_string(&o);
	return o.data;
}

static char *folder_of(struct arena *a, const char *path)
{
	const char *slash = strrchr(path, '/');
	if (!slash)
		return arena_string(a, ".");
	return slash == path ? arena_string(a, "/") : arena_copy(a, path, (size_t)(slash - path));
}

static bool sync_path(struct arena *a, const char *path, int flags, const char **why)
{
	int fd = open(path, flags | O_RDONLY | O_CLOEXEC);
	bool ok = fd >= 0 && fsync(fd) == 0;
	if (!ok)
		failed(a, why, "sync", path);
	if (fd >= 0)
		close(fd);
	return ok;
}

static bool write_all(int fd, const char *bytes, size_t len)
{
	while (len) {
		ssize_t put = write(fd, bytes, len);
		if (put < 0 && errno == EINTR)
			continue;
		if (put <= 0)
			return false;
		bytes += put;
		len -= (size_t)put;
	}
	return true;
}

bool disk_write(struct arena *a, const char *path, const char *bytes, size_t len, unsigned mode,
	const char **why)
{
	char *beside = arena_format(a, "%s.XXXXXX", path);
	int fd = mkostemp(beside, O_CLOEXEC);
	if (fd < 0)
		return failed(a, why, "write", path);
	bool ok = write_all(fd, bytes, len) && fchmod(fd, mode) == 0 && fsync(fd) == 0;
	ok = close(fd) == 0 && ok;
	ok = ok && rename(beside, path) == 0;
	if (!ok) {
		failed(a, why, "write", path);
		unlink(beside);
		return false;
	}
	return sync_path(a, folder_of(a, path), O_DIRECTORY, why);
}

bool disk_settle(struct arena *a, const char *from, const char *to, const char **why)
{
	if (!sync_path(a, from, 0, why))
		return false;
	if (renameat2(AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE))
		return failed(a, why, "make", to);
	return sync_path(a, folder_of(a, to), O_DIRECTORY, why);
}

bool disk_make_folders(struct arena *a, const char *path, const char **why)
{
	char *part = arena_string(a, path);
	for (char *p = part; *p;) {
		p += strspn(p, "/");
		p += strcspn(p, "/");
		char kept = *p;
		*p = 0;
		if (*part && mkdir(part, 0777) && errno != EEXIST)
			return failed(a, why, "make the folder", part);
		*p = kept;
	}
	if (disk_kind(path) == DISK_FOLDER)
		return true;
	errno = ENOTDIR;
	return failed(a, why, "make the folder", path);
}

enum disk_kind disk_kind(const char *path)
{
	struct stat s;
	if (stat(path, &s))
		return DISK_NOTHING;
	return S_ISREG(s.st_mode) ? DISK_FILE : S_ISDIR(s.st_mode) ? DISK_FOLDER : DISK_OTHER;
}

static int by_bytes(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

bool disk_list(struct arena *a, const char *folder, struct disk_names *names, const char **why)
{
	DIR *d = opendir(folder);
	if (!d)
		return failed(a, why, "read the folder", folder);
	struct dirent *entry;
	while ((errno = 0, entry = readdir(d))) {
		if (entry->d_name[0] != '.')
			*LIST_ADD(a, names) = arena_string(a, entry->d_name);
	}
	bool ok = errno == 0;
	if (!ok)
		failed(a, why, "read the folder", folder);
	closedir(d);
	LIST_SORT(names, by_bytes);
	return ok;
}

char *disk_beside(struct arena *a, const char *path, const char *suffix)
{
	char *real = realpath(path, NULL);
	if (real) {
		char *named = arena_format(a, "%s%s", real, suffix);
		free(real);
		return named;
	}
	real = realpath(folder_of(a, path), NULL);
	const char *slash = strrchr(path, '/');
	char *named = real ? arena_format(a, "%s/%s%s", strcmp(real, "/") ? real : "",
				     slash ? slash + 1 : path, suffix)
			   : arena_format(a, "%s%s", path, suffix);
	free(real);
	return named;
}
