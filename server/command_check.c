/* tributary check, tributary migrate */
#include <sys/stat.h>

#include "base/list.h"
#include "command.h"
#include "doors/i18n.h"
#include "rules/check.h"
#include "store/schema.h"

int command_check(struct command *c)
{
	if (c->words.count)
		return EXIT_USAGE;
	struct desk_of_owner d;
	if (!command_read(c, &d))
		return EXIT_FAILED;
	command_close(&d);
	struct check_rows rows = { 0 };
	const char *why;
	umask(077); /* password hashes are in the copy */
	if (!check_all(c->arena, c->db_path, &rows, &why)) {
		fprintf(c->err, "tributary: %s\n", why);
		return EXIT_FAILED;
	}
	int code = EXIT_DONE;
	LIST_EACH (const struct check_row, r, &rows) {
		fprintf(c->out, "%-8s %s", r->differences ? _("differs") : _("ok"), r->what);
		if (r->differences > 0)
			fprintf(c->out, ": %lld", (long long)r->differences);
		fprintf(c->out, "%s%s\n", r->detail ? ": " : "", r->detail ? r->detail : "");
		if (r->differences)
			code = EXIT_FAILED;
	}
	return code;
}

/* Opening for writing brings it up to date. */
int command_migrate(struct command *c)
{
	if (c->words.count)
		return EXIT_USAGE;
	struct desk_of_owner d;
	if (!command_open(c, &d))
		return EXIT_FAILED;
	fprintf(c->out, _("The database has schema %lld, the newest this program knows.\n"),
		(long long)schema_version_any(d.db));
	command_close(&d);
	return EXIT_DONE;
}
