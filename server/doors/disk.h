/*
 * disk: whole files, read and written so that a crash leaves the old one or the new one. For
 * exports, backups, imports and what the command line is given; not for requests.
 *
 * Functions that can fail return false or NULL and set *why: a sentence without full stop that
 * names the file, in the arena.
 */
#ifndef DOORS_DISK_H
#define DOORS_DISK_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

/* The whole file, with a NUL behind it. Longer than limit is a failure. Path "-" is standard input.
 */
char *disk_read(struct arena *a, const char *path, size_t limit, size_t *len, const char **why);

/* Written beside, synced, renamed over path; the folder is synced too. mode as in open(). */
bool disk_write(struct arena *a, const char *path, const char *bytes, size_t len, unsigned mode,
	const char **why);

bool disk_make_folders(struct arena *a, const char *path, const char **why); /* like mkdir -p */

/* Sync a file that a library wrote, and the folder it is in, and give it its final name: what a
 * backup does last. Refuses to replace a file that is there. */
bool disk_settle(struct arena *a, const char *from, const char *to, const char **why);

enum disk_kind { DISK_NOTHING, DISK_FILE, DISK_FOLDER, DISK_OTHER };
enum disk_kind disk_kind(const char *path);

/* Names in a folder, sorted by bytes, without those that begin with a dot. */
struct disk_names {
	const char **items;
	size_t count, room;
};
bool disk_list(struct arena *a, const char *folder, struct disk_names *names, const char **why);

/*
 * The name of a companion of a file ("/data/db" + ".lock"), the same by whichever way the file is
 * named: links and dots are followed first. The file need not exist, its folder must (else the
 * given name is used as it is).
 */
char *disk_beside(struct arena *a, const char *path, const char *suffix);

#endif
