#include "org.h"

#include "person.h"
#include "unit.h"

const char *org_act_word(enum org_act act)
{
	switch (act) {
	case ORG_ADD:
		return _("New");
	case ORG_CHANGE:
		return _("Changed");
	case ORG_DEACTIVATE:
		return _("Deactivated");
	case ORG_REACTIVATE:
		return _("Active again");
	}
	return "";
}

const char *org_act_class(enum org_act act)
{
	switch (act) {
	case ORG_ADD:
	case ORG_REACTIVATE:
		return "experience";
	case ORG_CHANGE:
		return "lesson";
	case ORG_DEACTIVATE:
		return "ask";
	}
	return "";
}

const char *org_step_about(struct arena *a, const struct org_step *s)
{
	struct out o = out_new(a);
	if (s->unit) {
		out_text(&o, unit_kind_word(s->unit->kind));
	} else if (s->act == ORG_ADD) {
		out_text(&o, person_role_words(a, s->person->roles));
		if (!s->person->active)
			out_format(&o, "%s%s", _(", "), _("inactive"));
	}
	if (s->where && *s->where)
		out_format(&o, "%s%s", o.len ? _(", ") : "", s->where);
	return out_string(&o);
}

static void print_step(struct out *o, const struct org_step *s)
{
	static const char marks[] = { '+', '~', '-', '+' };
	out_format(o, "%c %s %s%s%s", marks[s->act], org_act_word(s->act),
		s->unit ? s->unit->code : s->person->login, " ",
		s->unit ? s->unit->name : s->person->name);
	const char *about = org_step_about(o->arena, s);
	if (s->act != ORG_CHANGE && *about)
		out_format(o, " (%s)", about);
	LIST_EACH (const struct change_field, f, &s->changes)
		out_format(o, "%s %s: %s → %s", f == s->changes.items ? "" : ";",
			change_word(f->name), change_value(o->arena, f->name, f->from),
			change_value(o->arena, f->name, f->to));
	out_char(o, '\n');
}

void org_plan_print(struct out *o, const struct org_plan *plan)
{
	LIST_EACH (const struct org_step, s, &plan->steps)
		print_step(o, s);
	out_format(o, _("Unchanged: %ld units, %ld people"), (long)plan->units_same,
		(long)plan->people_same);
	out_char(o, '\n');
	LIST_EACH (const struct fault, f, &plan->remarks) {
		out_text(o, "! ");
		if (f->line) {
			out_format(o, _("Line %d:"), f->line);
			out_char(o, ' ');
		}
		out_format(o, "%s\n", f->message);
	}
}

void org_passwords_print(struct out *o, const struct org_passwords *passwords)
{
	LIST_EACH (const struct org_password, p, passwords)
		out_format(o, "%s,%s\n", p->login, p->password);
}
