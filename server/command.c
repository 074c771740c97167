#include "command.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "doors/disk.h"
#include "doors/i18n.h"
#include "store/setting.h"

static const char *const flags[] = { "--apply" }; /* options without a value */

static bool is_flag(const char *word)
{
	for (size_t i = 0; i < sizeof flags / sizeof *flags; i++)
		if (text_same(flags[i], word))
			return true;
	return false;
}

bool command_words(struct command *c, int argc, const char *const *argv)
{
	for (int i = 0; i < argc; i++) {
		if (!text_starts(argv[i], "--")) {
			*LIST_ADD(c->arena, &c->words) = argv[i];
			continue;
		}
		const char *equals = strchr(argv[i], '=');
		struct option_value *o = LIST_ADD(c->arena, &c->options);
		if (equals)
			*o = (struct option_value){ arena_copy(c->arena, argv[i],
							    (size_t)(equals - argv[i])),
				equals + 1 };
		else if (is_flag(argv[i]))
			*o = (struct option_value){ argv[i], "" };
		else if (i + 1 < argc)
			*o = (struct option_value){ argv[i], argv[i + 1] }, i++;
		else
			return false;
	}
	return true;
}

static const char *from_environment(const struct command *c, const char *name)
{
	char variable[64] = "TRIBUTARY_";
	size_t len = strlen(variable);
	for (const char *p = name + 2; *p && len < sizeof variable - 1; p++)
		variable[len++] = *p == '-' ? '_' : (char)(*p >= 'a' && *p <= 'z' ? *p - 32 : *p);
	variable[len] = 0;
	const char *value = getenv(variable);
	return value && *value ? arena_string(c->arena, value) : NULL;
}

const char *command_option(const struct command *c, const char *name, const char *fallback)
{
	const char *found = NULL;
	for (size_t i = 0; i < c->options.count; i++)
		if (text_same(c->options.items[i].name, name))
			found = c->options.items[i].value;
	if (!found && !c->install) /* the server's environment is not the caller's */
		found = from_environment(c, name);
	return found ? found : fallback;
}

long command_number(const struct command *c, const char *name, long fallback)
{
	const char *s = command_option(c, name, NULL);
	if (!s)
		return fallback;
	char *end;
	long n = strtol(s, &end, 10);
	return *s && !*end && n >= 0 ? n : -1;
}

static void be_owner(struct command *c, struct desk_of_owner *d)
{
	db_begin(d->db, c->arena);
	const char *zone = setting_get_any(d->db, "zone");
	d->work = (struct work){ .arena = c->arena,
		.db = d->db,
		.writer = d->install.writer,
		.who = who_operator(),
		.now = clock_now(),
		.zone = zone_find(zone ? zone : "Asia/Shanghai"),
		.faults = { .arena = c->arena } };
}

static bool failed(struct command *c, const char *why)
{
	fprintf(c->err, "tributary: %s\n", why);
	return false;
}

bool command_open(struct command *c, struct desk_of_owner *d)
{
	const char *why;
	*d = (struct desk_of_owner){ .borrowed = c->install != NULL };
	if (c->install)
		d->install = *c->install;
	else if (!install_open(&d->install, c->db_path, c->arena, &why))
		return failed(c, why);
	d->db = db_open(c->db_path, c->arena, &why);
	if (!d->db) {
		if (!d->borrowed)
			install_close(&d->install);
		return failed(c, why);
	}
	be_owner(c, d);
	return true;
}

bool command_read(struct command *c, struct desk_of_owner *d)
{
	const char *why;
	*d = (struct desk_of_owner){ 0 };
	if (disk_kind(c->db_path) != DISK_FILE)
		return failed(c, arena_format(c->arena, _("There is no database %s."), c->db_path));
	d->db = install_read(c->db_path, c->arena, &why);
	if (!d->db)
		return failed(c, why);
	be_owner(c, d);
	return true;
}

void command_close(struct desk_of_owner *d)
{
	db_end(d->db);
	db_close(d->db);
	if (d->install.writer && !d->borrowed)
		install_close(&d->install);
}

int command_outcome(struct command *c, const struct work *w, enum outcome outcome)
{
	if (outcome == DONE)
		return EXIT_DONE;
	for (size_t i = 0; i < w->faults.count; i++) {
		const struct fault *f = &w->faults.items[i];
		const char *row = f->line ? arena_format(c->arena, _("Line %d:"), f->line) : "";
		fprintf(c->err, "tributary: %s%s%s%s%s\n", row, *row ? " " : "",
			f->field ? f->field : "", f->field ? ": " : "", f->message);
	}
	if (!w->faults.count)
		fprintf(c->err, "tributary: %s\n",
			outcome == NOT_FOUND ? _("There is no such thing.")
			: outcome == BROKEN  ? _("The database failed; the log says why.")
					     : _("That is not possible."));
	return EXIT_FAILED;
}
