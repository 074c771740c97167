/* The log of managing acts. */
#include <stdlib.h>
#include <string.h>

#include "base/list.h"
#include "base/text.h"
#include "doors/secret.h"
#include "handlers.h"
#include "store/person.h"
#include "templates.h"
#include "views/audit.h"

enum { PER_PAGE = 50 };

static const char purpose[] = "admin/audit";

/* False, with a fault: nobody is called so. */
static bool read_filters(struct visit *v, struct audit_search *s)
{
	struct arena *a = v->work.arena;
	const char *act = visit_query(v, "act"), *slash = strchr(act, '/');
	if (slash) {
		s->noun = arena_copy(a, act, (size_t)(slash - act));
		s->action = slash + 1;
	}
	s->unit.n = visit_query_number(v, "unit");
	const char *sealed = visit_query(v, "cursor");
	const char *before = *sealed ? secret_open(a, &v->app->install.key, purpose, sealed) : NULL;
	s->before = before ? strtoll(before, NULL, 10) : 0;
	const char *login = text_trim(a, visit_query(v, "person"));
	if (!*login)
		return true;
	const struct person *p = person_by_login_any(v->work.db, login);
	if (p)
		s->person = p->id;
	else
		fault_add(&v->work.faults, "person", _("Nobody has this sign-in name."));
	return p != NULL;
}

enum outcome admin_audit_show(struct visit *v)
{
	struct arena *a = v->work.arena;
	struct audit_search s = { .limit = PER_PAGE + 1 };
	struct audit_entries found = { 0 };
	if (read_filters(v, &s))
		found = audit_search_any(v->work.db, &s);
	struct units units = unit_all(v->work.db);
	struct audit_view view = { .chrome = &v->chrome,
		.acts = audit_choices_of(a, visit_query(v, "act")),
		.units = unit_choices_of(a, &units, ~0u, s.unit),
		.act = visit_query(v, "act"),
		.person = visit_query(v, "person"),
		.unit = s.unit.n,
		.faults = v->work.faults };
	LIST_EACH (const struct audit_entry, e, &found) {
		if (view.lines.count == PER_PAGE) {
			view.next = secret_seal(a, &v->app->install.key, purpose,
				arena_format(a, "%lld", (long long)e[-1].id));
			break;
		}
		struct audit_line *line = LIST_ADD(a, &view.lines);
		*line = audit_line_of(a, e);
		line->when = visit_time(v, e->at);
	}
	admin_audit(visit_page(v, _("Audit log")), &view);
	return DONE;
}
