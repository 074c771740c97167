#include "app.h"

#include <string.h>

#include "base/text.h"
#include "rules/story_text.h"

void *app_worker_start(void *p, int number)
{
	(void)number;
	struct app *app = p;
	struct arena *life = arena_new();
	const char *why;
	struct db *db = db_open(app->db_path, life, &why);
	if (!db) {
		arena_free(life);
		return NULL;
	}
	struct worker *w = ARENA_NEW(life, struct worker);
	*w = (struct worker){ app, db, life };
	return w;
}

void app_worker_stop(void *p)
{
	struct worker *w = p;
	db_close(w->db);
	arena_free(w->life);
}

bool app_is_slow(void *app, const struct request *in)
{
	static const char *const hashing[] = { "/sign-in", "/set-up", "/me/password",
		"/admin/people", "/admin/import/apply" };
	(void)app;
	size_t len = strlen(in->path);
	if (in->method == POST && text_starts(in->path, "/admin/people/") && len > 9 &&
		text_same(in->path + len - 9, "/password"))
		return true;
	for (size_t i = 0; i < sizeof hashing / sizeof *hashing; i++)
		if (in->method == POST && text_same(in->path, hashing[i]))
			return true;
	return false;
}

size_t app_body_limit(void *app, const struct request *in)
{
	(void)app;
	/* A table of 4 MB, and as hex on the way back from the page that shows what it would do. */
	if (in->method == POST && text_starts(in->path, "/admin/import"))
		return 9 << 20;
	/* A story's file at its longest, as a form sends it: three bytes for one. */
	if (in->method == POST &&
		(text_starts(in->path, "/stories/") || text_starts(in->path, "/drafts/story/")))
		return 3 * STORY_MAX_BYTES + (64 << 10);
	return 0;
}

bool app_is_write(void *app, const struct request *in)
{
	(void)app;
	return in->method != GET;
}
