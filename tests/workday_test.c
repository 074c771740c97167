/* Working days: weekends, holidays, and weekends that are worked in their place. */
#include "test.h"

#include "base/workday.h"

static const char calendar[] =
	"# 国庆\n2026-10-01..2026-10-08\n+2026-10-10  # 调休\n\n2026-11-19\n";

static int64_t at(int month, int day, int hour)
{
	return zone_moment(zone_find("Asia/Shanghai"), 2026, month, day, hour, 30);
}

static void an_answer_is_due_some_working_days_later(void **state)
{
	(void)state;
	static const struct {
		const char *calendar;
		int month, day, hour, days, due_month, due_day, due_hour;
	} rows[] = {
		{ "", 11, 16, 10, 2, 11, 18, 10 },       /* Monday to Wednesday */
		{ "", 11, 19, 10, 2, 11, 23, 10 },       /* Thursday to Monday */
		{ "", 11, 21, 9, 1, 11, 23, 18 },        /* Saturday: Monday's evening */
		{ calendar, 11, 18, 10, 1, 11, 20, 10 }, /* over a day off */
		{ calendar, 9, 30, 10, 2, 10, 10,
			10 }, /* over the holidays, to a worked Saturday */
		{ calendar, 10, 9, 10, 1, 10, 10, 10 },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		int64_t due = workday_after(zone_find("Asia/Shanghai"), rows[i].calendar,
			at(rows[i].month, rows[i].day, rows[i].hour), rows[i].days);
		struct local l = zone_local(zone_find("Asia/Shanghai"), due);
		if (l.month != rows[i].due_month || l.day != rows[i].due_day ||
			l.hour != rows[i].due_hour)
			fail_msg("row %zu: %d-%d %d:%d", i, l.month, l.day, l.hour, l.minute);
	}
}

static void a_calendar_says_which_line_is_wrong(void **state)
{
	(void)state;
	static const struct {
		const char *calendar;
		int line;
	} rows[] = { { "", 0 }, { calendar, 0 }, { "2026-10-01\r\n+2026-10-10\r\n", 0 },
		{ "国庆", 1 }, { "2026-10-01\n2026-13-01", 2 }, { "2026-02-30", 1 },
		{ "2026-10-08..2026-10-01", 1 }, { "2026-10-1", 1 }, { "2026-10-01 x", 1 },
		{ "+", 1 } };
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (workday_bad_line(rows[i].calendar) != rows[i].line)
			fail_msg("row %zu: line %d", i, workday_bad_line(rows[i].calendar));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(an_answer_is_due_some_working_days_later),
		TEST(a_calendar_says_which_line_is_wrong),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
