#include "openapi.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/version.h"
#include "handlers.h"
#include "routes.h"

static const struct { /* what stands at # or : behind this word of a path */
	const char *behind, *name;
} places[] = {
	{ "units", "unit" },
	{ "points", "point" },
	{ "reflections", "reflection" },
	{ "syntheses", "synthesis" },
	{ "excuses", "person" },
	{ "topics", "topic" },
	{ "stories", "story" },
	{ "uses", "use" },
};

static const char *place_name(const char *path, const char *at)
{
	const char *word = at - 1;
	while (word > path && word[-1] != '/')
		word--;
	for (size_t i = 0; i < sizeof places / sizeof *places; i++)
		if (text_starts(word, places[i].behind) && word[strlen(places[i].behind)] == '/')
			return places[i].name;
	return "number";
}

/* "/api/units/:/rollup" as "/api/units/{unit}/rollup". */
static const char *template_of(struct arena *a, const char *path)
{
	struct out o = out_new(a);
	for (const char *p = path; *p; p++)
		if (*p == '#' || *p == ':')
			out_format(&o, "{%s}", place_name(path, p));
		else
			out_char(&o, *p);
	return out_string(&o);
}

static void parameter(struct json_writer *j, const char *name, const char *in, const char *type)
{
	json_begin_object(j);
	json_key_text(j, "name", name);
	json_key_text(j, "in", in);
	if (text_same(in, "path"))
		json_key_bool(j, "required", true);
	json_key_object(j, "schema");
	json_key_text(j, "type", type);
	if (text_same(name, "limit")) {
		json_key_number(j, "minimum", 1);
		json_key_number(j, "maximum", 100);
		json_key_number(j, "default", 20);
	}
	json_end(j);
	json_end(j);
}

static void parameters(struct json_writer *j, const struct operation *op)
{
	json_key_array(j, "parameters");
	for (const char *p = op->path; *p; p++)
		if (*p == '#' || *p == ':')
			parameter(j, place_name(op->path, p), "path",
				*p == '#' ? "integer" : "string");
	const char *rest = op->query ? op->query : "";
	while (*rest) {
		size_t len = strcspn(rest, " ");
		const char *name = arena_copy(j->out->arena, rest, len);
		parameter(j, name, "query", text_same(name, "limit") ? "integer" : "string");
		rest += len + strspn(rest + len, " ");
	}
	if (op->method != GET)
		parameter(j, "Idempotency-Key", "header", "string");
	if (op->statuses && strstr(op->statuses, "412"))
		parameter(j, "If-Match", "header", "string");
	json_end(j);
}

/* The schema that a word of the table stands for: a plain type, or a shape. */
static void type_of(struct json_writer *j, const char *word)
{
	static const char *const plain[] = { "string", "integer", "boolean" };
	for (size_t i = 0; i < sizeof plain / sizeof *plain; i++)
		if (text_same(plain[i], word)) {
			json_key_text(j, "type", word);
			return;
		}
	json_key_text(j, "$ref", arena_format(j->out->arena, "#/components/schemas/%s", word));
}

/* "name:[type]?" up to a blank. Returns what follows. */
static const char *field(struct json_writer *j, const char *s, bool *required, const char **name)
{
	struct arena *a = j->out->arena;
	size_t len = strcspn(s, " "), colon = strcspn(s, ":");
	bool maybe = s[len - 1] == '?', list = s[colon + 1] == '[';
	size_t from = colon + 1 + list, to = len - maybe - list;
	*required = !maybe;
	*name = arena_copy(a, s, colon);
	const char *type = arena_copy(a, s + from, to - from);
	json_key_object(j, *name);
	if (list) {
		json_key_text(j, "type", "array");
		json_key_object(j, "items");
		type_of(j, type);
		json_end(j);
	} else if (maybe && islower((unsigned char)*type) &&
		   (text_same(type, "string") || text_same(type, "integer"))) {
		json_key_array(j, "type");
		json_text(j, type);
		json_text(j, "null");
		json_end(j);
	} else {
		type_of(j, type);
	}
	json_end(j);
	return s + len + strspn(s + len, " ");
}

static void schema(struct json_writer *j, const struct shape *s)
{
	const char *required[32];
	size_t count = 0;
	json_key_object(j, s->name);
	if (!*s->fields) { /* whatever it is */
		json_end(j);
		return;
	}
	json_key_text(j, "type", "object");
	json_key_object(j, "properties");
	for (const char *rest = s->fields; *rest;) {
		bool must;
		rest = field(j, rest, &must, &required[count]);
		count += must;
	}
	json_end(j);
	if (count) {
		json_key_array(j, "required");
		for (size_t i = 0; i < count; i++)
			json_text(j, required[i]);
		json_end(j);
	}
	json_end(j);
}

/* "content": a media type as it is, the name of a shape as JSON. */
static void content(struct json_writer *j, const char *what)
{
	bool media = strchr(what, '/') != NULL;
	json_key_object(j, "content");
	json_key_object(j, media                        ? what
			   : text_same(what, "problem") ? "application/problem+json"
							: "application/json");
	json_key_object(j, "schema");
	type_of(j, media ? "string" : what);
	json_end(j);
	json_end(j);
	json_end(j);
}

static void answers(struct json_writer *j, const struct operation *op, const struct route *r)
{
	json_key_object(j, "responses");
	const char *all = r->needs == NEED_NOTHING
				  ? op->statuses
				  : arena_format(j->out->arena, "%s 401", op->statuses);
	for (const char *p = all; *p; p += strcspn(p, " "), p += strspn(p, " ")) {
		int status = atoi(p);
		json_key_object(j, arena_format(j->out->arena, "%d", status));
		json_key_text(j, "description", status < 400 ? "Done" : "See the problem's detail");
		if (status >= 400)
			content(j, "problem");
		else if (op->answer)
			content(j, op->answer);
		json_end(j);
	}
	json_end(j);
}

static const struct operation *operation_of(const struct route *r)
{
	const struct operation *op;
	for (size_t i = 0; (op = openapi_operation(i)); i++)
		if (op->method == r->method && text_same(op->path, r->path))
			return op;
	return NULL;
}

static const char *method_key(enum method m)
{
	static const char *const keys[] = { "get", "post", "put", "delete" };
	return keys[m];
}

static void operation(struct json_writer *j, const struct route *r, const struct operation *op)
{
	json_key_object(j, method_key(r->method));
	json_key_text(j, "summary", r->help);
	parameters(j, op);
	if (op->body) {
		json_key_object(j, "requestBody");
		json_key_bool(j, "required", true);
		content(j, op->body);
		json_end(j);
	}
	answers(j, op, r);
	if (r->needs == NEED_NOTHING) {
		json_key_array(j, "security");
		json_end(j);
	}
	json_end(j);
}

/* Is it the same address to a reader? "#" and ":" are both a word in braces. */
static bool same_path(struct arena *a, const struct route *r, const struct route *s)
{
	return r->face == JSON && text_same(template_of(a, r->path), template_of(a, s->path));
}

/* A path with all its methods, when this is the first route that has it. */
static void path(struct json_writer *j, size_t number)
{
	struct arena *a = j->out->arena;
	const struct route *first = routes_at(number), *r;
	for (size_t i = 0; i < number; i++)
		if (same_path(a, routes_at(i), first))
			return;
	json_key_object(j, template_of(a, first->path));
	for (size_t i = number; (r = routes_at(i)); i++) {
		const struct operation *op = operation_of(r);
		if (op && same_path(a, r, first))
			operation(j, r, op);
	}
	json_end(j);
}

static void components(struct json_writer *j)
{
	const struct shape *s;
	json_key_object(j, "components");
	json_key_object(j, "securitySchemes");
	json_key_object(j, "token");
	json_key_text(j, "type", "http");
	json_key_text(j, "scheme", "bearer");
	json_end(j);
	json_end(j);
	json_key_object(j, "schemas");
	for (size_t i = 0; (s = openapi_shape(i)); i++)
		schema(j, s);
	json_end(j);
	json_end(j);
}

enum outcome openapi_show(struct visit *v)
{
	struct json_writer j = visit_json(v, 200);
	json_begin_object(&j);
	json_key_text(&j, "openapi", "3.1.0");
	json_key_object(&j, "info");
	json_key_text(&j, "title", "Tributary");
	json_key_text(&j, "version", TRIBUTARY_VERSION);
	json_end(&j);
	json_key_array(&j, "security");
	json_begin_object(&j);
	json_key_array(&j, "token");
	json_end(&j);
	json_end(&j);
	json_end(&j);
	json_key_object(&j, "paths");
	for (size_t i = 0; routes_at(i); i++)
		if (routes_at(i)->face == JSON)
			path(&j, i);
	json_end(&j);
	components(&j);
	json_end(&j);
	return DONE;
}
