/*
 * install: a database as this program needs it: the lock that keeps a second writer away, the
 * schema of today, the key of proofs and cursors.
 */
#ifndef RULES_INSTALL_H
#define RULES_INSTALL_H

#include <stdbool.h>

#include "doors/secret.h"

struct db;
struct writer;

struct install {
	struct writer *writer;
	int lock;
	struct secret_key key;
};

/* A file of an older version is brought up to date; the file as it was before step N stays beside
 * it as FILE.before-N. false: *why says it; nothing is held then. */
bool install_open(struct install *in, const char *path, struct arena *a, const char **why);
void install_close(struct install *in);

/* For /metrics: commits since the start, the writes they carried, bytes in the write-ahead log. */
struct install_figures {
	int64_t commits, writes, log_bytes;
};
struct install_figures install_figures(const struct install *in);

/* For jobs: see writer_checkpoint() and writer_was_hurt() (doors/txn.h). */
bool install_fold_log(const struct install *in, int64_t bytes);
bool install_was_hurt(const struct install *in);

/* For reading only, while another process may write. NULL and *why also if its schema is not the
 * program's. */
struct db *install_read(const char *path, struct arena *a, const char **why);

#endif
