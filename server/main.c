/* The program: a table of subcommands. */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/text.h"
#include "base/version.h"
#include "command.h"
#include "doors/i18n.h"

struct subcommand {
	const char *name;
	command_run *run;
	const char *usage, *help;
};

static command_run command_help, command_version;

static const struct subcommand subcommands[] = {
	{ "serve", command_serve,
		"[--db FILE] [--listen 127.0.0.1:8080] [--workers N] [--base-url URL] "
		"[--trusted-proxies ADDRESS,…] [--coach DIR]",
		"answer browsers and programs" },
	{ "demo", command_demo, "[--branches N] [--teams N] [--reps N] [--weeks N] [--seed N]",
		"fill an empty database with a sample organisation, and print its sign-ins" },
	{ "person", command_person, "add LOGIN --name N --role R --unit CODE [--email E]",
		"add a person; the password comes from standard input, or is made and printed "
		"once" },
	{ "org", command_org, "import FILE.csv [--apply]",
		"say what a table of units and people would change; with --apply, change it and "
		"print the new people's passwords" },
	{ "token", command_token, "add LOGIN [--label WORDS]",
		"make an API token for a person and print it once" },
	{ "submit", command_submit, "FILE.md … --server URL",
		"hand in reflections; the API token comes from TRIBUTARY_TOKEN" },
	{ "import", command_import, "PATH [--as LOGIN]",
		"bring in reflections, stories, old documents, or a whole export" },
	{ "export", command_export, "DIR", "write everything into files" },
	{ "search", command_search, "QUERY",
		"find points, syntheses and stories; the owner of the machine sees all of them" },
	{ "backup", command_backup, "FILE", "copy the database, also while the server runs" },
	{ "check", command_check, "",
		"count everything again, on a copy; exit 1 if anything differs" },
	{ "reindex", command_reindex, "", "make the search index and all totals anew" },
	{ "migrate", command_migrate, "", "bring the database to this version of the program" },
	{ "jobs", command_jobs, "", "list what the server does by itself: last, next, done, took" },
	{ "routes", command_routes, "", "list every address, who may call it, and what for" },
	{ "sql", command_sql, "", "list every SQL statement with its place in the source" },
	{ "version", command_version, "", "print the version" },
	{ "help", command_help, "", "print this" },
};

static int command_help(struct command *c)
{
	fprintf(c->out, "usage: tributary COMMAND [--db FILE] …\n\n");
	for (size_t i = 0; i < sizeof subcommands / sizeof *subcommands; i++)
		fprintf(c->out, "  %s %s\n      %s\n", subcommands[i].name, subcommands[i].usage,
			subcommands[i].help);
	fprintf(c->out, "\nWhoever may run this on the machine is the owner of the database and "
			"sees all of it.\n"
			"Options can stand in the environment: TRIBUTARY_DB, TRIBUTARY_LISTEN …\n");
	return EXIT_DONE;
}

static int command_version(struct command *c)
{
	fprintf(c->out, "tributary " TRIBUTARY_VERSION "\n");
	return EXIT_DONE;
}

static const struct subcommand *find(const char *name)
{
	static const char *const habits[][2] = { { "--help", "help" }, { "-h", "help" },
		{ "--version", "version" } };
	for (size_t i = 0; i < sizeof habits / sizeof *habits; i++)
		if (text_same(habits[i][0], name))
			name = habits[i][1];
	for (size_t i = 0; i < sizeof subcommands / sizeof *subcommands; i++)
		if (text_same(subcommands[i].name, name))
			return &subcommands[i];
	return NULL;
}

/* Every option is in the line that says how the command is used; --db goes with all of them. */
static bool knows(const struct subcommand *s, const char *option)
{
	size_t len = strlen(option);
	for (const char *at = strstr(s->usage, option); at; at = strstr(at + len, option))
		if (strchr(" ]", at[len])) /* or at its end */
			return true;
	return text_same(option, "--db");
}

static bool understood(struct command *c, const struct subcommand *s, int argc, char **argv)
{
	if (!command_words(c, argc, (const char *const *)argv))
		return false;
	LIST_EACH (const struct option_value, o, &c->options)
		if (!knows(s, o->name)) {
			fprintf(stderr, "tributary: %s takes no %s\n", s->name, o->name);
			return false;
		}
	return true;
}

int main(int argc, char **argv)
{
	struct command c = { .arena = arena_new(), .out = stdout, .err = stderr };
	const char *language = getenv("LANG");
	i18n_use(language && text_starts(language, "zh") ? "zh" : "en");
	int exit_code = EXIT_USAGE;
	const struct subcommand *found = argc > 1 ? find(argv[1]) : NULL;
	if (found && understood(&c, found, argc - 2, argv + 2)) {
		c.db_path = command_option(&c, "--db", "tributary.db");
		if (!command_hand_over(&c, argc - 1, argv + 1, &exit_code))
			exit_code = found->run(&c);
	}
	if (exit_code == EXIT_USAGE) {
		if (found)
			fprintf(stderr, "usage: tributary %s %s\n", found->name, found->usage);
		else
			fprintf(stderr,
				"usage: tributary COMMAND …   (tributary help lists them)\n");
	}
	fflush(stdout);
	arena_free(c.arena);
	return exit_code;
}
