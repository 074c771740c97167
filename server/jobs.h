/*
 * jobs: what the server does beside answering: a table of jobs, each every so many seconds. Two
 * threads: one for what only needs the database, one for what waits for other programs (mail and
 * the like), so that neither holds up the other. Nothing here makes a request wait.
 */
#ifndef JOBS_H
#define JOBS_H

#include "rules/install.h"
#include "rules/outbox.h"

struct jobs;

/* The database's path is for readers of their own, and for the check that runs in a process of its
 * own. */
struct jobs *jobs_start(const struct install *install, const struct outbox_setup *outbox,
	const char *db_path, struct arena *a);
/* Lets the jobs under way end, ends a check under way. false: one of them still waits for another
 * program; the process is to end without closing what it may use. */
bool jobs_stop(struct jobs *j);

#endif
