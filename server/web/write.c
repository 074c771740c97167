/* The page to write on. */
#include <string.h>

#include "handlers.h"
#include "rules/reflection.h"
#include "templates.h"
#include "views/reflection.h"

static enum outcome form(struct visit *v, const char *text, int status)
{
	const struct write_view view = { .chrome = &v->chrome,
		.week = week_name(v->work.arena, work_week(&v->work)),
		.text = text,
		.faults = v->work.faults };
	write_file(visit_page(v, _("Write")), &view);
	v->out->status = status;
	return DONE;
}

enum outcome write_show(struct visit *v)
{
	const struct reflection *r =
		reflection_weekly_any(v->work.db, v->work.who->person, work_week(&v->work));
	const char *text = r ? reflection_text_any(v->work.db, r->id, 0) : NULL;
	return form(v, text ? text : "", 200);
}

enum outcome write_submit(struct visit *v)
{
	struct reflection_rules rules = reflection_rules_now(&v->work);
	rules.has_expected = true;
	rules.expected = work_week(&v->work);
	const char *typed = visit_field(v, "text");
	struct reflection_text text;
	if (!reflection_text_parse(
		    v->work.arena, typed, strlen(typed), &rules, &text, &v->work.faults))
		return form(v, typed, 422);
	const struct submission s = { .text = &text };
	struct reflection_id id;
	bool created;
	enum outcome outcome = reflection_submit(&v->work, &s, &id, &created);
	if (outcome != DONE)
		return outcome;
	return visit_see_other(
		v, arena_format(v->work.arena, "/reflections/%ld?said=submitted", (long)id.n));
}
