/* Slowing down who guesses passwords. */
#include <stdio.h>

#include "test.h"

#include "rules/throttle.h"

enum { NOW = 1794967200 };

static void tries_are_free_until_the_fifth_failure(void **state)
{
	(void)state;
	throttle_forget();
	for (int i = 0; i < 4; i++) {
		throttle_failed("wang", "192.0.2.1", NOW);
		assert_int_equal(throttle_wait("wang", "192.0.2.1", NOW), 0);
	}
	throttle_failed("wang", "192.0.2.1", NOW);
	assert_int_equal(throttle_wait("wang", "192.0.2.1", NOW), 1);
	assert_int_equal(throttle_wait("li", "192.0.2.2", NOW), 0);
}

static void each_failure_doubles_the_wait_up_to_a_quarter_of_an_hour(void **state)
{
	(void)state;
	throttle_forget();
	int64_t last = 0;
	for (int i = 0; i < 40; i++) {
		throttle_failed("wang", "192.0.2.1", NOW);
		int64_t wait = throttle_wait("wang", "192.0.2.9", NOW);
		assert_true(wait >= last && wait <= 900);
		last = wait;
	}
	assert_int_equal(last, 900);
	assert_int_equal(throttle_wait("wang", "192.0.2.9", NOW + 901), 0);
}

static void an_hour_of_quiet_is_forgiven(void **state)
{
	(void)state;
	throttle_forget();
	for (int i = 0; i < 10; i++)
		throttle_failed("wang", "192.0.2.1", NOW);
	throttle_failed("wang", "192.0.2.1", NOW + 4000);
	assert_int_equal(throttle_wait("wang", "192.0.2.1", NOW + 4000), 0);
}

static void an_address_that_tries_many_names_is_slowed(void **state)
{
	(void)state;
	throttle_forget();
	char name[16];
	for (int i = 0; i < 31; i++) {
		snprintf(name, sizeof name, "u%d", i);
		throttle_failed(name, "192.0.2.1", NOW);
	}
	assert_true(throttle_wait("someone", "192.0.2.1", NOW) > 0);
	assert_int_equal(throttle_wait("someone", "192.0.2.2", NOW), 0);
	/* Its own good sign-in frees the account, not the address. */
	throttle_passed("u1", "192.0.2.1");
	assert_true(throttle_wait("someone", "192.0.2.1", NOW) > 0);
}

static void a_network_of_ipv6_is_one_address(void **state)
{
	(void)state;
	throttle_forget();
	char name[16], address[40];
	for (int i = 0; i < 31; i++) {
		snprintf(name, sizeof name, "u%d", i);
		snprintf(address, sizeof address, "2001:db8:0:1::%x", i + 1);
		throttle_failed(name, address, NOW);
	}
	assert_true(throttle_wait("someone", "2001:db8:0:1:ffff::1", NOW) > 0);
	assert_int_equal(throttle_wait("someone", "2001:db8:0:2::1", NOW), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(tries_are_free_until_the_fifth_failure),
		TEST(each_failure_doubles_the_wait_up_to_a_quarter_of_an_hour),
		TEST(an_hour_of_quiet_is_forgiven),
		TEST(an_address_that_tries_many_names_is_slowed),
		TEST(a_network_of_ipv6_is_one_address),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
