/* http_client: a socket to a server under test on loopback, and what came back. */
#ifndef HTTP_CLIENT_H
#define HTTP_CLIENT_H

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <stdio.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#include "test.h"

static inline int client_open(int port)
{
	int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
	struct sockaddr_in to = { .sin_family = AF_INET, .sin_port = htons((uint16_t)port) };
	to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	if (connect(fd, (struct sockaddr *)&to, sizeof to))
		fail_msg("no connection to port %d", port);
	return fd;
}

static inline void client_send(int fd, const char *bytes, size_t len)
{
	while (len) {
		ssize_t n = send(fd, bytes, len, MSG_NOSIGNAL);
		if (n <= 0)
			return; /* the server may have closed: the answer is what counts */
		bytes += n;
		len -= (size_t)n;
	}
}

/* Up to most bytes; waits at most ms for each piece. -1: nothing came in that time. */
static inline ssize_t client_piece(int fd, char *to, size_t most, int ms)
{
	struct pollfd p = { .fd = fd, .events = POLLIN };
	if (poll(&p, 1, ms) <= 0)
		return -1;
	ssize_t n = recv(fd, to, most, 0);
	return n < 0 ? 0 : n;
}

/* One whole answer: head and as much body as its Content-Length says (none after HEAD). Returns its
 * status; 0 when the connection ended without one. */
static inline int client_answer(int fd, char *to, size_t room, bool head)
{
	size_t len = 0;
	to[0] = 0;
	for (;;) {
		char *blank = strstr(to, "\r\n\r\n");
		if (blank) {
			const char *length = strcasestr(to, "content-length:");
			size_t want = length && !head ? strtoul(length + 15, NULL, 10) : 0;
			if (len >= (size_t)(blank + 4 - to) + want)
				break;
		}
		ssize_t n = client_piece(fd, to + len, room - len - 1, 5000);
		if (n <= 0)
			return 0;
		len += (size_t)n;
		to[len] = 0;
	}
	return atoi(to + strcspn(to, " "));
}

/* Does the other side close within ms? */
static inline bool client_closed(int fd, int ms)
{
	char rest[256];
	ssize_t n;
	while ((n = client_piece(fd, rest, sizeof rest, ms)) > 0)
		;
	return n == 0;
}

#define client_text(fd, s) client_send((fd), (s), strlen(s))

static inline int64_t client_now(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static inline void client_sleep(int ms)
{
	nanosleep(&(struct timespec){ ms / 1000, ms % 1000 * 1000000L }, NULL);
}

#endif
