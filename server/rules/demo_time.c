#include "base/clock.h"
#include "demo_plan.h"

enum { HOUR = 3600, DAY = 24 * HOUR, OPENS = 8 * HOUR, CLOSES = 23 * HOUR, OPEN = CLOSES - OPENS };

/* Working seconds between a midnight and a moment, and the moment after so many of them. */
static int64_t worked(int64_t midnight, int64_t moment)
{
	int64_t days = (moment - midnight) / DAY, second = (moment - midnight) % DAY;
	int64_t today = second < OPENS ? 0 : second > CLOSES ? OPEN : second - OPENS;
	return days * OPEN + today;
}

static int64_t after_work(int64_t midnight, int64_t seconds)
{
	return midnight + seconds / OPEN * DAY + OPENS + seconds % OPEN;
}

/* Moments from `from` to `to` pressed into those from `from` to now; all are on or after midnight.
 */
static int64_t press(int64_t midnight, int64_t from, int64_t to, int64_t now, int64_t moment)
{
	int64_t begin = worked(midnight, from);
	int64_t have = worked(midnight, now) - begin, want = worked(midnight, to) - begin;
	if (have < HOUR) /* before the first hour of work: by the minute of the night */
		return from + (moment - from) * (now - from) / (to - from);
	return after_work(midnight, begin + (worked(midnight, moment) - begin) * have / want);
}

int64_t demo_plan_moment(const struct demo_plan *p, struct week week, int day, int hour, int minute)
{
	int64_t moment = week_start(p->zone, week) + day * DAY + hour * HOUR + minute * 60;
	int64_t current = week_start(p->zone, p->last);
	if (week.n == p->last.n)
		return press(current, current, current + 7 * DAY, p->now, moment);
	/* What follows the end of last week: the four days from Sunday evening on. */
	int64_t sunday = current - DAY, evening = sunday + 20 * HOUR;
	if (moment <= evening || p->now >= evening + 4 * DAY)
		return moment;
	return press(sunday, evening, evening + 4 * DAY, p->now, moment);
}
