/*
 * http: requests in, responses out. The only door to libmicrohttpd; no type of it appears here.
 *
 * One thread moves bytes and never waits. When a request is whole, its connection is put to sleep
 * and the request queued; `workers` threads take requests, call `answer`, and wake the connection
 * with a copy of what was answered. So a slow client holds no worker, a slow page holds one worker
 * and no other client, and nothing is sent before `answer` returned. What is_slow says goes to a
 * queue of its own with two threads (password hashing: 64 MiB and 90 ms each), so that no worker
 * waits for it; and so does what is_write says, with `writers` threads: they mostly wait for the
 * disk, together, so that many writes share a commit and no page waits for one. A full queue is
 * answered 503 with Retry-After.
 *
 * The door refuses by itself, without calling `answer`, and closes the connection: a broken or
 * ambiguous request (400), a body above its limit (413), an address above 2 KB (414), a method that
 * is none of GET HEAD POST PUT DELETE (501), another version (505), a full queue or a server that
 * is stopping (503). HEAD arrives as GET; the body of its answer is counted but not sent. A client
 * that dawdles is cut off: nothing moved for idle_seconds, or a request not whole, or an answer not
 * taken, within deadline_seconds (and a second more for each 16 KB of it).
 */
#ifndef DOORS_HTTP_H
#define DOORS_HTTP_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/out.h"
#include "base/uri.h"

enum method { GET, POST, PUT, DELETE, METHOD_OTHER };

struct http_header {
	const char *name, *value;
};

struct request { /* lives in its arena, which is reset once the answer was handed over */
	struct arena *arena;
	enum method method;
	bool head;          /* HEAD: method is GET */
	const char *path;   /* decoded; NULL only for refuse(), when it was broken */
	const char *target; /* as sent: path and query, for the log and for "back to" links */
	struct fields query;
	const char *body; /* NUL-terminated; may hold NULs; never NULL */
	size_t body_len;
	const char *content_type;          /* NULL if none was said */
	const char *peer;                  /* address without port */
	const char *host;                  /* "" in HTTP/1.0 without Host */
	long number;                       /* counts requests since start, from 1 */
	const struct http_header *headers; /* as sent, in order; see request_header() */
	size_t header_count;
	void *inside; /* the door's own; NULL in a request that came by no socket */
};

const char *request_header(
	const struct request *r, const char *name); /* any case; first; or NULL */
const char *request_cookie(const struct request *r, const char *name); /* as sent, or NULL */
const char *request_query(const struct request *r, const char *name);  /* or NULL */

struct response_headers {
	struct http_header *items;
	size_t count, room;
};

struct response {
	int status;      /* begins as 200 */
	struct out body; /* copied when the answer is handed over */
	/* Instead of body: bytes that live as long as the program (an embedded file); not copied.
	 */
	const void *asset;
	size_t asset_len;
	struct response_headers headers;
	bool close; /* end the connection after this answer */
};

/* Neither name nor value is copied; both must live in the request's arena or longer. Asserts that
 * they hold no line end. Content-Length, Date and Connection are the door's. */
void response_header(struct response *r, const char *name, const char *value);

struct http_config {
	const char
		*listen; /* 127.0.0.1:8080, [::1]:8080, localhost:8080; port 0 picks a free one */
	int workers;     /* 0 means 8 */
	int writers;     /* 0: what is_write says is for the workers */
	size_t queue_limit;   /* requests waiting, in each queue; 0 means 64 */
	size_t body_limit;    /* bytes; 0 means 1 MiB */
	int idle_seconds;     /* 0 means 30 */
	int deadline_seconds; /* 0 means 60 */
	void *app;

	/* For each thread (the slow ones count on from `workers`, then the writers): what `answer`
	 * is given, such as its database handle. Called by http_start and http_stop, on their
	 * thread. NULL: start fails. Without it, answer is given app. */
	void *(*worker_start)(void *app, int number);
	void (*worker_stop)(void *worker);
	/* On a worker's thread; takes as long as it takes. */
	void (*answer)(void *worker, const struct request *in, struct response *out);

	/* These may be NULL. They run on the thread that moves bytes, before the body is
	 * read, so they look at the request only: no database, no waiting. */
	bool (*is_slow)(void *app, const struct request *in);
	bool (*is_write)(void *app, const struct request *in);
	size_t (*body_limit_of)(void *app, const struct request *in); /* 0 means body_limit */
	/* Fills the answer to what the door refuses: status and Retry-After are set, `why` is an
	 * English phrase for the log. May also run on a worker's thread. */
	void (*refuse)(void *app, const char *why, const struct request *in, struct response *out);
};

struct http;

/* NULL, and *why (static or errno's words) if it cannot listen. Ignores SIGPIPE and SIGXFSZ; its
 * threads take no signals. */
struct http *http_start(const struct http_config *config, const char **why);
int http_port(const struct http *h);
/* host:port it listens at, the port as found. */
const char *http_address(const struct http *h);
/* For /metrics: requests that wait for a worker, answers that wait for a release. */
struct http_figures {
	size_t queued, slow_queued, writes_queued, held;
};
struct http_figures http_figures(struct http *h);
/* Takes no more connections, answers what is queued (503 after 2 s), sends it, and stops. */
void http_stop(struct http *h);

/*
 * An answer that waits for something: called inside `answer`, it keeps the response, once `answer`
 * returned, until http_release. The worker is free meanwhile. For writes that share a commit:
 * nobody is told "saved" before the commit is on disk. http_release may come from any thread, also
 * before `answer` returned, and must come, once. With a status other than 0 the response is thrown
 * away and refuse() says that status instead (503, 500).
 */
struct http_hold;
struct http_hold *http_hold(const struct request *r);
void http_release(struct http_hold *hold, int status);

#endif
