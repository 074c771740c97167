/*
 * mail_out: hands an e-mail to the mail server (libcurl, SMTP). For what sends the outbox, which
 * may wait; never while a request is being answered. May be called from any thread.
 *
 * smtps:// is TLS from the first byte; smtp:// asks for STARTTLS and goes on only with it, unless
 * `plain` is said. Certificates are checked. 30 seconds for all of it.
 */
#ifndef DOORS_MAIL_OUT_H
#define DOORS_MAIL_OUT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

struct mail_server {
	const char *url; /* smtp://host:587 or smtps://host; no name or password in it */
	const char *user, *password; /* NULL: none */
	const char *from;            /* the address that mail comes from */
	bool plain;                  /* smtp:// without TLS: a server on this machine */
};

enum mail_result {
	MAIL_TAKEN,
	MAIL_LATER,   /* the server said: not now (4xx), for this one */
	MAIL_REFUSED, /* the server refused this one for good (5xx) */
	MAIL_AWAY,    /* no server, no TLS, wrong password: the same for all mail */
};

/* What TRIBUTARY_SMTP_URL, _USER, _PASSWORD, _FROM and _TLS say. false: *why, in the arena. A
 * server without a url is none: mail is off. */
bool mail_server_read(struct arena *a, struct mail_server *s, const char **why);

/* bytes: as base/mime.h writes them. *why without addresses and secrets, in the arena. */
enum mail_result mail_out(struct arena *a, const struct mail_server *s, const char *to,
	const char *bytes, size_t len, const char **why);

#endif
