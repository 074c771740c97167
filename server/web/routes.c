#include "routes.h"

#include <assert.h>
#include <string.h>

#include "base/text.h"
#include "routes_tables.h"

/* The first that matches holds. */
static const struct route_table *const tables[] = {
	&routes_account,
	&routes_admin,
	&routes_write,
	&routes_talk,
	&routes_inbox,
	&routes_reply,
	&routes_report,
	&routes_meeting,
	&routes_rollup,
	&routes_topic,
	&routes_use,
	&routes_playbook,
	&routes_search,
	&routes_radar,
	&routes_bulletin,
};
enum { TABLES = sizeof tables / sizeof *tables };

const struct route *routes_at(size_t i)
{
	for (size_t t = 0; t < TABLES; i -= tables[t++]->count)
		if (i < tables[t]->count)
			return &tables[t]->items[i];
	return NULL;
}

size_t routes_number(const struct route *route)
{
	size_t before = 0;
	for (size_t t = 0; t < TABLES; before += tables[t++]->count)
		if (route >= tables[t]->items && route < tables[t]->items + tables[t]->count)
			return before + (size_t)(route - tables[t]->items);
	assert(!"a route of no table");
	return 0;
}

const char *method_name(enum method m)
{
	static const char *const names[] = { "GET", "POST", "PUT", "DELETE", "OTHER" };
	return names[m];
}

/* Digits only, no leading zero, so that each thing has one address. */
static bool read_number(const char *s, size_t len, int64_t *n)
{
	if (len == 0 || len > 18 || s[0] < '1')
		return false;
	*n = 0;
	for (size_t i = 0; i < len; i++) {
		if (s[i] < '0' || s[i] > '9')
			return false;
		*n = *n * 10 + (s[i] - '0');
	}
	return true;
}

static bool matches(
	const char *pattern, const char *path, struct arena *a, int64_t arg[2], const char **word)
{
	int numbers = 0;
	for (;;) {
		if (*pattern == '*') {
			*word = arena_string(a, path);
			return *path != 0;
		}
		if (*pattern == '#' || *pattern == ':') {
			size_t len = strcspn(path, "/");
			if (*pattern == '#' && !read_number(path, len, &arg[numbers++]))
				return false;
			if (*pattern == ':' && len == 0)
				return false;
			if (*pattern == ':')
				*word = arena_copy(a, path, len);
			pattern++;
			path += len;
			continue;
		}
		if (*pattern != *path)
			return false;
		if (!*pattern)
			return true;
		pattern++;
		path++;
	}
}

const struct route *routes_find(enum method method, const char *path, struct arena *a,
	int64_t arg[2], const char **word, bool *allowed)
{
	*allowed = false;
	for (size_t t = 0; t < TABLES; t++)
		for (size_t i = 0; i < tables[t]->count; i++) {
			const struct route *r = &tables[t]->items[i];
			if (!matches(r->path, path, a, arg, word))
				continue;
			if (r->method == method)
				return r;
			*allowed = true;
		}
	return NULL;
}

const char *routes_allowed(const char *path, struct arena *a)
{
	struct out o = out_new(a);
	for (enum method m = GET; m < METHOD_OTHER; m++) {
		int64_t arg[2];
		const char *word;
		bool other;
		if (!routes_find(m, path, a, arg, &word, &other))
			continue;
		out_format(&o, "%s%s", o.len ? ", " : "", m == GET ? "GET, HEAD" : method_name(m));
	}
	return out_string(&o);
}
