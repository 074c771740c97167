/* The socket that is listened at, and who is at its other end. */
#include "http_inner.h"

#include <arpa/inet.h>
#include <errno.h>
#include <netdb.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

/* host:port or [host]:port, into the two. */
static bool split(const char *listen, char host[256], char port[6])
{
	const char *colon = strrchr(listen, ':');
	if (!colon || !colon[1] || strlen(colon + 1) > 5 ||
		colon[1 + strspn(colon + 1, "0123456789")] || atoi(colon + 1) > 65535)
		return false;
	const char *from = listen;
	size_t len = (size_t)(colon - listen);
	if (len >= 2 && from[0] == '[' && from[len - 1] == ']') {
		from++;
		len -= 2;
	} else if (memchr(from, ':', len)) {
		return false;
	}
	if (len == 0 || len > 255)
		return false;
	memcpy(host, from, len);
	host[len] = 0;
	memcpy(port, colon + 1, strlen(colon + 1) + 1);
	return true;
}

static int bind_one(const struct addrinfo *to)
{
	int fd = socket(to->ai_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
	if (fd < 0)
		return -1;
	int on = 1, off = 0;
	setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
	if (to->ai_family == AF_INET6)
		setsockopt(fd, IPPROTO_IPV6, IPV6_V6ONLY, &off, sizeof off);
	if (bind(fd, to->ai_addr, to->ai_addrlen) || listen(fd, 1024)) {
		int kept = errno;
		close(fd);
		errno = kept;
		return -1;
	}
	return fd;
}

int http_listen(struct http *h, const char **why)
{
	char host[256], port[6];
	if (!split(h->config.listen, host, port)) {
		*why = "listen wants HOST:PORT or [HOST]:PORT";
		return -1;
	}
	struct addrinfo hints = { .ai_socktype = SOCK_STREAM, .ai_flags = AI_PASSIVE }, *found;
	int code = getaddrinfo(host, port, &hints, &found);
	if (code) {
		*why = gai_strerror(code);
		return -1;
	}
	int fd = bind_one(found);
	if (fd < 0)
		*why = strerror(errno);
	freeaddrinfo(found);
	if (fd < 0)
		return -1;
	struct sockaddr_in6 bound = { 0 }; /* the port stands in the same place in both families */
	socklen_t len = sizeof bound;
	getsockname(fd, (struct sockaddr *)&bound, &len);
	h->port = ntohs(bound.sin6_port);
	snprintf(h->address, sizeof h->address, strchr(host, ':') ? "[%s]:%d" : "%s:%d", host,
		h->port);
	return fd;
}

void http_peer_name(const struct sockaddr *from, char name[INET6_ADDRSTRLEN])
{
	*name = 0;
	if (from && from->sa_family == AF_INET) {
		const struct sockaddr_in *four = (const struct sockaddr_in *)from;
		inet_ntop(AF_INET, &four->sin_addr, name, INET6_ADDRSTRLEN);
	} else if (from && from->sa_family == AF_INET6) {
		const struct in6_addr *six = &((const struct sockaddr_in6 *)from)->sin6_addr;
		if (IN6_IS_ADDR_V4MAPPED(six))
			inet_ntop(AF_INET, &six->s6_addr[12], name, INET6_ADDRSTRLEN);
		else
			inet_ntop(AF_INET6, six, name, INET6_ADDRSTRLEN);
	}
}
