/* How sure one may be that a thing works, held against what Wilson's interval is: the shares p for
 * which what was seen lies within z standard errors. */
#include "test.h"

#include <math.h>

#include "base/wilson.h"

/* The lowest such share, found by halving, without the formula. */
static double plain(double successes, double n)
{
	double seen = successes / n, low = 0, high = seen;
	for (int i = 0; i < 200; i++) {
		double p = (low + high) / 2;
		if (seen - p > 1.96 * sqrt(p * (1 - p) / n))
			low = p;
		else
			high = p;
	}
	return high;
}

static void it_is_the_lower_end_of_the_interval(void **state)
{
	(void)state;
	for (int n = 1; n <= 60; n++)
		for (int halves = 0; halves <= 2 * n; halves++) {
			double expected = plain(halves / 2.0, n) * WILSON_WHOLE;
			double found = (double)wilson_lower(halves / 2.0, n);
			if (fabs(found - expected) > 1)
				fail_msg("%.1f of %d: %.0f, expected %.0f", halves / 2.0, n, found,
					expected);
		}
}

static void more_success_never_lowers_it(void **state)
{
	(void)state;
	for (int n = 1; n <= 200; n++)
		for (int halves = 1; halves <= 2 * n; halves++)
			if (wilson_lower(halves / 2.0, n) < wilson_lower((halves - 1) / 2.0, n))
				fail_msg("%.1f of %d is lower than with half a success less",
					halves / 2.0, n);
}

static void more_of_the_same_makes_surer(void **state)
{
	(void)state;
	for (int n = 1; n < 100; n++) {
		if (wilson_lower(n + 1, n + 1) <= wilson_lower(n, n))
			fail_msg("%d of %d", n, n);
		if (wilson_lower(n, 2L * n) < wilson_lower(n - 1, 2L * (n - 1)))
			fail_msg("half of %d", 2 * n);
	}
}

static void another_failure_lowers_it(void **state)
{
	(void)state;
	for (int n = 1; n < 100; n++)
		for (int good = 1; good <= n; good++)
			if (wilson_lower(good, n + 1) >= wilson_lower(good, n))
				fail_msg("%d of %d", good, n);
}

static void it_is_below_the_share_and_not_below_nothing(void **state)
{
	(void)state;
	for (int n = 1; n <= 100; n++)
		for (int good = 0; good <= n; good++) {
			int64_t lower = wilson_lower(good, n);
			if (lower < 0 || (double)lower > WILSON_WHOLE * (double)good / n)
				fail_msg("%d of %d: %ld", good, n, (long)lower);
		}
}

static void a_lucky_one_does_not_beat_a_proven_one(void **state)
{
	(void)state;
	assert_int_equal(wilson_lower(0, 0), 0);
	assert_int_equal(wilson_lower(0, 7), 0);
	assert_true(wilson_lower(1, 1) < wilson_lower(9, 10));
	assert_true(wilson_lower(3, 3) < wilson_lower(19, 20));
	assert_true(wilson_lower(1, 2) < wilson_lower(50, 100));
	/* As printed in tables: 0.2065 and 0.5958. */
	assert_int_equal(wilson_lower(1, 1) / 100, 2065);
	assert_int_equal(wilson_lower(9, 10) / 100, 5958);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(it_is_the_lower_end_of_the_interval),
		TEST(more_success_never_lowers_it),
		TEST(more_of_the_same_makes_surer),
		TEST(another_failure_lowers_it),
		TEST(it_is_below_the_share_and_not_below_nothing),
		TEST(a_lucky_one_does_not_beat_a_proven_one),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
