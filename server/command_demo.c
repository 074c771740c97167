/* tributary demo */
#include "base/text.h"
#include "command.h"
#include "doors/i18n.h"
#include "rules/demo.h"
#include <string.h>

static const char *role_word(unsigned roles)
{
	return roles & HQ               ? _("headquarters")
	       : roles & TRAINER        ? _("trainer")
	       : roles & BRANCH_MANAGER ? _("branch manager")
	       : roles & TEAM_MANAGER   ? _("team manager")
	       : roles & ADMIN          ? _("administrator")
					: _("rep");
}

/* Han characters are two columns wide. */
static void print_padded(FILE *out, const char *s, int columns)
{
	int width = 0;
	const char *end = s + strlen(s);
	for (const char *p = s; p < end;)
		width += text_rune(&p, end) >= 0x1100 ? 2 : 1;
	fprintf(out, "%s%*s", s, width < columns ? columns - width : 1, "");
}

static void print_sign_ins(struct command *c, const struct demo_sign_ins *all)
{
	fprintf(c->out, _("Sign in as one of these; the password of each is: %s\n\n"),
		DEMO_PASSWORD);
	LIST_EACH (const struct demo_sign_in, s, all) {
		fprintf(c->out, "  ");
		print_padded(c->out, s->login, 16);
		print_padded(c->out, s->name, 12);
		print_padded(c->out, role_word(s->roles), 18);
		fprintf(c->out, "%s\n", s->unit);
	}
	fprintf(c->out, "\n");
}

int command_demo(struct command *c)
{
	const struct demo_size size = { .branches = command_number(c, "--branches", 0),
		.teams = command_number(c, "--teams", 0),
		.reps = command_number(c, "--reps", 0),
		.weeks = command_number(c, "--weeks", 0),
		.seed = (uint64_t)command_number(c, "--seed", 1) };
	if (c->words.count)
		return EXIT_USAGE;
	struct desk_of_owner d;
	if (!command_open(c, &d))
		return EXIT_FAILED;
	struct demo_sign_ins sign_ins = { 0 };
	int code = command_outcome(c, &d.work, demo_make(&d.work, &size, &sign_ins));
	if (code == EXIT_DONE)
		print_sign_ins(c, &sign_ins);
	command_close(&d);
	return code;
}
