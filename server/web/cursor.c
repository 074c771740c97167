#include "cursor.h"

#include <stdlib.h>
#include <string.h>

#include "doors/secret.h"

enum { LIMIT_DEFAULT = 20, LIMIT_MOST = 100 };

static const char *purpose(struct visit *v, const char *list)
{
	return arena_format(v->work.arena, "list %s of %ld", list, (long)v->work.who->person.n);
}

static bool read_limit(struct visit *v, int64_t *limit)
{
	const char *s = visit_query(v, "limit");
	*limit = LIMIT_DEFAULT;
	if (!*s)
		return true;
	size_t len = strspn(s, "0123456789");
	*limit = len <= 3 && !s[len] ? strtol(s, NULL, 10) : 0;
	if (*limit >= 1 && *limit <= LIMIT_MOST)
		return true;
	fault_add(&v->work.faults, "limit", _("Write a number from 1 to 100."));
	return false;
}

bool cursor_read(struct visit *v, const char *list, int64_t *after, int64_t *limit)
{
	bool good = read_limit(v, limit);
	const char *sealed = visit_query(v, "cursor");
	*after = 0;
	if (!*sealed)
		return good;
	const char *text =
		secret_open(v->work.arena, &v->app->install.key, purpose(v, list), sealed);
	if (!text) {
		fault_add(&v->work.faults, "cursor",
			_("This place in the list is not known. Begin at its first page."));
		return false;
	}
	*after = strtoll(text, NULL, 10);
	return good;
}

const char *cursor_make(struct visit *v, const char *list, int64_t last)
{
	return secret_seal(v->work.arena, &v->app->install.key, purpose(v, list),
		arena_format(v->work.arena, "%ld", (long)last));
}
