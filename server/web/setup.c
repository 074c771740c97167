/* The first page of an empty database: the headquarters and who administers it. */
#include "rules/setup.h"

#include "base/text.h"
#include "guard.h"
#include "handlers.h"
#include "rules/session.h"
#include "templates.h"
#include "views/me.h"

static enum outcome form(struct visit *v, int status)
{
	const struct set_up_view view = { .chrome = &v->chrome,
		.unit = visit_field(v, "unit"),
		.login = visit_field(v, "login"),
		.name = visit_field(v, "name"),
		.faults = v->work.faults };
	set_up(visit_page(v, _("Begin")), &view);
	v->out->status = status;
	return DONE;
}

enum outcome setup_show(struct visit *v)
{
	return setup_is_due(v->work.db) ? form(v, 200) : NOT_FOUND;
}

enum outcome setup_save(struct visit *v)
{
	struct arena *a = v->work.arena;
	const struct setup s = { .unit = text_trim(a, visit_field(v, "unit")),
		.name = text_trim(a, visit_field(v, "name")),
		.login = text_trim(a, visit_field(v, "login")),
		.password = visit_field(v, "new") };
	enum outcome outcome = setup_do(&v->work, &s);
	if (outcome == INVALID)
		return form(v, 422);
	if (outcome != DONE)
		return outcome;
	work_refresh(&v->work);
	const char *cookie;
	outcome = session_sign_in(&v->work, s.login, s.password, v->address,
		request_header(v->in, "User-Agent"), &cookie);
	if (outcome != DONE)
		return outcome;
	guard_set_cookie(v, cookie);
	return visit_see_other(v, "/admin?said=begun");
}
