/* The administrator's pages of people. */
#include "base/text.h"
#include "handlers.h"
#include "rules/person.h"
#include "rules/session.h"
#include "templates.h"
#include "token.h"
#include "views/person.h"

enum { PER_PAGE = 50, INACTIVE_MOST = 200 };

enum outcome admin_person_list_show(struct visit *v)
{
	struct db *db = v->work.db;
	struct units units = unit_all(db);
	int64_t page = visit_query_number(v, "page");
	struct person_search s = { .word = text_trim(v->work.arena, visit_query(v, "q")),
		.unit = { visit_query_number(v, "unit") },
		.active = true,
		.limit = PER_PAGE };
	if (page < 1)
		page = 1;
	s.skip = (page - 1) * PER_PAGE;
	struct person_list_view view = { .chrome = &v->chrome,
		.word = s.word,
		.unit = s.unit.n,
		.units = unit_choices_of(v->work.arena, &units, ~0u, s.unit),
		.active = person_search_any(db, &s),
		.active_count = person_search_count_any(db, &s) };
	view.before = page - 1;
	view.after = page * PER_PAGE < view.active_count ? page + 1 : 0;
	s.active = false;
	s.limit = INACTIVE_MOST;
	s.skip = 0;
	if (page == 1)
		view.inactive = person_search_any(db, &s);
	view.inactive_count = person_search_count_any(db, &s);
	admin_person_list(visit_page(v, _("People")), &view);
	return DONE;
}

static enum outcome form(struct visit *v, const struct person *p, int status)
{
	struct db *db = v->work.db;
	struct units units = unit_all(db);
	struct person_form_view view = { .chrome = &v->chrome,
		.person = *p,
		.roles = person_role_choices(v->work.arena, p->roles),
		.units = unit_choices_of(v->work.arena, &units, ~0u, p->unit),
		.faults = v->work.faults,
		.self = p->id.n == v->work.who->person.n };
	if (p->id.n) {
		view.deputies = deputy_of_person_any(db, p->id);
		view.tokens = token_lines(v, p->id);
		view.since = visit_date(v, p->created_at);
		admin_person_edit(visit_page(v, p->name), &view);
	} else {
		admin_person_new(visit_page(v, _("Add a person")), &view);
	}
	v->out->status = status;
	return DONE;
}

enum outcome admin_person_new_show(struct visit *v)
{
	const struct person p = { .roles = REP, .unit = { visit_query_number(v, "unit") } };
	return form(v, &p, 200);
}

enum outcome admin_person_show(struct visit *v)
{
	const struct person *p = person_get_any(v->work.db, (struct person_id){ v->arg[0] });
	return p ? form(v, p, 200) : NOT_FOUND;
}

/* What the form says goes over what is there. */
static void read_form(struct visit *v, struct person *p)
{
	struct arena *a = v->work.arena;
	p->name = text_trim(a, visit_field(v, "name"));
	p->email = text_trim(a, visit_field(v, "email"));
	if (!*p->email)
		p->email = NULL;
	p->unit.n = visit_number(v, "unit");
	p->roles = 0;
	for (const struct field *f = NULL; (f = fields_next(&v->form, "role", f));)
		p->roles |= role_parse(f->value, f->len);
}

static enum outcome show_secret(struct visit *v, struct person_id id, const char *password)
{
	work_refresh(&v->work);
	const struct person_secret_view view = {
		.chrome = &v->chrome, .person = person_get_any(v->work.db, id), .password = password
	};
	admin_person_secret(visit_page(v, _("One-time password")), &view);
	return DONE;
}

enum outcome admin_person_add(struct visit *v)
{
	struct person p = { .login = text_trim(v->work.arena, visit_field(v, "login")),
		.active = true,
		.must_change = true };
	read_form(v, &p);
	const char *password = secret_one_time_password(v->work.arena);
	struct person_id id;
	enum outcome outcome = person_create(&v->work, &p, password, &id);
	if (outcome == INVALID || outcome == CONFLICT)
		return form(v, &p, outcome_status(outcome));
	return outcome == DONE ? show_secret(v, id, password) : outcome;
}

/* Back to the person's page, or to what went wrong. */
static enum outcome back(struct visit *v, enum outcome outcome, const char *said)
{
	if (outcome != DONE)
		return outcome;
	return visit_see_other(
		v, arena_format(v->work.arena, "/admin/people/%ld?said=%s", (long)v->arg[0], said));
}

enum outcome admin_person_save(struct visit *v)
{
	const struct person *old = person_get_any(v->work.db, (struct person_id){ v->arg[0] });
	if (!old)
		return NOT_FOUND;
	struct person p = *old;
	read_form(v, &p);
	enum outcome outcome = person_alter(&v->work, &p);
	if (outcome == INVALID || outcome == CONFLICT)
		return form(v, &p, outcome_status(outcome));
	return back(v, outcome, "saved");
}

enum outcome admin_person_deactivate(struct visit *v)
{
	return back(v, person_deactivate(&v->work, (struct person_id){ v->arg[0] }), "deactivated");
}

enum outcome admin_person_reactivate(struct visit *v)
{
	return back(v, person_reactivate(&v->work, (struct person_id){ v->arg[0] }), "reactivated");
}

enum outcome admin_person_sign_out(struct visit *v)
{
	return back(v, person_sign_out(&v->work, (struct person_id){ v->arg[0] }), "ended");
}

enum outcome admin_person_password(struct visit *v)
{
	const struct person_id id = { v->arg[0] };
	const char *password = NULL;
	enum outcome outcome = person_reset_password(&v->work, id, &password);
	return outcome == DONE ? show_secret(v, id, password) : outcome;
}

enum outcome admin_person_token_revoke(struct visit *v)
{
	const struct person_id id = { v->arg[0] };
	return back(v, session_revoke_token(&v->work, id, v->arg[1]), "revoked");
}
