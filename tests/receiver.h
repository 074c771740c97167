/* receiver: a web server on the loopback that takes one request after the other, answers each as
 * it is told, and keeps what came. */
#ifndef RECEIVER_H
#define RECEIVER_H

#include <arpa/inet.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/socket.h>
#include <unistd.h>

enum { RECEIVER_MOST = 64, RECEIVER_BYTES = 32768 };

struct receiver {
	int socket, port;
	pthread_t thread;
	const char *answer; /* the whole of it; "": hangs up without one */
	atomic_int count;
	char got[RECEIVER_MOST][RECEIVER_BYTES];
};

static inline size_t receiver_read(int c, char *to)
{
	size_t len = 0, wanted = 0;
	while (len < RECEIVER_BYTES - 1) {
		ssize_t n = read(c, to + len, RECEIVER_BYTES - 1 - len);
		if (n <= 0)
			break;
		len += (size_t)n;
		to[len] = 0;
		const char *end = strstr(to, "\r\n\r\n"), *says = strcasestr(to, "content-length:");
		if (end && says && !wanted)
			wanted = (size_t)(end + 4 - to) + (size_t)atol(says + 15);
		if (wanted && len >= wanted)
			break;
	}
	return len;
}

static inline void *receiver_run(void *p)
{
	struct receiver *r = p;
	for (int c; (c = accept(r->socket, NULL, NULL)) >= 0; close(c)) {
		int at = atomic_load(&r->count);
		if (at < RECEIVER_MOST && receiver_read(c, r->got[at])) {
			atomic_store(&r->count, at + 1);
			if (write(c, r->answer, strlen(r->answer)) < 0)
				continue;
		}
	}
	return NULL;
}

static inline struct receiver *receiver_new(void)
{
	struct receiver *r = calloc(1, sizeof *r);
	struct sockaddr_in a = { .sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	socklen_t len = sizeof a;
	r->socket = socket(AF_INET, SOCK_STREAM, 0);
	if (bind(r->socket, (struct sockaddr *)&a, len) || listen(r->socket, 8) ||
		getsockname(r->socket, (struct sockaddr *)&a, &len))
		abort();
	r->port = ntohs(a.sin_port);
	r->answer = "";
	pthread_create(&r->thread, NULL, receiver_run, r);
	return r;
}

static inline void receiver_free(struct receiver *r)
{
	shutdown(r->socket, SHUT_RDWR);
	pthread_join(r->thread, NULL);
	close(r->socket);
	free(r);
}

#define RECEIVER_SAYS(json) "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" json

#endif
