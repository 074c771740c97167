/* The organisation's settings. */
#include "base/list.h"
#include "handlers.h"
#include "templates.h"
#include "views/setting.h"

static enum outcome form(struct visit *v, int status)
{
	struct setting_view view = { .chrome = &v->chrome, .faults = v->work.faults };
	for (size_t i = 0; setting_at(i); i++) {
		const struct setting *s = setting_at(i);
		if (!setting_may(v->work.who, s))
			continue;
		const char *typed = fields_value(&v->form, s->name);
		*LIST_ADD(v->work.arena, &view.lines) = (struct setting_line){ s,
			typed ? typed : setting_text(v->work.db, s->name) };
	}
	admin_setting(visit_page(v, _("Settings")), &view);
	v->out->status = status;
	return DONE;
}

enum outcome admin_setting_show(struct visit *v)
{
	return form(v, 200);
}

enum outcome admin_setting_save(struct visit *v)
{
	enum outcome outcome = setting_save(&v->work, &v->form);
	if (outcome == INVALID)
		return form(v, 422);
	return outcome == DONE ? visit_see_other(v, "/admin/settings?said=saved") : outcome;
}
