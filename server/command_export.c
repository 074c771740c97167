/* tributary export DIR */
#include "command.h"
#include "rules/export.h"

int command_export(struct command *c)
{
	if (c->words.count != 1)
		return EXIT_USAGE;
	struct desk_of_owner d;
	if (!command_read(c, &d))
		return EXIT_FAILED;
	const char *why;
	bool ok = export_all(&d.work, c->words.items[0], &why);
	if (!ok)
		fprintf(c->err, "tributary: %s\n", why);
	command_close(&d);
	return ok ? EXIT_DONE : EXIT_FAILED;
}
