/*
 * jobs: what the server does beside answering: one thread, a table of jobs, each every so many
 * seconds. Nothing here makes a request wait.
 */
#ifndef JOBS_H
#define JOBS_H

#include "rules/install.h"

struct jobs;

/* The database's path is for the check that runs in a process of its own. */
struct jobs *jobs_start(const struct install *install, const char *db_path, struct arena *a);
void jobs_stop(struct jobs *j); /* lets the job under way end, ends a check under way */

#endif
