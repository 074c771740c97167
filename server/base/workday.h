/*
 * workday: which days are worked, and the moment some working days later.
 *
 * Monday to Friday are worked, but for what a calendar of the organisation says: lines of days,
 * `2026-10-01`, or spans, `2026-10-01..2026-10-08`; with a `+` before it, a day that is worked
 * although it is a weekend's (China moves working days around its holidays). Blank lines and what
 * follows a # are left out.
 */
#ifndef BASE_WORKDAY_H
#define BASE_WORKDAY_H

#include "clock.h"

/* The first line that is no day, span or blank, counted from 1; 0: all are good. */
int workday_bad_line(const char *calendar);
bool workday_is(const char *calendar, int64_t day); /* day_number() of it */

/* The same time of day so many working days later; a moment on a free day counts as the end of the
 * working day before it. */
int64_t workday_after(const struct zone *z, const char *calendar, int64_t moment, int days);

#endif
