/* tributary submit FILE.md … --server URL */
#include <stdlib.h>
#include <string.h>

#include "base/list.h"
#include "base/text.h"
#include "command.h"
#include "doors/disk.h"
#include "doors/i18n.h"
#include "doors/json.h"
#include "doors/secret.h"
#include "doors/web_out.h"
#include "rules/reflection_text.h"

static bool bad(struct command *c, const char *file, int line, int column, const char *message)
{
	if (line)
		fprintf(c->err, "%s:%d:%d: %s\n", file, line, column, message);
	else
		fprintf(c->err, "%s: %s\n", file, message);
	return false;
}

/* The file's week or task decides where it goes. The server, which knows the week, judges. */
static bool look(struct command *c, const char *file, const char *bytes, size_t len,
	struct reflection_text *text)
{
	const struct week now = week_of(zone_find("Asia/Shanghai"), clock_now());
	const struct reflection_rules rules = { .now = { now.n + 1 }, .any_week = true };
	struct faults faults = { .arena = c->arena };
	if (reflection_text_parse(c->arena, bytes, len, &rules, text, &faults))
		return true;
	LIST_EACH (const struct fault, f, &faults)
		bad(c, file, f->line, f->column, f->message);
	return false;
}

static bool show_problem(struct command *c, const char *file, const struct web_out *w)
{
	struct json_problem p;
	const struct json *problem = json_parse(c->arena, w->answer, w->answer_len, &p);
	const struct json *errors = json_get(problem, "errors");
	for (size_t i = 0; i < json_count(errors); i++) {
		const struct json *e = json_at(errors, i);
		bad(c, file, (int)json_get_number(e, "line", 0),
			(int)json_get_number(e, "column", 0), json_get_text(e, "message"));
	}
	if (json_count(errors))
		return false;
	const char *detail = json_get_text(problem, "detail");
	return bad(c, file, 0, 0,
		detail ? detail : arena_format(c->arena, _("the server answered %d"), w->status));
}

static bool submit(struct command *c, const char *server, const char *token, const char *file)
{
	const char *why;
	size_t len;
	const char *bytes = disk_read(c->arena, file, REFLECTION_MAX_BYTES, &len, &why);
	if (!bytes)
		return bad(c, file, 0, 0, why);
	struct reflection_text text;
	if (!look(c, file, bytes, len, &text))
		return false;
	struct web_out w = { .token = token,
		.type = "text/markdown",
		.language = i18n_language(),
		.body = bytes,
		.len = len };
	w.method = text.has_week ? "PUT" : "POST";
	w.url = text.has_week ? arena_format(c->arena, "%s/api/reflections/%s", server,
					week_name(c->arena, text.week))
			      : arena_format(c->arena, "%s/api/reflections", server);
	if (!text.has_week) /* the same file sent again is the same reflection */
		w.key = secret_token_digest(c->arena, bytes);
	if (!web_out_ask(c->arena, &w, &why))
		return bad(c, file, 0, 0, why);
	if (w.status != 200 && w.status != 201)
		return show_problem(c, file, &w);
	struct json_problem p;
	const struct json *done = json_parse(c->arena, w.answer, w.answer_len, &p);
	fprintf(c->out, "%s: %lld %s %d %s\n", file, (long long)json_get_number(done, "id", 0),
		json_get_text(done, "week"), w.status,
		json_get_bool(done, "late", false) ? "late" : json_get_text(done, "state"));
	return true;
}

int command_submit(struct command *c)
{
	const char *server = command_option(c, "--server", NULL);
	const char *token = getenv("TRIBUTARY_TOKEN");
	if (!c->words.count || !server)
		return EXIT_USAGE;
	if (!token || !*token) {
		fprintf(c->err, _("tributary: TRIBUTARY_TOKEN must hold an API token. tributary "
				  "token add LOGIN makes one.\n"));
		return EXIT_FAILED;
	}
	size_t end = strlen(server);
	while (end && server[end - 1] == '/')
		end--;
	server = arena_copy(c->arena, server, end);
	int code = EXIT_DONE;
	for (size_t i = 0; i < c->words.count; i++)
		if (!submit(c, server, token, c->words.items[i]))
			code = EXIT_FAILED;
	return code;
}
