/*
 * The watch: cuts off clients that send or take one byte a second for ever. The library's own
 * timeout knows inactivity only. Shutting a socket is enough: the library then sees its end.
 */
#include "http_inner.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { BYTES_A_SECOND = 16 * 1024, LOOK_MS = 1000, LEAVING_LOOK_MS = 20, LEAVING_MOST = 64 };

int64_t http_now(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* Throws away what came from a client that is leaving; false: it has left, or its time is up. */
static bool hear_out(const struct client *k, int64_t now)
{
	char bytes[16 * 1024];
	ssize_t n;
	do
		n = recv(k->socket, bytes, sizeof bytes, MSG_DONTWAIT);
	while (n > 0);
	return n < 0 && (errno == EAGAIN || errno == EINTR) && now < k->until;
}

static void look_at_leaving(struct http *h, int64_t now)
{
	for (struct client **at = &h->leaving, *k; (k = *at);) {
		if (hear_out(k, now)) {
			at = &k->next;
			continue;
		}
		*at = k->next;
		h->leaving_count--;
		close(k->socket);
		free(k);
	}
}

static void *watch(void *p)
{
	struct http *h = p;
	int64_t look = h->config.deadline_seconds * 1000 / 4;
	if (look > LOOK_MS)
		look = LOOK_MS;
	pthread_mutex_lock(&h->watch_lock);
	while (!h->watch_stop) {
		int64_t now = http_now();
		look_at_leaving(h, now);
		int64_t next = now + (h->leaving ? LEAVING_LOOK_MS : look);
		for (struct client *k = h->clients; k; k = k->next)
			if (k->until && k->until <= now) {
				shutdown(k->socket, SHUT_RDWR);
				k->until = 0;
			}
		struct timespec wake = { next / 1000, next % 1000 * 1000000 };
		pthread_cond_timedwait(&h->watch_wake, &h->watch_lock, &wake);
	}
	pthread_mutex_unlock(&h->watch_lock);
	return NULL;
}

bool http_watch_start(struct http *h)
{
	pthread_condattr_t attr;
	pthread_condattr_init(&attr);
	pthread_condattr_setclock(&attr, CLOCK_MONOTONIC);
	pthread_cond_init(&h->watch_wake, &attr);
	pthread_condattr_destroy(&attr);
	pthread_mutex_init(&h->watch_lock, NULL);
	h->watching = pthread_create(&h->watch_thread, NULL, watch, h) == 0;
	return h->watching;
}

void http_watch_stop(struct http *h)
{
	if (!h->watching)
		return;
	pthread_mutex_lock(&h->watch_lock);
	h->watch_stop = true;
	pthread_cond_signal(&h->watch_wake);
	pthread_mutex_unlock(&h->watch_lock);
	pthread_join(h->watch_thread, NULL);
	look_at_leaving(h, INT64_MAX);
	pthread_cond_destroy(&h->watch_wake);
	pthread_mutex_destroy(&h->watch_lock);
	h->watching = false;
}

static int64_t deadline(const struct http *h, size_t bytes)
{
	return http_now() + h->config.deadline_seconds * 1000 +
	       (int64_t)(bytes / BYTES_A_SECOND) * 1000;
}

struct client *http_watch_add(struct http *h, int socket)
{
	struct client *k = http_memory(sizeof *k);
	k->socket = socket;
	k->until = deadline(h, 0);
	pthread_mutex_lock(&h->watch_lock);
	k->next = h->clients;
	if (k->next)
		k->next->prev = k;
	h->clients = k;
	pthread_mutex_unlock(&h->watch_lock);
	return k;
}

void http_watch_remove(struct http *h, struct client *k)
{
	pthread_mutex_lock(&h->watch_lock);
	if (k->prev)
		k->prev->next = k->next;
	else
		h->clients = k->next;
	if (k->next)
		k->next->prev = k->prev;
	k->socket = k->linger && h->leaving_count < LEAVING_MOST
			    ? fcntl(k->socket, F_DUPFD_CLOEXEC, 0)
			    : -1;
	if (k->socket >= 0) {
		shutdown(k->socket, SHUT_WR);
		k->until = http_now() + LINGER_MS;
		k->next = h->leaving;
		h->leaving = k;
		h->leaving_count++;
		pthread_cond_signal(&h->watch_wake);
		k = NULL;
	}
	pthread_mutex_unlock(&h->watch_lock);
	free(k);
}

void http_watch_expect(struct http *h, struct client *k, size_t bytes)
{
	pthread_mutex_lock(&h->watch_lock);
	k->until = deadline(h, bytes);
	pthread_mutex_unlock(&h->watch_lock);
}

void http_watch_rest(struct http *h, struct client *k)
{
	pthread_mutex_lock(&h->watch_lock);
	k->until = 0;
	pthread_mutex_unlock(&h->watch_lock);
}
