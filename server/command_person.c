/* tributary person add, tributary token add */
#include <string.h>

#include "base/text.h"
#include "command.h"
#include "doors/i18n.h"
#include "doors/secret.h"
#include "rules/person.h"
#include "rules/session.h"
#include "store/unit.h"

/* From standard input if that is no terminal and not empty; else NULL. */
static const char *given_password(struct command *c)
{
	const char *input = c->input ? text_trim(c->arena, c->input) : "";
	return *input ? input : NULL;
}

static unsigned roles_of(struct command *c, struct faults *faults)
{
	unsigned roles = 0;
	LIST_EACH (const struct option_value, o, &c->options) {
		if (!text_same(o->name, "--role"))
			continue;
		enum role role = role_parse(o->value, strlen(o->value));
		if (role == ROLE_NONE)
			fault_add(faults, "roles",
				arena_format(c->arena,
					_("There is no role “%s”. Roles are rep, team_manager, "
					  "branch_manager, trainer, hq and admin."),
					o->value));
		roles |= role;
	}
	return roles;
}

static int add(struct command *c, struct desk_of_owner *d)
{
	unsigned roles = roles_of(c, &d->work.faults);
	if (d->work.faults.count)
		return command_outcome(c, &d->work, INVALID);
	const char *code = command_option(c, "--unit", "");
	const struct unit *unit = unit_by_code(d->db, code);
	if (!unit && *code && !unit_get(d->db, (struct unit_id){ 1 })) {
		enum outcome made = person_first_unit(&d->work, code, code);
		if (made != DONE)
			return command_outcome(c, &d->work, made);
		work_refresh(&d->work);
		unit = unit_by_code(d->db, code);
	}
	const char *given = given_password(c);
	const char *password = given ? given : secret_one_time_password(c->arena);
	struct person p = { .login = c->words.items[1],
		.name = command_option(c, "--name", ""),
		.email = command_option(c, "--email", NULL),
		.roles = roles,
		.active = true,
		.must_change = !given };
	if (unit)
		p.unit = unit->id;
	struct person_id id;
	enum outcome outcome = person_create(&d->work, &p, password, &id);
	if (outcome == DONE && !given)
		fprintf(c->out, "%s\n", password);
	return command_outcome(c, &d->work, outcome);
}

int command_person(struct command *c)
{
	if (c->words.count != 2 || !text_same(c->words.items[0], "add") ||
		!command_option(c, "--name", NULL) || !command_option(c, "--role", NULL) ||
		!command_option(c, "--unit", NULL))
		return EXIT_USAGE;
	struct desk_of_owner d;
	if (!command_open(c, &d))
		return EXIT_FAILED;
	int code = add(c, &d);
	command_close(&d);
	return code;
}

int command_token(struct command *c)
{
	if (c->words.count != 2 || !text_same(c->words.items[0], "add"))
		return EXIT_USAGE;
	struct desk_of_owner d;
	if (!command_open(c, &d))
		return EXIT_FAILED;
	const struct person *p = person_by_login_any(d.db, c->words.items[1]);
	const char *token = NULL;
	enum outcome outcome = p ? session_add_token(&d.work, p->id,
					   command_option(c, "--label", "command line"), &token)
				 : NOT_FOUND;
	if (!p)
		fault_add(&d.work.faults, NULL,
			arena_format(c->arena, _("There is no person with the login “%s”."),
				c->words.items[1]));
	if (outcome == DONE)
		fprintf(c->out, "%s\n", token);
	int code = command_outcome(c, &d.work, outcome);
	command_close(&d);
	return code;
}
