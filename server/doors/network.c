#include "network.h"

#include <netinet/in.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/socket.h>

/* RFC 6890 and what was registered since. */
static const struct {
	uint32_t net;
	int bits;
} four[] = {
	{ 0x00000000, 8 },  /* this network */
	{ 0x0a000000, 8 },  /* private */
	{ 0x64400000, 10 }, /* shared by carriers */
	{ 0x7f000000, 8 },  /* loopback */
	{ 0xa9fe0000, 16 }, /* link-local; clouds' own services */
	{ 0xac100000, 12 }, /* private */
	{ 0xc0000000, 24 }, /* protocols */
	{ 0xc0000200, 24 }, /* documentation */
	{ 0xc0586300, 24 }, /* 6to4 relays */
	{ 0xc0a80000, 16 }, /* private */
	{ 0xc6120000, 15 }, /* benchmarks */
	{ 0xc6336400, 24 }, /* documentation */
	{ 0xcb007100, 24 }, /* documentation */
	{ 0xe0000000, 3 },  /* multicast, reserved, broadcast */
};

static bool is_private_four(uint32_t a)
{
	for (size_t i = 0; i < sizeof four / sizeof *four; i++)
		if ((a ^ four[i].net) >> (32 - four[i].bits) == 0)
			return true;
	return false;
}

static uint32_t four_at(const uint8_t *b)
{
	return (uint32_t)b[0] << 24 | (uint32_t)b[1] << 16 | (uint32_t)b[2] << 8 | b[3];
}

/* Public ones are 2000::/3, but for some; the ways to write IPv4 in IPv6 are judged by what they
 * carry. */
static bool is_private_six(const uint8_t *b)
{
	static const uint8_t mapped[12] = { [10] = 0xff, [11] = 0xff };
	static const uint8_t nat64[12] = { 0x00, 0x64, 0xff, 0x9b };
	if (memcmp(b, mapped, 12) == 0 || memcmp(b, nat64, 12) == 0)
		return is_private_four(four_at(b + 12));
	if (b[0] >> 5 != 1)
		return true; /* ::, ::1, fc00::/7, fe80::/10, ff00::/8 … */
	if (b[0] == 0x20 && b[1] == 0x02)
		return is_private_four(four_at(b + 2)); /* 6to4 */
	if (b[0] == 0x20 && b[1] == 0x01 && (b[2] < 2 || (b[2] == 0x0d && b[3] == 0xb8)))
		return true; /* 2001::/23: Teredo and other protocols; documentation */
	return b[0] == 0x3f && b[1] == 0xff && b[2] < 0x10; /* documentation */
}

bool network_is_private(const struct sockaddr *a)
{
	struct sockaddr_in in;
	struct sockaddr_in6 in6;
	if (a->sa_family == AF_INET) {
		memcpy(&in, a, sizeof in);
		return is_private_four(ntohl(in.sin_addr.s_addr));
	}
	if (a->sa_family != AF_INET6)
		return true;
	memcpy(&in6, a, sizeof in6);
	return is_private_six(in6.sin6_addr.s6_addr);
}
