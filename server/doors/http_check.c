/*
 * What is wrong with a request: the checks that libmicrohttpd 0.9 leaves out. Two lengths, a length
 * beside chunks, two hosts: each of these lets a proxy before us and the library disagree about
 * where a request ends.
 */
#include "http_inner.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/text.h"

enum { SWALLOW = 4, BODY_FIRST = 4096 };

static size_t count(const struct call *c, const char *name, const char **value)
{
	size_t n = 0;
	for (size_t i = 0; i < c->header_count; i++)
		if (!strcasecmp(c->headers[i].name, name) && n++ == 0)
			*value = c->headers[i].value;
	return n;
}

static bool is_token(const char *s, size_t len)
{
	static const char marks[] = "!#$%&'*+-.^_`|~";
	for (size_t i = 0; i < len; i++) {
		char c = s[i];
		if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
			    (c && strchr(marks, c))))
			return false;
	}
	return len > 0;
}

static bool is_header(const struct header *h)
{
	if (!is_token(h->name, h->name_len) || h->value_len != strlen(h->value))
		return false;
	for (size_t i = 0; i < h->value_len; i++) {
		unsigned char c = (unsigned char)h->value[i];
		if ((c < 0x20 && c != '\t') || c == 0x7F)
			return false;
	}
	return text_valid(h->value, h->value_len, NULL);
}

/* A name or an address, and a port; what it may hold never needs escaping in a link. */
static bool is_host(const char *s)
{
	size_t len =
		strspn(s, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._:[]");
	return len > 0 && len <= 255 && !s[len];
}

bool http_block_is_clean(const char *s, const char *end, size_t headers)
{
	s += strnlen(s, (size_t)(end - s));
	size_t lines = 0;
	/* Each time round: at the two NULs that were a line end. */
	while (end - s >= 2 && !s[0] && !s[1]) {
		s += 2;
		if (end - s == 2)
			return !s[0] && !s[1] && lines == headers;
		s += strnlen(s, (size_t)(end - s)); /* the name; its colon is a NUL */
		if (s < end)
			s++;
		s += strnlen(s, (size_t)(end - s));
		lines++;
	}
	return false;
}

/* false: one that nobody uses. PATCH and OPTIONS are known, and no address takes them: 405. */
static bool read_method(const char *name, struct request *r)
{
	static const struct {
		const char *name;
		enum method method;
	} rows[] = { { "GET", GET }, { "HEAD", GET }, { "POST", POST }, { "PUT", PUT },
		{ "DELETE", DELETE }, { "PATCH", METHOD_OTHER }, { "OPTIONS", METHOD_OTHER } };
	r->method = METHOD_OTHER;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (!strcmp(rows[i].name, name)) {
			r->head = i == 1;
			r->method = rows[i].method;
			return true;
		}
	return false;
}

static int check_headers(const struct call *c, struct request *r, const char **why)
{
	*why = "broken headers";
	if (c->header_count > HEADERS_MOST)
		return *why = "too many headers", 431;
	for (size_t i = 0; i < c->header_count; i++)
		if (!is_header(&c->headers[i]))
			return 400;
	size_t hosts = count(c, "Host", &r->host);
	if (hosts > 1 || (hosts == 0 && !strcmp(c->version, "HTTP/1.1")))
		return *why = hosts ? "two Hosts" : "no Host", 400;
	if (hosts && !is_host(r->host))
		return *why = "a Host that is none", 400;
	count(c, "Content-Type", &r->content_type);
	*why = NULL;
	return 0;
}

static struct http_header *open_headers(const struct call *c, struct arena *a)
{
	struct http_header *all = ARENA_MANY(a, struct http_header, c->header_count + 1);
	for (size_t i = 0; i < c->header_count; i++)
		all[i] = (struct http_header){ c->headers[i].name, c->headers[i].value };
	return all;
}

int http_read(struct call *c, struct arena *a, struct request *r, const char **why)
{
	*r = (struct request){
		.arena = a,
		.target = c->target,
		.body = c->body ? c->body : "",
		.body_len = c->body_len,
		.peer = c->peer,
		.host = "",
		.number = c->number,
		.headers = open_headers(c, a),
		.header_count = c->header_count,
		.inside = c,
	};
	bool known = read_method(c->method, r);
	if (strlen(c->target) > TARGET_MOST)
		return *why = "an address above 2 KB", 414;
	int status = check_headers(c, r, why);
	if (c->target_cut)
		return *why = "a NUL in the request", 400;
	if (strcmp(c->version, "HTTP/1.1") != 0 && strcmp(c->version, "HTTP/1.0") != 0)
		return *why = "a version that is not HTTP/1.1", 505;
	if (status)
		return status;
	if (!known)
		return *why = "an unknown method", 501;
	if (!uri_parse(a, c->target, &r->path, &r->query, why)) {
		r->path = NULL;
		r->query = (struct fields){ 0 };
		return 400;
	}
	return 0;
}

int http_check_body(struct call *c, const char **why)
{
	const char *length = NULL, *coding = NULL;
	size_t lengths = count(c, "Content-Length", &length);
	size_t codings = count(c, "Transfer-Encoding", &coding);
	if (lengths > 1 || (lengths && codings))
		return *why = "two lengths", 400;
	if (codings && (codings > 1 || strcasecmp(coding, "chunked") != 0))
		return *why = "an unknown transfer coding", 501;
	if (codings && strcmp(c->version, "HTTP/1.1") != 0)
		return *why = "chunks in HTTP/1.0", 400;
	c->body_announced = codings ? c->body_limit : 0;
	if (!lengths)
		return 0;
	size_t digits = strspn(length, "0123456789");
	if (!digits || length[digits])
		return *why = "a length that is no number", 400;
	size_t bytes = 0;
	for (; *length && bytes <= c->body_limit; length++)
		bytes = bytes * 10 + (size_t)(*length - '0');
	if (bytes > c->body_limit)
		return *why = "a body above the limit", 413;
	c->body_announced = bytes;
	return 0;
}

bool http_body_add(struct call *c, const char *bytes, size_t len)
{
	c->body_seen += len;
	if (c->body_seen > c->body_limit)
		return c->body_seen / SWALLOW <= c->body_limit;
	size_t room = c->body_room ? c->body_room : BODY_FIRST;
	while (room < c->body_len + len + 1)
		room *= 2;
	if (room > c->body_room) {
		char *body = realloc(c->body, room);
		if (!body)
			return false;
		c->body = body;
		c->body_room = room;
	}
	memcpy(c->body + c->body_len, bytes, len);
	c->body_len += len;
	c->body[c->body_len] = 0;
	return true;
}
