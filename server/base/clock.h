/*
 * clock: the time, calendar weeks and time zones.
 *
 * A moment is seconds since 1970 UTC (int64_t). A week is an ISO 8601 week, Monday to Sunday,
 * written 2026-W47; which moment it begins at depends on the zone. Zones are read from the system's
 * zoneinfo files (RFC 8536) once each and kept for the life of the program; all functions may be
 * called from any thread.
 */
#ifndef BASE_CLOCK_H
#define BASE_CLOCK_H

#include <stdbool.h>

#include "arena.h"
#include "ids.h"

struct zone;

struct local { /* a moment as people read it */
	int year, month, day, hour, minute, second;
	int weekday; /* 1 Monday … 7 Sunday */
};

int64_t clock_now(void);
char *clock_rfc3339(struct arena *a, int64_t moment); /* 2026-11-24T04:00:00Z */
int64_t clock_microseconds(void); /* from some fixed moment; for measuring, never frozen */
void clock_freeze(
	int64_t now); /* tests: clock_now() answers this from now on; 0 lets it run again */

const struct zone *zone_find(const char *name); /* "Asia/Shanghai"; NULL if there is no such zone */
struct local zone_local(const struct zone *z, int64_t moment);
int64_t zone_moment(const struct zone *z, int year, int month, int day, int hour, int minute);

struct week week_of(const struct zone *z, int64_t moment);
int64_t week_start(const struct zone *z, struct week w); /* Monday 00:00 */
bool week_parse(const char *s, struct week *w);          /* 2026-W47, exactly */
char *week_name(struct arena *a, struct week w);
void week_year(struct week w, int *year, int *number);
void week_days(struct week w, struct local *monday, struct local *sunday); /* dates only */

/* Days since 1970-01-01 of a Gregorian date, and back. */
int64_t day_number(int year, int month, int day);
void day_date(int64_t number, int *year, int *month, int *day);

#endif
