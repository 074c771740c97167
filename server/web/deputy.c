/* Who stands in for a unit's manager. */
#include "rules/deputy.h"

#include "base/list.h"
#include "base/text.h"
#include "handlers.h"
#include "templates.h"
#include "unit.h"
#include "views/unit.h"

static const struct unit *unit_here(struct visit *v)
{
	const struct unit *u = unit_named(v, v->word);
	return u && deputy_may_name(&v->work, u->id) ? u : NULL;
}

static enum outcome form(struct visit *v, const struct unit *u, int status)
{
	struct deputy_view view = { .chrome = &v->chrome,
		.unit = u,
		.login = visit_field(v, "login"),
		.until = visit_field(v, "until"),
		.faults = v->work.faults };
	struct deputies all = deputy_of_unit_any(v->work.db, u->id);
	LIST_EACH (const struct deputy, d, &all)
		*LIST_ADD(v->work.arena, &view.deputies) =
			(struct deputy_line){ d, d->until ? visit_day(v, d->until - 1) : NULL };
	struct persons some = deputy_candidates(&v->work, u->id);
	LIST_EACH (const struct person, p, &some)
		if (!deputy_is(v->work.db, u->id, p->id))
			*LIST_ADD(v->work.arena, &view.candidates) =
				(struct unit_candidate){ p->login, p->name, p->unit_name };
	deputies(visit_page(v, _("Deputies")), &view);
	v->out->status = status;
	return DONE;
}

static enum outcome back(struct visit *v, const struct unit *u)
{
	struct out address = out_new(v->work.arena);
	out_text(&address, "/units/");
	uri_encode(&address, u->code);
	out_text(&address, "/deputies?said=saved");
	return visit_see_other(v, out_string(&address));
}

enum outcome deputy_show(struct visit *v)
{
	const struct unit *u = unit_here(v);
	return u ? form(v, u, 200) : NOT_FOUND;
}

enum outcome deputy_add_post(struct visit *v)
{
	const struct unit *u = unit_here(v);
	if (!u)
		return NOT_FOUND;
	enum outcome outcome = deputy_name(&v->work, u->id,
		text_trim(v->work.arena, visit_field(v, "login")), visit_field(v, "until"));
	if (outcome == INVALID)
		return form(v, u, 422);
	return outcome == DONE ? back(v, u) : outcome;
}

enum outcome deputy_dismiss_post(struct visit *v)
{
	const struct unit *u = unit_here(v);
	if (!u)
		return NOT_FOUND;
	enum outcome outcome =
		deputy_dismiss(&v->work, u->id, (struct person_id){ visit_number(v, "person") });
	return outcome == DONE ? back(v, u) : outcome;
}
