#include "clock.h"

#include <assert.h>
#include <stdatomic.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "zone.h"

static _Atomic int64_t frozen;

int64_t clock_now(void)
{
	int64_t still = atomic_load(&frozen);
	return still ? still : (int64_t)time(NULL);
}

int64_t clock_microseconds(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000000 + t.tv_nsec / 1000;
}

void clock_freeze(int64_t now)
{
	atomic_store(&frozen, now);
}

/* Gregorian days by eras of 400 years, years beginning in March (H. Hinnant, "chrono-compatible
 * low-level date algorithms", 2013). */
int64_t day_number(int year, int month, int day)
{
	int64_t y = month <= 2 ? year - 1 : year;
	int64_t era = (y >= 0 ? y : y - 399) / 400;
	int64_t of_era = y - era * 400;
	int64_t of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
	return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

void day_date(int64_t number, int *year, int *month, int *day)
{
	int64_t z = number + 719468;
	int64_t era = (z >= 0 ? z : z - 146096) / 146097;
	int64_t of_era = z - era * 146097;
	int64_t y = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
	int64_t of_year = of_era - (365 * y + y / 4 - y / 100);
	int64_t m = (5 * of_year + 2) / 153;
	*day = (int)(of_year - (153 * m + 2) / 5 + 1);
	*month = (int)(m < 10 ? m + 3 : m - 9);
	*year = (int)(y + era * 400 + (*month <= 2));
}

static int64_t floor_div(int64_t a, int64_t b)
{
	return a / b - (a % b < 0);
}

struct local zone_local(const struct zone *z, int64_t moment)
{
	int64_t shifted = moment + zone_offset(z, moment);
	int64_t day = floor_div(shifted, 86400), left = shifted - day * 86400;
	struct local l = { .hour = (int)(left / 3600),
		.minute = (int)(left / 60 % 60),
		.second = (int)(left % 60),
		.weekday = (int)((day + 3) - floor_div(day + 3, 7) * 7) + 1 };
	day_date(day, &l.year, &l.month, &l.day);
	return l;
}

/* A time that a change of the clocks skips is taken as if the clocks had not changed yet. */
int64_t zone_moment(const struct zone *z, int year, int month, int day, int hour, int minute)
{
	int64_t wall = day_number(year, month, day) * 86400 + hour * 3600 + minute * 60;
	int64_t guess = wall - zone_offset(z, wall);
	return wall - zone_offset(z, guess);
}

/* Day 0 of 1970 was a Thursday; week 0 begins on Monday, day 4. */
struct week week_of(const struct zone *z, int64_t moment)
{
	int64_t day = floor_div(moment + zone_offset(z, moment), 86400);
	return (struct week){ floor_div(day - 4, 7) };
}

int64_t week_start(const struct zone *z, struct week w)
{
	int year, month, day;
	day_date(w.n * 7 + 4, &year, &month, &day);
	return zone_moment(z, year, month, day, 0, 0);
}

/* The week that holds 4 January is the year's first. */
static int64_t first_week(int year)
{
	return floor_div(day_number(year, 1, 4) - 4, 7);
}

void week_year(struct week w, int *year, int *number)
{
	int month, day;
	day_date(w.n * 7 + 4 + 3, year, &month, &day); /* its Thursday's year */
	*number = (int)(w.n - first_week(*year)) + 1;
}

bool week_parse(const char *s, struct week *w)
{
	if (strlen(s) != 8 || s[4] != '-' || s[5] != 'W')
		return false;
	for (int i = 0; i < 8; i++)
		if (i != 4 && i != 5 && (s[i] < '0' || s[i] > '9'))
			return false;
	int year = (s[0] - '0') * 1000 + (s[1] - '0') * 100 + (s[2] - '0') * 10 + (s[3] - '0');
	int number = (s[6] - '0') * 10 + (s[7] - '0');
	if (year < 1970 || number < 1)
		return false;
	w->n = first_week(year) + number - 1;
	int of_year, same;
	week_year(*w, &of_year, &same);
	return of_year == year && same == number;
}

char *week_name(struct arena *a, struct week w)
{
	int year, number;
	week_year(w, &year, &number);
	return arena_format(a, "%04d-W%02d", year, number);
}

void week_days(struct week w, struct local *monday, struct local *sunday)
{
	*monday = (struct local){ .weekday = 1 };
	*sunday = (struct local){ .weekday = 7 };
	day_date(w.n * 7 + 4, &monday->year, &monday->month, &monday->day);
	day_date(w.n * 7 + 10, &sunday->year, &sunday->month, &sunday->day);
}

char *clock_rfc3339(struct arena *a, int64_t moment)
{
	int64_t days = moment / 86400 - (moment % 86400 < 0);
	int64_t second = moment - days * 86400;
	int year, month, day;
	day_date(days, &year, &month, &day);
	return arena_format(a, "%04d-%02d-%02dT%02d:%02d:%02dZ", year, month, day,
		(int)(second / 3600), (int)(second / 60 % 60), (int)(second % 60));
}
