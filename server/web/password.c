/* One's own password. */
#include "base/text.h"
#include "handlers.h"
#include "rules/session.h"
#include "templates.h"
#include "views/me.h"

static enum outcome form(struct visit *v, int status)
{
	bool first = v->work.who->must_change;
	const struct password_view view = {
		.chrome = &v->chrome, .first = first, .faults = v->work.faults
	};
	password(visit_page(v, first ? _("Choose your own password") : _("Change my password")),
		&view);
	v->out->status = status;
	return DONE;
}

enum outcome password_show(struct visit *v)
{
	return form(v, 200);
}

enum outcome password_save(struct visit *v)
{
	const char *fresh = visit_field(v, "new");
	if (!text_same(fresh, visit_field(v, "again"))) {
		fault_add(&v->work.faults, "again",
			_("The two are not the same. Type the new password twice."));
		return form(v, 422);
	}
	enum outcome outcome =
		session_change_password(&v->work, visit_field(v, "old"), fresh, v->cookie);
	if (outcome == INVALID)
		return form(v, 422);
	return outcome == DONE ? visit_see_other(v, "/?said=password") : outcome;
}
