/* My desk: what waits for me. */
#include "handlers.h"
#include "store/reflection.h"
#include "templates.h"
#include "views/desk.h"

enum outcome desk_show(struct visit *v)
{
	const struct who *who = v->work.who;
	struct week week = work_week(&v->work);
	const struct desk_view view = { .chrome = &v->chrome,
		.name = who->name,
		.week = week_name(v->work.arena, week),
		.written = reflection_weekly_any(v->work.db, who->person, week) };
	desk(visit_page(v, _("My desk")), &view);
	return DONE;
}
