#include "workday.h"

#include <stdio.h>
#include <string.h>

struct span {
	int64_t from, to;
	bool worked;
};

enum { FURTHEST = 400 }; /* days: a calendar that frees a whole year ends the search */

static bool read_day(const char **p, int64_t *day)
{
	int y, m, d, n = 0;
	if (sscanf(*p, "%4d-%2d-%2d%n", &y, &m, &d, &n) != 3 || n != 10)
		return false;
	*day = day_number(y, m, d);
	int year, month, date;
	day_date(*day, &year, &month, &date);
	*p += n;
	return year == y && month == m && date == d;
}

static const char *skip_blanks(const char *p)
{
	return p + strspn(p, " \t\r");
}

/* 1: a span; 0: nothing on this line; -1: neither. */
static int read_line(const char *p, struct span *s)
{
	p = skip_blanks(p);
	s->worked = *p == '+';
	p = skip_blanks(p + s->worked);
	if (!s->worked && (*p == 0 || *p == '\n' || *p == '#'))
		return 0;
	if (!read_day(&p, &s->from))
		return -1;
	s->to = s->from;
	if (strncmp(p, "..", 2) == 0) {
		p += 2;
		if (!read_day(&p, &s->to) || s->to < s->from)
			return -1;
	}
	p = skip_blanks(p);
	return *p == 0 || *p == '\n' || *p == '#' ? 1 : -1;
}

static const char *next_line(const char *p)
{
	const char *end = strchr(p, '\n');
	return end ? end + 1 : NULL;
}

int workday_bad_line(const char *calendar)
{
	struct span s;
	int number = 1;
	for (const char *p = calendar; p; p = next_line(p), number++)
		if (read_line(p, &s) < 0)
			return number;
	return 0;
}

bool workday_is(const char *calendar, int64_t day)
{
	bool worked = (day + 3) % 7 < 5; /* 1970-01-01 was a Thursday */
	struct span s;
	for (const char *p = calendar; p; p = next_line(p))
		if (read_line(p, &s) == 1 && s.from <= day && day <= s.to)
			worked = s.worked;
	return worked;
}

int64_t workday_after(const struct zone *z, const char *calendar, int64_t moment, int days)
{
	struct local l = zone_local(z, moment);
	int64_t day = day_number(l.year, l.month, l.day), last = day + FURTHEST;
	bool free = !workday_is(calendar, day);
	while (days > 0 && day < last)
		days -= workday_is(calendar, ++day);
	int year, month, date;
	day_date(day, &year, &month, &date);
	return free ? zone_moment(z, year, month, date, 0, 0) + 86400 - 6 * 3600
		    : zone_moment(z, year, month, date, l.hour, l.minute);
}
