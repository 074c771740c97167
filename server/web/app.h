/* app: what lives as long as the server, and what each worker has of its own. */
#ifndef WEB_APP_H
#define WEB_APP_H

#include "base/clock.h"
#include "doors/db.h"
#include "doors/http.h"
#include "rules/coach_words.h"
#include "rules/install.h"
#include "rules/outbox.h"

struct app {
	const char *db_path;
	struct install install;          /* the writer and the key */
	_Atomic(struct http *) http;     /* once it listens; NULL in tests */
	const char *base_url;            /* NULL: as the request says */
	bool secure;                     /* behind https: cookies say Secure */
	struct outbox_setup outbox;      /* what goes to other programs, and how */
	const struct coach_words *coach; /* NULL: ours (rules/coach_words.h) */
	const char *trusted_proxies; /* addresses whose X-Forwarded-For counts, with commas between;
					NULL: none */
};

/* A worker's own. The second arena is the worker's life; the request's is request->arena. */
struct worker {
	struct app *app;
	struct db *db;
	struct arena *life;
};

void *app_worker_start(void *app, int number);
void app_worker_stop(void *worker);
bool app_is_slow(void *app, const struct request *in);      /* hashes a password */
size_t app_body_limit(void *app, const struct request *in); /* 0: as everywhere */
enum { APP_WRITERS = 32 }; /* threads; as many writes can share a commit */
bool app_is_write(void *app, const struct request *in);

#endif
