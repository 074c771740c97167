/* Start and stop. */
#include "http.h"
#include "http_inner.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { STOP_SEND_MS = 1000 };

void *http_memory(size_t bytes)
{
	void *p = calloc(1, bytes);
	if (!p) {
		fputs("out of memory\n", stderr);
		abort();
	}
	return p;
}

static void set_defaults(struct http_config *k)
{
	k->workers = k->workers ? k->workers : 8;
	k->queue_limit = k->queue_limit ? k->queue_limit : 64;
	k->body_limit = k->body_limit ? k->body_limit : 1 << 20;
	k->idle_seconds = k->idle_seconds ? k->idle_seconds : 30;
	k->deadline_seconds = k->deadline_seconds ? k->deadline_seconds : 60;
}

static void dispose(struct http *h)
{
	arena_free(h->arena);
	pthread_cond_destroy(&h->usual.ready);
	pthread_cond_destroy(&h->slow.ready);
	pthread_cond_destroy(&h->writes.ready);
	pthread_mutex_destroy(&h->lock);
	free(h);
}

struct http *http_start(const struct http_config *config, const char **why)
{
	struct http *h = http_memory(sizeof *h);
	h->config = *config;
	set_defaults(&h->config);
	h->arena = arena_new();
	h->usual.limit = h->slow.limit = h->writes.limit = h->config.queue_limit;
	pthread_mutex_init(&h->lock, NULL);
	pthread_cond_init(&h->usual.ready, NULL);
	pthread_cond_init(&h->slow.ready, NULL);
	pthread_cond_init(&h->writes.ready, NULL);
	signal(SIGPIPE, SIG_IGN);
	signal(SIGXFSZ, SIG_IGN);
	h->socket = http_listen(h, why);
	if (h->socket < 0) {
		dispose(h);
		return NULL;
	}
	sigset_t all, before;
	sigfillset(&all);
	pthread_sigmask(SIG_SETMASK, &all, &before);
	const char *fault = http_work_start(h);
	if (!fault && !http_watch_start(h))
		fault = "no thread could be made";
	if (!fault && !http_bytes_start(h))
		fault = "libmicrohttpd could not start";
	pthread_sigmask(SIG_SETMASK, &before, NULL);
	if (!fault)
		return h;
	*why = fault;
	http_work_stop(h);
	http_watch_stop(h);
	close(h->socket);
	dispose(h);
	return NULL;
}

int http_port(const struct http *h)
{
	return h->port;
}

const char *http_address(const struct http *h)
{
	return h->address;
}

/* No connection may sleep when the library stops: so first the workers, then the last answers. */
void http_stop(struct http *h)
{
	if (!h)
		return;
	http_bytes_quiesce(h);
	atomic_store(&h->stopping, true);
	http_work_stop(h);
	for (int64_t end = http_now() + STOP_SEND_MS; atomic_load(&h->unsent) && http_now() < end;)
		nanosleep(&(struct timespec){ .tv_nsec = 2000000 }, NULL);
	http_bytes_stop(h);
	http_watch_stop(h);
	dispose(h);
}
