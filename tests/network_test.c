/* Which addresses belong to a private network. */
#include "test.h"

#include <arpa/inet.h>
#include <string.h>

#include "doors/network.h"

static bool is_private(const char *text)
{
	struct sockaddr_in in = { .sin_family = AF_INET };
	struct sockaddr_in6 in6 = { .sin6_family = AF_INET6 };
	if (inet_pton(AF_INET, text, &in.sin_addr) == 1)
		return network_is_private((struct sockaddr *)&in);
	if (inet_pton(AF_INET6, text, &in6.sin6_addr) == 1)
		return network_is_private((struct sockaddr *)&in6);
	fail_msg("%s is no address", text);
	return false;
}

static void the_house_and_this_machine_are_told_from_the_world(void **state)
{
	(void)state;
	static const char *const inside[] = { "127.0.0.1", "127.255.255.254", "0.0.0.0", "10.1.2.3",
		"172.16.0.1", "172.31.255.255", "192.168.1.1", "169.254.169.254", "100.64.0.1",
		"100.127.255.255", "224.0.0.1", "240.0.0.1", "255.255.255.255", "198.18.0.1",
		"192.0.2.1", "::", "::1", "fc00::1", "fdff::1", "fe80::1", "ff02::1",
		"::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::a00:1",
		"2002:7f00:1::", "2002:c0a8:101::1", "2001::1", "2001:db8::1", "::7f00:1",
		"3fff::1" };
	static const char *const outside[] = { "1.1.1.1", "8.8.8.8", "172.15.255.255", "172.32.0.1",
		"100.63.255.255", "100.128.0.0", "192.167.255.255", "192.169.0.0",
		"126.255.255.255", "128.0.0.0", "223.255.255.255", "198.17.255.255", "198.20.0.0",
		"2400:3200::1", "2606:4700:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808",
		"2002:808:808::" };
	for (size_t i = 0; i < sizeof inside / sizeof *inside; i++)
		if (!is_private(inside[i]))
			fail_msg("%s passes for public", inside[i]);
	for (size_t i = 0; i < sizeof outside / sizeof *outside; i++)
		if (is_private(outside[i]))
			fail_msg("%s passes for private", outside[i]);
	const struct sockaddr local = { .sa_family = AF_UNIX };
	assert_true(network_is_private(&local));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_house_and_this_machine_are_told_from_the_world),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
