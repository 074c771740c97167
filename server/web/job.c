/* What the server does by itself. */
#include "handlers.h"
#include "store/job.h"
#include "templates.h"
#include "views/job.h"
#include "views/mail.h"

#include "base/list.h"

enum outcome job_show(struct visit *v)
{
	struct arena *a = v->work.arena;
	struct job_list all = job_list_any(v->work.db);
	struct job_view view = { .chrome = &v->chrome,
		.mail = outbox_figures_any(v->work.db, "mail"),
		.mail_on = mail_is_on(&v->app->outbox) };
	view.mail_error = view.mail.error ? _(view.mail.error) : NULL;
	LIST_EACH (const struct job, j, &all)
		*LIST_ADD(a, &view.lines) = (struct job_line){ _(j->name),
			visit_time(v, j->began_at), visit_time(v, j->next_at),
			arena_format(a, "%.1f", (double)j->took / 1000), j->done };
	job_list(visit_page(v, _("What the server does")), &view);
	return DONE;
}

enum outcome job_list_json(struct visit *v)
{
	struct job_list all = job_list_any(v->work.db);
	struct json_writer j = visit_json(v, 200);
	json_begin_object(&j);
	json_key_array(&j, "items");
	LIST_EACH (const struct job, job, &all) {
		json_begin_object(&j);
		json_key_text(&j, "name", job->name);
		json_key_number(&j, "began_at", job->began_at);
		json_key_number(&j, "next_at", job->next_at);
		json_key_number(&j, "took_us", job->took);
		json_key_number(&j, "done", job->done);
		json_end(&j);
	}
	json_end(&j);
	json_end(&j);
	return DONE;
}
