/*
 * web_out: a request to another program's web address (libcurl). Used by the command line and by
 * what sends the outbox, which may wait; never while a request of ours is being answered.
 *
 * http and https only, certificates checked, no redirects followed, 30 seconds for all of it.
 *
 * A guarded request goes to no private address (network.h) and through no proxy. The address
 * is looked at when the socket is opened: what a name resolves to is resolved once, and exactly
 * that is judged and connected to.
 */
#ifndef DOORS_WEB_OUT_H
#define DOORS_WEB_OUT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

enum { WEB_OUT_ANSWER_MAX = 16 << 20 }; /* bytes; a longer answer is a failure */

enum web_out_fault { /* why no answer came */
	WEB_OUT_ANSWERED,
	WEB_OUT_ADDRESS, /* it is none */
	WEB_OUT_PRIVATE, /* guarded, and in a private network */
	WEB_OUT_NAME,    /* no such host */
	WEB_OUT_CONNECT,
	WEB_OUT_TIME,
	WEB_OUT_CERTIFICATE,
	WEB_OUT_OTHER,
};

struct web_out {
	const char *method, *url;
	const char *token;          /* sent as a bearer token; NULL: none */
	const char *type;           /* of the body */
	const char *language;       /* Accept-Language; NULL: none */
	const char *key;            /* Idempotency-Key; NULL: none */
	const char *const *headers; /* more of them: name, value, …, NULL; or NULL */
	const char *body;
	size_t len;
	bool guarded;
	int seconds; /* for all of it; 0: 30 */

	/* filled by web_out_ask */
	enum web_out_fault fault;
	int status;
	const char *answer; /* its body, with a NUL behind it */
	size_t answer_len;
};

/* False if no answer came: *why says it, in the arena, with the address. */
bool web_out_ask(struct arena *a, struct web_out *w, const char **why);

#endif
