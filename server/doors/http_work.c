/*
 * The workers and their three queues. A place is reserved before the connection is put to sleep,
 * and counts from then on: workers do not leave while a call is on its way into the queue.
 */
#include "http_inner.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/list.h"

struct http_hold {
	struct call call;
};

struct queue *http_queue_of(struct http *h, const struct request *in)
{
	const struct http_config *k = &h->config;
	if (in && k->is_slow && k->is_slow(k->app, in))
		return &h->slow;
	return in && k->writers && k->is_write && k->is_write(k->app, in) ? &h->writes : &h->usual;
}

static void wake_all(struct http *h)
{
	pthread_cond_broadcast(&h->usual.ready);
	pthread_cond_broadcast(&h->slow.ready);
	pthread_cond_broadcast(&h->writes.ready);
}

bool http_reserve(struct http *h, const struct call *c)
{
	pthread_mutex_lock(&h->lock);
	struct queue *q = c->queue;
	bool room = q->count < q->limit && !h->closing;
	if (room)
		q->count++;
	pthread_mutex_unlock(&h->lock);
	return room;
}

void http_queue(struct call *c)
{
	struct http *h = c->http;
	struct queue *q = c->queue;
	atomic_store(&c->pending, 1);
	pthread_mutex_lock(&h->lock);
	c->next = NULL;
	if (q->last)
		q->last->next = c;
	else
		q->first = c;
	q->last = c;
	pthread_cond_signal(&q->ready);
	pthread_mutex_unlock(&h->lock);
}

/* The next call, or NULL when there will be none. */
static struct call *take(struct http *h, struct queue *q)
{
	pthread_mutex_lock(&h->lock);
	while (!q->first && !(h->closing && !h->held && !q->count))
		pthread_cond_wait(&q->ready, &h->lock);
	struct call *c = q->first;
	if (c) {
		q->first = c->next;
		if (!q->first)
			q->last = NULL;
		q->count--;
		if (h->closing)
			pthread_cond_broadcast(&q->ready);
	}
	pthread_mutex_unlock(&h->lock);
	return c;
}

static bool too_late(struct http *h)
{
	pthread_mutex_lock(&h->lock);
	bool late = h->closing && http_now() > h->drain_until;
	pthread_mutex_unlock(&h->lock);
	return late;
}

void http_refusal(
	struct http *h, int status, const char *why, const struct request *in, struct response *out)
{
	*out = (struct response){ .status = status, .body = out_new(in->arena), .close = true };
	if (status == 503)
		response_header(out, "Retry-After", "2");
	if (h->config.refuse) {
		h->config.refuse(h->config.app, why, in, out);
		return;
	}
	response_header(out, "Content-Type", "text/plain; charset=utf-8");
	out_format(&out->body, "%d %s\n", status, why);
}

/* One thing off the list of those the answer waits for; the last one wakes the connection. */
static void done_one(struct call *c)
{
	if (atomic_fetch_sub(&c->pending, 1) != 1)
		return;
	if (atomic_load(&c->failed)) {
		pthread_mutex_lock(&c->http->lock);
		c->queue->count++;
		pthread_mutex_unlock(&c->http->lock);
		http_queue(c);
	} else {
		http_wake(c);
	}
}

static void work_on(struct worker *w, struct call *c)
{
	struct http *h = w->http;
	struct request in;
	struct response out = { .status = 200, .body = out_new(w->arena) };
	const char *why = NULL;
	int status = http_read(c, w->arena, &in, &why);
	if (atomic_load(&c->failed)) {
		status = atomic_exchange(&c->failed, 0);
		why = "what was to be saved could not be";
	} else if (!status && too_late(h)) {
		status = 503;
		why = "the server is stopping";
	}
	if (status)
		http_refusal(h, status, why, &in, &out);
	else
		h->config.answer(w->context, &in, &out);
	http_seal(c, &out);
	done_one(c);
	arena_reset(w->arena);
}

static void *work(void *p)
{
	struct worker *w = p;
	struct call *c;
	while ((c = take(w->http, w->queue)))
		work_on(w, c);
	return NULL;
}

struct http_figures http_figures(struct http *h)
{
	pthread_mutex_lock(&h->lock);
	struct http_figures f = { h->usual.count, h->slow.count, h->writes.count, h->held };
	pthread_mutex_unlock(&h->lock);
	return f;
}

const char *http_work_start(struct http *h)
{
	h->worker_count = h->config.workers + SLOW_WORKERS + h->config.writers;
	h->workers = http_memory(sizeof *h->workers * (size_t)h->worker_count);
	for (int i = 0; i < h->worker_count; i++) {
		struct worker *w = &h->workers[i];
		w->http = h;
		w->queue = i < h->config.workers                  ? &h->usual
			   : i < h->config.workers + SLOW_WORKERS ? &h->slow
								  : &h->writes;
		w->arena = arena_new();
		w->context = h->config.app;
		if (h->config.worker_start) {
			w->context = h->config.worker_start(h->config.app, i);
			if (!w->context)
				return "a worker could not start";
			w->started = true;
		}
		w->running = pthread_create(&w->thread, NULL, work, w) == 0;
		if (!w->running)
			return "no thread could be made";
	}
	return NULL;
}

void http_work_stop(struct http *h)
{
	pthread_mutex_lock(&h->lock);
	h->closing = true;
	h->drain_until = http_now() + STOP_DRAIN_MS;
	wake_all(h);
	pthread_mutex_unlock(&h->lock);
	for (int i = 0; i < h->worker_count; i++)
		if (h->workers[i].running)
			pthread_join(h->workers[i].thread, NULL);
	for (int i = 0; i < h->worker_count; i++) {
		struct worker *w = &h->workers[i];
		if (w->started && h->config.worker_stop)
			h->config.worker_stop(w->context);
		arena_free(w->arena);
	}
	free(h->workers);
	h->workers = NULL;
	h->worker_count = 0;
}

struct http_hold *http_hold(const struct request *r)
{
	struct call *c = r->inside;
	pthread_mutex_lock(&c->http->lock);
	c->http->held++;
	pthread_mutex_unlock(&c->http->lock);
	int before = atomic_fetch_add(&c->pending, 1);
	assert(before == 1); /* one hold a request, inside answer() */
	return (struct http_hold *)c;
}

void http_release(struct http_hold *hold, int status)
{
	struct call *c = &hold->call;
	struct http *h = c->http;
	if (status)
		atomic_store(&c->failed, status);
	done_one(c);
	pthread_mutex_lock(&h->lock);
	h->held--;
	wake_all(h);
	pthread_mutex_unlock(&h->lock);
}
