/* tributary routes, tributary sql: what the program consists of. */
#include <ctype.h>
#include <string.h>

#include "command.h"
#include "base/role.h"
#include "web/routes.h"

static const char *needs(struct command *c, const struct route *r)
{
	if (r->needs == NEED_NOTHING)
		return "anybody";
	if (r->needs & NEED_PERSON)
		return "signed in";
	return role_names(c->arena, r->needs, " ");
}

int command_routes(struct command *c)
{
	if (c->words.count)
		return EXIT_USAGE;
	int widest[2] = { 0 };
	for (size_t i = 0; routes_at(i); i++) {
		int path = (int)strlen(routes_at(i)->path);
		int who = (int)strlen(needs(c, routes_at(i)));
		widest[0] = path > widest[0] ? path : widest[0];
		widest[1] = who > widest[1] ? who : widest[1];
	}
	for (size_t i = 0; routes_at(i); i++) {
		const struct route *r = routes_at(i);
		fprintf(c->out, "%-6s %-*s  %-*s  %-4s  %s\n", method_name(r->method), widest[0],
			r->path, widest[1], needs(c, r), r->face == JSON ? "json" : "page",
			r->help);
	}
	return EXIT_DONE;
}

/* In one line, however it is broken in the source. */
int command_sql(struct command *c)
{
	if (c->words.count)
		return EXIT_USAGE;
	for (size_t i = 0; db_statement(i); i++) {
		const struct sql *s = db_statement(i);
		fprintf(c->out, "%s:%d: ", s->file, s->line);
		bool blank = false;
		for (const char *p = s->text; *p; p++) {
			if (isspace((unsigned char)*p)) {
				blank = true;
				continue;
			}
			if (blank)
				fputc(' ', c->out);
			blank = false;
			fputc(*p, c->out);
		}
		fputc('\n', c->out);
	}
	return EXIT_DONE;
}
