/* http_inner: what the files behind doors/http.h share. Nobody else includes it. */
#ifndef DOORS_HTTP_INNER_H
#define DOORS_HTTP_INNER_H

#include <netinet/in.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdint.h>

#include "http.h"

enum {
	TARGET_MOST = 2048,
	HEADERS_MOST = 100,
	SLOW_WORKERS = 2,
	STOP_DRAIN_MS = 2000,
	LINGER_MS = 3000
};

struct header { /* points into the library's memory for this request */
	const char *name, *value;
	size_t name_len, value_len;
};

/*
 * A connection, as the watch sees it. `until` is the moment it must have got on by: the request
 * whole, or the answer taken. While a request is queued or being answered it is 0: not the client's
 * fault.
 */
struct client {
	struct client *prev, *next; /* only next while it is leaving */
	int socket;
	int64_t until;
	bool linger; /* it was refused while it still sends: hear it out, see http_watch_remove */
	struct call *call; /* the request under way, if any */
};

/*
 * One request, from its first line until its answer is sent or its connection is gone. Belongs to
 * the byte thread, but from http_queue until the library is told to wake the connection to whoever
 * took it from the queue.
 */
struct call {
	struct http *http;
	struct call *next; /* in the queue */
	void *connection;  /* the library's */
	struct client *client;
	char *target;
	const char *target_at; /* where the library has it */
	bool target_cut;       /* the request held a NUL */
	const char *method, *version;
	struct header *headers;
	size_t header_count;
	char *body;
	size_t body_len, body_room, body_limit, body_seen;
	size_t body_announced; /* at most so much will come */
	char peer[INET6_ADDRSTRLEN];
	long number;
	bool begun, counted;
	struct queue *queue; /* the one it goes to */
	_Atomic int
		pending; /* the worker, and one for a hold: whoever is last wakes the connection */
	_Atomic int failed; /* status to answer instead: a hold was released with it */
	void *sealed;       /* the library's response, ready to go */
	int status;
	size_t answer_len;
};

struct queue {
	struct call *first, *last;
	size_t count, limit;
	pthread_cond_t ready;
};

struct worker {
	struct http *http;
	struct queue *queue;
	struct arena *arena;
	void *context;
	pthread_t thread;
	bool started, running;
};

struct http {
	struct http_config config;
	void *daemon; /* the library's */
	int socket, port;
	char address[300];
	bool old_parser;     /* libmicrohttpd before 1.0: passes over NULs */
	struct arena *arena; /* of the byte thread */
	_Atomic long requests;
	_Atomic int unsent; /* whole requests whose answer is not sent yet */
	_Atomic bool stopping;

	pthread_mutex_t lock; /* queues, held, closing */
	struct queue usual, slow, writes;
	size_t held;
	bool closing;
	int64_t drain_until;
	struct worker *workers;
	int worker_count;

	pthread_mutex_t watch_lock; /* clients, watch_stop */
	pthread_cond_t watch_wake;
	pthread_t watch_thread;
	bool watching, watch_stop;
	struct client *clients, *leaving;
	size_t leaving_count;
};

int64_t http_now(void);          /* milliseconds, monotonic */
void *http_memory(size_t bytes); /* zeroed; stops the program when there is none */

/* http_listen.c: a socket bound to config.listen; -1 and *why. Fills port and address. */
int http_listen(struct http *h, const char **why);
/* An address without port; IPv4 inside IPv6 as IPv4. */
void http_peer_name(const struct sockaddr *from, char name[INET6_ADDRSTRLEN]);

/* http_check.c */
/* 0, or the status to refuse it with. Fills *r as far as it can be read. */
int http_read(struct call *c, struct arena *a, struct request *r, const char **why);
/* 0, or a status: what a request announces about its body. Sets body_announced. */
int http_check_body(struct call *c, const char **why);
/* More of the body. Past the limit (only chunks get there) it is counted, not kept; false: so far
 * past that the connection goes. */
bool http_body_add(struct call *c, const char *bytes, size_t len);
/* The bytes from the request line's version up to the end of the headers: NULs as libmicrohttpd
 * 0.9 leaves them where line ends and colons were, and nowhere else? */
bool http_block_is_clean(const char *s, const char *end, size_t headers);

/* http_work.c */
const char *http_work_start(struct http *h); /* NULL, or what went wrong */
void http_work_stop(struct http *h);         /* drains and joins */
struct queue *http_queue_of(struct http *h, const struct request *in); /* in NULL: it was refused */
bool http_reserve(struct http *h, const struct call *c); /* a place in the queue; false: full */
void http_queue(struct call *c);                         /* puts it in the place reserved */
void http_refusal(struct http *h, int status, const char *why, const struct request *in,
	struct response *out);

/* http_watch.c */
bool http_watch_start(struct http *h);
void http_watch_stop(struct http *h);
struct client *http_watch_add(struct http *h, int socket);
/* Before the library closes the socket. Who was refused while still sending a body would get a
 * reset instead of the answer, for closing with bytes unread does that. So such a socket is kept (a
 * copy), its bytes are thrown away, for at most LINGER_MS. */
void http_watch_remove(struct http *h, struct client *k);
void http_watch_expect(struct http *h, struct client *k, size_t bytes); /* from now on */
void http_watch_rest(struct http *h, struct client *k);

/* http_bytes.c */
bool http_bytes_start(struct http *h);
void http_bytes_quiesce(struct http *h); /* listens no more */
void http_bytes_stop(struct http *h);
void http_seal(struct call *c, const struct response *r); /* makes c->sealed */
void http_wake(struct call *c);

#endif
