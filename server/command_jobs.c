/* tributary jobs: what the server does by itself, as it stood within the last minute. */
#include "command.h"
#include "doors/i18n.h"
#include "store/job.h"

int command_jobs(struct command *c)
{
	struct desk_of_owner d;
	if (c->words.count)
		return EXIT_USAGE;
	if (!command_read(c, &d))
		return EXIT_FAILED;
	struct job_list all = job_list_any(d.db);
	LIST_EACH (const struct job, j, &all)
		fprintf(c->out, "%s  %s  %6lld  %9.1f ms  %s\n",
			clock_rfc3339(c->arena, j->began_at), clock_rfc3339(c->arena, j->next_at),
			(long long)j->done, (double)j->took / 1000, j->name);
	if (!all.count)
		fprintf(c->out, "%s\n", _("No server has run on this database yet."));
	command_close(&d);
	return EXIT_DONE;
}
