#include "test.h"

#include "base/clock.h"

static void iso_weeks_are_those_of_the_calendar(void **state)
{
	struct test *t = *state;
	const struct zone *shanghai = zone_find("Asia/Shanghai");
	static const struct {
		int year, month, day;
		const char *week;
	} rows[] = {
		{ 2026, 11, 23, "2026-W48" },
		{ 2026, 11, 22, "2026-W47" },
		{ 2021, 1, 3, "2020-W53" },
		{ 2021, 1, 4, "2021-W01" },
		{ 2024, 12, 30, "2025-W01" },
		{ 2027, 1, 1, "2026-W53" },
		{ 1970, 1, 5, "1970-W02" },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		int64_t noon =
			zone_moment(shanghai, rows[i].year, rows[i].month, rows[i].day, 12, 0);
		struct week w = week_of(shanghai, noon), parsed;
		assert_string_equal(week_name(t->arena, w), rows[i].week);
		assert_true(week_parse(rows[i].week, &parsed));
		assert_int_equal(parsed.n, w.n);
		assert_true(week_start(shanghai, w) <= noon);
		assert_true(week_start(shanghai, (struct week){ w.n + 1 }) > noon);
	}
}

static void odd_week_names_are_refused(void **state)
{
	(void)state;
	static const char *const bad[] = { "", "2026-W00", "2026-W54", "2025-W53", "2026-W4",
		"2026W47", "2026-w47", "2026-W471", "２026-W47" };
	struct week w;
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		if (week_parse(bad[i], &w))
			fail_msg("taken: %s", bad[i]);
}

static void zones_follow_their_own_clocks(void **state)
{
	(void)state;
	const struct zone *york = zone_find("America/New_York");
	struct local l = zone_local(york, 1783195200); /* 2026-07-04 20:00 UTC */
	assert_int_equal(l.hour, 16);
	assert_int_equal(l.weekday, 6);
	assert_int_equal(zone_moment(york, 2026, 7, 4, 16, 0), 1783195200);
	assert_null(zone_find("../../etc/passwd"));
	assert_null(zone_find("Nowhere/At_all"));
}

static void a_week_begins_on_monday_midnight_of_its_zone(void **state)
{
	(void)state;
	const struct zone *shanghai = zone_find("Asia/Shanghai");
	struct week w;
	assert_true(week_parse("2026-W47", &w));
	struct local l = zone_local(shanghai, week_start(shanghai, w));
	assert_int_equal(l.weekday, 1);
	assert_int_equal(l.day, 16);
	assert_int_equal(l.hour, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(iso_weeks_are_those_of_the_calendar),
		TEST(odd_week_names_are_refused),
		TEST(zones_follow_their_own_clocks),
		TEST(a_week_begins_on_monday_midnight_of_its_zone),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
