/* tributary backup FILE */
#include <sys/stat.h>
#include <unistd.h>

#include "command.h"
#include "doors/disk.h"
#include "doors/i18n.h"

static int say(struct command *c, const char *what)
{
	fprintf(c->err, "tributary: %s\n", what);
	return EXIT_FAILED;
}

/* Copied beside, synced, then given its name: a backup that has its name is whole. */
static int copy(struct command *c, struct db *db, const char *to)
{
	const char *why, *part = arena_format(c->arena, "%s.part-%ld", to, (long)getpid());
	if (!db_copy(db, part)) {
		unlink(part);
		return say(c, _("The copy could not be written; is there room, and may this user "
				"write there?"));
	}
	if (!disk_settle(c->arena, part, to, &why)) {
		unlink(part);
		return say(c, why);
	}
	fprintf(c->out, "%s\n", to);
	return EXIT_DONE;
}

int command_backup(struct command *c)
{
	if (c->words.count != 1)
		return EXIT_USAGE;
	const char *to = c->words.items[0];
	if (disk_kind(to) != DISK_NOTHING)
		return say(c,
			arena_format(c->arena,
				_("%s is there already. A backup replaces nothing: choose another "
				  "name."),
				to));
	struct desk_of_owner d;
	if (!command_read(c, &d))
		return EXIT_FAILED;
	db_end(d.db); /* a copy is not made within a snapshot */
	umask(077);   /* password hashes are in it */
	int code = copy(c, d.db, to);
	command_close(&d);
	return code;
}
