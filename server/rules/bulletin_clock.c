#include "bulletin_clock.h"

#include "setting.h"
#include "store/bulletin.h"

static int64_t moment(const struct zone *zone, struct week week, long day, long hour)
{
	struct local monday, sunday;
	int year, month, date;
	week_days((struct week){ week.n + 1 }, &monday, &sunday);
	day_date(day_number(monday.year, monday.month, monday.day) + day, &year, &month, &date);
	return zone_moment(zone, year, month, date, (int)hour, 0);
}

struct bulletin_clock bulletin_clock_of(struct db *db, const struct zone *zone, struct week week)
{
	long day = setting_number(db, "bulletin_day") - 1;
	return (struct bulletin_clock){ week,
		moment(zone, week, day, setting_number(db, "bulletin_cut")),
		moment(zone, week, day + 1, setting_number(db, "bulletin_due")) };
}

struct bulletin_clock bulletin_clock_now(struct work *w)
{
	struct week week = work_week(w);
	if (!bulletin_of_week(w->db, (struct week){ week.n - 1 }).n)
		week.n--;
	return bulletin_clock_of(w->db, w->zone, week);
}
