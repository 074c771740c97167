/*
 * job: keeps what the server's own work (jobs.c) did, for whoever looks at it. The work itself does
 * not rest on these rows: each job finds what is due in the truth, in the transaction that does it,
 * so that a restart neither doubles nor loses a step.
 */
#ifndef RULES_JOB_H
#define RULES_JOB_H

#include "store/job.h"
#include "work.h"

bool job_keep(struct work *w, const struct job *jobs, size_t count); /* in one transaction */

#endif
