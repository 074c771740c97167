/*
 * web_out: a request to another program's web address (libcurl). Used by the command line, which
 * may wait; never while a request of ours is being answered.
 *
 * http and https only, certificates checked, no redirects followed, 30 seconds for all of it.
 */
#ifndef DOORS_WEB_OUT_H
#define DOORS_WEB_OUT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

enum { WEB_OUT_ANSWER_MAX = 16 << 20 }; /* bytes; a longer answer is a failure */

struct web_out {
	const char *method, *url;
	const char *token;    /* sent as a bearer token; NULL: none */
	const char *type;     /* of the body */
	const char *language; /* Accept-Language; NULL: none */
	const char *key;      /* Idempotency-Key; NULL: none */
	const char *body;
	size_t len;

	/* filled by web_out_ask */
	int status;
	const char *answer; /* its body, with a NUL behind it */
	size_t answer_len;
};

/* False if no answer came: *why says it, in the arena. */
bool web_out_ask(struct arena *a, struct web_out *w, const char **why);

#endif
