#include "address.h"

#include <arpa/inet.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/list.h"
#include "base/strings.h"
#include "base/text.h"

/* IPv4 as ::ffff:a.b.c.d, so that there is one kind of address. */
struct network {
	unsigned char bytes[16];
	int bits;
};

static const unsigned char mapped[12] = { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff };

static bool read_address(const char *s, struct network *n)
{
	n->bits = 128;
	if (inet_pton(AF_INET6, s, n->bytes) == 1)
		return true;
	memcpy(n->bytes, mapped, sizeof mapped);
	return inet_pton(AF_INET, s, n->bytes + 12) == 1;
}

static bool read_network(struct arena *a, const char *s, struct network *n)
{
	const char *slash = strchr(s, '/');
	if (!slash)
		return read_address(s, n);
	const char *address = arena_copy(a, s, (size_t)(slash - s));
	if (!read_address(address, n))
		return false;
	int most = strchr(address, ':') ? 128 : 32;
	size_t len = strlen(slash + 1);
	if (len == 0 || len > 3 || strspn(slash + 1, "0123456789") != len)
		return false;
	int bits = atoi(slash + 1);
	n->bits = bits + 128 - most;
	return bits <= most;
}

static bool is_in(const struct network *n, const struct network *address)
{
	int whole = n->bits / 8, rest = n->bits % 8;
	if (memcmp(n->bytes, address->bytes, (size_t)whole) != 0)
		return false;
	int mask = 0xff << (8 - rest) & 0xff;
	return !rest || (n->bytes[whole] & mask) == (address->bytes[whole] & mask);
}

/* The parts between commas, without blanks around them. */
static void split(struct arena *a, const char *list, struct strings *parts)
{
	while (list && *list) {
		size_t len = strcspn(list, ",");
		const char *part = text_trim(a, arena_copy(a, list, len));
		if (*part)
			*LIST_ADD(a, parts) = part;
		list += len + (list[len] == ',');
	}
}

bool address_list_ok(struct arena *a, const char *list, const char **bad)
{
	struct strings parts = { 0 };
	struct network n;
	split(a, list, &parts);
	for (size_t i = 0; i < parts.count; i++)
		if (!read_network(a, parts.items[i], &n)) {
			*bad = parts.items[i];
			return false;
		}
	return true;
}

static bool is_trusted(struct arena *a, const struct strings *trusted, const struct network *who)
{
	struct network n;
	for (size_t i = 0; i < trusted->count; i++)
		if (read_network(a, trusted->items[i], &n) && is_in(&n, who))
			return true;
	return false;
}

static const char *print(struct arena *a, const struct network *n)
{
	char text[INET6_ADDRSTRLEN];
	if (memcmp(n->bytes, mapped, sizeof mapped) == 0)
		inet_ntop(AF_INET, n->bytes + 12, text, sizeof text);
	else
		inet_ntop(AF_INET6, n->bytes, text, sizeof text);
	return arena_string(a, text);
}

const char *address_of(const struct request *in, const char *trusted)
{
	struct arena *a = in->arena;
	struct network who, next;
	if (!in->peer || !read_address(in->peer, &who))
		return in->peer ? in->peer : "";
	struct strings proxies = { 0 }, way = { 0 };
	split(a, trusted, &proxies);
	for (size_t i = 0; proxies.count && i < in->header_count; i++)
		if (strcasecmp(in->headers[i].name, "X-Forwarded-For") == 0)
			split(a, in->headers[i].value, &way);
	size_t left = way.count;
	while (left && is_trusted(a, &proxies, &who) && read_address(way.items[left - 1], &next)) {
		who = next;
		left--;
	}
	return print(a, &who);
}
