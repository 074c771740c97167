/* tributary org import FILE.csv [--apply] */
#include "base/text.h"
#include "command.h"
#include "doors/i18n.h"
#include "views/org.h"

static void print(FILE *f, struct out *o)
{
	fputs(out_string(o), f);
}

static int try_it(struct command *c, struct desk_of_owner *d)
{
	struct org_plan plan;
	if (!org_plan_make(&d->work, d->db, c->input, c->input_len, &plan))
		return command_outcome(c, &d->work, INVALID);
	struct out o = out_new(c->arena);
	org_plan_print(&o, &plan);
	out_format(&o, "%s\n", _("Nothing is changed yet. Do it with --apply."));
	print(c->out, &o);
	return EXIT_DONE;
}

/* The passwords alone on standard output, so that they can be kept by a program. */
static int apply(struct command *c, struct desk_of_owner *d)
{
	struct org_plan plan;
	struct org_passwords made;
	enum outcome outcome = org_apply(&d->work, c->input, c->input_len, NULL, &plan, &made);
	if (outcome == DONE) {
		struct out difference = out_new(c->arena), passwords = out_new(c->arena);
		org_plan_print(&difference, &plan);
		org_passwords_print(&passwords, &made);
		print(c->err, &difference);
		print(c->out, &passwords);
	}
	return command_outcome(c, &d->work, outcome);
}

int command_org(struct command *c)
{
	if (c->words.count != 2 || !text_same(c->words.items[0], "import") || !c->input)
		return EXIT_USAGE;
	struct desk_of_owner d;
	if (!command_open(c, &d))
		return EXIT_FAILED;
	int code = command_option(c, "--apply", NULL) ? apply(c, &d) : try_it(c, &d);
	command_close(&d);
	return code;
}
