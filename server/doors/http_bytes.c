/*
 * The byte thread: libmicrohttpd's callbacks, and all that knows its types. What is not said to be
 * for another thread runs on that one.
 */
#include "http_inner.h"

#include <assert.h>
#include <microhttpd.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

enum { POOL_BYTES = 64 * 1024, CLIENTS_MOST = 4000 };

static void forget(struct call *c)
{
	if (!c)
		return;
	c->client->call = NULL;
	http_watch_expect(c->http, c->client, 0);
	if (c->counted)
		atomic_fetch_sub(&c->http->unsent, 1);
	if (c->sealed)
		MHD_destroy_response(c->sealed);
	free(c->headers);
	free(c->body);
	free(c->target);
	free(c);
}

static void on_completed(void *cls, struct MHD_Connection *connection, void **context,
	enum MHD_RequestTerminationCode how)
{
	(void)cls, (void)connection, (void)how;
	forget(*context);
	*context = NULL;
}

/* The library forgets to say that a request ended when it ran out of its pool, so what is left of
 * one goes with its connection. */
static void on_client(void *cls, struct MHD_Connection *connection, void **context,
	enum MHD_ConnectionNotificationCode what)
{
	struct http *h = cls;
	if (what == MHD_CONNECTION_NOTIFY_STARTED) {
		int fd = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD)
				 ->connect_fd;
		*context = http_watch_add(h, fd);
	} else if (*context) {
		struct client *k = *context;
		forget(k->call);
		http_watch_remove(h, k);
		*context = NULL;
	}
}

/* The request line was read: the one moment at which the library shows the target as sent. */
static void *on_target(void *cls, const char *target, struct MHD_Connection *connection)
{
	struct http *h = cls;
	struct call *c = http_memory(sizeof *c);
	c->http = h;
	c->connection = connection;
	c->client = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT)
			    ->socket_context;
	forget(c->client->call);
	c->client->call = c;
	c->number = atomic_fetch_add(&h->requests, 1) + 1;
	const char *text = target ? target : "";
	size_t len = strlen(text);
	c->target = http_memory(len + 1);
	memcpy(c->target, text, len);
	c->target_at = target;
	/*
	 * The query is ours to read. The library would make a list entry of every argument before
	 * it shows us the address; when its pool is full, 1.0 answers 431, and 0.9 loses the
	 * request: the client waits for ever. Both work on these very bytes, so they are given an
	 * empty query.
	 */
	char *query = target ? strchr(target, '?') : NULL;
	if (query && query[1])
		query[1] = 0;
	return c;
}

/* On any thread. */
void http_seal(struct call *c, const struct response *r)
{
	if (c->sealed)
		MHD_destroy_response(c->sealed);
	struct MHD_Response *made;
	if (r->asset)
		made = MHD_create_response_from_buffer(
			r->asset_len, (void *)(uintptr_t)r->asset, MHD_RESPMEM_PERSISTENT);
	else
		made = MHD_create_response_from_buffer(
			r->body.len, r->body.data, MHD_RESPMEM_MUST_COPY);
	assert(made);
	for (size_t i = 0; i < r->headers.count; i++) {
		const struct http_header *p = &r->headers.items[i];
		enum MHD_Result ok = MHD_add_response_header(made, p->name, p->value);
		assert(ok == MHD_YES);
	}
	if (r->close)
		MHD_add_response_header(made, "Connection", "close");
	c->sealed = made;
	c->status = r->status;
	c->answer_len = r->asset ? r->asset_len : r->body.len;
}

/* On any thread. The last that its caller does with the call. */
void http_wake(struct call *c)
{
	MHD_resume_connection(c->connection);
}

static enum MHD_Result send_answer(struct call *c)
{
	http_watch_expect(c->http, c->client, c->answer_len);
	return MHD_queue_response(c->connection, (unsigned)c->status, c->sealed);
}

static enum MHD_Result refuse(struct call *c, int status, const char *why)
{
	struct http *h = c->http;
	struct request in;
	struct response out;
	const char *ignored;
	http_read(c, h->arena, &in, &ignored);
	http_refusal(h, status, why, &in, &out);
	http_seal(c, &out);
	arena_reset(h->arena);
	c->client->linger = status == 413;
	return send_answer(c);
}

static enum MHD_Result add_header(void *cls, enum MHD_ValueKind kind, const char *name,
	size_t name_len, const char *value, size_t value_len)
{
	struct call *c = cls;
	(void)kind;
	c->headers[c->header_count++] =
		(struct header){ name, value ? value : "", name_len, value ? value_len : 0 };
	return MHD_YES;
}

/* Did the library pass over a NUL? Only its 0.9 line does, and there the memory tells. */
static bool has_nul(const struct call *c)
{
	if (!c->http->old_parser)
		return false;
	if (!c->target_at || c->target_at + strlen(c->target) + 1 != c->version)
		return true;
	size_t size =
		MHD_get_connection_info(c->connection, MHD_CONNECTION_INFO_REQUEST_HEADER_SIZE)
			->header_size;
	return !http_block_is_clean(c->version, c->method + size, c->header_count);
}

/* The headers are there, the body is not: refuse now, or let it come. */
static enum MHD_Result begin(struct call *c, const char *method, const char *version)
{
	struct http *h = c->http;
	c->begun = true;
	c->method = method;
	c->version = version;
	const union MHD_ConnectionInfo *from =
		MHD_get_connection_info(c->connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
	http_peer_name(from ? from->client_addr : NULL, c->peer);
	int n = MHD_get_connection_values(c->connection, MHD_HEADER_KIND, NULL, NULL);
	c->headers = http_memory(sizeof *c->headers * (size_t)(n + 1));
	MHD_get_connection_values_n(c->connection, MHD_HEADER_KIND, add_header, c);
	c->target_cut = has_nul(c);
	struct request in;
	const char *why;
	c->body_limit = h->config.body_limit;
	int status = http_read(c, h->arena, &in, &why);
	if (!status && h->config.body_limit_of) {
		size_t limit = h->config.body_limit_of(h->config.app, &in);
		if (limit)
			c->body_limit = limit;
	}
	if (!status)
		status = http_check_body(c, &why);
	c->queue = http_queue_of(h, status ? NULL : &in);
	arena_reset(h->arena);
	if (status)
		return refuse(c, status, why);
	http_watch_expect(h, c->client, c->body_announced);
	return MHD_YES;
}

/* More of the body. */
static enum MHD_Result more(struct call *c, const char *bytes, size_t len)
{
	return http_body_add(c, bytes, len) ? MHD_YES : MHD_NO;
}

static enum MHD_Result whole(struct call *c)
{
	struct http *h = c->http;
	c->counted = true;
	atomic_fetch_add(&h->unsent, 1);
	if (c->body_seen > c->body_limit)
		return refuse(c, 413, "a body above the limit");
	if (atomic_load(&h->stopping))
		return refuse(c, 503, "the server is stopping");
	if (!http_reserve(h, c))
		return refuse(c, 503, "too much to do");
	http_watch_rest(h, c->client);
	MHD_suspend_connection(c->connection); /* before it is queued: a worker may be quick */
	http_queue(c);
	return MHD_YES;
}

static enum MHD_Result on_request(void *cls, struct MHD_Connection *connection, const char *url,
	const char *method, const char *version, const char *upload, size_t *upload_len,
	void **context)
{
	struct call *c = *context;
	(void)cls, (void)connection, (void)url;
	if (!c)
		return MHD_NO;
	if (!c->begun)
		return begin(c, method, version);
	if (*upload_len) {
		size_t len = *upload_len;
		*upload_len = 0;
		return more(c, upload, len);
	}
	return c->sealed ? send_answer(c) : whole(c);
}

bool http_bytes_start(struct http *h)
{
	h->old_parser = !strncmp(MHD_get_version(), "0.9.", 4);
	struct rlimit files;
	unsigned clients = CLIENTS_MOST;
	if (!getrlimit(RLIMIT_NOFILE, &files) && files.rlim_cur < CLIENTS_MOST + 128)
		clients = files.rlim_cur > 256 ? (unsigned)files.rlim_cur - 128 : 64;
	h->daemon = MHD_start_daemon(
		MHD_USE_EPOLL_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME | MHD_USE_ITC, 0, NULL,
		NULL, on_request, h, MHD_OPTION_LISTEN_SOCKET, h->socket,
		MHD_OPTION_CONNECTION_LIMIT, clients, MHD_OPTION_CONNECTION_MEMORY_LIMIT,
		(size_t)POOL_BYTES, MHD_OPTION_CONNECTION_TIMEOUT, (unsigned)h->config.idle_seconds,
		MHD_OPTION_STRICT_FOR_CLIENT, 1, MHD_OPTION_URI_LOG_CALLBACK, on_target, h,
		MHD_OPTION_NOTIFY_COMPLETED, on_completed, h, MHD_OPTION_NOTIFY_CONNECTION,
		on_client, h, MHD_OPTION_END);
	return h->daemon != NULL;
}

/* The socket is closed only after the library stopped: its thread may still be using it. */
void http_bytes_quiesce(struct http *h)
{
	MHD_quiesce_daemon(h->daemon);
}

void http_bytes_stop(struct http *h)
{
	MHD_stop_daemon(h->daemon);
	close(h->socket);
}
