#include "job.h"

bool job_keep(struct work *w, const struct job *jobs, size_t count)
{
	TXN(t, w->writer, w->arena);
	for (size_t i = 0; i < count; i++)
		job_put(&t, &jobs[i]);
	return txn_commit(&t);
}
