/* The description of the API says what is true: the same routes, and of what they really answer the
 * same statuses, fields and types. */
#include "house.h"

#include "web/openapi.h"
#include "web/routes.h"

static const struct operation *documented(const struct route *r)
{
	const struct operation *op;
	for (size_t i = 0; (op = openapi_operation(i)); i++)
		if (op->method == r->method && text_same(op->path, r->path))
			return op;
	return NULL;
}

static void every_route_is_described_and_nothing_else(void **state)
{
	(void)state;
	size_t routes = 0, operations = 0;
	for (size_t i = 0; routes_at(i); i++) {
		if (routes_at(i)->face != JSON)
			continue;
		routes++;
		if (!documented(routes_at(i)))
			fail_msg("openapi_table.c says nothing of %s %s",
				method_name(routes_at(i)->method), routes_at(i)->path);
	}
	while (openapi_operation(operations))
		operations++;
	assert_int_equal(operations, routes);
}

/* Every "$ref" leads somewhere; every path parameter is declared. */
static void look_into(const struct json *v, const struct json *schemas, struct arena *a)
{
	const char *ref = json_get_text(v, "$ref");
	if (ref && !json_get(schemas, strrchr(ref, '/') + 1))
		fail_msg("%s leads nowhere", ref);
	const char **keys = json_kind(v) == JSON_OBJECT_VALUE ? json_keys(a, v) : NULL;
	for (size_t i = 0; i < json_count(v); i++)
		look_into(keys ? json_get(v, keys[i]) : json_at(v, i), schemas, a);
}

static void the_description_is_whole(void **state)
{
	struct test *t = *state;
	struct house *h = house_new();
	struct answer a = house_get(h, NULL, "/api/openapi.json");
	assert_int_equal(a.status, 200);
	assert_string_equal(json_get_text(a.json, "openapi"), "3.1.0");
	const struct json *schemas = json_get(json_get(a.json, "components"), "schemas");
	look_into(a.json, schemas, t->arena);
	const struct json *paths = json_get(a.json, "paths");
	const char **keys = json_keys(t->arena, paths);
	for (size_t i = 0; i < json_count(paths); i++) {
		const struct json *methods = json_get(paths, keys[i]);
		const char **names = json_keys(t->arena, methods);
		for (size_t k = 0; k < json_count(methods); k++) {
			const struct json *op = json_get(methods, names[k]);
			assert_non_null(json_get(op, "summary"));
			assert_true(json_count(json_get(op, "responses")) > 0);
			int braces = 0, declared = 0;
			for (const char *p = keys[i]; *p; p++)
				braces += *p == '{';
			const struct json *all = json_get(op, "parameters");
			for (size_t n = 0; n < json_count(all); n++)
				declared += text_same(json_get_text(json_at(all, n), "in"), "path");
			assert_int_equal(braces, declared);
		}
	}
	house_free(h);
}

static const struct shape *shape_of(const char *name)
{
	const struct shape *s;
	for (size_t i = 0; (s = openapi_shape(i)); i++)
		if (text_same(s->name, name))
			return s;
	return NULL;
}

static void check_shape(const char *where, const struct json *v, const char *type);

static void check_type(const char *where, const struct json *v, const char *type)
{
	enum json_kind kind = json_kind(v);
	bool right = text_same(type, "string")    ? kind == JSON_TEXT_VALUE
		     : text_same(type, "integer") ? kind == JSON_NUMBER_VALUE
		     : text_same(type, "boolean") ? kind == JSON_BOOL_VALUE
						  : true;
	if (!right)
		fail_msg("%s is no %s", where, type);
	if (shape_of(type) && *shape_of(type)->fields)
		check_shape(where, v, type);
}

/* The field of this name in "id:integer name:string? …"; its type, and whether it may be missing.
 */
static bool find_field(
	struct arena *a, const char *fields, const char *name, char **type, bool *maybe)
{
	size_t len = strlen(name);
	for (const char *p = fields; *p; p += strcspn(p, " "), p += strspn(p, " ")) {
		if (strncmp(p, name, len) != 0 || p[len] != ':')
			continue;
		*type = arena_copy(a, p + len + 1, strcspn(p, " ") - len - 1);
		size_t end = strlen(*type);
		*maybe = (*type)[end - 1] == '?';
		if (*maybe)
			(*type)[end - 1] = 0;
		return true;
	}
	return false;
}

static void check_shape(const char *where, const struct json *v, const char *name)
{
	struct arena *a = arena_new();
	const char *fields = shape_of(name)->fields;
	char *type;
	bool maybe;
	if (json_kind(v) != JSON_OBJECT_VALUE)
		fail_msg("%s is no object", where);
	const char **keys = json_keys(a, v);
	for (size_t i = 0; i < json_count(v); i++) {
		const char *at = arena_format(a, "%s: %s.%s", where, name, keys[i]);
		if (!find_field(a, fields, keys[i], &type, &maybe))
			fail_msg("%s is not described", at);
		const struct json *value = json_get(v, keys[i]);
		if (maybe && json_kind(value) == JSON_NULL_VALUE)
			continue;
		if (*type != '[') {
			check_type(at, value, type);
			continue;
		}
		type[strlen(type) - 1] = 0;
		if (json_kind(value) != JSON_ARRAY_VALUE)
			fail_msg("%s is no list", at);
		for (size_t k = 0; k < json_count(value); k++)
			check_type(at, json_at(value, k), type + 1);
	}
	for (const char *p = fields; *p; p += strcspn(p, " "), p += strspn(p, " ")) {
		const char *field = arena_copy(a, p, strcspn(p, ":"));
		find_field(a, fields, field, &type, &maybe);
		if (!maybe && !json_get(v, field))
			fail_msg("%s: %s.%s is missing", where, name, field);
	}
	arena_free(a);
}

static const char text[] =
	"# 经验\n## 报价前先问清采购流程 #报价\n先问三件事。\n# 教训\n## 没约回访\n没约。\n";

static void check_answer(struct house *h, const char *login, enum method m, const char *target,
	const char *type, const char *body)
{
	struct answer a = house_ask(h, login, m, target, type, body, NULL);
	char *path = arena_string(h->arena, target);
	path[strcspn(path, "?")] = 0;
	int64_t arg[2];
	const char *word;
	bool other;
	const struct route *r = routes_find(m, path, h->arena, arg, &word, &other);
	if (!r || r->face != JSON)
		return;
	const struct operation *op = documented(r);
	const char *status = arena_format(h->arena, "%d", a.status);
	const char *where = arena_format(h->arena, "%s %s as %s: %s", method_name(m), target,
		login ? login : "nobody", status);
	if (!strstr(op->statuses, status) && !(a.status == 401 && r->needs != NEED_NOTHING))
		fail_msg("%s is not described", where);
	if (a.status >= 400 && a.status != 412)
		check_shape(where, a.json, "problem");
	else if (a.status < 400 && op->answer && !strchr(op->answer, '/') && a.json &&
		 !text_same(op->answer, "anything"))
		check_shape(where, a.json, op->answer);
}

static void what_is_answered_is_what_is_described(void **state)
{
	(void)state;
	static const char *const people[] = { NULL, "wang", "qian", "lin", "gao", "han", "root" };
	struct house *h = house_new();
	house_put(h, "wang", "/api/reflections/2026-W47", text);
	house_put(h, "li", "/api/reflections/2026-W46", text);
	house_do(h, "lin", "/api/units/e1/rollup/close?week=2026-W46");
	FILE *f = fopen("tests/matrix.txt", "r");
	assert_non_null(f);
	char line[1024], method[8], pattern[96], target[256], body[256];
	while (fgets(line, sizeof line, f)) {
		*body = 0;
		if (*line == '#' || sscanf(line, "%7s %95s %255s {%255[^\n]", method, pattern,
					    target, body) < 3)
			continue;
		enum method m = GET;
		while (m < METHOD_OTHER && !text_same(method_name(m), method))
			m++;
		char *end = strstr(body, "} ");
		if (end)
			*end = 0;
		bool markdown = text_starts(body, "md");
		bool json = *body == '{' || *body == '[';
		for (size_t i = 0; i < sizeof people / sizeof *people; i++)
			if (text_starts(target, "/api/") || text_same(target, "/healthz"))
				check_answer(h, people[i], m, target,
					markdown ? "text/markdown"
					: json   ? "application/json"
						 : NULL,
					markdown ? text
					: json   ? body
						 : NULL);
	}
	fclose(f);
	static const char *const more[] = { "/api/search?q=%E6%8A%A5%E4%BB%B7",
		"/api/units/e1/rollup?week=2026-W46", "/api/units/east/rollup?week=2026-W46",
		"/api/units/hq/rollup?week=2026-W46", "/api/reflections/1", "/api/points?limit=1",
		"/api/points?limit=0", "/api/points?limit=101" };
	for (size_t i = 0; i < sizeof more / sizeof *more; i++)
		for (size_t k = 0; k < sizeof people / sizeof *people; k++)
			check_answer(h, people[k], GET, more[i], NULL, NULL);
	house_free(h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(every_route_is_described_and_nothing_else),
		TEST(the_description_is_whole),
		TEST(what_is_answered_is_what_is_described),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
