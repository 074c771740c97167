/* tributary person add, tributary token add */
#include <string.h>

#include "base/text.h"
#include "command.h"
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

static unsigned roles_of(struct command *c)
{
	unsigned roles = 0;
	for (size_t i = 0; i < c->options.count; i++)
		if (text_same(c->options.items[i].name, "--role")) {
			const char *name = c->options.items[i].value;
			enum role role = role_parse(name, strlen(name));
			if (role == ROLE_NONE)
				return 0;
			roles |= role;
		}
	return roles;
}

static int add(struct command *c, struct desk_of_owner *d)
{
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
		.roles = roles_of(c),
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
	if (c->words.count != 2 || !text_same(c->words.items[0], "add"))
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
	if (outcome == DONE)
		fprintf(c->out, "%s\n", token);
	int code = command_outcome(c, &d.work, outcome);
	command_close(&d);
	return code;
}
